import {
  type Amount,
  has,
  isOnly,
  marked,
  marksOf,
  type Place,
  rateWays,
  type Size,
  says,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { LARGEST_MOVE_BPS } from '../rate-move/question.ts';
import { outOfRange, withChanges } from '../rate-move/read-assumed.ts';
import { isUnread, scopeMeant } from '../rate-move/read-figures.ts';
import { compareName } from '../rate-move/read-number-question.ts';
import { operated } from '../rate-move/read-operations.ts';
import { allCompared, EXTREMES } from '../rate-move/read-pointed.ts';
import { byCompany, isCorrected, isRatherFigure, joinedAs } from '../rate-move/read-several.ts';
import { countedAs, isFew, QUARTER, stepOf } from '../rate-move/read-times.ts';
import {
  goesOn,
  isBare,
  keptOf,
  moveReading,
  onlyOf,
  signedBps,
  type Turned,
  turnedBy,
  wordsOfChanges,
  wordsOfMove,
} from '../rate-move/read-turned.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { CompareMovesQuestion } from './question.ts';
import { apart } from './read-apart.ts';

const MOST_COMPARED = 4;
const LEAST_BARE = 10;
const OFFER = { isOffer: true } as const;

/** Sizes side by side, in the order they were named, each once. */
const comparison = (
  turned: Turned,
  moves: readonly number[],
  sizes: readonly Amount[],
  uses: readonly Place[],
  base: CompareMovesQuestion | undefined,
  rest: Partial<Reading> = {},
): readonly Reading[] => {
  const { utterance, figures, isReset, numbers } = turned;
  const all = [...new Set(moves)];
  if (all.length < 2 || all.length > MOST_COMPARED) return [];
  const before = base ?? turned.base;
  const shown = base && scopeMeant(turned, base.only)?.scope;
  const only =
    shown && sizes.length === 0
      ? shown === 'both'
        ? undefined
        : shown
      : onlyOf({
          ...turned,
          ...(base && { base: { ...base, kind: 'rate-move', moveBps: 0 }, numbers: { ...numbers, scope: 'both' } }),
        });
  const changes = withChanges(isReset ? undefined : before, figures.changes, only);
  const question: CompareMovesQuestion = { kind: 'compare-moves', moves: all, ...changes, ...(only && { only }) };
  const isInReach = all.every((bps) => Math.abs(bps) <= LARGEST_MOVE_BPS);
  const kept = keptOf(turned, only, sizes.length > 0);
  return [
    {
      asks: isInReach ? question : outOfRange(utterance, sizes),
      name: compareName(all),
      how: 'exact',
      uses: [...uses, ...wordsOfMove(utterance), ...marked(utterance, 'compare'), ...wordsOfChanges(figures)],
      sizes,
      ...(sizes.length > 0 && isUnread(turned) && OFFER),
      ...rest,
      keeps: {
        changed: [{ what: 'size' }],
        ...kept,
        ...(shown && { scope: shown }),
        ...(isReset && { scope: 'both' }),
      },
    },
  ];
};

/** `side by side`, `compare them`: the last two moves. */
const lastTwo = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, context } = turned;
  const [now, before] = [numbers.move, context?.before?.move];
  const isOfBoth = turned.figures.scope?.scope === 'both';
  const uses = marksOf(utterance, 'compare', 'reference', 'sum', ...(isOfBoth ? ['company', 'each'] : []));
  // "both ways": the same move up and down
  const size = Math.abs(now?.moveBps ?? 0);
  if (
    now &&
    size > 0 &&
    has(utterance, 'compare', 'ways') &&
    isBare(turned) &&
    isOnly(utterance, [...uses, ...marked(utterance, 'company')])
  )
    return comparison(
      { ...turned, base: now, figures: { ...turned.figures, changes: [] } },
      [-size, size],
      [],
      [...uses, ...slotsOf(utterance, 'direction'), ...marked(utterance, 'company')],
      undefined,
    );
  const isAsked = has(utterance, 'compare', 'strong') && numbers.active === 'rate-move' && isBare(turned);
  if (!isAsked || !now || !before || now.moveBps === before.moveBps || !isOnly(utterance, uses)) return [];
  return (turned.figures.scope && !isOfBoth) || turned.figures.changes.length > 0
    ? []
    : comparison({ ...turned, base: now }, [before.moveBps, now.moveBps], [], uses, undefined);
};

/** `versus 3 cuts`, `next to two hikes`, behind a move: of the Fed's usual size, which the move before has or not. */
const countBeside = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const [count, second] = figures.counts;
  const step = stepOf(turned);
  if (!step || !count || second || !has(utterance, 'compare') || !/^(?:cut|hike)$/.test(count.of)) return [];
  const before = numbers.move?.moveBps ?? 0;
  const isUsual = Math.abs(step.bps) === QUARTER;
  const moves = [before, (count.of === 'hike' ? 1 : -1) * QUARTER * count.value];
  return comparison({ ...turned, base: numbers.move }, moves, [], [count], undefined, isUsual ? {} : OFFER);
};

/** `25 v 50`, `hold versus a 25bp cut`, `put that next to 100`. */
const sideBySide = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const all = figures.sizes.filter(({ isDenied, isOpen }) => !isDenied && !isOpen);
  // "all three next to each other": their number
  const isNumber = ({ amounts: [one] }: Size): boolean =>
    one !== undefined &&
    one.isSpelled === true &&
    one.unit === undefined &&
    one.value <= MOST_COMPARED &&
    /^(?:all|these|those|the)$/.test(utterance.words[one.from - 1] ?? '');
  const sizes = all.length > 2 ? all.filter((one) => !isNumber(one)) : all;
  const uses = figures.sizes.flatMap((size) => size.uses);
  const amounts = sizes.flatMap((size) => size.amounts);
  const moves = sizes.map((size) => signedBps(size, turned));
  const [size, second] = sizes;
  const ways = new Set(rateWays(utterance).map(({ way }) => way));
  // "vs a hold", behind a move
  const shown = numbers.active === 'rate-move' ? numbers.move : undefined;
  const isOfHold = ways.size === 1 && ways.has('hold') && has(utterance, 'compare', 'beside') && isBare(turned);
  if (!size && shown?.moveBps && isOfHold && figures.changes.length === 0)
    return comparison({ ...turned, base: shown }, [shown.moveBps, 0], [], [], undefined);
  if (!size) return [...countBeside(turned), ...lastTwo(turned)];
  const isOfParts = says(utterance, SWAPS) && numbers.active === 'rate-move' && (numbers.move?.parts?.length ?? 0) > 1;
  if (isOfParts || sizes.some((one) => isRatherFigure(turned, one))) return [];
  if (!second && has(utterance, 'compare', 'beside') && numbers.move) {
    const before = numbers.move.moveBps;
    const beside = { ...turned, base: numbers.move };
    const counted = countedAs(turned, size);
    if (counted !== undefined) return comparison(beside, [before, counted], amounts, uses, undefined);
    if (isFew(size)) return [];
    const moveBps = size.way || size.sign ? signedBps(size, turned) : Math.sign(before || -1) * size.bps;
    const isMixed = new Set(numbers.move.parts?.map((part) => Math.sign(part.moveBps))).size > 1;
    return isMixed && !size.way && !size.sign
      ? [-size.bps, size.bps].flatMap((bps) => comparison(beside, [before, bps], amounts, uses, undefined, OFFER))
      : comparison(beside, [before, moveBps], amounts, uses, undefined);
  }
  const isCompared = has(utterance, 'compare', 'strong');
  if (ways.has('hold') && isCompared) {
    const hold = rateWays(utterance).find(({ way }) => way === 'hold')?.from ?? 0;
    const before = sizes.filter(({ amounts: [one] }) => sizes.length > 1 && (one?.from ?? 0) < hold).length;
    return comparison(turned, [...moves.slice(0, before), 0, ...moves.slice(before)], amounts, uses, undefined);
  }
  if (!second) {
    // "cut or hike 25", "25 cut vs hike"
    const isBoth =
      size.levels === undefined &&
      (has(utterance, 'compare', 'ways') || (ways.has('cut') && ways.has('hike') && isCompared));
    return isBoth ? comparison(turned, [-size.bps, size.bps], amounts, uses, undefined) : [];
  }
  if (isCorrected(utterance, sizes) || byCompany(utterance, sizes)) return [];
  // "2 vs 1" is a score
  const isSaid = ways.size > 0 || has(utterance, 'rate') || has(utterance, 'fed', 'fed');
  if (!isSaid && sizes.every(({ unit, bps }) => unit === undefined && bps < LEAST_BARE)) return [];
  // "two n done, quarters", "150 in 3": a number of them
  const isSmallNumber = sizes.some(
    ({ unit, bps, amounts: [one] }) => unit === undefined && bps < LEAST_BARE && (one?.isSpelled || !isCompared),
  );
  const joined = isSmallNumber ? 'open' : joinedAs(utterance, sizes);
  if (joined === 'one' || joined === 'sum') return [];
  return comparison(turned, moves, amounts, uses, undefined, joined === 'open' ? OFFER : {});
};

const SWAPS = /^(?:swap|replace|instead|not|make|change|switch)$/;
/** `cut the 25`: out of the comparison, or of the rate. */
const CUTS = /^(?:cut|trim|chop|slash) the \d+(?:bps?)?$/;
const DROPS = /^(?:scrap|forget|skip) \d+(?: bps?)?$/;
const ADDS = /^(?:and|plus|also|or)$/;

const isAdded = ({ utterance, figures }: Turned): boolean =>
  has(utterance, 'drop', 'add') ||
  /^(?:put|chuck|throw|stick|bung|pop|toss|slot|drop|whack|lob|squeeze|work|bring) .* in\b/.test(
    utterance.words.join(' '),
  ) ||
  /\bas well$/.test(utterance.words.filter((word) => /\w/.test(word)).join(' ')) ||
  figures.sizes.some(({ step }) => step === 'more') ||
  /^(?:too|also)$/.test(utterance.words.filter((word) => /\w/.test(word)).at(-1) ?? '');

const isAnd = ({ words }: Utterance): boolean =>
  ADDS.test(words[0] ?? '') || /^(?:what|how) about$/.test(words.slice(0, 2).join(' '));

/** `add 75`, `drop the 25`, `swap 100 for 75`: other sizes in the comparison asked for last. */
const resized = (turned: Turned, base: CompareMovesQuestion, uses: readonly Place[]): readonly Reading[] => {
  const { utterance, figures, context } = turned;
  const offer = context?.stale ? OFFER : {};
  const sizes = figures.sizes.filter(({ levels, isOpen }) => !levels && !isOpen);
  const amounts = sizes.flatMap((size) => size.amounts);
  const words = [...sizes.flatMap((size) => size.uses), ...uses];
  const isHike = base.moves.every((bps) => bps >= 0);
  const moves = sizes.map(({ way, sign, bps }) =>
    way === 'hike' || (way !== 'cut' && isHike && !sign) || sign === '+' ? bps : -bps,
  );
  const isSize = (one: number, bps: number): boolean => Math.abs(one) === Math.abs(bps);
  const isIn = (bps: number): boolean => base.moves.some((one) => isSize(one, bps));
  const [first, second] = moves;
  const without = (left: readonly number[], read: readonly Place[], rest: Partial<Reading>): readonly Reading[] => {
    const [one, other] = left;
    return one !== undefined && other === undefined
      ? [moveReading(turned, one, [], read, rest)]
      : comparison(turned, left, [], read, base, rest);
  };
  if (first === undefined || sizes.some((one) => isRatherFigure(turned, one))) return [];
  const isDropped =
    has(utterance, 'drop', 'drop') || has(utterance, 'negation') || DROPS.test(utterance.words.join(' '));
  if (isDropped && moves.every(isIn)) {
    const left = base.moves.filter((one) => !moves.some((bps) => isSize(one, bps)));
    return without(left, [...words, { from: 0, to: 1 }], offer);
  }
  // "just the 75"
  if (has(utterance, 'only') && moves.every(isIn))
    return without(
      base.moves.filter((one) => moves.some((bps) => isSize(one, bps))),
      words,
      offer,
    );
  // "yank the 25": an unknown verb before a size of the comparison
  const [verb, ...strange] = utterance.unknown;
  const isVerb =
    verb !== undefined && strange.length === 0 && amounts.every(({ from }) => from > verb && from - verb <= 2);
  if ((isVerb || CUTS.test(utterance.words.join(' '))) && moves.every(isIn)) {
    const left = base.moves.filter((one) => !moves.some((bps) => isSize(one, bps)));
    return without(left, [...words, ...(verb === undefined ? [] : [{ from: verb, to: verb + 1 }])], OFFER);
  }
  if (second !== undefined && moves.length === 2 && says(utterance, SWAPS) && isIn(first) !== isIn(second)) {
    const [old, fresh] = isIn(first) ? [first, second] : [second, first];
    const all = base.moves.map((one) => (isSize(one, old) ? fresh : one));
    return comparison(turned, all, amounts, [...words, ...marksOf(utterance, 'negation', 'parameter')], base, offer);
  }
  // "replace the hold with a cut of 25", "a hold instead of the 25"
  if (second === undefined && says(utterance, SWAPS) && has(utterance, 'direction', 'hold')) {
    const [old, fresh] = isIn(0) ? [0, first] : [first, 0];
    const all = base.moves.map((one) => (isSize(one, old) ? fresh : one));
    return comparison(turned, all, isIn(0) ? amounts : [], [...words, ...marksOf(utterance, 'negation')], base, offer);
  }
  // "and vs 25 hike"
  const isBeside = sizes.length === 1 && /^(?:and |n |also )*(?:vs|versus|v|against)\b/.test(utterance.words.join(' '));
  if (
    isAdded(turned) ||
    isBeside ||
    (isAnd(utterance) && figures.changes.length === 0 && !has(utterance, 'compare', 'strong'))
  )
    return comparison(turned, [...base.moves, ...moves], amounts, words, base, offer);
  return goesOn(utterance) && !has(utterance, 'compare', 'strong')
    ? comparison(turned, [...base.moves, ...moves], amounts, words, base, OFFER)
    : [];
};

/** `include also a cut of the smaller size`: a size by its place among those compared, the other way. */
const pointed = (turned: Turned, base: CompareMovesQuestion, uses: readonly Place[]): readonly Reading[] => {
  const { utterance } = turned;
  const [way, second] = rateWays(utterance);
  const sizeOf = EXTREMES.find(([word]) => says(utterance, word))?.[1];
  if (!sizeOf || !way || second || way.way === 'hold' || !isAdded(turned)) return [];
  const size = sizeOf(...base.moves.filter((bps) => bps !== 0).map(Math.abs));
  const scoped = { ...turned, figures: { ...turned.figures, changes: [] } };
  return comparison(
    scoped,
    [...base.moves, way.way === 'hike' ? size : -size],
    [],
    [...uses, ...marked(utterance, 'company')],
    base,
  );
};

/** The comparison asked for last with other sizes in it. */
const changed = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const base = numbers.active === 'compare-moves' ? numbers.compare : undefined;
  const uses = [...marksOf(utterance, 'drop', 'undo'), ...slotsOf(utterance, 'direction')];
  if (!base) return [];
  const gap = apart(turned, base)[0];
  if (gap) return [gap];
  const isCounted = allCompared(turned, base) !== undefined;
  if (figures.sizes.length > 0 && !isCounted) return resized(turned, base, uses);
  const more = pointed(turned, base, uses);
  return more.length > 0 ? more : operated(turned);
};

/** Several moves of the Fed's rate set side by side. */
export const readCompareMoves: ReadTopic = (utterance, context, _library, known) => {
  const turned = turnedBy(utterance, context, known);
  const again = changed(turned);
  return again.some(({ isOffer }) => !isOffer) ? again : [...sideBySide(turned), ...again];
};
