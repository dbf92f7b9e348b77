import { type IsoDate, type Multiple, multiple, type Percent } from '../units.ts';
import { percentChange } from './measures.ts';
import { indexOnOrBefore, type RatioSeries } from './series.ts';

const LEAST_POINTS = 4;
/** A chart in Slack holds twenty points. */
const MOST_POINTS = 20;

const extreme = (values: readonly number[], isBeyond: (one: number, best: number) => boolean): number =>
  values.reduce((best, value, at) => (isBeyond(value, values[best] as number) ? at : best), 0);

/**
 * Indices of the values to draw of a longer run: evenly spread, with the first, the last, the highest and the lowest among
 * them. The nearest inner point gives way to an extreme, so there are never more than `most`.
 *
 * @param most at least 4
 * @returns ascending, none twice; all of them where there are no more than `most`
 * @throws {RangeError} where `most` leaves no room for the four
 * @example sampleIndices([5, 1, 2, 3, 9, 4, 6], 4) // [0, 1, 4, 6]
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
 * @param most points at most, at least 4
 * @returns empty where no reading lies between the dates
 * @throws {RangeError} where `most` is less than 4
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
