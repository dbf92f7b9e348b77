import { type IsoDate, type Multiple, multiple, type Percent } from '../units.ts';
import { percentChange } from './measures.ts';
import { indexOnOrBefore, type RatioSeries } from './series.ts';

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
export interface DistanceFromExtreme extends Distance {
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
