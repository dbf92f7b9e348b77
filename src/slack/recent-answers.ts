import { type Answer, answer, answerTurn, type Facts } from '../answers/index.ts';
import { type Message, render, withChange } from '../blocks/index.ts';
import type { Brief } from '../brief/index.ts';
import type { AskedTurn, Question } from '../questions/index.ts';
import { dateOf } from '../units.ts';

/** What answers rest on at a moment, taken at once. */
export interface FactsNow {
  readonly facts: Facts;
  /** Settles once the data that are being loaded have come, or have not; never rejects. Absent where none are. */
  readonly arriving?: Promise<unknown>;
}

export interface Drawn {
  readonly answered: Answer | Brief;
  readonly message: Message;
  /** Settles once data that this answer went without may be there. */
  readonly awaits?: Promise<unknown>;
}

const MOST_REMEMBERED = 200;

/** Questions whose answers show the market or the Fed. */
const ON_MARKET: ReadonlySet<Question['kind']> = new Set([
  'rate-move',
  'rate-move-market',
  'rotation',
  'fed',
  'ratio',
  'check',
]);

/** Draws an answer as Slack shows it: with the button that opens the form, where there is something to change. */
const drawnFor = (answered: Answer): Drawn => ({
  answered,
  message: answered.kind === 'rate-move' ? withChange(render(answered), answered.question) : render(answered),
});

const isLoading = ({ market, fed }: Facts): boolean =>
  (market.kind === 'printed' && market.why.kind === 'loading') ||
  (fed.odds.kind === 'none' && fed.odds.why.kind === 'loading');

/** True where the same question has the same answer from both. */
const areSame = (one: Facts, other: Facts): boolean =>
  dateOf(one.now) === dateOf(other.now) &&
  one.market === other.market &&
  one.fed === other.fed &&
  one.record === other.record;

/**
 * Answers and draws questions, and remembers the last two hundred: many people ask the same few sizes, and the same
 * question has the same answer until the facts change. About 2 MB at most.
 */
export const createRecentAnswers = (factsNow: () => FactsNow) => {
  const recent = new Map<string, Drawn>();
  let drawnFrom: Facts | undefined;

  const remembered = (key: string, draw: () => Drawn): Drawn => {
    const drawn = recent.get(key) ?? draw();
    recent.delete(key);
    recent.set(key, drawn);
    const [oldest] = recent.keys();
    if (recent.size > MOST_REMEMBERED && oldest !== undefined) recent.delete(oldest);
    return drawn;
  };

  const to = (question: Question): Drawn => {
    const { facts, arriving } = factsNow();
    if (drawnFrom === undefined || !areSame(drawnFrom, facts)) recent.clear();
    drawnFrom = facts;
    const drawn = remembered(JSON.stringify(question), () => drawnFor(answer(question, facts)));
    const isAwaited = arriving !== undefined && ON_MARKET.has(question.kind) && isLoading(facts);
    return isAwaited ? { ...drawn, awaits: arriving } : drawn;
  };

  return {
    to,
    toTurn: (turn: AskedTurn): Drawn =>
      turn.kind === 'question' ? to(turn.question) : drawnFor(answerTurn(turn, factsNow().facts)),
  };
};

export type RecentAnswers = ReturnType<typeof createRecentAnswers>;
