import { has, hasAny, marked, slotsOf, type Utterance } from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import type { Context } from '../topics/context.ts';
import type { NamedQuestion } from '../topics/turn.ts';
import { viewsButtonName, viewsOf } from '../topics/views/read-filters.ts';
import { termsIn } from '../topics/views/read-terms.ts';
import type { Judged } from './judged.ts';
import { likestTo } from './ranker/read.ts';

const MOST = 3;

/** Words of these meanings are about what is answered here; without any, resemblance is chance. */
const OURS: ReadonlySet<string> = new Set(
  `fed rate company parameter income index ratio views market odds people document who note topic stance rotation`.split(
    ' ',
  ),
);

/** What the words name: somebody's views, a topic's, a note's. */
const named = (utterance: Utterance, library: Library): readonly NamedQuestion[] => {
  const { who, notes, topics, without } = termsIn(utterance, library);
  if ([...who, ...notes, ...topics, ...Object.values(without).flat()].length === 0) return [];
  const question = viewsOf({ who, notes, topics, ...without });
  return [{ name: viewsButtonName(question), question }];
};

/** What words that no topic reads come nearest to, each as it would be asked: what they name, then what they resemble. */
export const nearestIn = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
): readonly NamedQuestion[] => {
  if (!utterance.marks.some(({ tag }) => OURS.has(tag)) && slotsOf(utterance, 'note').length === 0) return [];
  const all = [...named(utterance, library), ...likestTo(utterance, context, library, MOST)];
  return [...new Map(all.map((one) => [JSON.stringify(one.question), one])).values()].slice(0, MOST);
};

/** A bare number below it is seldom a size. */
export const LEAST_OFFERED = 10;
const SHORT = 6;
/** `version 2.5`, `50 cent` go on from nothing. */
const GOES_ON = /^(?:now|and|n|an|ok|okay|so|but|then|no|nah|make|try|with|what|or|at|right|actually)$/;
export const NUMBERS: ReadonlySet<string> = new Set(['rate-move', 'compare-moves', 'solve']);

/** A word of no lexicon is what is turned or doubled: `cut the chatter`, `double espresso`. */
export const isOfStrangers = (utterance: Utterance, without: Utterance): boolean => {
  const ways = slotsOf(utterance, 'direction').filter(({ of }) => of === 'rate');
  return (
    slotsOf(without, 'direction').filter(({ of }) => of === 'rate').length > ways.length ||
    marked(utterance, 'scale').some(({ from, to }) => to - from === 1 && utterance.unknown.has(to)) ||
    (ways.length > 0 && [...utterance.unknown].some((at) => utterance.words[at - 1] === 'with'))
  );
};

/** A signed size, a size in basis points, a direction of the rate, or the Fed as an actor: a number may be a move. */
export const isReasoned = (
  utterance: Utterance,
  context: Context | undefined,
  { reading: { sizes = [] } }: Judged,
): boolean => {
  // "now 40 actully", behind a move
  const isShort =
    utterance.unknown.size === 1 &&
    utterance.words.length <= SHORT &&
    GOES_ON.test(utterance.words[0] ?? '') &&
    !context?.stale &&
    NUMBERS.has(context?.last.kind ?? '');
  const isDirected = slotsOf(utterance, 'direction').some(({ of }) => of === 'rate');
  const isActed = isDirected || has(utterance, 'rate') || has(utterance, 'fed', 'fed');
  return sizes.every(({ unit, value, sign, isDecimal, isFraction }) => {
    const isLarge = unit !== undefined || isDecimal || isFraction || value >= LEAST_OFFERED;
    const isRound = value >= 25 && value <= 300 && value % 25 === 0;
    return (
      unit === 'bp' ||
      (isLarge && (isActed || sign !== '' || isShort || (isRound && hasAny(utterance, 'fed', 'company'))))
    );
  });
};
