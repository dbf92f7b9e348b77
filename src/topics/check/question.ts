import { z } from 'zod';
import { VERDICTS } from '../../record/index.ts';
import { id, noteNumber, page } from '../views/question.ts';

/** The notes' figures and dates held against the record: all, one note's, or single findings. */
export const CheckSchema = z.strictObject({
  kind: z.literal('check'),
  note: noteNumber.optional(),
  /** Ids of findings. */
  findings: z.array(id).nonempty().max(8).optional(),
  /** Only those of which the record says so. */
  verdicts: z.array(z.enum(VERDICTS)).nonempty().max(VERDICTS.length).optional(),
  page,
});
export type CheckQuestion = z.infer<typeof CheckSchema>;
