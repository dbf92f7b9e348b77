import { z } from 'zod';
import { id, page } from '../views/question.ts';

/** Where two notes contradict one another: all such points, or single ones. */
export const ConflictsSchema = z.strictObject({
  kind: z.literal('conflicts'),
  /** Ids of conflicts. */
  conflicts: z.array(id).nonempty().max(8).optional(),
  page,
});
export type ConflictsQuestion = z.infer<typeof ConflictsSchema>;
