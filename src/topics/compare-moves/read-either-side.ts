import { type Amount, type Count, marksOf, placesOf, rateWays, sizeOf, slotsOf } from '../../language/index.ts';
import { MOST_PARTS } from '../rate-move/read-parts.ts';
import { moveReading, type Turned, wordsOfMove } from '../rate-move/read-turned.ts';
import type { Reading } from '../reading.ts';
import { comparison } from './read-comparison.ts';

/** Moves at once against the same in steps: `50 or two 25s`, `75 vs 25 then 50`, `25 twice or 50`. */

const EITHER = /^(?:or|vs|v|versus|against)$/;
const ADDED = /^(?:and|n|then|plus|\+|&)$/;
const AT_ONCE =
  /\b(?:at once|in one go|all at once|in one|right away|now|straight|outright|single|in a row|back to back)\b/;
const LEAST_STEP = 5;

interface Side {
  readonly steps: readonly number[];
  readonly isAdded: boolean;
}

/** The steps named on one side, in basis points; undefined where something else is. */
const sideOf = (turned: Turned, amounts: readonly Amount[], counts: readonly Count[]): Side | undefined => {
  const { words } = turned.utterance;
  let times: number | undefined;
  let isAdded = true;
  let end: number | undefined;
  const steps: number[] = [];
  for (const amount of amounts) {
    const isNumber = amount.value <= MOST_PARTS && Number.isInteger(amount.value) && !amount.isFraction;
    if (isNumber && (amount.unit === 'x' || amount.unit === undefined)) {
      times = amount.value;
      continue;
    }
    const bps = sizeOf(amount)?.bps;
    if (bps === undefined || bps < LEAST_STEP || amount.sign !== '') return undefined;
    const said = counts.find(({ of, from }) => of === 'time' && from === amount.to)?.value ?? times ?? 1;
    if (said > MOST_PARTS) return undefined;
    if (end !== undefined) isAdded &&= words.slice(end, amount.from).some((word) => ADDED.test(word));
    steps.push(...Array.from({ length: said }, () => bps));
    times = undefined;
    end = amount.to;
  }
  return times === undefined && steps.length > 0 ? { steps, isAdded } : undefined;
};

const sum = (steps: readonly number[]): number => steps.reduce((total, bps) => total + bps, 0);

/** What comes to the same is one move, added up; what does not is compared. */
export const eitherSide = (turned: Turned): readonly Reading[] => {
  const { utterance, figures } = turned;
  const [either, another] = placesOf(utterance, EITHER);
  const ways = new Set(rateWays(utterance).map(({ way }) => way));
  if (!either || another || ways.size > 1 || ways.has('hold') || figures.changes.length > 0) return [];
  const amounts = slotsOf(utterance, 'amount').filter(
    ({ duty, unit }) => duty === 'must' && (unit === undefined || unit === 'bp' || unit === 'x'),
  );
  const counts = slotsOf(utterance, 'count');
  const first = sideOf(
    turned,
    amounts.filter(({ to }) => to <= either.from),
    counts,
  );
  const second = sideOf(
    turned,
    amounts.filter(({ from }) => from >= either.to),
    counts,
  );
  if (!first?.isAdded || !second?.isAdded || (first.steps.length === 1) === (second.steps.length === 1)) return [];
  const way = ways.has('hike') ? 1 : -1;
  const parts = (first.steps.length > 1 ? first : second).steps.map((bps) => ({ moveBps: way * bps }));
  const [one, other] = [way * sum(first.steps), way * sum(second.steps)];
  const isAlike = new Set(parts.map(({ moveBps }) => moveBps)).size === 1;
  // "25 or 50 and 75" is a list
  if (one !== other && !isAlike && !AT_ONCE.test(utterance.joined)) return [];
  const sizes = amounts.filter(({ value, isFraction }) => isFraction || value > MOST_PARTS);
  const uses = [
    ...amounts,
    ...counts,
    ...slotsOf(utterance, 'date'),
    ...wordsOfMove(utterance),
    ...marksOf(utterance, 'compare', 'sum', 'reference', 'scale'),
  ];
  return one === other
    ? [moveReading(turned, one, sizes, uses, { parts, isSizeWanted: true })]
    : comparison(turned, [one, other], sizes, uses, undefined);
};
