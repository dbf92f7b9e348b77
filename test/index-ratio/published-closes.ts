import { alignCloses, type CloseSeries, type RatioSeries } from '../../src/index-ratio/series.ts';
import { isoDate } from '../../src/units.ts';

/** Closes of one index by day. */
export const closeSeries = (
  name: string,
  closes: Record<string, number>,
  basis: CloseSeries['basis'] = 'price index',
): CloseSeries => ({ name, basis, dates: Object.keys(closes).map(isoDate), closes: Object.values(closes) });

/** The ratio of two series that share days. */
export const aligned = (one: CloseSeries, other: CloseSeries): RatioSeries => {
  const result = alignCloses(one, other);
  if (result.kind !== 'aligned') throw new Error(result.kind);
  return result.series;
};

// Single closes as newspapers printed them: AP, "How major US stock indexes fared", and its year-end lines
const RUSSELL = closeSeries('Russell 2000', {
  '2018-12-31': 1348.56,
  '2019-12-31': 1668.47,
  '2020-12-31': 1974.86,
  '2021-03-22': 2266.84,
  '2024-07-02': 2033.87,
  '2025-06-30': 2175.04,
  '2025-09-30': 2436.48,
});
const SP500 = closeSeries('S&P 500', {
  '2018-12-31': 2506.85,
  '2019-12-31': 3230.78,
  '2020-12-31': 3756.07,
  '2021-03-22': 3940.59,
  '2024-07-02': 5509.01,
  '2025-06-30': 6204.95,
  '2025-09-30': 6688.46,
});
/** The ratio on the days whose closes were printed. */
export const RATIO = aligned(RUSSELL, SP500);
