import { type Answered, type Facts, nothingAnswered } from '../facts/index.ts';
import { context, escaped, type Message } from '../message/index.ts';
import type { Question } from '../topics/questions.ts';
import { type Answer, answer, render, topicOf } from '../topics/registry.ts';
import type { Data } from '../topics/topic.ts';
import type { AskedTurn, Silence } from '../topics/turn.ts';
import { lackingIn, withoutDeadEnds } from './dead-ends.ts';
import { answerUnclear, renderUnclear, type UnclearAnswer } from './not-understood.ts';
import { type Remarks, remarksOf, withRemarks } from './remarks.ts';

/** Something was done instead of asked. */
export interface DoneAnswer extends Answered {
  readonly kind: 'done';
  readonly question: null;
  readonly effect: Silence;
}

/** An answer, with what is to be said of the words that asked for it, and what there are no data of. */
export type RemarkedAnswer = Answer & { readonly remarks?: Remarks; readonly lacking?: readonly Data[] };

/** What any turn of a conversation comes to. */
export type TurnAnswer = RemarkedAnswer | UnclearAnswer | DoneAnswer;

/** Says what was done. */
const answerEffect = (effect: Silence, facts: Facts): DoneAnswer => ({
  kind: 'done',
  question: null,
  effect,
  ...nothingAnswered(effect, facts),
});

/** @param remarks on the words that asked */
export const answerQuestion = (question: Question, facts: Facts, remarks: Remarks | undefined): RemarkedAnswer => {
  const lacking = lackingIn(facts);
  return { ...answer(question, facts), ...(remarks && { remarks }), ...(lacking.length > 0 && { lacking }) };
};

/** Answers one turn of a conversation, whatever it comes to. */
export const answerTurn = (turn: AskedTurn, facts: Facts): TurnAnswer => {
  switch (turn.kind) {
    case 'question':
      return answerQuestion(turn.question, facts, remarksOf(turn));
    case 'silence':
      return answerEffect(turn, facts);
    case 'unclear':
      return answerUnclear(turn, facts);
  }
};

/** True of an answer that concerns nobody but the person who asked: it is never posted to a channel. */
export const isForAskerOnly = ({ kind }: Pick<TurnAnswer, 'kind'>): boolean =>
  kind === 'unclear' || kind === 'done' || topicOf(kind).isForAskerOnly;

const SAID: Record<DoneAnswer['effect']['kind'], string> = {
  silence: 'Silent in this thread until somebody mentions me.',
};

/** One grey line: what was done. */
const renderDone = ({ effect }: DoneAnswer): Message => ({
  text: escaped(SAID[effect.kind]),
  blocks: [context(escaped(SAID[effect.kind]))],
});

/** Renders what a turn came to; the same answer gives the same message. */
export const renderTurn = (answered: TurnAnswer): Message => {
  switch (answered.kind) {
    case 'done':
      return renderDone(answered);
    case 'unclear':
      return renderUnclear(answered);
    default: {
      const message = render(answered);
      const said = answered.remarks ? withRemarks(message, answered.remarks, answered.question) : message;
      return withoutDeadEnds(said, answered.lacking ?? []);
    }
  }
};
