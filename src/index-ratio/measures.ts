import { type IsoDate, type Multiple, multiple, type Percent, percent } from '../units.ts';
import { lastOnOrBefore } from './position.ts';
import type { RatioSeries } from './series.ts';

/** A level read on a day. */
export interface Reading {
  readonly on: IsoDate;
  readonly ratio: Multiple;
  /** S&P 500 ÷ Russell 2000: the same fact the other way up. */
  readonly inverse: Multiple;
  /** Its place in the series. */
  readonly at: number;
}

export type Read =
  | ({ readonly kind: 'reading' } & Reading)
  | { readonly kind: 'before-first'; readonly first: IsoDate };

/** The newest reading on or before a date; a weekend gives the session before it. */
export const readAt = (series: RatioSeries, date: IsoDate): Read => {
  const at = lastOnOrBefore(series.dates, date);
  const on = series.dates[at];
  const ratio = series.ratios[at];
  if (on === undefined || ratio === undefined) return { kind: 'before-first', first: series.dates[0] as IsoDate };
  return { kind: 'reading', on, ratio: multiple(ratio), inverse: inverse(ratio), at };
};

/** 1 ÷ ratio. @example inverse(0.4) // 2.5 */
export const inverse = (ratio: number): Multiple => multiple(1 / ratio);

export type Change =
  | {
      readonly kind: 'change';
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly ratio: Percent;
      readonly numerator: Percent;
      readonly denominator: Percent;
    }
  | { readonly kind: 'before-first'; readonly first: IsoDate }
  | { readonly kind: 'from-after-to' };

/** How the ratio and each leg changed between two dates, in percent; each date is read as {@link readAt} does. */
export const changeBetween = (series: RatioSeries, from: IsoDate, to: IsoDate): Change => {
  if (from > to) return { kind: 'from-after-to' };
  const start = lastOnOrBefore(series.dates, from);
  const end = lastOnOrBefore(series.dates, to);
  if (start < 0) return { kind: 'before-first', first: series.dates[0] as IsoDate };
  const moved = (values: readonly number[]) => percentChange(values[start] as number, values[end] as number);
  return {
    kind: 'change',
    from: series.dates[start] as IsoDate,
    to: series.dates[end] as IsoDate,
    ratio: moved(series.ratios),
    numerator: moved(series.numerator),
    denominator: moved(series.denominator),
  };
};

/** (to ÷ from − 1) × 100. @example percentChange(0.36, 0.4) // 11.111111 */
export const percentChange = (from: number, to: number): Percent => percent((to / from - 1) * 100);

/**
 * By how much the first index must beat the second for the ratio to reach a level: (level ÷ now − 1) × 100. Negative
 * when the level lies below.
 * @example outperformanceTo(0.412, 0.6) // 45.631068
 */
export const outperformanceTo = (now: number, level: number): Percent => percentChange(now, level);

export interface Drawdown {
  readonly high: Multiple;
  readonly highOn: IsoDate;
  /** Zero or negative percent. */
  readonly drawdown: Percent;
}

/** Distance of the reading on `date` from the highest one up to then: (ratio ÷ high − 1) × 100. Looks at no later day. */
export const drawdownAt = (series: RatioSeries, date: IsoDate): Drawdown | undefined => {
  const end = lastOnOrBefore(series.dates, date);
  if (end < 0) return undefined;
  let top = 0;
  for (let at = 1; at <= end; at += 1) {
    if ((series.ratios[at] as number) > (series.ratios[top] as number)) top = at;
  }
  const high = series.ratios[top] as number;
  return {
    high: multiple(high),
    highOn: series.dates[top] as IsoDate,
    drawdown: percentChange(high, series.ratios[end] as number),
  };
};

/**
 * Share of days up to and including `date` on which the ratio stood at or below that day's level, in percent. Looks at
 * no later day, so a new day never changes an earlier answer.
 */
export const percentileAt = (series: RatioSeries, date: IsoDate): Percent | undefined => {
  const end = lastOnOrBefore(series.dates, date);
  if (end < 0) return undefined;
  const level = series.ratios[end] as number;
  let atOrBelow = 0;
  for (let at = 0; at <= end; at += 1) if ((series.ratios[at] as number) <= level) atOrBelow += 1;
  return percent((atOrBelow / (end + 1)) * 100);
};
