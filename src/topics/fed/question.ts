import { z } from 'zod';
import { date } from '../rotation/question.ts';

/**
 * `odds`: how likely moves are at one meeting; `count`: how many moves by a meeting; `rate`: the rate that is priced;
 * `path`: all of it, meeting by meeting.
 */
const FED_PRICED = ['odds', 'count', 'rate', 'path'] as const;

const LARGEST_BPS = 600;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2200];

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

const MOST_MEETINGS = 16;

/**
 * What the calendar is asked. Of meetings: `date` is when one is; `all` are those of a year, `left` those of it still to
 * come, `next` the next few. Of the New York Stock Exchange: `session` is whether it trades on a day, `closures` are the
 * days it is shut or closes early, of a year or still to come.
 */
const CalendarSchema = z.strictObject({
  ask: z.enum(['date', 'all', 'left', 'next', 'session', 'closures']),
  /** With `next`: how many. */
  count: z.number().int().min(2).max(MOST_MEETINGS).optional(),
  /** With `date`: the day that meeting decides on; without it and without a month the next one. With `session`: the day; with `next`: behind it. */
  on: date.optional(),
  /** With `date`: whichever meeting is in that month. With `closures`: those of that month. */
  month: month.optional(),
  /** With `all`, `left` and `closures`; without it the year of the answer, for `closures` what is still to come. */
  year: z.number().int().min(FIRST_YEAR).max(LAST_YEAR).optional(),
  /** With a meeting: whether projections come with it; else only meetings with them. */
  projections: z.literal(true).optional(),
});

/** The Fed's target range, its next meeting, and what futures imply; with `ask`, one thing that futures imply, with `calendar` one of the meetings, and nothing else. */
export const FedSchema = z.strictObject({
  kind: z.literal('fed'),
  ask: z.enum(FED_PRICED).optional(),
  /**
   * The month of the meeting asked about, `2026-12`: `odds` of that meeting, `count` and `rate` up to it. Without it the
   * next meeting for `odds`, else the end of the year.
   */
  month: month.optional(),
  /** Only cuts, holds or hikes. */
  way: z.enum(['cut', 'hold', 'hike']).optional(),
  /** Only moves of that size, basis points without a sign; `way` says which way. */
  sizeBps: z.number().int().min(1).max(LARGEST_BPS).optional(),
  /** What is asked of the calendar of meetings alone. */
  calendar: CalendarSchema.optional(),
});
export type FedQuestion = z.infer<typeof FedSchema>;
export type CalendarAsked = z.infer<typeof CalendarSchema>;
