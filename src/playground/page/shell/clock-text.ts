import { TZDate } from '@date-fns/tz';
import { clockTime, dayWithoutWeekday } from '../times.ts';

/** A moment as a person writes it: as messages do, whatever the browser's own fields look like. */

/** `30 Nov 2026, 07:30` on the clocks of a zone. */
export const momentText = (at: string, zone: string): string =>
  `${dayWithoutWeekday(at, zone)}, ${clockTime(at, zone)}`;

const WRITTEN = /^(?:[a-z]+,? )?(\d{1,2}) ([a-z]{3})[a-z]* (\d{4}),? (\d{1,2}):(\d{2})$/i;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ,]+(\d{1,2}):(\d{2})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The moment that was written, as an instant; undefined where it is none.
 *
 * @param text `Mon 30 Nov 2026, 07:30`, `30 November 2026 7:30` or `2026-11-30 07:30`, on the clocks of the zone
 */
export const readMoment = (text: string, zone: string): string | undefined => {
  const tidy = text.trim().replace(/\s+/g, ' ');
  const [, day = '', name = '', year = '', hour = '', minute = ''] = WRITTEN.exec(tidy) ?? [];
  const written = [year, String(MONTHS.indexOf(name.toLowerCase()) + 1), day, hour, minute];
  const parts = (year === '' ? (ISO.exec(tidy)?.slice(1) ?? []) : written).map(Number);
  if (parts.length === 0) return undefined;
  const [y = 0, month = 0, d = 0, h = 0, m = 0] = parts;
  const at = new TZDate(y, month - 1, d, h, m, zone);
  // 31 Nov or 24:30 would be another moment
  const isThere = at.getMonth() === month - 1 && at.getDate() === d && h < 24 && m < 60;
  return isThere ? new Date(at.getTime()).toISOString() : undefined;
};
