import {
  type Amount,
  asTyped,
  has,
  hasAny,
  hullOf,
  marked,
  marksOf,
  type Place,
  rateWays,
  type Size,
  says,
  slotsOf,
  spanOf,
  type Utterance,
} from '../../language/index.ts';
import { type Context, type Kept, type Numbers, numbersOf, type Part } from '../context.ts';
import type { Known, Reading } from '../reading.ts';
import type { Unclear } from '../turn.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion, type ReadAs } from './question.ts';
import { changedBy, moveButtonName, outOfRange, problemIn, withChanges } from './read-assumed.ts';
import { namedBack } from './read-borrowed.ts';
import { type Figures, figuresOf, isUnread } from './read-figures.ts';
import { comparedIn, goesOn, isSizeOf, LONGEST_ELLIPTIC, pendingIn, solvedIn } from './read-gone-on.ts';

/** All that a reading of numbers is made from. */
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

export const turnedBy = (utterance: Utterance, context: Context | undefined, known: Known): Turned => {
  const numbers = numbersOf(context);
  const figures = figuresOf(utterance, context);
  const isSized = figures.sizes.length > 0;
  const isHold = rateWays(utterance).some(({ way }) => way === 'hold');
  const move =
    context?.last.kind === 'rate-move-market' && (isSized || isHold)
      ? pendingIn(context)
      : ((isSized ? comparedIn(numbers) : undefined) ?? numbers.move ?? (isSized ? pendingIn(context) : undefined));
  // "standard leverage, up 25"
  const back = isSized && move ? namedBack({ utterance, figures, numbers }, move) : [];
  return {
    utterance,
    figures: back.length > 0 ? { ...figures, changes: [...figures.changes, ...back] } : figures,
    numbers,
    context,
    known,
    base:
      (isSized ? solvedIn(numbers, utterance) : undefined) ??
      (move && (goesOn(utterance) || isSizeOf(move, utterance, context?.offered ?? [])) ? move : undefined),
    isReset: has(utterance, 'reset', 'reset') || (has(utterance, 'reset') && utterance.tokens.length <= 2),
  };
};

/** Whether words of another subject stand among them. */
export const isElsewhere = (utterance: Utterance, ...also: readonly string[]): boolean =>
  hasAny(utterance, 'other', 'odds', 'brief', 'advice', 'views', ...also);

/** Numbers that would have to be used are none. */
export const isBare = ({ figures: { sizes, levels, counts, free } }: Turned): boolean =>
  sizes.length + levels.length + counts.length === 0 && !free.some(({ duty }) => duty === 'must');

const WORDS_OF_MOVE = [
  ...['move', 'fed', 'rate', 'each', 'sum', 'only', 'private', 'income', 'correction', 'reference', 'reset', 'more'],
  'negation',
];

/** Words that a move is put in, and that say nothing else; the Fed's chair as an actor is no view asked for. */
export const wordsOfMove = (utterance: Utterance): readonly Place[] => [
  ...rateWays(utterance),
  ...marksOf(utterance, ...WORDS_OF_MOVE),
  ...slotsOf(utterance, 'who').filter((who) =>
    marked(utterance, 'fed').some(({ from }) => from >= who.from && from < who.to),
  ),
];

/** What changes and companies are said with. */
export const wordsOfChanges = ({ changes, scope }: Figures): readonly Place[] => [
  ...changes.flatMap(({ uses }) => uses),
  ...(scope?.marks ?? []),
];

/** The way said of the rate, other than a hold. */
export const wayOfRate = (utterance: Utterance): { way?: 'cut' | 'hike' } => {
  const way = rateWays(utterance).find((one) => one.way !== 'hold')?.way;
  return way === 'cut' || way === 'hike' ? { way } : {};
};

/** How the sign or the unit of a size was read, to be said. */
export const readAsOf = ({ readAs, way, sign }: Size): { readAs?: [ReadAs, ...ReadAs[]] } => {
  const direction: ReadAs | undefined =
    way || sign === '' ? undefined : sign === '-' ? 'minus as a cut' : 'plus as a hike';
  const [first, ...rest] = [readAs, direction].filter((one) => one !== undefined);
  return first === undefined ? {} : { readAs: [first, ...rest] };
};

export const signedBps = (
  { way, sign, bps }: Pick<Size, 'way' | 'sign' | 'bps'>,
  { base, isReset, context }: Pick<Turned, 'base' | 'isReset' | 'context'>,
): number => {
  const said = way ?? (sign === '-' ? 'cut' : sign === '+' ? 'hike' : undefined);
  const isKept = !isReset || Math.abs(base?.moveBps ?? 0) === bps;
  const before = base && isKept && base.moveBps > 0 ? 'hike' : 'cut';
  return ((said ?? context?.wantedWay ?? before) === 'hike' ? bps : -bps) + 0;
};

/** The one company shown: named here, or by a word that stays until another changes it. */
export const onlyOf = (
  { utterance, figures: { scope, changes }, base, numbers, isReset, context }: Turned,
  isPluralToo = false,
): 'small' | 'large' | undefined => {
  // an assumption of the other company would not be seen
  const hides = (shown: string): boolean => changes.some(({ company }) => company !== undefined && company !== shown);
  if (scope) {
    if (scope.scope === 'both' || hides(scope.scope)) return undefined;
    if (!scope.isPlural || scope.isOnly || isPluralToo) return scope.scope;
  }
  // the move was of one company, and what was asked since of the other
  // "and 50 for it", behind a sum of one company
  if (numbers.active === 'solve' && /\b(?:for|on|to) it\b/.test(utterance.joined)) return numbers.solve?.only;
  const isOfOther = numbers.active === 'solve' && numbers.solve?.only !== base?.only;
  const kept =
    isReset || isOfOther
      ? undefined
      : (base?.only ?? context?.wantedOnly ?? (numbers.scope === 'both' ? undefined : numbers.scope));
  return kept === undefined || hides(kept) ? undefined : kept;
};

/** What a reading of numbers leaves behind: what it changed, and a scope that stays. */
export const keptOf = (
  { figures: { changes, scope } }: Pick<Turned, 'figures'>,
  only: 'small' | 'large' | undefined,
  isSized: boolean,
): Kept => {
  const assumed = changedBy(changes, only);
  const isScope = scope !== undefined && (scope.isOnly || !isSized);
  const isBoth = !scope && only === undefined && changes.some(({ company }) => company !== undefined);
  return {
    // a size alone is what every move changes
    ...(assumed.length > 0 && { changed: [...(isSized ? [{ what: 'size' as const }] : []), ...assumed] }),
    ...(isScope && { scope: scope.scope }),
    ...(isBoth && { scope: 'both' as const }),
  };
};

const COMPARATIVE = /^(?:better|worse|bigger|smaller|larger|higher|lower|enough|instead)$/;

/** `go big, three quarters`: of a point. */
const isPart = (utterance: Utterance): boolean =>
  utterance.words.length <= LONGEST_ELLIPTIC &&
  slotsOf(utterance, 'amount').some(
    ({ isFraction, isSpelled, to }) => isFraction && isSpelled && utterance.words[to] !== 'of',
  );

/** `would 75 be better`, `bigger, 100`, `sorry that was meant to be 25`: behind a move, of another size. */
const isComparative = ({ utterance, numbers, context }: Turned): boolean =>
  numbers.move !== undefined &&
  !context?.stale &&
  utterance.tokens.length <= (has(utterance, 'correction', 'no') ? 13 : 9) &&
  (has(utterance, 'correction', 'no') || has(utterance, 'only') || says(utterance, COMPARATIVE) || isPart(utterance));

/** What cannot be among the assumptions. */
export const problemOf = ({ utterance, figures }: Turned, only: 'small' | 'large' | undefined): Unclear | undefined =>
  problemIn(figures.changes, (change) => asTyped(utterance, spanOf(utterance, hullOf(change.uses))), only);

/** `50`, behind words on several moves that were not read: of which of them is not known. */
const isLost = ({ context, base, utterance }: Turned, sizes: readonly Amount[]): boolean =>
  context?.stale === true &&
  context.wants === undefined &&
  (base?.parts?.length ?? 0) > 1 &&
  sizes.every(({ unit, sign }) => unit === undefined && sign === '') &&
  rateWays(utterance).length === 0;

export interface Made extends Partial<Reading> {
  readonly readAs?: RateMoveQuestion['readAs'];
  readonly levels?: RateMoveQuestion['levels'];
  /** What the move is added up from. */
  readonly parts?: readonly Part[];
  readonly kept?: Kept;
}

/** A move of this size, with the assumptions that stand and those that are changed here. */
export const moveReading = (
  turned: Turned,
  moveBps: number,
  sizes: readonly Amount[],
  uses: readonly Place[],
  { readAs, levels, parts, kept, ...rest }: Made = {},
): Reading => {
  const { utterance, figures, base, isReset, context } = turned;
  const only = onlyOf(turned);
  // the same move, otherwise: it is put together as before
  const same = base?.moveBps === moveBps && sizes.length === 0 && !parts ? base : undefined;
  const summed = parts && parts.length > 1 ? [...parts] : same?.parts;
  const from = levels ?? same?.levels;
  const asRead = readAs ?? (same?.levels && same.readAs);
  const isNet = figures.changes.some(({ parameter, uses: places }) =>
    places.some(({ from, to }) => parameter === 'debtToEbitda' && utterance.words.slice(from, to).includes('net')),
  );
  const how: Made['readAs'] = isNet ? ['net debt as all debt', ...(asRead ?? [])] : asRead;
  const move: RateMoveQuestion = {
    kind: 'rate-move',
    moveBps,
    ...withChanges(isReset ? undefined : base, figures.changes, only),
    ...(how && { readAs: how }),
    ...(summed && { parts: summed }),
    ...(from && { levels: from }),
    ...(only && { only }),
  };
  const problem =
    problemOf(turned, only) ?? (Math.abs(moveBps) > LARGEST_MOVE_BPS ? outOfRange(utterance, sizes) : undefined);
  const keeps: Kept = { ...kept, ...(parts && { parts }), ...keptOf(turned, only, sizes.length > 0) };
  // what was offered, and an assumption or a company that is named, need no word of what was said before
  const isOffered = context?.offered?.some((one) => JSON.stringify(one) === JSON.stringify(move)) ?? false;
  const isNamed =
    isOffered ||
    (!context?.missed &&
      (figures.scope !== undefined || isReset || figures.changes.some(({ uses: { length } }) => length > 1)));
  // "and a hike?": of the one move there is, where nothing else was offered
  const isDirected = !context?.offered && rateWays(utterance).some(({ isStrong }) => isStrong);
  return {
    asks: problem ?? move,
    name: moveButtonName(move),
    how: 'exact',
    uses: [...uses, ...wordsOfMove(utterance), ...wordsOfChanges(figures)],
    sizes,
    isSizeWanted: context?.wants === 'size' || isComparative(turned),
    ...(has(utterance, 'private') && { isPrivate: true }),
    ...(context?.stale && base && sizes.length === 0 && !isNamed && !isDirected && { isOffer: true as const }),
    ...(sizes.length > 0 && (isUnread(turned) || isLost(turned, sizes)) && { isOffer: true as const }),
    ...rest,
    ...(Object.keys(keeps).length > 0 && { keeps }),
  };
};
