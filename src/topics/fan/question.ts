import { z } from 'zod';
import { CompanySchema, moveBps, overridden } from '../rate-move/question.ts';

/** How far the effect of a move on one company depends on what is assumed. */
export const FanSchema = z.strictObject({
  kind: z.literal('fan'),
  moveBps,
  /** `published share`: at each floating share that somebody publishes. `input`: which input matters most. */
  by: z.enum(['published share', 'input']),
  /** SmallCap unless the other one is named. */
  only: CompanySchema.optional(),
  ...overridden,
});
export type FanQuestion = z.infer<typeof FanSchema>;
