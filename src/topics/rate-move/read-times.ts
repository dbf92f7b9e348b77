import {
  type Amount,
  type Count,
  has,
  isMadeOf,
  isOnly,
  marksOf,
  overlaps,
  type Size,
  says,
  sizeOf,
  slotsOf,
  wholeOf,
} from '../../language/index.ts';
import type { Reading } from '../reading.ts';
import type { RateMoveQuestion } from './question.ts';
import { earlier, MOST_PARTS, partsOf, totalOf } from './read-parts.ts';
import { moveReading, type Turned } from './read-turned.ts';

/** Counts of the move asked about last: `two then`, `three of those`, `do 4 of em`, and beside it `versus three`. */

export const QUARTER = 25;
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six'];
const [LEAST_STEP, LARGEST_STEP] = [5, 50];

/** One of the moves that are counted, with what is assumed: a part of several alike, or the last one; behind a hold, the one before. */
export const stepOf = (turned: Turned): { readonly move: RateMoveQuestion; readonly bps: number } | undefined => {
  const { numbers, context } = turned;
  const before = context?.before?.move;
  const move = numbers.move?.moveBps === 0 && before?.moveBps && !numbers.move.parts ? before : numbers.move;
  if (!move?.moveBps || numbers.active !== 'rate-move') return undefined;
  const parts = move === numbers.move ? partsOf(turned) : (move.parts ?? []);
  const [first] = parts;
  if (first) return parts.every(({ moveBps }) => moveBps === first.moveBps) ? { move, bps: first.moveBps } : undefined;
  // where a level leads to is in steps of the Fed's
  return { move, bps: move.levels?.isFed ? Math.sign(move.moveBps) * QUARTER : move.moveBps };
};

const OF_THOSE = /\bof (?:those|these|them|em|that|it)\b/;

/** How many, where nothing else is said. */
export const countAlone = ({ utterance }: Turned): Amount | Count | undefined => {
  const [count, second] = utterance.slots.filter(
    (slot): slot is Amount | Count =>
      slot.duty === 'must' && (slot.kind === 'count' || slot.kind === 'amount') && Number.isInteger(slot.value),
  );
  if (!count || second || count.value < 2 || count.value > MOST_PARTS) return undefined;
  const isNumber =
    count.kind === 'count'
      ? /^(?:cut|hike|move)$/.test(count.of) && count.of !== 'thing'
      : count.unit === undefined && count.sign === '' && !count.isFraction && !count.isDecimal && !count.isPlural;
  return isNumber &&
    !says(utterance, /^(?:vs|versus|v|against)$/) &&
    isMadeOf(utterance, [count], /^(?:em|row|altogether|fed)$/)
    ? count
    : undefined;
};

/** `two then`, `and had it been two of them`, `do 4 of em`: so many of the move asked about last, added up. */
export const timesOver = (turned: Turned): readonly Reading[] => {
  const { utterance, context, figures } = turned;
  const count = countAlone(turned);
  const step = count && stepOf(turned);
  if (!count || !step || context?.stale || figures.changes.length > 0) return [];
  const isSpelled = count.kind === 'amount' && count.isSpelled;
  const isThose = OF_THOSE.test(utterance.joined);
  const [way] = slotsOf(utterance, 'direction');
  // "2 hikes" behind a cut are others
  const isOther = count.kind === 'count' && /^(?:cut|hike)$/.test(count.of) && (count.of === 'hike') !== step.bps > 0;
  const isUsual = Math.abs(step.bps) >= LEAST_STEP && (Math.abs(step.bps) <= LARGEST_STEP || isThose);
  if (way || isOther || !(isSpelled || isThose || count.kind === 'count') || !isUsual) return [];
  const parts = Array.from({ length: count.value }, () => ({ moveBps: step.bps }));
  const { parts: _, levels: __, readAs: ___, ...base } = step.move;
  const own = { ...turned, base, figures: { ...figures, sizes: [], counts: [], free: [] } };
  // "3 of em", of the three clips that a sum was rounded to: those, or three times as much
  const isClips = context?.before?.active === 'solve' && Math.abs(step.bps) === QUARTER * count.value;
  const clips = parts.map(() => ({ moveBps: Math.sign(step.bps) * QUARTER }));
  return (isClips ? [clips, parts] : [parts]).map((all) =>
    moveReading(own, totalOf(all), [], [{ from: 0, to: utterance.tokens.length }], {
      parts: all,
      kept: { changed: [{ what: 'size' }] },
      ...(isClips && { isOffer: true as const }),
    }),
  );
};

const SO_MANY = '(?<count>one|two|three|four|five|[1-5])';
const LIKE_IT = '(?:of (?:those|these|them|em|that|the same|that size)|like (?:it|that|those|this)|the same)';
const IN_TIME =
  '(?:in (?:the )?(?:h[12]|q[1-4]|first half|second half|spring|summer|autumn|new year|next year|year after)|next year|in \\d{4}|after (?:that|it)|on top|later|then|too|as well|please|pls)';
const MORE_OF_THOSE = new RegExp(
  `^(?:(?:and|then|plus|add|ok|okay|so|n|with|followed by) )*(?:${SO_MANY} (?:more|further|additional|extra) ${LIKE_IT}|(?:another|a further) (?<again>two|three|four|five|[2-5]) ${LIKE_IT})(?: ${IN_TIME})*$`,
);

/** `and two more of those`, `plus three more like it`: so many on top of what stands, each as large as its last one. */
export const moreOfThose = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, numbers, context } = turned;
  const { count, again } = MORE_OF_THOSE.exec(utterance.joined)?.groups ?? {};
  const said = count ?? again;
  const step = said === undefined ? undefined : stepOf(turned);
  if (!said || !step || context?.stale || figures.changes.length > 0) return [];
  const times = Math.max(COUNTS.indexOf(said), Number(said) || 0);
  const base = turned.base ?? numbers.move;
  const before = earlier({ ...turned, base }) ?? [];
  const parts = [...before, ...Array.from({ length: times }, () => ({ moveBps: step.bps }))];
  if (parts.length > MOST_PARTS) return [];
  const own = { ...turned, base, figures: { ...figures, sizes: [], counts: [], free: [] } };
  return [moveReading(own, totalOf(parts), [], [wholeOf(utterance)], { parts, kept: { changed: [{ what: 'size' }] } })];
};

const LEAST_BARE = 10;

/** A bare number that is rather a count than a size. */
export const isFew = ({ bps, unit, way, sign, amounts: [one] }: Size): boolean =>
  unit === undefined && !way && !sign && bps < LEAST_BARE && one?.isFraction === false && !one.isDecimal;

/** `vs two`, `vs all three`, behind a move: so many of it, or of those that it was added up from. */
export const countedAs = (turned: Turned, size: Size): number | undefined => {
  const step = isFew(size) && size.bps > 0 ? stepOf(turned) : undefined;
  return step && Math.abs(step.bps) <= LARGEST_STEP ? step.bps * size.bps : undefined;
};

/** `one up`, `3 cuts`. */
const COUNTED = /^(an?|one|two|three|four|five|six|[1-6]) (?:(up|hikes?|raises?|ups)|down|cuts?|downs)$/;

/** `one up and three down, each of quarter`, `two cuts and a hike, 25 each`: of one size, added up. */
export const countedBothWays = (turned: Turned): readonly Reading[] => {
  const { utterance, figures } = turned;
  const found = utterance.words.flatMap((word, at) => {
    const [said, count = '', up] = COUNTED.exec(`${word} ${utterance.words[at + 1] ?? ''}`) ?? [];
    const times = Math.max(COUNTS.indexOf(count), Number(count) || 1);
    return said ? [{ from: at, to: at + 2, ways: Array.from({ length: times }, () => (up ? 1 : -1)) }] : [];
  });
  const [size, second] = slotsOf(utterance, 'amount').filter(
    (one) => one.duty === 'must' && !found.some((place) => overlaps(place, one)),
  );
  const bps = (size && sizeOf(size)?.bps) ?? 0;
  const isEach = has(utterance, 'each') || size?.isPlural || (size?.isSpelled && size.isFraction);
  const parts = found.flatMap(({ ways }) => ways.map((way) => ({ moveBps: way * bps })));
  const isBoth = new Set(found.flatMap(({ ways }) => ways)).size === 2;
  if (!isBoth || !size || !bps || second || !isEach || bps > LARGEST_STEP || parts.length > MOST_PARTS) return [];
  const around = marksOf(utterance, 'each', 'sum', 'move', 'fed', 'company', 'correction', 'reference', 'only', 'more');
  if (!isOnly(utterance, [...found, size, ...around]) || figures.changes.length > 0) return [];
  return [moveReading(turned, totalOf(parts), [size], [wholeOf(utterance)], { parts, isSizeWanted: true })];
};
