import { numbersIn, slotsOf, type Utterance } from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import { ABOUT_NAMES } from '../../topics/about/read.ts';
import { type Context, numbersOf } from '../../topics/context.ts';
import { historyName } from '../../topics/fed-history/read.ts';
import { METHOD_NAMES } from '../../topics/method/read-names.ts';
import type { Question } from '../../topics/questions.ts';
import { LONGEST_NAME, type Reading, type ReadTopic } from '../../topics/reading.ts';
import { nameOf as rotationName } from '../../topics/rotation/read-names.ts';
import type { NamedQuestion } from '../../topics/turn.ts';
import { termsIn, viewsButtonName, viewsOf } from '../../topics/views/read-terms.ts';
import { type Ranked, ranked, type Sense } from './model.ts';

/** Measured by leaving out a fifth of the examples at a time: above it 98 of 100 kinds are right. */
const LEAST_LEAD = 30;
/** The same where some word says nothing for it. */
const LEAST_LEAD_IN_PART = 42;
/** Chat is to be as far below. */
const LEAST_OVER_CHAT = 48;
/** What is offered leads chat by so much, where not every word speaks for it. */
const LEAST_OFFERED_OVER_CHAT = 8;
/** What is offered is that near to the best. */
const NEAR_BEST = 14;
const LEAST_WORDS = 2;
const LEAST_ANSWERED_WORDS = 3;
const MOST_OFFERED = 3;
/** Which part of the words that say something has to speak for what is offered or answered. */
const LEAST_SUPPORT = 0.5;

type SenseKind = Sense['kind'];

/** Kinds that take no number from the person: resemblance may answer for them. */
const ANSWERED: ReadonlySet<SenseKind> = new Set([
  ...(['views', 'method', 'notes', 'source', 'help', 'refusal', 'not-known', 'about'] as const),
  ...(['fed', 'fed-history', 'conflicts', 'check'] as const),
]);
const OFFERED: ReadonlySet<SenseKind> = new Set([
  ...(['views', 'method', 'notes', 'source', 'about', 'conflicts', 'check'] as const),
  ...(['fed', 'fed-history', 'rotation', 'ratio', 'rate-move-market'] as const),
]);
/** Kinds that a day or a span changes: without it they would answer something else. */
const DATED: ReadonlySet<SenseKind> = new Set(['fed', 'fed-history', 'rotation', 'ratio']);

/** What the words have to speak of for a kind to be offered: resemblance alone guesses oddly. */
const TOLD_BY: Partial<Record<SenseKind, readonly string[]>> = {
  fed: ['fed', 'rate', 'market', 'odds'],
  'fed-history': ['fed', 'rate', 'past', 'move', 'market'],
  'rate-move-market': ['market', 'odds', 'move'],
  rotation: ['index', 'ratio', 'company', 'rotation'],
  ratio: ['index', 'ratio'],
  views: ['views', 'people', 'who', 'stance', 'topic', 'document', 'company', 'index'],
  check: ['document', 'note', 'past', 'views'],
  conflicts: ['document', 'note', 'views', 'people'],
  notes: ['document', 'note'],
  method: ['company', 'parameter', 'income', 'share', 'cash', 'rate', 'reference'],
};
/** Parts of the method that hardly anybody means who does not name them. */
const SELDOM: ReadonlySet<string> = new Set(['rounding', 'lift ratio', 'floor', 'timing', 'growth', 'companies']);

const isDated = ({ slots }: Utterance): boolean =>
  slots.some(({ kind }) => kind === 'date' || kind === 'span' || kind === 'duration');

const isPlausible = ({ kind, asks, support }: Ranked, utterance: Utterance): boolean => {
  if (support < LEAST_SUPPORT || (DATED.has(kind) && isDated(utterance))) return false;
  const isWhole = support === 1;
  if (asks?.kind === 'method' && SELDOM.has(asks.aspect) && !isWhole) return false;
  if (asks?.kind === 'views' && (asks.needs !== undefined || asks.horizon !== undefined) && !isWhole) return false;
  const tags = TOLD_BY[kind];
  return tags === undefined ? isWhole : utterance.marks.some(({ tag }) => tags.includes(tag));
};

const chatIn = (all: readonly Ranked[]): number => all.find(({ kind }) => kind === 'none')?.score ?? 0;

/** Which way the words turn a rate, if they do. */
const wayIn = (utterance: Utterance): 'cut' | 'hike' | 'hold' | undefined =>
  slotsOf(utterance, 'direction').find(({ of }) => of === 'rate')?.way;

interface Filled {
  readonly asks: Question;
  readonly name: string;
  readonly uses: Reading['uses'];
}

const FED_NAMES = {
  odds: 'Odds at the next meeting',
  count: 'How many moves are priced',
  rate: 'The rate that is priced',
};

/** The question with what the words name filled in, and as a button asks it. */
const filled = (
  { kind, asks }: Sense,
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
): Filled | undefined => {
  const plain = (name: string, question: Question | undefined = asks): Filled | undefined =>
    question && { asks: question, name: name.slice(0, LONGEST_NAME), uses: slotsOf(utterance, 'direction') };
  if (kind === 'source') {
    // a source is of an answer
    const last = context?.last;
    return last && plain('Where that is from', last.kind === 'source' ? last : { kind, of: last });
  }
  if (asks === undefined) return undefined;
  switch (asks.kind) {
    case 'views': {
      const { who, notes, topics, uses } = termsIn(utterance, library);
      const isNamed = topics.length > 0;
      const question = asks.risks ? asks : viewsOf({ ...asks, who, notes, topics: isNamed ? topics : asks.topics });
      return { asks: question, name: viewsButtonName(question), uses: asks.risks ? [] : uses };
    }
    case 'method': {
      const { move } = numbersOf(context);
      return plain(METHOD_NAMES[asks.aspect], { ...asks, ...(move && { of: move }) });
    }
    case 'notes':
      return plain('The notes');
    case 'help':
      return plain('What can be asked');
    case 'conflicts':
      return plain('Where the notes disagree');
    case 'check':
      return plain('The notes against the record');
    case 'fed':
      return plain(asks.ask ? FED_NAMES[asks.ask] : 'Next Fed meeting');
    case 'rotation':
      return plain(rotationName(asks));
    case 'fed-history': {
      const way = wayIn(utterance);
      const question = { ...asks, ...(way && asks.ask !== 'cycle' && asks.ask !== 'range' && { way }) };
      return plain(historyName(question), question);
    }
    case 'about':
      return plain(ABOUT_NAMES[asks.aspect]);
    case 'ratio':
      return plain('Russell 2000 over S&P 500');
    case 'rate-move-market':
      return plain('What futures price in, run');
    default:
      return plain('That');
  }
};

/** What may be offered, the likest first: nothing that is likelier to be chat. */
const likest = (all: readonly Ranked[], utterance: Utterance): readonly Ranked[] => {
  const chat = Math.max(0, chatIn(all));
  return all.filter(
    (one) =>
      OFFERED.has(one.kind) &&
      one.score - chat > (one.support === 1 ? 0 : LEAST_OFFERED_OVER_CHAT) &&
      isPlausible(one, utterance),
  );
};

/** What the words resemble far above anything else, or what may be offered, the likest first. */
export const chosenAmong = (
  all: readonly Ranked[],
  utterance: Utterance,
): { readonly isSure: boolean; readonly chosen: readonly Ranked[] } => {
  const nothing = { isSure: false, chosen: [] };
  const words = utterance.tokens.filter(({ kind }) => kind === 'word').length;
  const [best, second] = all;
  if (words < LEAST_WORDS || numbersIn(utterance).length > 0 || best === undefined) return nothing;
  if (best.kind === 'none' || best.kind === 'brief') return nothing;
  const isSure =
    words >= LEAST_ANSWERED_WORDS &&
    ANSWERED.has(best.kind) &&
    best.support >= LEAST_SUPPORT &&
    best.score - (second?.score ?? 0) >= (best.support === 1 ? LEAST_LEAD : LEAST_LEAD_IN_PART) &&
    best.score - chatIn(all) >= LEAST_OVER_CHAT &&
    !(DATED.has(best.kind) && isDated(utterance));
  if (isSure) return { isSure, chosen: [best] };
  const near = likest(all, utterance).filter(({ score }) => best.score - score <= NEAR_BEST);
  return { isSure, chosen: near.slice(0, MOST_OFFERED) };
};

/** What words resemble that no topic has put together: answered far above anything else, else offered. */
export const readRanked: ReadTopic = (utterance, context, library) => {
  const { isSure, chosen } = chosenAmong(ranked(utterance), utterance);
  return chosen.flatMap((one): readonly Reading[] => {
    const reading = filled(one, utterance, context, library);
    return reading ? [{ ...reading, how: 'ranked', ...(!isSure && { isOffer: true }) }] : [];
  });
};

/** Up to so many readings that the words resemble a little, the likest first, filled with what they name. */
export const likestTo = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  most: number,
): readonly NamedQuestion[] =>
  likest(ranked(utterance), utterance)
    .filter(({ kind }) => kind !== 'source')
    .slice(0, most)
    .flatMap((one) => {
      const reading = filled(one, utterance, context, library);
      return reading ? [{ name: reading.name, question: reading.asks }] : [];
    });

/** Kinds this near to one another stay in the order they were in. */
const SAME = 50;

/** How much a text resembles a kind of question, in coarse steps: what is asked back is shown in this order. */
export const likenessIn = (utterance: Utterance): ((kind: string) => number) => {
  const scores = new Map<string, number>();
  for (const { kind, score } of ranked(utterance)) if (!scores.has(kind)) scores.set(kind, Math.round(score / SAME));
  return (kind) => scores.get(kind) ?? 0;
};
