import { type Answered, type Facts, type NoData, nothingAnswered } from '../facts/index.ts';
import { type Block, context, escaped, type Message } from '../message/index.ts';
import { type Question, QuestionSchema } from '../topics/questions.ts';
import { type Answer, answer, KINDS_IN_NEED, render, topicOf } from '../topics/registry.ts';
import type { Data } from '../topics/topic.ts';
import type { AskedTurn, Silence } from '../topics/turn.ts';
import { answerUnclear, renderUnclear, type UnclearAnswer } from './not-understood.ts';
import { type Remarks, withRemarks } from './remarks.ts';

const isComing = (why: NoData): boolean => why.kind === 'loading';

/** What there are no data of, and none on the way. */
const lackingIn = ({ market, fed }: Facts): readonly Data[] => [
  ...(market.kind === 'printed' && !isComing(market.why) ? (['closes'] as const) : []),
  ...(fed.odds.kind === 'none' && !isComing(fed.odds.why) ? (['futures'] as const) : []),
];

/** What the question behind a button cannot be answered without. */
const needOf = (value: string | undefined): Data | undefined => {
  const asked = value === undefined ? undefined : jsonIn(value);
  if (typeof asked !== 'object' || asked === null || !('kind' in asked) || !KINDS_IN_NEED.has(asked.kind))
    return undefined;
  const { data: question } = QuestionSchema.safeParse(asked);
  if (question === undefined) return undefined;
  const needs: ((asked: never) => Data | undefined) | undefined = topicOf(question.kind).needs;
  return needs?.(question as never);
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Takes away the buttons whose answer would only say that its data are missing. */
const withoutDeadEnds = ({ text, blocks }: Message, lacking: readonly Data[]): Message => {
  if (lacking.length === 0) return { text, blocks };
  const isDead = (value: string | undefined): boolean => {
    const need = needOf(value);
    return need !== undefined && lacking.includes(need);
  };
  return {
    text,
    blocks: blocks.flatMap((block): readonly Block[] => {
      if (block.type !== 'actions') return [block];
      const elements = block.elements.filter((one) => one.type !== 'button' || !isDead(one.value));
      return elements.length === 0 ? [] : [{ ...block, elements }];
    }),
  };
};

/** Something was done instead of asked. */
interface DoneAnswer extends Answered {
  readonly kind: 'done';
  readonly question: null;
  readonly effect: Silence;
}

/** An answer, with what is to be said of the words that asked for it, and what there are no data of. */
type RemarkedAnswer = Answer & { readonly remarks?: Remarks; readonly lacking?: readonly Data[] };

/** What any turn of a conversation comes to. */
export type TurnAnswer = RemarkedAnswer | UnclearAnswer | DoneAnswer;

/** Says what was done. */
const answerEffect = (effect: Silence, facts: Facts): DoneAnswer => ({
  kind: 'done',
  question: null,
  effect,
  ...nothingAnswered(effect, facts),
});

/** What is to be said of the words that asked; undefined where they leave nothing to say. */
export const remarksOf = ({ notUsed, how, others }: Extract<AskedTurn, { kind: 'question' }>): Remarks | undefined =>
  notUsed || how || others?.length
    ? { ...(notUsed && { notUsed }), ...(how && { how }), ...(others?.length && { others }) }
    : undefined;

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
