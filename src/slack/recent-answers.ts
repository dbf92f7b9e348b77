import { type Answer, answer, shippedFacts } from '../answers/index.ts';
import { type Message, render } from '../blocks/index.ts';
import type { Question } from '../questions/index.ts';
import { dateOf, type IsoInstant } from '../units.ts';

export interface Drawn {
  readonly answered: Answer;
  readonly message: Message;
}

const MOST_REMEMBERED = 200;

/**
 * Answers and draws questions, and remembers the last two hundred: many people ask the same few sizes, and the same
 * question has the same answer all day. About 2 MB at most.
 */
export const createRecentAnswers = () => {
  const recent = new Map<string, Drawn>();
  return {
    to: (question: Question, now: IsoInstant): Drawn => {
      const key = `${dateOf(now)} ${JSON.stringify(question)}`;
      const known = recent.get(key);
      if (known) {
        recent.delete(key);
        recent.set(key, known);
        return known;
      }
      const answered = answer(question, shippedFacts(now));
      const drawn = { answered, message: render(answered) };
      recent.set(key, drawn);
      const [oldest] = recent.keys();
      if (recent.size > MOST_REMEMBERED && oldest !== undefined) recent.delete(oldest);
      return drawn;
    },
  };
};

export type RecentAnswers = ReturnType<typeof createRecentAnswers>;
