import { z } from 'zod';
import { addDays, dateFrom, weekdayOf, yearOf } from '../calendar/index.ts';
import type { IsoDate } from '../units.ts';

/** What `/brief` can be told to do: schedule, pause or show briefs. None of it is a question. */

/** From Monday on. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What the market has to do for a brief to be posted between its times; posted once per crossing. */
const BriefTriggerSchema = z.discriminatedUnion('kind', [
  /** Russell 2000 ÷ S&P 500 closes above or below a level. */
  z.strictObject({ kind: z.literal('ratio'), side: z.enum(['above', 'below']), level: z.number().positive() }),
  /** The Russell 2000 closes higher than ever before. */
  z.strictObject({ kind: z.literal('record-close') }),
  /** Futures imply another outcome of the next meeting as the likeliest: cut, hold or hike. */
  z.strictObject({ kind: z.literal('odds-flip') }),
]);
export type BriefTrigger = Readonly<z.infer<typeof BriefTriggerSchema>>;

const ClockTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const ZoneSchema = z.string().min(1);

/** When a brief is due, with the zone that its clock is read in. */
export const BriefTimingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('clock'),
    /** At least one, in the order of {@link WEEKDAYS}. */
    days: z.array(z.enum(WEEKDAYS)).min(1),
    /** `07:30` */
    time: ClockTimeSchema,
    /** IANA name, `America/New_York`. */
    zone: ZoneSchema,
  }),
  z.strictObject({ kind: z.literal('crossing'), of: BriefTriggerSchema }),
]);
export type BriefTiming = Readonly<z.infer<typeof BriefTimingSchema>>;

/** The same as a person typed it: without a zone it is the person's own. */
export type RequestedTiming =
  | (Omit<Extract<BriefTiming, { kind: 'clock' }>, 'zone'> & { readonly zone?: string })
  | Extract<BriefTiming, { kind: 'crossing' }>;

/** On days without a session a brief says so, or is left out. */
export type OnClosed = 'say' | 'skip';
/** With old data a brief says so in its first line, or is held back. */
export type OnStale = 'say' | 'hold';

/** A day as a person names it: a date, or the next such day from today. {@link resolveDay} gives its date. */
export type DayReference =
  | IsoDate
  /** From 1: 1 December is `{ month: 12, day: 1 }`. */
  | { readonly month: number; readonly day: number }
  /** The next such day, or the one so many weeks after it. */
  | { readonly weekday: Weekday; readonly weeksLater?: number }
  /** Of this month or the next: `the 9th`. */
  | { readonly day: number }
  | { readonly inDays: number };

/** Which brief is meant: by its number, its place in the list or what it is like. Without any only one can be meant. */
export interface WhichBrief {
  /** As the list numbers them, from 1. */
  readonly which?: number;
  /** Counted in the list from 1, or -1 for the last: `the second one`. */
  readonly place?: number;
  /** `the 7:30 in #macro`, `the London one`. */
  readonly of?: BriefLikeness;
}

/** What tells one brief from others, each where it is said. */
export interface BriefLikeness {
  /** Channel id. */
  readonly channel?: string;
  /** `07:30` */
  readonly time?: string;
  /** IANA name. */
  readonly zone?: string;
}

/** What is to be otherwise of a brief; the rest of it stays. At least one is there. */
export interface BriefEdit {
  /** `07:30` */
  readonly time?: string;
  /** Minutes by which it comes later, or earlier below zero. */
  readonly laterBy?: number;
  readonly days?: readonly Weekday[];
  /** Days on which it comes beside those it has. */
  readonly also?: readonly Weekday[];
  /** Days of those it has that are left out from now on. */
  readonly without?: readonly Weekday[];
  /** IANA name. */
  readonly zone?: string;
  /** Channel id. */
  readonly channel?: string;
  /** The level of the ratio that it waits for. */
  readonly level?: number;
  readonly onClosed?: OnClosed;
  readonly onStale?: OnStale;
}

/** Words behind `/brief`, read. */
export type BriefEffect = { readonly kind: 'brief' } & (
  | { readonly do: 'now' }
  | { readonly do: 'preview' }
  | { readonly do: 'form' | 'list' }
  | {
      readonly do: 'schedule';
      readonly timing: RequestedTiming;
      /** Channel id; absent for the channel that it is typed in. */
      readonly channel?: string;
      readonly onClosed?: OnClosed;
      readonly onStale?: OnStale;
    }
  /** `until`: the first day on which it is posted again. */
  | ({ readonly do: 'pause'; readonly until?: DayReference } & WhichBrief)
  /** `on`: the day that is left out; without it the next time is. */
  | ({ readonly do: 'skip'; readonly on?: DayReference } & WhichBrief)
  | ({ readonly do: 'resume' } & WhichBrief)
  | ({ readonly do: 'remove' } & WhichBrief)
  | ({ readonly do: 'history' } & WhichBrief)
  | ({ readonly do: 'change' } & BriefEdit & WhichBrief)
);

/** Shown at once anywhere, the terminal included; the other effects need Slack. */
export type ImmediateBriefEffect = Extract<BriefEffect, { do: 'now' | 'preview' }>;

export interface UnclearWords {
  readonly kind: 'unclear';
  /** The words that were not understood, as they may be shown back. */
  readonly words: string;
}

/** What was said of a brief but for its time; `zone` and `channel` are absent where they are the person's own. */
export interface BriefDraft {
  readonly days: readonly Weekday[];
  readonly zone?: string | undefined;
  readonly channel?: string | undefined;
  readonly onClosed?: OnClosed | undefined;
  readonly onStale?: OnStale | undefined;
}

/** Why words about briefs were not understood. */
export type UnclearBrief =
  | { readonly kind: 'unclear'; readonly reason: 'brief-without-time'; readonly draft: BriefDraft }
  | (UnclearWords & {
      readonly reason:
        | 'not-a-brief'
        /** Looks like a time of day, and no clock shows it. */
        | 'brief-time'
        /** Hours from UTC, which do not change with the clocks. */
        | 'brief-offset'
        /** Slack knows no such channel, or the asker may not see it. */
        | 'brief-channel'
        /** A second time, trigger, zone or channel: another brief. */
        | 'brief-second'
        | 'brief-trigger'
        | 'brief-which'
        | 'brief-until'
        /** A brief is to be changed, and what of it is not said. */
        | 'brief-change';
    })
  | (UnclearWords & {
      readonly reason: 'brief-zone' | 'brief-zone-shared';
      /** IANA names: those nearest in spelling, or all that the words stand for. */
      readonly zones: readonly string[];
    });

const DAYS_A_WEEK = 7;
/** Between one 29 February and the next lie at most eight years. */
const MOST_YEARS = 8;
/** Of two months in a row one has a 31st, of three any has a 30th. */
const MONTHS_AHEAD = 4;

/** The same day of the first year in which it is not before `today`. */
const nextOfYear = (month: number, day: number, today: IsoDate): IsoDate => {
  const years = Array.from({ length: MOST_YEARS + 1 }, (_, later) => yearOf(today) + later);
  const dates = years.map((year) => dateFrom(year, month, day)).filter((date) => Number(date.slice(5, 7)) === month);
  const next = dates.find((date) => date >= today);
  if (next === undefined) throw new Error(`no year has a day ${month}-${day}`);
  return next;
};

/**
 * The date of a day as a person names it on `today`: 1 December is the next one, which may be today; Monday is the next one,
 * never today. A full date stays as it is, even in the past.
 *
 * @throws for a day and month that no year has
 */
export const resolveDay = (reference: DayReference, today: IsoDate): IsoDate => {
  if (typeof reference === 'string') return reference;
  if ('inDays' in reference) return addDays(today, reference.inDays);
  if ('month' in reference) return nextOfYear(reference.month, reference.day, today);
  if ('day' in reference) {
    const months = Array.from({ length: MONTHS_AHEAD }, (_, later) => later + Number(today.slice(5, 7)) - 1);
    const dates = months.map((month) =>
      dateFrom(yearOf(today) + Math.floor(month / 12), (month % 12) + 1, reference.day),
    );
    return dates.find((date) => date >= today && Number(date.slice(8)) === reference.day) as IsoDate;
  }
  const later = (reference.weeksLater ?? 0) * DAYS_A_WEEK;
  const ahead = (WEEKDAYS.indexOf(reference.weekday) + 1 - weekdayOf(today) + DAYS_A_WEEK) % DAYS_A_WEEK;
  return addDays(today, (ahead === 0 ? DAYS_A_WEEK : ahead) + later);
};
