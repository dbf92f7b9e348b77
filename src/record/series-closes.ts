import { type RatioSeries, readAt } from '../index-ratio/index.ts';
import type { Closes } from './closes.ts';
import type { Source } from './source.ts';

/**
 * Closes out of a series, for the checks to be worked out anew from it; a day the series lacks is looked up elsewhere.
 *
 * @param source whose closes the series holds
 * @param elsewhere such as the cited closes
 */
export const closesFrom =
  (series: RatioSeries, source: Source, elsewhere: Closes): Closes =>
  (index, on) => {
    const read = readAt(series, on);
    if (read.kind !== 'reading' || read.on !== on) return elsewhere(index, on);
    const closes = index === 'Russell 2000' ? series.numerator : series.denominator;
    const value = closes[read.at];
    return value === undefined ? elsewhere(index, on) : { value, on, source };
  };
