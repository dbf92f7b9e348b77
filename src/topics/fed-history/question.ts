import { z } from 'zod';
import { dateBack, dateFrom, yearOf } from '../../calendar/index.ts';
import { type Decision, isUnscheduled } from '../../fed/index.ts';
import type { IsoDate } from '../../units.ts';
import { BackSchema, date } from '../rotation/question.ts';

/** What can be asked about the Fed's past decisions. */

/** `move` is a cut or a hike. */
export const FED_WAYS = ['cut', 'hike', 'hold', 'move'] as const;

/**
 * `moves` counts and adds up; `last`, `first`, `largest` and `smallest` pick one; `meeting` is one meeting's outcome; `range` is the
 * target on a day; `stay` is how long it stood at a level; `gap` is how long it was from one day to another.
 */
// biome-ignore format: one list
export const FED_ASKS = ['moves', 'last', 'first', 'largest', 'smallest', 'meeting', 'range', 'stay', 'cycle', 'gap'] as const;

const MONTHS_A_YEAR = 12;
const MOST_DAYS = 31;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2200];
const MOST_YEARS_AGO = 200;
const LARGEST_BPS = 600;
const HIGHEST_RATE = 20;
const MOST_NEWEST = 50;

/** A meeting by its month; without a year, the newest of that month that has begun. */
const MeetingSchema = z.strictObject({
  month: z.number().int().min(1).max(MONTHS_A_YEAR),
  year: z.number().int().min(FIRST_YEAR).max(LAST_YEAR).optional(),
  day: z.number().int().min(1).max(MOST_DAYS).optional(),
});

/** Cuts, hikes and holds that were decided: by year or span, the last or first of them, or one meeting's outcome. */
export const FedHistorySchema = z.strictObject({
  kind: z.literal('fed-history'),
  ask: z.enum(FED_ASKS),
  /** Only decisions of this kind; with a meeting, what the person thinks it did. Moves either way without it. */
  way: z.enum(FED_WAYS).optional(),
  /** From that day on, that day included. */
  from: date.optional(),
  /** Up to that day, that day included; the day of the answer otherwise. */
  to: date.optional(),
  /** Up to the day of the answer, so far back. */
  back: BackSchema.optional(),
  /** The calendar year so many years ago: 0 is the year of the answer. */
  yearsAgo: z.number().int().min(0).max(MOST_YEARS_AGO).optional(),
  /** With `yearsAgo`: up to the end of that year, from the start of the record. */
  orEarlier: z.literal(true).optional(),
  /** Only moves of that size, basis points without a sign; with `orMore` of that or larger. */
  sizeBps: z.number().min(1).max(LARGEST_BPS).optional(),
  orMore: z.literal(true).optional(),
  /** Only decisions of that month, of any year. */
  month: z.number().int().min(1).max(MONTHS_A_YEAR).optional(),
  /** Only moves between two scheduled meetings. */
  unscheduled: z.literal(true).optional(),
  /** With `stay`: the top of the range, percent, or the one number that the target was. */
  level: z.number().min(0).max(HIGHEST_RATE).optional(),
  /** With `range`: the top of the range that the person thinks it is, percent. */
  claimed: z.number().min(0).max(HIGHEST_RATE).optional(),
  /** With `stay`: the highest or the lowest level of the span, in place of one that is named. */
  extreme: z.enum(['highest', 'lowest']).optional(),
  /** With `moves` and `range`: a row a year, and the range at its end. */
  yearly: z.literal(true).optional(),
  /** With `moves`: so many of the newest. */
  newest: z.number().int().min(2).max(MOST_NEWEST).optional(),
  /** Moves that are left out: of that size, or of that month. */
  except: z
    .strictObject({
      sizeBps: z.number().min(1).max(LARGEST_BPS).optional(),
      month: z.number().int().min(1).max(MONTHS_A_YEAR).optional(),
    })
    .optional(),
  /** With `moves`: the longest run of such decisions without another between them. */
  inARow: z.literal(true).optional(),
  /** With `last`: how long ago it was is asked. */
  ago: z.literal(true).optional(),
  /** The meeting asked about; without it, the last one. */
  meeting: MeetingSchema.optional(),
});

export type FedHistoryQuestion = z.infer<typeof FedHistorySchema>;
export type FedWay = (typeof FED_WAYS)[number];

/** The days in question, both included; open where the question names none. */
export interface AskedSpan {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

const DECEMBER = 12;

/** The days that a question names, as seen from a day. */
export const spanAsked = ({ from, to, back, yearsAgo, orEarlier }: FedHistoryQuestion, today: IsoDate): AskedSpan => {
  if (yearsAgo !== undefined) {
    const year = yearOf(today) - yearsAgo;
    return { ...(!orEarlier && { from: dateFrom(year, 1, 1) }), to: dateFrom(year, DECEMBER, MOST_DAYS) };
  }
  const start = from ?? (back && dateBack(to ?? today, back));
  return { ...(start !== undefined && { from: start }), ...(to !== undefined && { to }) };
};

/** `cut` for a change below zero, `hold` for none. */
export const wayOf = (change: number): 'cut' | 'hike' | 'hold' => (change < 0 ? 'cut' : change > 0 ? 'hike' : 'hold');

/** Whether a decision is of the kind, size and month that a question asks for. */
export const isAskedBy =
  ({ way, sizeBps, orMore, month, unscheduled, except }: FedHistoryQuestion) =>
  ({ change, on }: Decision): boolean => {
    const size = Math.abs(change);
    const isOfSize = sizeBps === undefined || (orMore ? size >= sizeBps : size === sizeBps);
    const isOfWay = way === undefined || way === 'move' ? size > 0 : wayOf(change) === way;
    const monthOf = Number(on.slice(5, 7));
    const isLeftOut = except !== undefined && (size === except.sizeBps || monthOf === except.month);
    const isOfMonth = month === undefined || monthOf === month;
    return isOfWay && isOfSize && isOfMonth && !isLeftOut && (!unscheduled || isUnscheduled(on));
  };
