import {
  has,
  isOnly,
  marked,
  marksOf,
  placesOf,
  rateWays,
  type Size,
  says,
  slotsOf,
  wholeOf,
} from '../../language/index.ts';
import { moveButtonName } from '../rate-move/read-assumed.ts';
import { ordered } from '../rate-move/read-orders.ts';
import { byCompany, isCorrected, isRatherFigure, joinedAs } from '../rate-move/read-several.ts';
import { countedAs, isFew, QUARTER, stepOf } from '../rate-move/read-times.ts';
import { isBare, signedBps, type Turned, turnedBy } from '../rate-move/read-turned.ts';
import { exactly, type Reading, type ReadTopic } from '../reading.ts';

import { changed, SWAPS } from './read-changed.ts';
import { comparison, MOST_COMPARED, OFFER } from './read-comparison.ts';
import { eitherSide } from './read-either-side.ts';

const LEAST_BARE = 10;
/** `25 v 75 v nothing`. */
const NOTHING = /^(?:nothing|none|nil|nowt|flat|unch)$/;

/** `which of the two was worse`, of moves. */
const OF_TWO =
  /^(?:so |and |ok )*which (?:one |move )?(?:of (?:the|those|these) (?:two|2|moves) |of them )?(?:was|were) (?:the )?(?:worse|worst|better|best|bigger|dearer|kinder)\W*$/;

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
  const isOfTwo = OF_TWO.test(utterance.joined);
  const isAsked = (isOfTwo || has(utterance, 'compare', 'strong')) && numbers.active === 'rate-move' && isBare(turned);
  // "the diff between those two", of one move for either company
  const relations = slotsOf(utterance, 'relation');
  if (isAsked && now?.only && before?.only && now.only !== before.only && now.moveBps === before.moveBps) {
    const { only: _, ...asks } = now;
    return isOnly(utterance, [...uses, ...relations])
      ? [exactly(asks, moveButtonName(asks), [...uses, ...relations])]
      : [];
  }
  const isAll = isOfTwo || isOnly(utterance, uses);
  if (!isAsked || !now || !before || now.moveBps === before.moveBps || !isAll) return [];
  return (turned.figures.scope && !isOfBoth) || turned.figures.changes.length > 0
    ? []
    : comparison(
        { ...turned, base: now },
        [before.moveBps, now.moveBps],
        [],
        isOfTwo ? [wholeOf(utterance)] : uses,
        undefined,
      );
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
  // "beside a hike of the same", "vs the same the other way"
  const [way] = rateWays(utterance);
  const isTurned = ways.size === 1 && way?.isStrong && way.way !== 'hold' && has(utterance, 'reference', 'same');
  if (!size && shown?.moveBps && isTurned && has(utterance, 'compare', 'beside') && isBare(turned)) {
    const moveBps = (way.way === 'hike' ? 1 : -1) * Math.abs(shown.moveBps);
    return comparison({ ...turned, base: shown }, [shown.moveBps, moveBps], [], [], undefined);
  }
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
  const [hold] = [...rateWays(utterance).filter(({ way }) => way === 'hold'), ...placesOf(utterance, NOTHING)].map(
    ({ from }) => from,
  );
  // "nothing, 25, 50 cut", "50 off, 100 off, no change"
  const isListed =
    second &&
    hold !== undefined &&
    !/\bnothing (?:else|more|new|but)\b/.test(utterance.joined) &&
    joinedAs(utterance, sizes) === 'compare';
  if (hold !== undefined && (isCompared || isListed)) {
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
  // "two by 25 down": a count, if anything
  if (sizes.some(({ unit, bps, amounts: [one] }) => !unit && bps < LEAST_BARE && one?.isSpelled)) return [];
  if (joined === 'one' || joined === 'sum') return [];
  return comparison(turned, moves, amounts, uses, undefined, joined === 'open' ? OFFER : {});
};

/** Several moves of the Fed's rate set side by side. */
export const readCompareMoves: ReadTopic = (utterance, context, _library, known) => {
  const turned = turnedBy(utterance, context, known);
  if (ordered(turned).length > 0) return [];
  const either = eitherSide(turned);
  if (either.length > 0) return either;
  const again = changed(turned);
  return again.some(({ isOffer }) => !isOffer) ? again : [...sideBySide(turned), ...again];
};
