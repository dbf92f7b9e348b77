import { type IsoDate, isoDate } from '../units.ts';
import { FIRST_MEETING_MONTH, MEETINGS } from './meetings.ts';

/**
 * Changes of the target that were decided between two scheduled meetings, from 1994, when the Committee began to announce
 * what it decides, to the first meeting of the calendar in this room.
 *
 * @see https://www.federalreserve.gov/monetarypolicy/fomc_historical.htm, Board of Governors: conference calls and unscheduled meetings
 */
const UNSCHEDULED: ReadonlySet<string> = new Set([
  ...['1994-04-18', '1998-10-15', '2001-01-03', '2001-04-18', '2001-09-17'],
  ...['2008-01-22', '2008-10-08', '2020-03-03', '2020-03-15'],
]);

/** Before it, which moves fell between meetings is not on record here. */
export const UNSCHEDULED_FROM: IsoDate = isoDate('1994-01-01');

/** True of the day of a change that no scheduled meeting decided; false before {@link UNSCHEDULED_FROM}. */
export const isUnscheduled = (on: IsoDate): boolean =>
  on >= FIRST_MEETING_MONTH ? !MEETINGS.some(({ decision }) => decision === on) : UNSCHEDULED.has(on);
