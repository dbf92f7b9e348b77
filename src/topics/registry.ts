import type { Facts } from '../facts/index.ts';
import type { Message } from '../message/index.ts';
import { about } from './about/index.ts';
import { check } from './check/index.ts';
import { companies } from './companies/index.ts';
import { compareMoves } from './compare-moves/index.ts';
import { conflicts } from './conflicts/index.ts';
import { fan } from './fan/index.ts';
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
import type { ReadTopic } from './reading.ts';
import { refusal } from './refusal/index.ts';
import { rotation } from './rotation/index.ts';
import { solve } from './solve/index.ts';
import { source } from './source/index.ts';
import type { Tool } from './tool.ts';
import type { CitedAnswer, HelpRow, Kind, QuestionOf, Topic, Topics } from './topic.ts';
import { valuation } from './valuation/index.ts';
import { views } from './views/index.ts';
import { years } from './years/index.ts';

/** Every kind of question, in the order of Help. */
const TOPICS = {
  'rate-move': rateMove,
  rotation,
  fed,
  views,
  check,
  'rate-move-market': marketMove,
  'compare-moves': compareMoves,
  solve,
  fan,
  companies,
  years,
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
} satisfies Topics;

type AnswerByKind = { readonly [K in Kind]: ReturnType<(typeof TOPICS)[K]['answer']> };
type AnswerOf<K extends Kind> = AnswerByKind[K];
export type Answer = AnswerOf<Kind>;

const BY_KIND: { readonly [K in Kind]: Topic<K, AnswerOf<K>> } = TOPICS;

/** Everything the program knows of a kind of question. */
export const topicOf = <K extends Kind>(kind: K): Topic<K, AnswerOf<K>> => BY_KIND[kind];

/** The kinds of which some questions cannot be answered without data. */
export const KINDS_IN_NEED: ReadonlySet<unknown> = new Set(
  (Object.keys(TOPICS) as Kind[]).filter((kind) => topicOf(kind).needs !== undefined),
);

/** Readings that account for the same words are told apart by this order. */
const ORDER = [
  // a team's own companies, before what is declined of anybody's portfolio, and before the examples
  'companies',
  // a path of moves by year, before the odds it is made of
  'years',
  // what is declined accounts for all words, and stands before what else they may ask
  'refusal',
  'rate-move-market',
  'about',
  // a day of the record, before what a note or an index is said to have done then
  'fed-history',
  // what a note prints by its name, before a span or a size of the same
  'conflicts',
  'check',
  // whether projections come with a meeting, before what a note says of them
  'fed',
  'valuation',
  'figure',
  'rotation',
  'not-known',
  // a level of the ratio, before a size of the same
  'ratio',
  // a move shown at other assumptions, before the move itself
  'fan',
  'solve',
  'compare-moves',
  // a question about a move, before the move itself
  'method',
  'rate-move',
  'source',
  'help',
  'notes',
  'views',
] as const satisfies readonly Kind[];

type Forgotten = Exclude<Kind, (typeof ORDER)[number]>;

/** Every topic's reader, in the order that breaks ties. A kind that the order leaves out does not compile. */
export const TOPIC_READERS: [Forgotten] extends [never] ? readonly ReadTopic[] : Forgotten = ORDER.map(
  (kind) => topicOf(kind).read,
);

/** Answers a question from a snapshot of facts: pure, synchronous, the same every time. */
export const answer = <K extends Kind>(question: QuestionOf<K> & { readonly kind: K }, facts: Facts): AnswerOf<K> =>
  topicOf(question.kind).answer(question, facts, cite);

const cite = (question: Question, facts: Facts): CitedAnswer => {
  const about = answer(question, facts);
  return { answer: about, citations: topicOf(about.kind).cite(about) };
};

/** Every topic's tool, in the order of Help. */
export const TOPIC_TOOLS: readonly Tool[] = (Object.keys(TOPICS) as Kind[]).flatMap((kind) => topicOf(kind).tool ?? []);

const HELP: readonly HelpRow[] = Object.values(TOPICS).flatMap(({ help }) => help);

/** Renders an answer; the same answer gives the same message. */
export const render = <K extends Kind>(answered: AnswerOf<K> & { readonly kind: K }): Message =>
  topicOf(answered.kind).render(answered, HELP);
