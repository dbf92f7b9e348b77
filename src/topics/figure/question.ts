import { z } from 'zod';
import { id, page } from '../views/question.ts';

/** Figures that the notes print. */
export const FigureSchema = z.strictObject({
  kind: z.literal('figure'),
  /** Ids of the library's figures. */
  figures: z.array(id).nonempty().max(12),
  page,
});
export type FigureQuestion = z.infer<typeof FigureSchema>;
