import { z } from 'zod';
import { isIsoDate } from '../../units.ts';

/** What can be asked about the market: the index ratio day by day, the Fed's meetings, and what futures imply. */

/** A calendar date, as a person typed it. Whether it lies in the data is for the answer to say. */
const date = z.string().refine(isIsoDate, 'no date that exists');

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
  /** A level of the ratio to reach: 0.6. */
  level: z.number().min(0.001).max(100).optional(),
  /** After the first rate cut of each cycle. */
  cycles: z.literal(true).optional(),
  /** As a table to keep. */
  csv: z.literal(true).optional(),
  benchmark: z.enum(BENCHMARKS).optional(),
});

export type RotationQuestion = z.infer<typeof RotationSchema>;
export type Benchmark = (typeof BENCHMARKS)[number];
