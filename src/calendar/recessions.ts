import type { IsoMonth } from '../units.ts';

/** Who dates the recessions of the United States. */
export const RECESSION_SOURCE = {
  name: 'NBER',
  url: 'https://www.nber.org/research/data/us-business-cycle-expansions-and-contractions',
} as const;

/** A recession, from the month of the peak before it to that of its trough. */
export interface Recession {
  readonly peak: IsoMonth;
  readonly trough: IsoMonth;
}

/**
 * The recessions of the United States since 1990, as the National Bureau of Economic Research dates them, oldest first. It
 * dates a peak months after it, so the newest months may yet turn out to be one.
 *
 * @see {@link RECESSION_SOURCE}
 */
export const RECESSIONS: readonly Recession[] = [
  { peak: '1990-07', trough: '1991-03' },
  { peak: '2001-03', trough: '2001-11' },
  { peak: '2007-12', trough: '2009-06' },
  { peak: '2020-02', trough: '2020-04' },
];

/** True of the months after a peak, up to and including the trough. @example isRecession('2020-02') // false: the peak itself */
export const isRecession = (month: IsoMonth): boolean =>
  RECESSIONS.some(({ peak, trough }) => peak < month && month <= trough);
