import { type Answer, answer, answerTurn, shippedFacts } from '../answers/index.ts';
import { type Message, render, withChange } from '../blocks/index.ts';
import type { Question, Turn } from '../questions/index.ts';
import { dateOf, type IsoInstant } from '../units.ts';

export interface Drawn {
  readonly answered: Answer;
  readonly message: Message;
}

const MOST_REMEMBERED = 200;

/** Draws an answer as Slack shows it: with the button that opens the form, where there is something to change. */
const drawnFor = (answered: Answer): Drawn => ({
  answered,
  message: answered.kind === 'rate-move' ? withChange(render(answered), answered.question) : render(answered),
});

/**
 * Answers and draws questions, and remembers the last two hundred: many people ask the same few sizes, and the same
 * question has the same answer all day. About 2 MB at most.
 */
export const createRecentAnswers = () => {
  const recent = new Map<string, Drawn>();
  const to = (question: Question, now: IsoInstant): Drawn => {
    const key = `${dateOf(now)} ${JSON.stringify(question)}`;
    const known = recent.get(key);
    if (known) {
      recent.delete(key);
      recent.set(key, known);
      return known;
    }
    const drawn = drawnFor(answer(question, shippedFacts(now)));
    recent.set(key, drawn);
    const [oldest] = recent.keys();
    if (recent.size > MOST_REMEMBERED && oldest !== undefined) recent.delete(oldest);
    return drawn;
  };
  return {
    to,
    toTurn: (turn: Turn, now: IsoInstant): Drawn =>
      turn.kind === 'question' ? to(turn.question, now) : drawnFor(answerTurn(turn, shippedFacts(now))),
  };
};

export type RecentAnswers = ReturnType<typeof createRecentAnswers>;
