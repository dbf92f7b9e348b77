import {
  type Amount,
  asTyped,
  marked,
  type Place,
  rateWays,
  type Size,
  slotsOf,
  spanOf,
  type Utterance,
} from '../../language/index.ts';
import type { Context, Kept, Numbers } from '../context.ts';
import type { Known, Reading } from '../reading.ts';
import type { Unclear } from '../turn.ts';
import type { RateMoveQuestion } from './question.ts';
import { LARGEST_MOVE_BPS } from './question.ts';
import { changedBy, problemIn, withChanges } from './read-assumed.ts';
import type { Figures } from './read-figures.ts';
import { moveButtonName } from './read-names.ts';
import { type Change, has } from './read-noted.ts';

/** All that a reading of a move is made from. */
export interface Turned {
  readonly utterance: Utterance;
  readonly figures: Figures;
  readonly numbers: Numbers;
  readonly context: Context | undefined;
  readonly known: Known;
  /** The move asked about last, where the words go on from it. */
  readonly base: RateMoveQuestion | undefined;
  /** Everything that was changed is to be as it was. */
  readonly isReset: boolean;
}

/** Words that a move is put in, and that say nothing else. */
export const wordsOfMove = (utterance: Utterance): readonly Place[] => [
  ...rateWays(utterance),
  ...[
    'move',
    'fed',
    'rate',
    'each',
    'sum',
    'only',
    'private',
    'income',
    'correction',
    'reference',
    'reset',
    'more',
    'negation',
  ].flatMap((tag) => marked(utterance, tag)),
  // the Fed and its chair as actors are no view asked for
  ...slotsOf(utterance, 'who').filter((who) =>
    marked(utterance, 'fed').some(({ from }) => from >= who.from && from < who.to),
  ),
];

export const signedBps = (
  { way, sign, bps }: Pick<Size, 'way' | 'sign' | 'bps'>,
  { base, isReset, context }: Turned,
): number => {
  const said = way ?? (sign === '-' ? 'cut' : sign === '+' ? 'hike' : undefined);
  const before = base && !isReset && base.moveBps > 0 ? 'hike' : 'cut';
  const meant = said ?? context?.wantedWay ?? before;
  return (meant === 'hike' ? bps : -bps) + 0;
};

const outOfRange = (utterance: Utterance, amounts: readonly Amount[]): Unclear => ({
  kind: 'unclear',
  reason: 'out-of-range',
  words: amounts.map((amount) => asTyped(utterance, amount)).join(' '),
});

/** The one company shown: named here, or by a word that stays until another changes it. */
export const onlyOf = (
  { figures, base, numbers, isReset }: Turned,
  isPluralToo = false,
): 'small' | 'large' | undefined => {
  const { scope, changes } = figures;
  if (scope) {
    const hides = changes.some(({ company }) => company !== undefined && company !== scope.scope);
    if (scope.scope === 'both' || hides) return undefined;
    if (!scope.isPlural || scope.isOnly || isPluralToo) return scope.scope;
  }
  const kept = isReset ? undefined : (base?.only ?? (numbers.scope === 'both' ? undefined : numbers.scope));
  // an assumption of the other company would not be seen
  const isHidden = kept !== undefined && changes.some(({ company }) => company !== undefined && company !== kept);
  return isHidden ? undefined : kept;
};

/** `would 75 be better`, `bigger, 100`, `sorry that was meant to be 25`: behind a move, of another size. */
const isComparative = ({ utterance, numbers, context }: Turned): boolean =>
  numbers.move !== undefined &&
  !context?.stale &&
  utterance.tokens.length <= 9 &&
  (has(utterance, 'correction', 'no') || utterance.words.some((word) => COMPARATIVE.test(word)));

const COMPARATIVE = /^(?:better|worse|bigger|smaller|larger|higher|lower|enough|instead)$/;

/** A move of this size, with the assumptions that stand and those that are changed here. */
export const moveReading = (
  turned: Turned,
  moveBps: number,
  sizes: readonly Amount[],
  uses: readonly Place[],
  rest: Partial<Reading> & { readonly readAs?: RateMoveQuestion['readAs']; readonly kept?: Kept } = {},
): Reading => {
  const { utterance, figures, base, isReset, context } = turned;
  const { changes, scope } = figures;
  const only = onlyOf(turned);
  const { readAs, kept, ...more } = rest;
  const overridden = withChanges(isReset ? undefined : base, changes, only);
  const move: RateMoveQuestion = {
    kind: 'rate-move',
    moveBps,
    ...overridden,
    ...(readAs && { readAs }),
    ...(only && { only }),
  };
  const problem =
    problemIn(changes, (change) => asTyped(utterance, spanOf(utterance, hullOf(change))), only) ??
    (Math.abs(moveBps) > LARGEST_MOVE_BPS ? outOfRange(utterance, sizes) : undefined);
  // an assumption that is named needs no word of what was said before
  const isNamed = changes.some(({ uses: places }) => places.length > 1);
  const isScope = scope !== undefined && (scope.isOnly || sizes.length === 0);
  const assumed = changedBy(changes, only);
  const size = sizes.length > 0 ? [{ what: 'size' as const }] : [];
  const isBoth = !scope && only === undefined && changes.some(({ company }) => company !== undefined);
  const keeps: Kept = {
    ...kept,
    // a size alone is what every move changes
    ...(assumed.length > 0 && { changed: [...size, ...assumed] }),
    ...(isScope && { scope: scope.scope }),
    ...(isBoth && { scope: 'both' as const }),
  };
  return {
    asks: problem ?? move,
    name: moveButtonName(move),
    how: 'exact',
    uses: [...uses, ...wordsOfMove(utterance), ...changes.flatMap((change) => change.uses), ...(scope?.marks ?? [])],
    sizes,
    isSizeWanted: context?.wants === 'size' || isComparative(turned),
    ...(has(utterance, 'private') && { isPrivate: true }),
    ...(context?.stale && base && sizes.length === 0 && !isNamed && { isOffer: true as const }),
    ...more,
    ...(Object.keys(keeps).length > 0 && { keeps }),
  };
};

const hullOf = ({ uses }: Change): Place => ({
  from: Math.min(...uses.map(({ from }) => from)),
  to: Math.max(...uses.map(({ to }) => to)),
});
