import { type IsoDate, type Multiple, multiple } from '../units.ts';

/** Index of the newest of ascending dates on or before a date; −1 where there is none. */
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
  /** Index points, one a date. */
  readonly closes: readonly number[];
}

/** The ratio on the days both indexes closed: four columns of one length, dates ascending. */
export interface RatioSeries {
  readonly dates: readonly IsoDate[];
  /** Closes in index points: the Russell 2000's. */
  readonly numerator: readonly number[];
  /** The S&P 500's. */
  readonly denominator: readonly number[];
  /** numerator ÷ denominator. */
  readonly ratios: readonly number[];
}

/** Two close series on the dates they share, or why they have no ratio. */
export type AlignedCloses =
  | { readonly kind: 'aligned'; readonly series: RatioSeries }
  | { readonly kind: 'no-shared-dates' }
  | { readonly kind: 'different-bases'; readonly bases: readonly [CloseSeries['basis'], CloseSeries['basis']] };

/**
 * Two close series on the dates they share: numerator ÷ denominator. A close that is not a positive number counts as
 * missing, so the day is left out rather than invented.
 * @example alignCloses(2 and 5, 10 and 20 on the same two days) // ratios 0.2 and 0.25
 */
export const alignCloses = (numerator: CloseSeries, denominator: CloseSeries): AlignedCloses => {
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

/** The ratio as computed from the closes of a day. */
export interface RatioReading {
  /** The day of the closes it rests on. */
  readonly on: IsoDate;
  /** Russell 2000 ÷ S&P 500. */
  readonly ratio: Multiple;
  /** S&P 500 ÷ Russell 2000: the same fact the other way up. */
  readonly inverse: Multiple;
  /** Its index in the series. */
  readonly at: number;
}

/** The reading of a date, or where the series starts. */
export type ReadingLookup =
  | ({ readonly kind: 'reading' } & RatioReading)
  | { readonly kind: 'before-first'; readonly first: IsoDate };

/** The newest reading on or before a date; a weekend gives the session before it. */
export const readAt = (series: RatioSeries, date: IsoDate): ReadingLookup => {
  const at = indexOnOrBefore(series.dates, date);
  const on = series.dates[at];
  const ratio = series.ratios[at];
  if (on === undefined || ratio === undefined) return { kind: 'before-first', first: series.dates[0] as IsoDate };
  return { kind: 'reading', on, ratio: multiple(ratio), inverse: inverseRatio(ratio), at };
};

/** 1 ÷ ratio. @example inverse(0.4) // 2.5 */
export const inverseRatio = (ratio: number): Multiple => multiple(1 / ratio);

/** A ratio somebody printed, with the precision they printed it in. It is their reading, not a computed one. */
export interface PrintedReading {
  readonly level: Multiple;
  /** As printed: `0.4`. */
  readonly printed: string;
  /** The day it speaks of, or the last day of the period it speaks of. */
  readonly on: IsoDate;
  /** True where the day is inferred, not printed. */
  readonly isInferred: boolean;
  /** Id of the note that prints it. */
  readonly note: string;
}

/** The newest printed reading dated on or before `date`. */
export const latestPrintedReading = (readings: readonly PrintedReading[], date: IsoDate): PrintedReading | undefined =>
  readings
    .filter(({ on }) => on <= date)
    .reduce<PrintedReading | undefined>(
      (newest, reading) => (newest === undefined || reading.on > newest.on ? reading : newest),
      undefined,
    );
