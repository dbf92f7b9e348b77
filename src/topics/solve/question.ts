import { z } from 'zod';
import { CompanySchema, overridden } from '../rate-move/question.ts';

/** Which move brings a wanted change? */
export const SolveSchema = z.strictObject({
  kind: z.literal('solve'),
  /** The one company asked about; both otherwise. */
  only: CompanySchema.optional(),
  /** `lift`: percent of net income, negative for a fall. `saving`: US$ m of interest a year, negative for a rise. */
  target: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('lift'), percent: z.number().min(-1_000).max(1_000) }),
    z.strictObject({ of: z.literal('saving'), millions: z.number().min(-100_000).max(100_000) }),
  ]),
  ...overridden,
});
export type SolveQuestion = z.infer<typeof SolveSchema>;
