import type { IsoDate, Percent } from '../units.ts';
import { percentChange } from './measures.ts';
import { lastOnOrBefore } from './position.ts';
import type { RatioSeries } from './series.ts';

/** An index's highest close up to a day. */
export interface RecordClose {
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
  const end = lastOnOrBefore(series.dates, date);
  const closes = series[leg];
  const last = closes[end];
  if (last === undefined) return undefined;
  let top = 0;
  for (let at = 1; at <= end; at += 1) if ((closes[at] as number) > (closes[top] as number)) top = at;
  const close = closes[top] as number;
  return {
    close,
    on: series.dates[top] as IsoDate,
    sessionsSince: end - top,
    distance: percentChange(close, last),
  };
};
