import { z } from 'zod';
import { type DayReference, WEEKDAYS, type Weekday } from './day-reference.ts';
import { RecurrenceSchema, type RequestedRecurrence } from './recurrence.ts';

/** What `/brief` can be told to do: schedule, pause or show briefs. None of it is a question. */

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
    /** Which of those days; absent for all of them, every week. */
    on: RecurrenceSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('crossing'), of: BriefTriggerSchema }),
]);
export type BriefTiming = Readonly<z.infer<typeof BriefTimingSchema>>;

/** The same as a person typed it: without a zone it is the person's own, and days are counted from when it is said. */
export type RequestedTiming =
  | (Omit<Extract<BriefTiming, { kind: 'clock' }>, 'zone' | 'on'> & {
      readonly zone?: string;
      readonly on?: RequestedRecurrence | undefined;
    })
  | Extract<BriefTiming, { kind: 'crossing' }>;

/** On days without a session a brief says so, or is left out. */
export type OnClosed = 'say' | 'skip';
/** With old data a brief says so in its first line, or is held back. */
export type OnStale = 'say' | 'hold';

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
  /** Without a recurrence, every week. */
  readonly days?: readonly Weekday[];
  readonly recurrence?: RequestedRecurrence;
  /** `weekly`: every week on the days it has. */
  readonly isWeekly?: true;
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
  /** All of its times, or what it waits for; the parts above are then absent. */
  readonly timing?: RequestedTiming;
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
  /** In the form, where one can be opened. */
  | ({ readonly do: 'edit' } & WhichBrief)
  | ({ readonly do: 'change' } & BriefEdit & WhichBrief)
);

/** Shown at once anywhere, the terminal included; the other effects need Slack. */
export type ImmediateBriefEffect = Extract<BriefEffect, { do: 'now' | 'preview' }>;

export interface UnclearWords {
  readonly kind: 'unclear';
  /** The words that were not understood, as they may be shown back. */
  readonly words: string;
}

/** What was said of a brief but for its time or its zone; `zone` and `channel` are absent where they are the person's own. */
export interface BriefDraft {
  readonly days: readonly Weekday[];
  readonly on?: RequestedRecurrence | undefined;
  /** Where it is the zone that is asked: `07:30`. */
  readonly time?: string | undefined;
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
        /** The brief set last is to go, or only to rest. */
        | 'brief-end'
        /** What it does where the exchange is closed. */
        | 'brief-closed'
        /** A last day, which no brief has. */
        | 'brief-last'
        /** From one day to another: a pause begins at once. */
        | 'brief-apart'
        /** A day of each month that no brief comes on. */
        | 'brief-days'
        /** Which moves a brief shows, which are the same in every one. */
        | 'brief-moves'
        /** A brief is to be changed, and what of it is not said. */
        | 'brief-change';
    })
  /** `4`: of the morning, as `wanted` has it, or of the afternoon. */
  | (UnclearWords & { readonly reason: 'brief-half'; readonly wanted: WantedBrief })
  | (UnclearWords & {
      readonly reason: 'brief-zone' | 'brief-zone-shared';
      /** IANA names: those nearest in spelling, or all that the words stand for. */
      readonly zones: readonly string[];
      /** What is done once the zone is chosen. */
      readonly wanted?: WantedBrief;
    });

/** What waits for its zone or its half of the day to be chosen, or for the bot to be in its channel. */
export type WantedBrief = Extract<BriefEffect, { readonly do: 'schedule' | 'change' }>;

/** The moves whose effect every brief shows, in both directions. */
export const SIZES_BPS: readonly number[] = [25, 50, 100];
