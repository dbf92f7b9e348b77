import { rateWays } from '../../language/index.ts';
import type { Reading } from '../reading.ts';
import type { Figures } from './read-figures.ts';
import { goesOn } from './read-going-on.ts';
import { has } from './read-noted.ts';
import { moveReading, type Turned } from './read-turned.ts';

const HIGHEST_LEVEL = 15;

/** `and 3`, behind a level: another one. */
export const levelAgain = ({ figures, base, utterance }: Turned): Figures['levels'] => {
  const [size, second] = figures.sizes;
  const [amount] = size?.amounts ?? [];
  const isAfterLevel =
    base?.readAs?.includes('a level as the top of the range') && (goesOn(utterance) || utterance.tokens.length < 4);
  const isLevel =
    amount !== undefined &&
    (amount.unit === undefined || amount.unit === '%') &&
    amount.value <= HIGHEST_LEVEL &&
    amount.value > 0.25;
  return isAfterLevel && isLevel && !second && size?.way === undefined
    ? [{ percent: amount.value, amounts: [amount], uses: [amount] }]
    : [];
};

/** `to 3.5%`: from the target range's upper bound, where that is known. */
export const levelReadings = (turned: Turned): readonly Reading[] => {
  const { figures, known, utterance } = turned;
  const [level] = figures.levels.length > 0 ? figures.levels : levelAgain(turned);
  if (level === undefined || figures.levels.length > 1 || known.targetUpper === undefined) return [];
  const moveBps = Math.round((level.percent - known.targetUpper) * 10_000) / 100;
  const ways = rateWays(utterance).map(({ way }) => way);
  const isAgainst = (moveBps < 0 && ways.includes('hike')) || (moveBps > 0 && ways.includes('cut'));
  const hasReason = ways.length > 0 || has(utterance, 'rate') || has(utterance, 'fed') || turned.base !== undefined;
  if (!hasReason || isAgainst || moveBps === 0) return [];
  return [
    moveReading(turned, moveBps, level.amounts, level.uses, {
      readAs: ['a level as the top of the range'],
      ...(figures.levels.length > 0 && figures.sizes.length > 0 && { isOffer: true as const }),
    }),
  ];
};
