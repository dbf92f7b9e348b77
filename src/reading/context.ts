import { z } from 'zod';
import { QuestionSchema } from '../topics/questions.ts';
import { RateMoveSchema } from '../topics/rate-move/question.ts';

/** What a conversation has been about: enough to understand a follow-up, and no words of anybody. */
export const ContextSchema = z.strictObject({
  /** The question answered last. */
  last: QuestionSchema,
  /** The rate move asked about last, with its assumptions, whatever came in between. */
  move: RateMoveSchema.optional(),
});
export type Context = z.infer<typeof ContextSchema>;
