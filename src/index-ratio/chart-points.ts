import { monthsToSession, wholeMonthsBetween } from '../calendar/index.ts';
import { type IsoDate, type Multiple, multiple, type Percent } from '../units.ts';
import { indexOnOrBefore, percentChange, type RatioSeries } from './series.ts';

const LEAST_POINTS = 2;
/** A chart in Slack holds twenty points. */
const MOST_POINTS = 20;

/**
 * Indices to draw of a longer run, evenly spread from the first to the last: a chart gives every point the same room, so
 * only equal steps leave its axis true to time.
 *
 * @param count how many there are
 * @param most at least 2
 * @returns ascending, none twice; all of them where there are no more than `most`
 * @throws {RangeError} where `most` leaves no room for both ends
 * @example evenIndices(7, 4) // [0, 2, 4, 6]
 */
export const evenIndices = (count: number, most = MOST_POINTS): readonly number[] => {
  if (most < LEAST_POINTS) throw new RangeError(`a chart needs at least ${LEAST_POINTS} points, got ${most}`);
  const drawn = Math.min(count, most);
  return Array.from({ length: drawn }, (_, at) => (drawn === 1 ? 0 : Math.round((at * (count - 1)) / (drawn - 1))));
};

const LEAST_BY_MONTH = 10;

/**
 * Indices of a run that is a number of whole months, drawn in steps of as many months each: every month has its point, or
 * every second, and none is skipped. Undefined where the months do not divide into ten to `most` points.
 */
const monthlyIndices = (
  { dates }: RatioSeries,
  [start, end]: readonly [number, number],
  most: number,
): readonly number[] | undefined => {
  const [first, last] = [dates[start], dates[end]];
  if (first === undefined || last === undefined) return undefined;
  const near = wholeMonthsBetween(first, last);
  const at = (months: number): number => indexOnOrBefore(dates, monthsToSession(last, months));
  // a month-end to a shorter one counts as a month less
  const months = [near, near + 1].find((one) => at(one) === start);
  if (months === undefined) return undefined;
  for (let steps = most - 1; steps >= LEAST_BY_MONTH - 1; steps -= 1) {
    const step = months / steps;
    if (Number.isInteger(step) && step > 0)
      return Array.from({ length: steps + 1 }, (_, place) => at((steps - place) * step));
  }
  return undefined;
};

/** A reading to draw. */
export interface ChartPoint {
  readonly on: IsoDate;
  readonly ratio: Multiple;
  /** (ratio ÷ first ratio − 1) × 100: by how much the Russell has beaten the S&P since the first point; negative behind. */
  readonly lead: Percent;
}

/**
 * The ratio between two dates as points for a chart, in order and evenly spaced in time: by months where the span is of
 * whole ones, else by sessions. It starts with the session that `changeBetween` starts from, so the last point's lead is
 * that change; or with the first reading, where `from` lies before it.
 * @param most points at most, at least 2
 * @returns empty where no reading lies between the dates
 * @throws {RangeError} where `most` is less than 2
 */
export const chartPoints = (
  series: RatioSeries,
  from: IsoDate,
  to: IsoDate,
  most = MOST_POINTS,
): readonly ChartPoint[] => {
  const [start, end] = ends(series, from, to);
  const even = () => evenIndices(end - start + 1, most).map((place) => start + place);
  const places = end - start < most ? even() : (monthlyIndices(series, [start, end], most) ?? even());
  return places.map((place) => pointAt(series, start, place));
};

/**
 * The highest and the lowest lead between two dates, over all sessions that `chartPoints` spans; the first, where several
 * are equal.
 * @returns undefined where no reading lies between the dates
 */
export const leadExtremes = (
  series: RatioSeries,
  from: IsoDate,
  to: IsoDate,
): { readonly high: ChartPoint; readonly low: ChartPoint } | undefined => {
  const [start, end] = ends(series, from, to);
  if (end < start) return undefined;
  let [high, low] = [start, start];
  for (let at = start + 1; at <= end; at += 1) {
    if ((series.ratios[at] as number) > (series.ratios[high] as number)) high = at;
    if ((series.ratios[at] as number) < (series.ratios[low] as number)) low = at;
  }
  return { high: pointAt(series, start, high), low: pointAt(series, start, low) };
};

/** The first and the last session drawn; the last before the first where there is none. */
const ends = (series: RatioSeries, from: IsoDate, to: IsoDate): readonly [start: number, end: number] => {
  const start = Math.max(0, indexOnOrBefore(series.dates, from));
  return [start, from > to ? start - 1 : indexOnOrBefore(series.dates, to)];
};

const pointAt = ({ dates, ratios }: RatioSeries, start: number, at: number): ChartPoint => ({
  on: dates[at] as IsoDate,
  ratio: multiple(ratios[at] as number),
  lead: percentChange(ratios[start] as number, ratios[at] as number),
});
