import { numbersIn, type Utterance } from '../../language/index.ts';
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

/** Measured by leaving out a fifth of the examples at a time: above it nine of ten kinds are right, and no chat is answered. */
const LEAST_LEAD = 40;
/** What is offered leads the chat by so much, and is that near to the best. */
const LEAST_OFFERED = 20;
const NEAR_BEST = 15;
const LEAST_WORDS = 3;
const MOST_OFFERED = 3;

/** Kinds that take no number from the person: resemblance may answer for them. */
const ANSWERED: ReadonlySet<Sense['kind']> = new Set([
  'views',
  'method',
  'notes',
  'source',
  'help',
  'refusal',
  'not-known',
  'about',
]);
const OFFERED: ReadonlySet<Sense['kind']> = new Set([
  ...(['views', 'method', 'notes', 'source'] as const),
  ...(['conflicts', 'check', 'fed', 'rotation', 'ratio', 'fed-history', 'about'] as const),
]);

/** What the words have to speak of for a kind to be offered: resemblance alone guesses oddly. */
const TOLD_BY: Partial<Record<Sense['kind'], readonly string[]>> = {
  fed: ['fed', 'rate', 'market', 'odds'],
  rotation: ['index', 'ratio', 'company'],
  ratio: ['index', 'ratio'],
  views: ['views', 'people', 'who', 'stance', 'topic', 'document', 'company', 'index'],
  check: ['document', 'note', 'past', 'views'],
  conflicts: ['document', 'note', 'views', 'people'],
  notes: ['document', 'note'],
  method: ['company', 'parameter', 'income', 'share', 'cash', 'rate', 'reference'],
};
/** Parts of the method that hardly anybody means who does not name them. */
const SELDOM: ReadonlySet<string> = new Set(['rounding', 'lift ratio', 'floor', 'timing', 'growth', 'companies']);

const isPlausible = (sense: Sense, { marks }: Utterance): boolean => {
  if (sense.kind === 'method' && SELDOM.has(sense.aspect)) return false;
  if (sense.kind === 'views' && (sense.needs !== undefined || sense.horizon !== undefined)) return false;
  const tags = TOLD_BY[sense.kind];
  return tags === undefined || marks.some(({ tag }) => tags.includes(tag));
};

/** The question with what the words name filled in, and as a button asks it. */
const filled = (
  sense: Question,
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
): { readonly asks: Question; readonly name: string; readonly uses: Reading['uses'] } => {
  const plain = (name: string, asks: Question = sense) => ({ asks, name: name.slice(0, LONGEST_NAME), uses: [] });
  switch (sense.kind) {
    case 'views': {
      const { who, notes, topics, uses } = termsIn(utterance, library);
      const asks = sense.risks ? sense : viewsOf({ ...sense, who, notes, topics });
      return { asks, name: viewsButtonName(asks), uses: sense.risks ? [] : uses };
    }
    case 'method': {
      const { move } = numbersOf(context);
      return plain(METHOD_NAMES[sense.aspect], { ...sense, ...(move && { of: move }) });
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
      return plain('Fed: range, meetings, odds');
    case 'rotation':
      return plain(rotationName(sense));
    case 'fed-history':
      return plain(historyName(sense));
    case 'about':
      return plain(ABOUT_NAMES[sense.aspect]);
    case 'ratio':
      return plain('Russell 2000 over S&P 500');
    default:
      return plain('That');
  }
};

const isQuestion = (sense: Sense): sense is Question => sense.kind !== 'brief' && sense.kind !== 'none';

const meant = ({ sense }: Ranked, context: Context | undefined): Question | undefined => {
  // a source is of an answer
  const last = context?.last;
  if (sense.kind === 'source')
    return last === undefined || last.kind === 'source' ? last : { kind: 'source', of: last };
  return isQuestion(sense) ? sense : undefined;
};

/** What words resemble that no topic has put together: answered far above anything else, else offered. */
export const readRanked: ReadTopic = (utterance, context, library) => {
  const words = utterance.tokens.filter(({ kind }) => kind === 'word').length;
  if (words < LEAST_WORDS || numbersIn(utterance).length > 0) return [];
  const all = ranked(utterance);
  const [best, second] = all;
  const chat = all.find(({ sense }) => sense.kind === 'none')?.score ?? 0;
  if (best === undefined || best.sense.kind === 'none' || best.sense.kind === 'brief') return [];
  const isSure = best.score - (second?.score ?? 0) >= LEAST_LEAD && ANSWERED.has(best.sense.kind);
  if (best.score - chat < LEAST_OFFERED) return [];
  const near = isSure
    ? [best]
    : all.filter(
        ({ sense, score }) =>
          OFFERED.has(sense.kind) && isPlausible(sense, utterance) && best.score - score <= NEAR_BEST && score > chat,
      );
  return near.slice(0, MOST_OFFERED).flatMap((one): readonly Reading[] => {
    const sense = meant(one, context);
    if (sense === undefined) return [];
    return [{ ...filled(sense, utterance, context, library), how: 'ranked', ...(!isSure && { isOffer: true }) }];
  });
};

/** Far below what is answered or asked back: what words come nearest to, where nothing better can be said. */
const LEAST_LIKENESS = 15;

/** Up to so many readings that the words resemble a little, the likest first, filled with what they name. */
export const likestTo = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  most: number,
): readonly NamedQuestion[] =>
  ranked(utterance)
    .filter(({ sense, score }) => score >= LEAST_LIKENESS && sense.kind !== 'source' && OFFERED.has(sense.kind))
    .filter(({ sense }) => isPlausible(sense, utterance))
    .slice(0, most)
    .flatMap((one) => {
      const sense = meant(one, context);
      if (sense === undefined) return [];
      const { asks, name } = filled(sense, utterance, context, library);
      return [{ name, question: asks }];
    });

/** Kinds this near to one another stay in the order they were in. */
const SAME = 50;

/** How much a text resembles a kind of question, in coarse steps: what is asked back is shown in this order. */
export const likenessIn = (utterance: Utterance): ((kind: string) => number) => {
  const scores = new Map<string, number>();
  for (const { sense, score } of ranked(utterance))
    if (!scores.has(sense.kind)) scores.set(sense.kind, Math.round(score / SAME));
  return (kind) => scores.get(kind) ?? 0;
};
