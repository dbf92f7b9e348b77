import { z } from 'zod';
import { CompanySchema, moveBps, overridden } from '../rate-move/question.ts';

/** Several moves side by side. */
export const CompareMovesSchema = z.strictObject({
  kind: z.literal('compare-moves'),
  moves: z.array(moveBps).min(2).max(4),
  /** The one company asked about; both otherwise. */
  only: CompanySchema.optional(),
  ...overridden,
});
export type CompareMovesQuestion = z.infer<typeof CompareMovesSchema>;
