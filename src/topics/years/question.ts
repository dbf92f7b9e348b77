import { z } from 'zod';
import { CompanySchema, MovePartSchema, moveBps, overridden } from '../rate-move/question.ts';

const MOST_YEARS = 10;
const MOST_LAG_MONTHS = 24;

/** What moves of the Fed do year by year: when they come, when loans pay them, and what matures meanwhile. */
export const YearsSchema = z.strictObject({
  kind: z.literal('years'),
  moveBps,
  /** The moves that futures imply of each coming meeting, in place of `moveBps`, which is zero. */
  path: z.literal('priced').optional(),
  /** The moves that add up to `moveBps`, each with its month where one was named; all at once, today, without them. */
  parts: z.array(MovePartSchema).min(1).max(24).optional(),
  years: z.number().int().min(1).max(MOST_YEARS),
  /** Months from a move until loans pay it. */
  lagMonths: z.number().int().min(0).max(MOST_LAG_MONTHS).optional(),
  /** Fixed debt that matures, by year from 1 on: percent of it, and the rate of what replaces it. */
  matures: z
    .array(
      z.strictObject({
        year: z.number().int().min(1).max(MOST_YEARS),
        share: z.number().min(0).max(100),
        rate: z.number().min(0).max(50),
      }),
    )
    .min(1)
    .max(MOST_YEARS)
    .optional(),
  only: CompanySchema.optional(),
  ...overridden,
});
export type YearsQuestion = z.infer<typeof YearsSchema>;
