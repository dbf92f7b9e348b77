import { addDays, dateFrom, monthsBefore, yearOf } from '../calendar/index.ts';
import { type IsoDate, type Multiple, multiple, type Percent, percent } from '../units.ts';
import { indexOnOrBefore, type RatioSeries } from './series.ts';

/** A level read on a day. */
export interface RatioReading {
  readonly on: IsoDate;
  readonly ratio: Multiple;
  /** S&P 500 ÷ Russell 2000: the same fact the other way up. */
  readonly inverse: Multiple;
  /** Its place in the series. */
  readonly at: number;
}

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

export type RatioChange =
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
export const changeBetween = (series: RatioSeries, from: IsoDate, to: IsoDate): RatioChange => {
  if (from > to) return { kind: 'from-after-to' };
  const start = indexOnOrBefore(series.dates, from);
  const end = indexOnOrBefore(series.dates, to);
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
export const requiredOutperformance = (now: number, level: number): Percent => percentChange(now, level);

export interface Drawdown {
  readonly high: Multiple;
  readonly highOn: IsoDate;
  /** Zero or negative percent. */
  readonly drawdown: Percent;
}

/** Distance of the reading on `date` from the highest one up to then: (ratio ÷ high − 1) × 100. Looks at no later day. */
export const drawdownAt = (series: RatioSeries, date: IsoDate): Drawdown | undefined => {
  const end = indexOnOrBefore(series.dates, date);
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
  const end = indexOnOrBefore(series.dates, date);
  if (end < 0) return undefined;
  const level = series.ratios[end] as number;
  let atOrBelow = 0;
  for (let at = 0; at <= end; at += 1) if ((series.ratios[at] as number) <= level) atOrBelow += 1;
  return percent((atOrBelow / (end + 1)) * 100);
};

const LEAST_POINTS = 4;
/** A chart in Slack holds twenty points. */
const MOST_POINTS = 20;

const extreme = (values: readonly number[], isBeyond: (one: number, best: number) => boolean): number =>
  values.reduce((best, value, at) => (isBeyond(value, values[best] as number) ? at : best), 0);

/**
 * Places to draw of a longer run of values: evenly spread, with the first, the last, the highest and the lowest among
 * them. The nearest inner point gives way to an extreme, so there are never more than `most`.
 *
 * @param most at least 4
 * @throws {RangeError} where `most` leaves no room for the four
 * @example sampledPlaces([5, 1, 2, 3, 9, 4, 6], 4) // [0, 1, 4, 6]
 */
export const sampleIndices = (values: readonly number[], most = MOST_POINTS): readonly number[] => {
  if (most < LEAST_POINTS) throw new RangeError(`a sample needs at least ${LEAST_POINTS} points, got ${most}`);
  if (values.length <= most) return values.map((_, at) => at);
  const last = values.length - 1;
  const places = Array.from({ length: most }, (_, at) => Math.round((at * last) / (most - 1)));
  const [high, low] = [extreme(values, (one, best) => one > best), extreme(values, (one, best) => one < best)];
  const kept = new Set([0, last, high, low]);
  for (const place of [high, low]) {
    if (places.includes(place)) continue;
    const free = places.flatMap((one, at) => (kept.has(one) ? [] : [at]));
    const nearest = free.reduce((best, at) =>
      Math.abs((places[at] as number) - place) < Math.abs((places[best] as number) - place) ? at : best,
    );
    places[nearest] = place;
  }
  return places.toSorted((one, other) => one - other);
};

/** A reading to draw. */
export interface ChartPoint {
  readonly on: IsoDate;
  readonly ratio: Multiple;
  /** (ratio ÷ first ratio − 1) × 100: by how much the Russell has beaten the S&P since the first point; negative behind. */
  readonly lead: Percent;
}

/**
 * The ratio between two dates as points for a chart, in order; the first, last, highest and lowest reading stay. It
 * starts with the session that `changeBetween` starts from, so the last point's lead is that change; or with the first
 * reading, where `from` lies before it.
 * @returns empty where no reading lies between the dates
 */
export const chartPoints = (
  series: RatioSeries,
  from: IsoDate,
  to: IsoDate,
  most = MOST_POINTS,
): readonly ChartPoint[] => {
  const start = Math.max(0, indexOnOrBefore(series.dates, from));
  const ratios = from > to ? [] : series.ratios.slice(start, indexOnOrBefore(series.dates, to) + 1);
  return sampleIndices(ratios, most).map((place) => ({
    on: series.dates[start + place] as IsoDate,
    ratio: multiple(ratios[place] as number),
    lead: percentChange(ratios[0] as number, ratios[place] as number),
  }));
};

/** The spans a change is told over, each with the calendar day it is measured from. */
const STARTS = {
  '1 week': (end: IsoDate) => addDays(end, -7),
  '1 month': (end: IsoDate) => monthsBefore(end, 1),
  '3 months': (end: IsoDate) => monthsBefore(end, 3),
  '12 months': (end: IsoDate) => monthsBefore(end, 12),
  /** From the last close of the year before. */
  'year to date': (end: IsoDate) => dateFrom(yearOf(end) - 1, 12, 31),
} as const;

export type ChangeSpan = keyof typeof STARTS;

export interface SpanChange {
  readonly span: ChangeSpan;
  /** The calendar day it is measured from; `change.from` is the session that was used, that day's or the nearest before it. */
  readonly requestedFrom: IsoDate;
  readonly change: RatioChange;
}

/**
 * Changes of the ratio and both legs up to the newest reading on or before a date, over calendar spans counted back from
 * that reading's own day. Empty before the first reading.
 * @example a reading of 2026-11-20 is compared with 2026-11-13, 2026-10-20, 2026-08-20, 2025-11-20 and 2025-12-31
 */
export const changesAt = (series: RatioSeries, date: IsoDate): readonly SpanChange[] => {
  const read = readAt(series, date);
  if (read.kind !== 'reading') return [];
  return (Object.keys(STARTS) as ChangeSpan[]).map((span) => {
    const requestedFrom = STARTS[span](read.on);
    return { span, requestedFrom, change: changeBetween(series, requestedFrom, read.on) };
  });
};
