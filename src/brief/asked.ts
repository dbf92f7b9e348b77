import { type Answer, answer, type Facts } from '../answers/index.ts';
import type { Question } from '../questions/index.ts';

/** The answer to a question, as everywhere else: the brief works nothing out a second time. */
export const asked = <K extends Question['kind']>(
  question: Extract<Question, { kind: K }>,
  facts: Facts,
): Extract<Answer, { kind: K }> => {
  const answered = answer(question, facts);
  if (answered.kind !== question.kind) throw new Error(`a ${question.kind} was answered as ${answered.kind}`);
  return answered as Extract<Answer, { kind: K }>;
};
