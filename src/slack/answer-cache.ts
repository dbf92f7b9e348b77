import type { Brief } from '../brief/index.ts';
import { type Facts, haveSameAnswers, type OwnFacts, withOwn } from '../facts/index.ts';
import type { Message } from '../message/index.ts';
import {
  answerQuestion,
  answerTurn,
  type Remarks,
  remarksOf,
  renderTurn,
  type TurnAnswer,
  withChange,
  withCompanyList,
} from '../surface/index.ts';
import type { Question } from '../topics/questions.ts';
import { topicOf } from '../topics/registry.ts';
import type { AskedTurn } from '../topics/turn.ts';
import { keepJson } from './slack-client.ts';

/** The facts that answers are computed from at a moment, taken at once. */
export interface CurrentFacts {
  readonly facts: Facts;
  /** Settles once the data that are being loaded have come, or have not; never rejects. Absent where none are. */
  readonly arriving?: Promise<unknown>;
}

/** An answer, and the message that Slack shows it as. */
export interface RenderedAnswer {
  readonly answer: TurnAnswer | Brief;
  readonly message: Message;
  /** Settles once data that this answer went without may be there. */
  readonly dataArriving?: Promise<unknown>;
  /** What of the asker's workspace it rests on. */
  readonly own?: OwnFacts;
}

const MOST_CACHED = 200;
const MOST_ASKED = 2_000;

/** With the button that opens the form *Change assumptions*, or the list of companies, where there is something to change. */
const withForms = (answer: TurnAnswer, message: Message): Message => {
  if (answer.kind === 'rate-move') return withChange(message, answer.question);
  return answer.kind === 'companies' && answer.source !== undefined ? withCompanyList(message) : message;
};

const renderAnswer = (answer: TurnAnswer): RenderedAnswer => ({
  answer,
  message: withForms(answer, renderTurn(answer)),
});

const isLoading = ({ market, fed }: Facts): boolean =>
  (market.kind === 'printed' && market.why.kind === 'loading') ||
  (fed.odds.kind === 'none' && fed.odds.why.kind === 'loading');

/**
 * Answers and renders questions, and keeps the last two hundred that were asked twice: many people ask the same few sizes, and
 * the same question has the same answer until the facts change. About 4 MB at most. What is asked once is not kept, since it
 * would only be carried about by the collector of garbage.
 */
export const createAnswerCache = (currentFacts: () => CurrentFacts) => {
  const cached = new Map<string, RenderedAnswer>();
  const asked = new Set<string>();
  let cachedFrom: Facts | undefined;

  const fromCache = (key: string, render: () => RenderedAnswer): RenderedAnswer => {
    const known = cached.get(key);
    if (known === undefined && !asked.has(key)) {
      if (asked.size >= MOST_ASKED) asked.clear();
      asked.add(key);
      return render();
    }
    const rendered = known ?? render();
    if (known === undefined) keepJson(rendered.message);
    cached.delete(key);
    cached.set(key, rendered);
    const [oldest] = cached.keys();
    if (cached.size > MOST_CACHED && oldest !== undefined) cached.delete(oldest);
    return rendered;
  };

  const forQuestion = (question: Question, remarks?: Remarks, own?: OwnFacts): RenderedAnswer => {
    const { facts, arriving } = currentFacts();
    if (cachedFrom === undefined || !haveSameAnswers(cachedFrom, facts)) cached.clear();
    cachedFrom = facts;
    const asked = JSON.stringify(remarks ? [question, remarks] : question);
    // what is said of one list is said of no other
    const key = own ? `${own.version} ${asked}` : asked;
    const rendered = fromCache(key, () => renderAnswer(answerQuestion(question, withOwn(facts, own), remarks)));
    const goesWithout = topicOf(question.kind).needsMarketData && isLoading(facts);
    const isLate = arriving !== undefined && goesWithout;
    return isLate || own ? { ...rendered, ...(isLate && { dataArriving: arriving }), ...(own && { own }) } : rendered;
  };

  return {
    forQuestion,
    /** @param own what the asker may know of their workspace's own */
    forTurn: (turn: AskedTurn, own?: OwnFacts): RenderedAnswer =>
      turn.kind === 'question'
        ? forQuestion(turn.question, remarksOf(turn), own)
        : renderAnswer(answerTurn(turn, withOwn(currentFacts().facts, own))),
  };
};

/** Answers questions and turns, as messages for Slack. */
export type AnswerCache = ReturnType<typeof createAnswerCache>;
