import { type IsoDate, type Multiple, multiple, type Percent } from '../units.ts';
import { type Distance, distanceFromAverage } from './distance.ts';
import { indexOnOrBefore, type RatioSeries } from './series.ts';

/** The mean of the newest readings, the day's own among them. */
export interface MovingAverage {
  /** How many sessions it is the mean of. */
  readonly sessions: number;
  readonly level: Multiple;
  /** (ratio ÷ average − 1) × 100: positive above the average. */
  readonly distance: Percent;
}

/** Where the ratio stands against its moving averages, or how many sessions that would take. */
export type Trend =
  | {
      readonly kind: 'trend';
      readonly on: IsoDate;
      readonly ratio: Multiple;
      readonly short: MovingAverage;
      readonly long: MovingAverage;
      /** Where the ratio stands against its 200-session average. */
      readonly position: 'above' | 'below' | 'at';
      /** Where that average stands against its own level 21 sessions before. */
      readonly direction: 'rising' | 'falling' | 'level';
    }
  | { readonly kind: 'not-enough-history'; readonly sessions: number; readonly needed: number };

const SHORT = 50;
const LONG = 200;
/** A year of sessions: with fewer, a trend would rest on a part of itself. */
const LEAST_SESSIONS = 252;
/** About a month. */
const SLOPE_SESSIONS = 21;
/** Nearer than this, two averages differ by floating point alone. */
const SAME = 1e-12;

const compared = (one: number, other: number): -1 | 0 | 1 =>
  Math.abs(one / other - 1) < SAME ? 0 : one > other ? 1 : -1;

/** The average of the sessions up to the one at index `end`; there are enough of them. */
const averageAt = (series: RatioSeries, end: number, sessions: number): MovingAverage => {
  const found = distanceFromAverage(series, 'ratios', sessions, series.dates[end] as IsoDate) as Distance;
  return { sessions, level: multiple(found.level), distance: found.distance };
};

/**
 * The ratio against the means of its last 50 and 200 sessions, as known on that day: no later reading is looked at, so a
 * state once given never changes later.
 *
 * @param date read as `readAt` does: a weekend gives the session before it
 * @returns not enough history where fewer than 252 sessions had been seen by then
 * @example 251 readings of 0.4, then one of 0.42: 50-session average 0.4004, the ratio 4.895105 % above it
 */
export const trendAt = (series: RatioSeries, date: IsoDate): Trend => {
  const end = indexOnOrBefore(series.dates, date);
  if (end + 1 < LEAST_SESSIONS) return { kind: 'not-enough-history', sessions: end + 1, needed: LEAST_SESSIONS };
  const ratio = series.ratios[end] as number;
  const long = averageAt(series, end, LONG);
  const slope = compared(long.level, averageAt(series, end - SLOPE_SESSIONS, LONG).level);
  const side = compared(ratio, long.level);
  return {
    kind: 'trend',
    on: series.dates[end] as IsoDate,
    ratio: multiple(ratio),
    short: averageAt(series, end, SHORT),
    long,
    position: side > 0 ? 'above' : side < 0 ? 'below' : 'at',
    direction: slope > 0 ? 'rising' : slope < 0 ? 'falling' : 'level',
  };
};
