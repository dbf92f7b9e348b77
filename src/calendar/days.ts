import type { IsoDate } from '../units.ts';

const MS_PER_DAY = 86_400_000;

/** Midnight UTC: dates carry no zone, so sums of days never meet a change of the clocks. */
const midnight = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);
const dateAt = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10) as IsoDate;

/** @example addDays('2028-02-28', 2) // 2028-03-01 */
export const addDays = (date: IsoDate, days: number): IsoDate => dateAt(midnight(date) + days * MS_PER_DAY);

/** Calendar days from one date to another; negative where `to` lies before. */
export const calendarDaysBetween = (from: IsoDate, to: IsoDate): number => (midnight(to) - midnight(from)) / MS_PER_DAY;

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (date: IsoDate): number => new Date(midnight(date)).getUTCDay();

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** `month` 1 to 12; `day` may run over the month's end. */
export const dateFrom = (year: number, month: number, day: number): IsoDate => dateAt(Date.UTC(year, month - 1, day));

/** @example daysInMonth(2028, 2) // 29 */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The same day of an earlier month, or that month's last day where it is shorter.
 * @example monthsBefore('2026-03-31', 1) // 2026-02-28
 */
export const monthsBefore = (date: IsoDate, months: number): IsoDate => {
  const index = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 - months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return dateFrom(year, month, Math.min(Number(date.slice(8)), daysInMonth(year, month)));
};
