import { z } from 'zod';
import { CompanySchema, moveBps, overridden } from '../rate-move/question.ts';

/** How far the effect of a move on one company depends on what is assumed. */
export const FanSchema = z.strictObject({
  kind: z.literal('fan'),
  moveBps,
  /**
   * `published share`: at each floating share that somebody publishes. `input`: which input matters most. `lift`: the floating
   * share that brings a wanted lift.
   */
  by: z.enum(['published share', 'input', 'lift']),
  /** The lift wanted, percent of net income, where `by` says so. */
  lift: z.number().min(-1_000).max(1_000).optional(),
  /** SmallCap unless the other one is named. */
  only: CompanySchema.optional(),
  ...overridden,
});
export type FanQuestion = z.infer<typeof FanSchema>;
