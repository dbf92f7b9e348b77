import { type Percent, percent } from '../units.ts';

/** Between which shares the true one lies, percent. */
export interface ShareInterval {
  readonly low: Percent;
  readonly high: Percent;
}

/** Chance of at most `hits` in `of` tries that each hit with chance `p`. */
const chanceOfAtMost = (hits: number, of: number, p: number): number => {
  let [sum, term] = [0, (1 - p) ** of];
  for (let count = 0; count <= hits; count += 1) {
    sum += term;
    term *= ((of - count) / (count + 1)) * (p / (1 - p));
  }
  return sum;
};

const HALVINGS = 60;

/** Where a falling function of a share crosses a level. */
const crossing = (falling: (p: number) => number, level: number): number => {
  let [low, high] = [0, 1];
  for (let at = 0; at < HALVINGS; at += 1) {
    const middle = (low + high) / 2;
    if (falling(middle) > level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** In each tail: 95 % lies between. */
const TAIL = 0.025;

/**
 * The exact 95 % interval of Clopper and Pearson (1934): the shares under which so few, or so many, are not yet surprising.
 * It takes the cases for independent ones.
 *
 * @param hits of `of`, at least 1 and at most a few hundred
 * @example exactInterval(3, 8) // 8.52 to 75.51 %
 * @see https://doi.org/10.1093/biomet/26.4.404
 */
export const exactInterval = (hits: number, of: number): ShareInterval => ({
  low: percent(hits === 0 ? 0 : crossing((p) => chanceOfAtMost(hits - 1, of, p), 1 - TAIL) * 100),
  high: percent(hits === of ? 100 : crossing((p) => chanceOfAtMost(hits, of, p), TAIL) * 100),
});
