import type { RatioSeries } from '../index-ratio/index.ts';
import type { IsoDate } from '../units.ts';
import type { Outcome } from './outcome.ts';
import { RUSSELL, SP500 } from './providers/index-pair.ts';
import type { Closes, CrossCheck } from './values.ts';

/** Index points. Providers round to cents or to millionths. */
const TOLERANCE = 0.02;
const NEWEST = 2;

interface Pair {
  readonly small: number;
  readonly large: number;
}

const pairOn = (series: RatioSeries, date: IsoDate): Pair | undefined => {
  const at = series.dates.lastIndexOf(date);
  const [small, large] = [series.numerator[at], series.denominator[at]];
  return small === undefined || large === undefined ? undefined : { small, large };
};

const agree = (one: number, other: number): boolean => Math.abs(one - other) <= TOLERANCE;

/**
 * Whether a second provider has the same newest two closes of both indexes, within 0.02 points. Without one, or where it
 * is a day behind or says otherwise, the value is provisional.
 */
export const crossCheck = (closes: Closes, second: Outcome<Closes>): CrossCheck => {
  const provisional = (words: string): CrossCheck => ({ kind: 'provisional', words });
  const first = closes.provenance.provider;
  if (second.kind !== 'ok')
    return provisional(`${first} alone: ${second.problems.map(({ words }) => words).join('; ')}`);
  const other = second.value;
  const { provider } = other.provenance;
  const dates = closes.ratio.dates.slice(-NEWEST);
  for (const date of dates) {
    const [ours, theirs] = [pairOn(closes.ratio, date), pairOn(other.ratio, date)];
    if (ours === undefined || theirs === undefined) {
      return provisional(`${first} alone: ${provider} has no close of ${date} yet`);
    }
    const off = agree(ours.small, theirs.small) ? 'large' : 'small';
    if (agree(ours[off], theirs[off])) continue;
    const name = off === 'small' ? RUSSELL : SP500;
    return provisional(
      `${name} on ${date}: ${first} has ${ours[off].toFixed(2)}, ${provider} ${theirs[off].toFixed(2)}`,
    );
  }
  return { kind: 'agreed', with: provider, on: dates };
};
