import { z } from 'zod';
import { isIsoDate } from '../../units.ts';

/** What can be asked about the market: the index ratio day by day, the Fed's meetings, and what futures imply. */

/** A calendar date, as a person typed it. Whether it lies in the data is for the answer to say. */
export const date = z.string().refine(isIsoDate, 'no date that exists');

const back = <Unit extends string>(unit: Unit, most: number) =>
  z.strictObject({ count: z.number().int().min(1).max(most), unit: z.literal(unit) });

/** So long before the day of the answer: words say `6 months`, and only the answer knows the day. A century at most. */
export const BackSchema = z.discriminatedUnion('unit', [
  back('day', 36_500),
  back('week', 5_200),
  back('month', 1_200),
  back('year', 100),
]);
export type Back = z.infer<typeof BackSchema>;

/** What closes there are of. */
export const INDEXES = ['ratio', 'rut', 'spx'] as const;

const MOST_SESSIONS = 10_000;

/** How far the newest close stands from a high or a low, or from the mean of the newest closes. */
const DistanceSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.enum(['high', 'low']) }),
  z.strictObject({ of: z.literal('average'), sessions: z.number().int().min(2).max(MOST_SESSIONS).optional() }),
]);

/** What people ask to compare instead, and is not in the data. */
export const BENCHMARKS = [
  'S&P 600',
  'S&P 400',
  'Russell 1000',
  'Nasdaq',
  'equal weight',
  'total return',
  'IWM and SPY',
  'OMXSSCPI',
] as const;

/** Russell 2000 ÷ S&P 500: where it stands, and how it and both indexes changed. */
export const RotationSchema = z.strictObject({
  kind: z.literal('rotation'),
  /** From that day's close, or the nearest before it. */
  from: date.optional(),
  /** Up to that day's close, or the nearest before it; the newest otherwise. */
  to: date.optional(),
  /** From the last close of the year before. */
  ytd: z.literal(true).optional(),
  /** From the last close before the running month or quarter. */
  toDate: z.enum(['month', 'quarter']).optional(),
  /** From so long ago. */
  back: BackSchema.optional(),
  /** Over the last so many sessions. */
  sessions: z.number().int().min(1).max(MOST_SESSIONS).optional(),
  /** From the close of the day of the last cut, hike or move either way. */
  sinceLast: z.enum(['cut', 'hike', 'move']).optional(),
  /** From the S&P 500's last high before an event that people name in place of a day. */
  sinceEvent: z.enum(['covid']).optional(),
  /** Both closes and the ratio of one day, or the nearest session before it. */
  at: z.union([date, BackSchema]).optional(),
  /** With `at`: the ratio the other way up, S&P 500 ÷ Russell 2000, or which way up the number is that somebody has. */
  inverse: z.literal(true).optional(),
  had: z.number().min(0.001).max(100).optional(),
  /** How far from a high, a low or an average; the span above limits where a high or a low is looked for. */
  distance: DistanceSchema.optional(),
  /** What `at` and `distance` are asked of; the ratio otherwise. */
  index: z.enum(INDEXES).optional(),
  /** A level of the ratio to reach: 0.6. */
  level: z.number().min(0.001).max(100).optional(),
  /** After the first rate cut of each cycle. */
  cycles: z.literal(true).optional(),
  /** Around the Fed's moves: cuts and hikes, in and out of recessions. */
  rates: z.literal(true).optional(),
  /** As a table to keep. */
  csv: z.literal(true).optional(),
  benchmark: z.enum(BENCHMARKS).optional(),
});

export type RotationQuestion = z.infer<typeof RotationSchema>;
export type Index = (typeof INDEXES)[number];
export type Benchmark = (typeof BENCHMARKS)[number];
