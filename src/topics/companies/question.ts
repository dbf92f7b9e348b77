import { z } from 'zod';
import { moveBps } from '../rate-move/question.ts';

/** What a move of the Fed's rate does to companies of one's own. */
export const CompaniesSchema = z.strictObject({
  kind: z.literal('companies'),
  moveBps,
  /** Those asked about, by name, example companies among them; the whole list otherwise. */
  names: z.array(z.string().min(1).max(60)).nonempty().max(8).optional(),
  /** Income tax on the change, percent; not counted otherwise. */
  taxRate: z.number().min(0).max(60).optional(),
  /** True where the whole table is wanted as a file. */
  csv: z.literal(true).optional(),
});
export type CompaniesQuestion = z.infer<typeof CompaniesSchema>;
