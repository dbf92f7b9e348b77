import { has, marked, marksOf, type Place, placesOf, type Size, slotsOf } from '../../language/index.ts';
import type { Part } from '../context.ts';
import type { Reading } from '../reading.ts';
import { MOST_PARTS, movePartOf, nameOfParts, summed, totalOf } from './read-parts.ts';
import { moveReading, signedBps, type Turned } from './read-turned.ts';

const SPLIT = /\b(?:split|spread|divided|halves|half .* half|equally)\b/;

/** `qtr off now n another jan`, `50 in dec, same again in march`: the same once more. */
const twice = (turned: Turned, size: Size): readonly Reading[] => {
  const { utterance } = turned;
  const last = Math.max(...size.amounts.map(({ to }) => to));
  const once = placesOf(utterance, /^again$/).map((place) => ({ ...place, value: 'another' }));
  const [again] = [...marksOf(utterance, 'more', 'sum'), ...marked(utterance, 'reference', 'same'), ...once].filter(
    ({ from, value }) => from >= last && (value === 'another' || value === 'same'),
  );
  const dates = slotsOf(utterance, 'date').filter(({ month, day }) => month !== undefined && day === undefined);
  const [date, second] = dates.filter(({ from }) => again && from >= again.to && from - again.to <= 2);
  const first = dates.find(({ to }) => again && to <= again.from);
  if (!again || !date?.month || second || size.each || size.step) return [];
  const moveBps = signedBps(size, turned);
  const parts = [first, date].map((one) => ({ moveBps, ...(one?.month && { month: one.month }) }));
  const uses = [...size.uses, again, ...(first ? [first] : []), date];
  return [moveReading(turned, totalOf(parts), size.amounts, uses, { parts })];
};

/** `25 each in dec jan and mar`, `50 split half in dec half in march`. */
export const byMonth = (turned: Turned, size: Size): readonly Reading[] => {
  const { utterance } = turned;
  const months = slotsOf(utterance, 'date').filter(({ month, day }) => month !== undefined && day === undefined);
  const isSplit = SPLIT.test(utterance.joined);
  if (months.length < 2 || months.length > MOST_PARTS || !(isSplit || has(utterance, 'each')))
    return twice(turned, size);
  const moveBps = signedBps({ ...size, bps: isSplit ? size.bps / months.length : size.bps }, turned);
  const parts = months.map(({ month, year }) => ({ moveBps, ...(month && { month }), ...(year && { year }) }));
  const halves = slotsOf(utterance, 'amount').filter(({ isFraction, isSpelled }) => isFraction && isSpelled);
  const uses = [...size.uses, ...months, ...(isSplit ? halves : [])];
  const made = moveReading(turned, totalOf(parts), size.amounts, uses, { parts, isSizeWanted: true });
  return [size.way || size.sign || turned.base ? made : { ...made, isOffer: true }];
};

/** `cut 100, half now half in june`: the parts of it, which are not said to come beside it. */
export const inHalves = (
  turned: Turned,
  whole: Size,
  shares: readonly Size[],
  uses: readonly Place[],
): readonly Reading[] => {
  const parts = shares.map(({ amounts: [share] }) => ({
    moveBps: signedBps(whole, turned) * (share?.unit === undefined ? (share?.value ?? 0) : 0),
  }));
  const isAll = parts.length > 1 && Math.abs(totalOf(parts) - signedBps(whole, turned)) < 1e-6;
  return isAll ? [moveReading(turned, totalOf(parts), whole.amounts, uses, { parts })] : [];
};

/** `split it dec and jan`, `spread over two meetings`, of the move that stands: its parts, and no more of it. */
export const splitUp = (turned: Turned): readonly Reading[] => {
  const { utterance, numbers, figures } = turned;
  const { move } = numbers;
  const verbs = placesOf(utterance, /^(?:split|spread|divide|divided|equally|evenly|halves)$/);
  const months = slotsOf(utterance, 'date').filter(({ month, day }) => month !== undefined && day === undefined);
  const [count] = figures.counts;
  const steps = months.length > 1 ? months.length : (count?.value ?? 0);
  if (!move?.moveBps || move.parts || verbs.length === 0 || figures.sizes.length > 0 || steps < 2 || steps > MOST_PARTS)
    return [];
  const parts = Array.from({ length: steps }, (_, at) => {
    const { month, year } = months[at] ?? {};
    return { moveBps: move.moveBps / steps, ...(month && { month }), ...(year && { year }) };
  });
  const { counts: _, ...plain } = figures;
  return summed({ ...turned, base: move, figures: { ...plain, counts: [] } }, parts, [
    ...verbs,
    ...months,
    ...(count ? [count] : []),
    ...marksOf(utterance, 'reference'),
  ]);
};

/** Sizes behind a move that stands, added to it: offered. */
export const behindParts = (
  turned: Turned,
  stood: readonly Part[],
  sizes: readonly Size[],
  uses: readonly Place[],
): Reading => {
  const parts = [...stood, ...sizes.map((size) => movePartOf(size, turned))].slice(0, MOST_PARTS);
  return moveReading(
    turned,
    totalOf(parts),
    sizes.flatMap((size) => size.amounts),
    uses,
    { parts, isOffer: true, name: `${nameOfParts(parts)} bp in all`.slice(0, 30) },
  );
};

/** Sizes of one sentence, added up. */
export const sumOf = (turned: Turned, sizes: readonly Size[], uses: readonly Place[], isOffer: boolean): Reading => {
  const { utterance } = turned;
  const parts = sizes.map((size) => movePartOf(size, turned));
  const sides = marked(utterance, 'compare').filter(({ value }) => value === 'sides');
  // days that say when each part comes
  const days = sizes.length > 1 ? slotsOf(utterance, 'date').filter(({ year }) => year === undefined) : [];
  const amounts = sizes.flatMap((size) => size.amounts);
  return moveReading(turned, totalOf(parts), amounts, [...uses, ...sides, ...days, ...marked(utterance, 'more')], {
    name: `${nameOfParts(parts)} bp in all`.slice(0, 30),
    ...(isOffer && { isOffer: true as const }),
    // "qtr dec, qtr jan, half in march"
    ...(sizes.every(({ month }) => month !== undefined) && { isSizeWanted: true }),
    parts: parts.slice(0, MOST_PARTS),
  });
};
