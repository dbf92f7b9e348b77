import type { webApi } from '@slack/bolt';
import type { Brief } from '../brief/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Message } from '../message/index.ts';
import type { AskedTurn } from '../reading/index.ts';
import { answerTurn, renderTurn, type TurnAnswer, withChange } from '../surface/index.ts';
import type { Question } from '../topics/questions.ts';
import { answer, topicOf } from '../topics/registry.ts';
import { utcDateOf } from '../units.ts';
import type { Desk } from './context.ts';
import { slackBlocksAsSent } from './slack-types.ts';

/** What answers rest on at a moment, taken at once. */
export interface FactsNow {
  readonly facts: Facts;
  /** Settles once the data that are being loaded have come, or have not; never rejects. Absent where none are. */
  readonly arriving?: Promise<unknown>;
}

export interface Drawn {
  readonly answered: TurnAnswer | Brief;
  readonly message: Message;
  /** Settles once data that this answer went without may be there. */
  readonly awaits?: Promise<unknown>;
}

const MOST_REMEMBERED = 200;

/** Draws an answer as Slack shows it: with the button that opens the form, where there is something to change. */
const drawnFor = (answered: TurnAnswer): Drawn => ({
  answered,
  message: answered.kind === 'rate-move' ? withChange(renderTurn(answered), answered.question) : renderTurn(answered),
});

const isLoading = ({ market, fed }: Facts): boolean =>
  (market.kind === 'printed' && market.why.kind === 'loading') ||
  (fed.odds.kind === 'none' && fed.odds.why.kind === 'loading');

/** True where the same question has the same answer from both. */
const areSame = (one: Facts, other: Facts): boolean =>
  utcDateOf(one.now) === utcDateOf(other.now) &&
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
    const isAwaited = arriving !== undefined && topicOf(question.kind).needsMarketData && isLoading(facts);
    return isAwaited ? { ...drawn, awaits: arriving } : drawn;
  };

  return {
    to,
    toTurn: (turn: AskedTurn): Drawn =>
      turn.kind === 'question' ? to(turn.question) : drawnFor(answerTurn(turn, factsNow().facts)),
  };
};

export type RecentAnswers = ReturnType<typeof createRecentAnswers>;

/** Where a message stands that all can see. */
interface Standing {
  readonly client: webApi.WebClient;
  readonly channel: string;
  readonly ts: string;
}

/** True where two answers say the same: the id alone follows data that change nothing that is shown. */
const saySame = (one: Drawn, other: Drawn): boolean => {
  const withoutId = ({ message, answered }: Drawn): string => JSON.stringify(message).replaceAll(answered.id, '');
  return withoutId(one) === withoutId(other);
};

/**
 * Brings a posted answer up to date, once, when the data come that it went without; where they do not come it stays as
 * it is, and says so already.
 *
 * @param finished adds what was added to the message when it was posted
 */
export const updateOnce = (
  { answers, inBackground }: Desk,
  { client, channel, ts }: Standing,
  drawn: Drawn,
  finished: (drawn: Drawn) => Message,
): void => {
  const { awaits } = drawn;
  const { question } = drawn.answered;
  if (awaits === undefined || question === null) return;
  inBackground('update', async () => {
    await awaits;
    const newer = answers.to(question);
    if (saySame(newer, drawn)) return;
    const message = finished(newer);
    await client.chat.update({ channel, ts, text: message.text, blocks: slackBlocksAsSent(message) });
  });
};
