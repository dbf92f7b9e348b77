import { type IsoDate, type Multiple, multiple, type Percent } from '../units.ts';
import { indexOnOrBefore, percentChange, type RatioSeries } from './series.ts';

/** Which values of a series are looked at: the ratio, the Russell 2000 (numerator) or the S&P 500 (denominator). */
export type SeriesPart = 'ratios' | 'numerator' | 'denominator';

/** How far a day's value stands from a high, a low or a mean. */
export interface Distance {
  /** The day's value: a ratio, or index points. */
  readonly value: number;
  /** The high, low or mean. */
  readonly level: number;
  /** (value ÷ level − 1) × 100: negative below it. */
  readonly distance: Percent;
}

/** A distance from the highest or lowest close. */
interface DistanceFromExtreme extends Distance {
  /** The day of that close; the first, where several are equal. */
  readonly on: IsoDate;
}

/**
 * Distance of the value on `date` from the highest or lowest one between `from` and `date`, both read as `readAt` reads a day. Looks at no later day.
 *
 * @param from the first day of the series where absent, or where it lies before that
 * @returns undefined where the series begins after `date`, or where no session lies between the two days
 * @example closes 10, 12, 11 on three days: 8.333333 % below the high of 12 on the second
 */
export const distanceFromExtreme = (
  series: RatioSeries,
  part: SeriesPart,
  extreme: 'high' | 'low',
  date: IsoDate,
  from?: IsoDate,
): DistanceFromExtreme | undefined => {
  const end = indexOnOrBefore(series.dates, date);
  const start = from === undefined ? 0 : Math.max(0, indexOnOrBefore(series.dates, from));
  const values = series[part];
  if (end < start) return undefined;
  let found = start;
  for (let at = start + 1; at <= end; at += 1) {
    const [one, best] = [values[at] as number, values[found] as number];
    if (extreme === 'high' ? one > best : one < best) found = at;
  }
  const [value, level] = [values[end] as number, values[found] as number];
  return { value, level, distance: percentChange(level, value), on: series.dates[found] as IsoDate };
};

/** How far the ratio stands below its highest reading. */
export interface Drawdown {
  readonly high: Multiple;
  readonly highOn: IsoDate;
  /** Zero or negative percent. */
  readonly drawdown: Percent;
}

/**
 * Distance of the reading on `date` from the highest one up to then: (ratio ÷ high − 1) × 100. Looks at no later day.
 * @returns undefined before the first reading
 * @example readings 0.5, 0.6, 0.45: a high of 0.6 on the second, a drawdown of −25 %
 */
export const drawdownAt = (series: RatioSeries, date: IsoDate): Drawdown | undefined => {
  const high = distanceFromExtreme(series, 'ratios', 'high', date);
  return high && { high: multiple(high.level), highOn: high.on, drawdown: high.distance };
};

/** An index's highest close up to a day. */
export interface RecordClose {
  /** Index points. */
  readonly close: number;
  readonly on: IsoDate;
  /** Sessions since, up to the day asked for; 0 where that day itself set the record. */
  readonly sessionsSince: number;
  /** Distance of the day's close from the record; zero or negative percent. */
  readonly distance: Percent;
}

/**
 * The record close of one leg as known on a day, and how long it has stood. The first of equal closes keeps the record.
 * The record is that of the series: closes before its first day are not known to it.
 *
 * @param leg `numerator` is the Russell 2000, `denominator` the S&P 500
 * @param date read as `readAt` does; undefined before the first day
 * @example closes 10, 12, 11 on three days: 12 on the second, 1 session ago, −8.333333 %
 */
export const recordCloseAt = (
  series: RatioSeries,
  leg: 'numerator' | 'denominator',
  date: IsoDate,
): RecordClose | undefined => {
  const high = distanceFromExtreme(series, leg, 'high', date);
  if (high === undefined) return undefined;
  const sessionsSince = indexOnOrBefore(series.dates, date) - indexOnOrBefore(series.dates, high.on);
  return { close: high.level, on: high.on, sessionsSince, distance: high.distance };
};

/**
 * Distance of the value on `date` from the mean of the newest `sessions` values, the day's own among them.
 *
 * @returns undefined where fewer sessions are known by then
 * @example closes 10, 12, 11 on three days: the mean of 3 is 11, the distance 0 %
 */
export const distanceFromAverage = (
  series: RatioSeries,
  part: SeriesPart,
  sessions: number,
  date: IsoDate,
): Distance | undefined => {
  const end = indexOnOrBefore(series.dates, date);
  if (end + 1 < sessions) return undefined;
  const values = series[part].slice(end - sessions + 1, end + 1);
  const level = values.reduce((sum, value) => sum + value, 0) / sessions;
  const value = values.at(-1) as number;
  return { value, level, distance: percentChange(level, value) };
};

/** The mean of the newest readings, the day's own among them. */
interface MovingAverage {
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
