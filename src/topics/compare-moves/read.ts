import { type Amount, asTyped, isOnly, marked, type Place, rateWays, slotsOf } from '../../language/index.ts';
import { numbersOf } from '../context.ts';
import { LARGEST_MOVE_BPS } from '../rate-move/question.ts';
import { withChanges } from '../rate-move/read-assumed.ts';
import { figuresOf } from '../rate-move/read-figures.ts';
import { goesOn } from '../rate-move/read-going-on.ts';
import { has } from '../rate-move/read-noted.ts';
import { isCorrected, joinedAs } from '../rate-move/read-several.ts';
import { onlyOf, signedBps, type Turned, wordsOfMove } from '../rate-move/read-turned.ts';
import type { Reading, ReadTopic } from '../reading.ts';
import type { CompareMovesQuestion } from './question.ts';

const MOST_COMPARED = 4;
const LEAST_BARE = 10;

const nameOf = (moves: readonly number[]): string => {
  const way = moves.every((bps) => bps <= 0) ? '' : moves.every((bps) => bps >= 0) ? 'hikes of ' : '';
  const sizes = moves.map((bps) => (bps > 0 && way === '' ? `+${bps}` : bps === 0 ? 'hold' : String(Math.abs(bps))));
  return `Compare ${way}${sizes.slice(0, -1).join(', ')} and ${sizes.at(-1)} bp`.slice(0, 30);
};

/** Sizes side by side, in the order they were named, each once. */
const comparison = (
  turned: Turned,
  moves: readonly number[],
  sizes: readonly Amount[],
  uses: readonly Place[],
  base: CompareMovesQuestion | undefined,
  rest: Partial<Reading> = {},
): readonly Reading[] => {
  const { utterance, figures, isReset } = turned;
  const all = [...new Set(moves)];
  if (all.length < 2 || all.length > MOST_COMPARED) return [];
  const only = onlyOf({
    ...turned,
    base: base ? ({ ...turned.base, only: base.only } as Turned['base']) : turned.base,
  });
  const changes = withChanges(isReset ? undefined : (base ?? turned.base), figures.changes, only);
  const question: CompareMovesQuestion = { kind: 'compare-moves', moves: all, ...changes, ...(only && { only }) };
  const tooLarge = all.find((bps) => Math.abs(bps) > LARGEST_MOVE_BPS);
  const { scope } = figures;
  return [
    {
      asks:
        tooLarge === undefined
          ? question
          : { kind: 'unclear', reason: 'out-of-range', words: sizes.map((size) => asTyped(utterance, size)).join(' ') },
      name: nameOf(all),
      how: 'exact',
      uses: [
        ...uses,
        ...wordsOfMove(utterance),
        ...marked(utterance, 'compare'),
        ...figures.changes.flatMap((change) => change.uses),
        ...(scope?.marks ?? []),
      ],
      sizes,
      ...rest,
      keeps: { changed: [{ what: 'size' }], ...(scope?.isOnly && { scope: scope.scope }) },
    },
  ];
};

/** `25 v 50`, `hold versus a 25bp cut`, `put that next to 100`. */
const sideBySide = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers } = turned;
  const sizes = figures.sizes.filter(({ isDenied, isOpen }) => !isDenied && !isOpen);
  const uses = figures.sizes.flatMap((size) => size.uses);
  const amounts = sizes.flatMap((size) => size.amounts);
  const moves = sizes.map((size) => signedBps(size, turned));
  const [beside] = marked(utterance, 'compare', 'beside');
  const pointsBack = sizes.length === 1 && beside !== undefined && numbers.move !== undefined;
  if (pointsBack && numbers.move) {
    const before = numbers.move.moveBps;
    const [size] = sizes;
    const moveBps =
      size?.way || size?.sign ? (moves[0] as number) : Math.sign(before || -1) * Math.abs(moves[0] as number);
    return comparison({ ...turned, base: numbers.move }, [before, moveBps], amounts, uses, undefined);
  }
  const holds = rateWays(utterance).filter(({ way }) => way === 'hold');
  if (holds.length > 0 && sizes.length > 0 && has(utterance, 'compare', 'strong')) {
    return comparison(turned, [0, ...moves], amounts, uses, undefined);
  }
  if (sizes.length < 2) {
    // "cut or hike 25", "25 cut vs hike"
    const ways = new Set(rateWays(utterance).map(({ way }) => way));
    const isBoth =
      sizes.length === 1 &&
      ways.has('cut') &&
      ways.has('hike') &&
      has(utterance, 'compare', 'strong') &&
      sizes[0]?.levels === undefined;
    const bps = sizes[0]?.bps ?? 0;
    return isBoth ? comparison(turned, [-bps, bps], amounts, uses, undefined) : [];
  }
  if (isCorrected(utterance, sizes)) return [];
  // "2 vs 1" is a score
  const isSaid = rateWays(utterance).length > 0 || has(utterance, 'rate') || has(utterance, 'fed', 'fed');
  if (!isSaid && sizes.every(({ unit, bps }) => unit === undefined && bps < LEAST_BARE)) return [];
  const joined = joinedAs(utterance, sizes);
  if (joined === 'one' || joined === 'sum') return [];
  return comparison(turned, moves, amounts, uses, undefined, joined === 'open' ? { isOffer: true } : {});
};

/** `add 75`, `drop the 25`, `only small`, `with 60% floating`: the comparison asked for last, changed. */
const changed = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers, context } = turned;
  const base = numbers.active === 'compare-moves' ? numbers.compare : undefined;
  if (!base) return [];
  const sizes = figures.sizes.filter(({ levels, isOpen }) => !levels && !isOpen);
  const amounts = sizes.flatMap((size) => size.amounts);
  const uses = [
    ...sizes.flatMap((size) => size.uses),
    ...marked(utterance, 'drop'),
    ...slotsOf(utterance, 'direction'),
    ...marked(utterance, 'undo'),
  ];
  const isHike = base.moves.every((bps) => bps >= 0);
  const moves = sizes.map((size) =>
    size.way === 'hike' || (isHike && !size.sign) ? size.bps : size.sign === '+' ? size.bps : -size.bps,
  );
  const isIn = (bps: number): boolean => base.moves.some((one) => Math.abs(one) === Math.abs(bps));
  const offer = context?.stale ? { isOffer: true as const } : {};
  if (sizes.length > 0 && (has(utterance, 'drop', 'drop') || has(utterance, 'negation')) && moves.every(isIn)) {
    const left = base.moves.filter((one) => !moves.some((bps) => Math.abs(bps) === Math.abs(one)));
    return comparison(turned, left, amounts, uses, base, offer);
  }
  const isSwapped = utterance.words.some((word) => /^(?:swap|replace|instead|not|make|change|switch)$/.test(word));
  const [first, second] = moves;
  if (sizes.length === 2 && isSwapped && first !== undefined && second !== undefined && isIn(first) !== isIn(second)) {
    const [old, fresh] = isIn(first) ? [first, second] : [second, first];
    const all = base.moves.map((one) => (Math.abs(one) === Math.abs(old) ? fresh : one));
    return comparison(turned, all, amounts, [...uses, ...marked(utterance, 'negation')], base, offer);
  }
  const isAdded =
    has(utterance, 'drop', 'add') ||
    sizes.some(({ step }) => step === 'more') ||
    /^(?:too|also)$/.test(utterance.words.filter((word) => /\w/.test(word)).at(-1) ?? '');
  const isAnd =
    /^(?:and|plus|also|what about|how about|or)$/.test(utterance.words[0] ?? '') ||
    /^(?:what|how) about$/.test(utterance.words.slice(0, 2).join(' '));
  if (sizes.length > 0 && (isAdded || (isAnd && figures.changes.length === 0 && !has(utterance, 'compare', 'strong'))))
    return comparison(turned, [...base.moves, ...moves], amounts, uses, base, offer);
  if (sizes.length > 0 && goesOn(utterance) && !has(utterance, 'compare', 'strong')) {
    return comparison(turned, [...base.moves, ...moves], amounts, uses, base, { isOffer: true });
  }
  const ways = rateWays(utterance);
  if (
    sizes.length === 0 &&
    ways.length === 1 &&
    figures.changes.length === 0 &&
    utterance.unknown.size === 0 &&
    utterance.tokens.length <= 6
  ) {
    const [way] = ways;
    if (way?.way === 'hold') {
      const without = base.moves.filter((one) => one !== 0);
      return comparison(
        turned,
        has(utterance, 'drop', 'drop') ? without : [...base.moves, 0],
        [],
        [...uses, ...ways],
        base,
        offer,
      );
    }
    const turnedRound = base.moves.map((one) => (way?.way === 'cut' ? -Math.abs(one) : Math.abs(one)) + 0);
    return comparison(turned, turnedRound, [], [...uses, ...ways], base, offer);
  }
  const isOther = ['wants', 'other', 'odds', 'brief', 'advice', 'views', 'past', 'ratio', 'undo'].some((tag) =>
    has(utterance, tag),
  );
  const isBare =
    sizes.length === 0 && !figures.free.some(({ duty }) => duty === 'must') && utterance.unknown.size === 0;
  const marks = [
    ...(figures.scope?.marks ?? []),
    ...figures.changes.flatMap((change) => change.uses),
    ...wordsOfMove(utterance),
    ...marked(utterance, 'reset'),
  ];
  const isChanged = figures.changes.length > 0 || figures.scope !== undefined || turned.isReset;
  return isBare && isChanged && !isOther && isOnly(utterance, marks)
    ? comparison(turned, base.moves, [], uses, base, offer)
    : [];
};

/** Several moves of the Fed's rate set side by side. */
export const readCompareMoves: ReadTopic = (utterance, context, _library, known) => {
  const numbers = numbersOf(context);
  const figures = figuresOf(utterance, numbers, context?.before);
  const base = numbers.move && goesOn(utterance) ? numbers.move : undefined;
  const turned: Turned = {
    utterance,
    figures,
    numbers,
    context,
    known,
    base,
    isReset: has(utterance, 'reset', 'reset'),
  };
  const again = changed(turned);
  return again.some(({ isOffer }) => !isOffer) ? again : [...sideBySide(turned), ...again];
};
