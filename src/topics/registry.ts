import type { Answered, Facts } from '../facts/index.ts';
import type { Message } from '../message/index.ts';
import { about } from './about/index.ts';
import { check } from './check/index.ts';
import { compareMoves } from './compare-moves/index.ts';
import { conflicts } from './conflicts/index.ts';
import { fed } from './fed/index.ts';
import { fedHistory } from './fed-history/index.ts';
import { figure } from './figure/index.ts';
import { help } from './help/index.ts';
import { marketMove } from './market-move/index.ts';
import { method } from './method/index.ts';
import { notKnown } from './not-known/index.ts';
import { notes } from './notes/index.ts';
import type { Question } from './questions.ts';
import { rateMove } from './rate-move/index.ts';
import { ratio } from './ratio/index.ts';
import { refusal } from './refusal/index.ts';
import { rotation } from './rotation/index.ts';
import { solve } from './solve/index.ts';
import { source } from './source/index.ts';
import type { CitedAnswer, HelpRow, Kind, QuestionOf, Topic } from './topic.ts';
import { valuation } from './valuation/index.ts';
import { views } from './views/index.ts';

/** Every kind of question, in the order of Help. A kind without its topic does not compile. */
export const TOPICS = {
  'rate-move': rateMove,
  rotation,
  fed,
  views,
  check,
  'rate-move-market': marketMove,
  'compare-moves': compareMoves,
  solve,
  method,
  conflicts,
  figure,
  valuation,
  ratio,
  'fed-history': fedHistory,
  notes,
  source,
  refusal,
  'not-known': notKnown,
  about,
  help,
} satisfies { readonly [K in Kind]: { readonly kind: K } };

export type Answer = ReturnType<(typeof TOPICS)[Kind]['answer']>;

type AnyTopic = Topic<Kind, Answered & { readonly kind: Kind }>;

/** The topic of a kind; its own types are checked where it is defined. */
export const topicOf = (kind: Kind): Omit<AnyTopic, 'answer' | 'render' | 'cite'> => TOPICS[kind];

// one topic is picked by the question's own kind, which the compiler cannot follow from the key to the value
const handlersOf = (kind: Kind) => TOPICS[kind] as unknown as AnyTopic;

const HELP: readonly HelpRow[] = Object.values(TOPICS).flatMap(({ help }) => help);

const cite = (question: Question, facts: Facts): CitedAnswer => {
  const about = answer(question, facts);
  return { answer: about, citations: handlersOf(question.kind).cite(about) };
};

/** Answers a question from a snapshot of facts: pure, synchronous, the same every time. */
export const answer = <K extends Kind>(question: QuestionOf<K>, facts: Facts): Extract<Answer, { readonly kind: K }> =>
  handlersOf(question.kind).answer(question, facts, cite) as Extract<Answer, { readonly kind: K }>;

/** Renders an answer; the same answer gives the same message. */
export const render = (answered: Answer): Message => handlersOf(answered.kind).render(answered, HELP);
