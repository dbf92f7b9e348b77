import {
  has,
  marked,
  marksOf,
  type Place,
  rateWays,
  says,
  slotsOf,
  told,
  type Utterance,
} from '../../language/index.ts';
import { goesOn } from '../rate-move/read-gone-on.ts';
import { operated } from '../rate-move/read-operations.ts';
import { allCompared, EXTREMES } from '../rate-move/read-pointed.ts';
import { isRatherFigure } from '../rate-move/read-several.ts';
import { moveReading, type Turned } from '../rate-move/read-turned.ts';
import type { Reading } from '../reading.ts';
import type { CompareMovesQuestion } from './question.ts';
import { apart, comparison, OFFER } from './read-comparison.ts';

export const SWAPS = /^(?:swap|replace|instead|not|make|change|switch)$/;
/** `cut the 25`: out of the comparison, or of the rate. */
const CUTS = /^(?:cut|trim|chop|slash) the \d+(?:bps?)?$/;
const DROPS = /^(?:scrap|forget|skip) \d+(?: bps?)?$/;
const ADDS = /^(?:and|plus|also|or)$/;

const isAdded = ({ utterance, figures }: Turned): boolean =>
  has(utterance, 'drop', 'add') ||
  /^(?:put|chuck|throw|stick|bung|pop|toss|slot|drop|whack|lob|squeeze|work|bring) .* in\b/.test(utterance.joined) ||
  /\b(?:as well|too|also)$/.test(told(utterance)) ||
  figures.sizes.some(({ step }) => step === 'more');

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
  const isDropped = has(utterance, 'drop', 'drop') || has(utterance, 'negation') || DROPS.test(utterance.joined);
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
  if ((isVerb || CUTS.test(utterance.joined)) && moves.every(isIn)) {
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
  const isBeside = sizes.length === 1 && /^(?:and |n |also )*(?:vs|versus|v|against)\b/.test(utterance.joined);
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
export const changed = (turned: Turned): readonly Reading[] => {
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
