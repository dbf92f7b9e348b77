import {
  type Assumed,
  asTyped,
  has,
  isAssumed,
  lexiconOf,
  marked,
  overlaps,
  type Parameter,
  type Place,
  passes,
  phrasesFound,
  slotsOf,
  spanOf,
  typedAt,
  type Utterance,
  unreadIn,
  words,
} from '../../language/index.ts';
import type { Context } from '../context.ts';
import type { ReadCommand, Reading } from '../reading.ts';
import type { Unclear } from '../turn.ts';
import { LARGEST_MOVE_BPS, type RateMoveQuestion } from './question.ts';
import { readRateMove } from './read.ts';
import { problemIn, withChanges } from './read-assumed.ts';
import { type Figures, figuresOf, pointsBothWays } from './read-figures.ts';
import { signedBps, type Turned, wordsOfMove } from './read-turned.ts';

/** Words that change nothing. One that might is left out: an unknown word asks back, a wrong filler answers wrongly. */
const WORDS = lexiconOf({
  filler: {
    filler: words(`
      & @ a an the by of for in to at on from with is if and or but then just so now instead only each apiece vs versus against
      ratecut us policy interest move moves meeting today tomorrow next what whats how would does do will it they them he she we
      me say show give get tell let lets please pls thanks thank cheers ok okay hey hi effect impact small large big private privately
      bp bps basis percent
      january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
      oct nov dec`),
  },
  priced: { priced: words('futures path odds expected expects pricing market priced implied') },
});

/** Behind a command a bare number is a size: `/ratecut 5`. */
const SIZE_WANTED: Context = { last: { kind: 'help' }, wants: 'size' };
const quoted = (reason: 'not-a-move' | 'mixed-signs' | 'out-of-range', said: string): Unclear => ({
  kind: 'unclear',
  reason,
  words: said,
});

/** `raise floating to 60%`, `small caps rise`, `the increase at 50bps`, `rates 4.25`: what may be of something else. */
const ofOthers = (utterance: Utterance, { changes }: Figures): readonly Place[] => {
  const amounts = slotsOf(utterance, 'amount');
  const directions = slotsOf(utterance, 'direction').filter(({ from, to, of, isStrong }) => {
    // "50bps cut large debt=3x"
    if (isStrong && amounts.some((amount) => amount.to === from)) return false;
    const next = changes.find(({ uses }) => uses.some((use) => use.from === to));
    if (next)
      return (
        !/^(?:cut|hike|ease|tighten)s?$/.test(utterance.words[from] ?? '') ||
        !next.uses.some((use) => utterance.words.slice(use.from, use.to).includes('='))
      );
    return of !== 'rate' || (!isStrong && /^(?:at|on|with|from)$/.test(utterance.words[to] ?? ''));
  });
  const levels = amounts.filter(
    ({ from, unit, isDecimal }) =>
      unit === undefined && isDecimal && marked(utterance, 'rate').some(({ to }) => to === from),
  );
  return [...directions, ...levels];
};

/** Words that mean something the reader does not know. */
const strangersIn = (utterance: Utterance, figures: Figures, used: readonly Place[]): readonly number[] => {
  const names = [...marked(utterance, 'direction'), ...marked(utterance, 'index'), ...marked(utterance, 'name')];
  const known = [
    ...used,
    ...names,
    ...slotsOf(utterance, 'ignored'),
    ...phrasesFound(utterance, WORDS).filter(({ tag }) => tag === 'filler'),
  ];
  const others = ofOthers(utterance, figures);
  return unreadIn(
    utterance,
    known.filter((place) => !others.some((other) => overlaps(other, place))),
  );
};

/** `foo=1`, `floating=lots`, `debt=60%`: something is set that is no assumption, or to what it cannot be. */
const setWrongly = (utterance: Utterance, { changes }: Figures): Unclear | undefined => {
  const isUsed = (at: number) => changes.some(({ uses }) => uses.some(({ from, to }) => from <= at && at < to));
  const at = utterance.words.findIndex((word, place) => word === '=' && !isUsed(place));
  if (utterance.tokens[at - 1]?.kind !== 'word' || slotsOf(utterance, 'amount').some(({ to }) => to === at))
    return undefined;
  const named = marked(utterance, 'parameter').find(({ to }) => to === at);
  const value = slotsOf(utterance, 'amount').find(({ from }) => from === at + 1 || from === at + 2);
  const [from, to] = [named?.from ?? at - 1, value?.to ?? Math.min(named ? at + 1 : at + 2, utterance.tokens.length)];
  const said = asTyped(utterance, spanOf(utterance, { from, to }));
  if (!named) return { kind: 'unclear', reason: 'unknown-assumption', words: said };
  const assumption = named.value === 'plainRate' ? 'rate' : named.value;
  return value && isAssumed(assumption as Parameter)
    ? { kind: 'unclear', reason: 'assumption-out-of-range', assumption: assumption as Assumed, words: said }
    : { kind: 'unclear', reason: value ? 'unknown-assumption' : 'assumption-without-number', words: said };
};

/** In place of a size, the move that the market prices in: where that is asked for and nothing else. */
const pricedIn = (utterance: Utterance, { changes, sizes }: Figures): Reading | undefined => {
  const isMore = sizes.length > 0 || slotsOf(utterance, 'direction').some(({ way }) => way !== 'cut');
  if (!has(utterance, 'market') || isMore) return undefined;
  return {
    asks: { kind: 'rate-move-market', ...withChanges(undefined, changes, undefined) },
    name: 'What the market prices in',
    how: 'exact',
    uses: [
      ...wordsOfMove(utterance),
      ...marked(utterance, 'market'),
      ...phrasesFound(utterance, WORDS),
      ...changes.flatMap((one) => one.uses),
    ],
    ...(has(utterance, 'private') && { isPrivate: true }),
  };
};

const hullOf = (places: readonly Place[]): Place => ({
  from: Math.min(...places.map(({ from }) => from)),
  to: Math.max(...places.map(({ to }) => to)),
});

/** Several sizes, each as it would be asked alone. */
const several = (turned: Turned): Unclear | undefined => {
  const { sizes, changes } = turned.figures;
  const assumed = withChanges(undefined, changes, undefined);
  const moves = sizes.map(
    (size): RateMoveQuestion => ({ kind: 'rate-move', moveBps: signedBps(size, turned), ...assumed }),
  );
  return moves.length > 1 ? { kind: 'unclear', reason: 'several-moves', moves } : undefined;
};

/**
 * Reads the words behind `/ratecut` as a rate move: as free words are read, and every word must mean something. A bare
 * whole number is basis points; a bare number with a decimal point below 5 is percentage points. `-50` and `50` are a
 * cut, `+25` and `hike 25` a rise. Assumptions apply to SmallCap unless a company is named beside them.
 */
export const readRateMoveCommand: ReadCommand = (utterance, library, known) => {
  if (utterance.tokens.length === 0) return { kind: 'unclear', reason: 'nothing-typed' };
  const figures = figuresOf(utterance, undefined);
  const { sizes, changes, scope } = figures;
  // "point five": of a percent, or five points
  if (slotsOf(utterance, 'amount').some(({ from }) => utterance.words[from] === 'point'))
    return quoted('not-a-move', typedAt(utterance));
  const typed = ({ from, to }: Place) => asTyped(utterance, spanOf(utterance, { from, to }));
  const problem = setWrongly(utterance, figures) ?? problemIn(changes, ({ uses }) => typed(hullOf(uses)), undefined);
  if (problem) return problem;
  const priced = pricedIn(utterance, figures);
  const readings = [
    ...(priced ? [priced] : []),
    ...readRateMove(utterance, SIZE_WANTED, library, known).filter((one) => !one.isOffer),
  ];
  const best = readings.find(
    (one) => passes(utterance, one).kind === 'passed' && strangersIn(utterance, figures, one.uses).length === 0,
  );
  if (best && best.asks.kind !== 'silence' && best.asks.kind !== 'brief') {
    return best.asks.kind === 'unclear'
      ? best.asks
      : { kind: 'question', question: best.asks, private: best.isPrivate ?? false };
  }
  const turned: Turned = {
    utterance,
    figures,
    numbers: {},
    context: undefined,
    known,
    base: undefined,
    isReset: false,
  };
  const used = [...sizes, ...changes].flatMap(({ uses }) => uses);
  const unread = strangersIn(utterance, figures, [...used, ...wordsOfMove(utterance), ...(scope?.marks ?? [])]);
  if (unread.length > 0) return quoted('not-a-move', typedAt(utterance, sizes.length > 0 ? unread : undefined));
  const tooLarge = sizes.find(({ bps }) => bps > LARGEST_MOVE_BPS)?.amounts[0];
  if (tooLarge) return quoted('out-of-range', typed(tooLarge));
  if (sizes.some((size) => pointsBothWays(turned, size))) return quoted('mixed-signs', typedAt(utterance));
  return (
    several(turned) ??
    (sizes.length === 0 ? { kind: 'unclear', reason: 'no-amount' } : quoted('not-a-move', typedAt(utterance)))
  );
};
