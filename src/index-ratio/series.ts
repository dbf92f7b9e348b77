import type { IsoDate } from '../units.ts';

/** Place of the newest of ascending dates on or before a date; −1 where there is none. */
export const indexOnOrBefore = (dates: readonly IsoDate[], date: IsoDate): number => {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[middle] as IsoDate) <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** One index's daily closes on one basis; dates ascending, none twice. */
export interface CloseSeries {
  readonly name: string;
  /** `price index` and `total return` are never divided by one another. */
  readonly basis: 'price index' | 'total return';
  readonly dates: readonly IsoDate[];
  readonly closes: readonly number[];
}

/** The ratio on the days both indexes closed; dates ascending. */
export interface RatioSeries {
  readonly dates: readonly IsoDate[];
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
  readonly ratios: readonly number[];
}

export type Aligned =
  | { readonly kind: 'aligned'; readonly series: RatioSeries }
  | { readonly kind: 'no-shared-dates' }
  | { readonly kind: 'different-bases'; readonly bases: readonly [CloseSeries['basis'], CloseSeries['basis']] };

/**
 * Two close series on the dates they share: numerator ÷ denominator. A close that is not a positive number counts as
 * missing, so the day is left out rather than invented.
 */
export const alignCloses = (numerator: CloseSeries, denominator: CloseSeries): Aligned => {
  if (numerator.basis !== denominator.basis) {
    return { kind: 'different-bases', bases: [numerator.basis, denominator.basis] };
  }
  const dates: IsoDate[] = [];
  const above: number[] = [];
  const under: number[] = [];
  const ratios: number[] = [];
  let below = 0;
  for (const [at, date] of numerator.dates.entries()) {
    while ((denominator.dates[below] ?? date) < date) below += 1;
    if (denominator.dates[below] !== date) continue;
    const one = numerator.closes[at];
    const other = denominator.closes[below];
    if (!isClose(one) || !isClose(other)) continue;
    dates.push(date);
    above.push(one);
    under.push(other);
    ratios.push(one / other);
  }
  return dates.length === 0
    ? { kind: 'no-shared-dates' }
    : { kind: 'aligned', series: { dates, numerator: above, denominator: under, ratios } };
};

const isClose = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && value > 0;
