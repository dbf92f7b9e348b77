import { z } from 'zod';

/** Russell 2000 ÷ S&P 500 as the notes print it, and what it takes to reach a level. */
export const RatioSchema = z.strictObject({
  kind: z.literal('ratio'),
  /** A level to start from; the newest one printed otherwise. */
  from: z.number().min(0.001).max(100).optional(),
  /** A level to reach: 0.6. */
  to: z.number().min(0.001).max(100).optional(),
});
export type RatioQuestion = z.infer<typeof RatioSchema>;
