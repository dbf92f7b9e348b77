import { z } from 'zod';
import { id, page } from '../views/question.ts';

/** Figures that the notes print. */
export const FigureSchema = z.strictObject({
  kind: z.literal('figure'),
  /** Ids of the library's figures. */
  figures: z.array(id).nonempty().max(12),
  page,
  /** What the person takes the only figure to be, in its own unit: percent, times, US$ trillion, a count. */
  claimed: z.number().min(0).max(1_000_000).optional(),
});
export type FigureQuestion = z.infer<typeof FigureSchema>;
