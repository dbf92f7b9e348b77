import { z } from 'zod';
import type { IsoDate } from '../units.ts';

/** What can be said about morning briefs: they are scheduled, paused, looked at; nothing here is a question. */

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

/** A day as it is said: by its date, or the next such day from when it is said on. The edge knows which day that is. */
export type DayReference =
  | IsoDate
  /** From 1: 1 December is `{ month: 12, day: 1 }`. */
  | { readonly month: number; readonly day: number }
  | { readonly weekday: Weekday }
  | { readonly inDays: number };

/** Words behind `/brief`, read. `which` counts from 1, as the list shows them; absent where only one can be meant. */
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
  | { readonly do: 'pause'; readonly which?: number; readonly until?: DayReference }
  | { readonly do: 'resume' | 'skip' | 'remove' | 'history'; readonly which?: number }
);

/** Drawn at once, wherever it is asked for; the rest is done in Slack. */
export type ImmediateBriefEffect = Extract<BriefEffect, { do: 'now' | 'preview' }>;

export interface UnclearWords {
  readonly kind: 'unclear';
  /** The words that were not understood, as they may be shown back. */
  readonly words: string;
}

/** Why words about briefs were not understood. */
export type UnclearBrief =
  | { readonly kind: 'unclear'; readonly reason: 'brief-without-time' }
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
        | 'brief-until';
    })
  | (UnclearWords & {
      readonly reason: 'brief-zone' | 'brief-zone-shared';
      /** IANA names: those nearest in spelling, or all that the words stand for. */
      readonly zones: readonly string[];
    });
