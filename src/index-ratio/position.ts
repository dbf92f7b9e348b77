import type { IsoDate } from '../units.ts';

/** Place of the newest of ascending dates on or before a date; −1 where there is none. */
export const lastOnOrBefore = (dates: readonly IsoDate[], date: IsoDate): number => {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[middle] as IsoDate) <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
