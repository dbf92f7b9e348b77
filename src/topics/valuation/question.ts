import { z } from 'zod';
import { id } from '../views/question.ts';

/** One multiple against another: the discount of the first to the second. */
export const ValuationSchema = z.strictObject({
  kind: z.literal('valuation'),
  /** Ids of the library's figures, both multiples. */
  of: id,
  against: id,
});
export type ValuationQuestion = z.infer<typeof ValuationSchema>;
