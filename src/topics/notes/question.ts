import { z } from 'zod';
import { noteNumber } from '../views/question.ts';

/** The notes themselves: all of them, or one in short. */
export const NotesSchema = z.strictObject({ kind: z.literal('notes'), note: noteNumber.optional() });
export type NotesQuestion = z.infer<typeof NotesSchema>;
