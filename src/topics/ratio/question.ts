import { z } from 'zod';

/** Russell 2000 ÷ S&P 500 as the notes print it, and what it takes to reach a level. */
export const RatioSchema = z.strictObject({
  kind: z.literal('ratio'),
  /** A level to start from; the newest one printed otherwise. */
  from: z.number().min(0.001).max(100).optional(),
  /** A level to reach: 0.6. */
  to: z.number().min(0.001).max(100).optional(),
  /** The other way up: S&P 500 ÷ Russell 2000. */
  inverse: z.literal(true).optional(),
  /** The number that somebody has for it, `2.67`: of which way up it is. */
  had: z.number().min(0.001).max(100).optional(),
});
export type RatioQuestion = z.infer<typeof RatioSchema>;
