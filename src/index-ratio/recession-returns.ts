import { addDays, addMonths, firstDayOf, RECESSIONS } from '../calendar/index.ts';
import type { IsoDate, IsoMonth, Percent } from '../units.ts';
import { changeBetween } from './measures.ts';
import type { RatioSeries } from './series.ts';

/** What both indexes did in a recession, price only, percent. */
export interface RecessionReturn {
  readonly peak: IsoMonth;
  readonly trough: IsoMonth;
  /** Russell 2000. */
  readonly small: Percent;
  /** S&P 500. */
  readonly large: Percent;
  /** The change of the ratio: positive where the Russell led. */
  readonly lead: Percent;
}

const lastDayOf = (month: IsoMonth): IsoDate => addDays(firstDayOf(addMonths(month, 1)), -1);

/**
 * Both indexes over each recession, from the last close of the month of the peak to the last close of the month of the trough.
 *
 * @returns oldest first; without recessions that the series does not cover from end to end
 * @example 1990 to 1991: Russell +5.88 %, S&P +5.35 %, a lead of 0.50 %
 */
export const recessionReturns = (series: RatioSeries): readonly RecessionReturn[] =>
  RECESSIONS.flatMap(({ peak, trough }): RecessionReturn[] => {
    const [from, to] = [lastDayOf(peak), lastDayOf(trough)];
    const moved = changeBetween(series, from, to);
    const last = series.dates.at(-1);
    if (moved.kind !== 'change' || last === undefined || last < to) return [];
    return [{ peak, trough, small: moved.numerator, large: moved.denominator, lead: moved.ratio }];
  });
