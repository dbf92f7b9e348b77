import { differenceInMonths } from 'date-fns/differenceInMonths';
import { parseISO } from 'date-fns/parseISO';
import { type CalendarDays, type IsoDate, type IsoMonth, isoMonthOf, type Months } from '../units.ts';

const MS_PER_DAY = 86_400_000;

/** Midnight UTC: dates carry no zone, so sums of days never meet a change of the clocks. */
const midnight = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);
const dateAt = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10) as IsoDate;

/**
 * @param days calendar days; negative for an earlier date
 * @example addDays('2028-02-28', 2) // 2028-03-01
 */
export const addDays = (date: IsoDate, days: number): IsoDate => dateAt(midnight(date) + days * MS_PER_DAY);

/**
 * Calendar days from one date to another; negative where `to` lies before `from`.
 * @example calendarDaysBetween('2028-02-28', '2028-03-01') // 2
 */
export const calendarDaysBetween = (from: IsoDate, to: IsoDate): CalendarDays =>
  ((midnight(to) - midnight(from)) / MS_PER_DAY) as CalendarDays;

/** Day of the week: 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (date: IsoDate): number => new Date(midnight(date)).getUTCDay();

/** The calendar year of a date, four digits. */
export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/**
 * @param month 1 to 12
 * @param day may run over the month's end; 0 is the last day of the month before
 * @example dateFrom(2026, 12, 0) // 2026-11-30
 */
export const dateFrom = (year: number, month: number, day: number): IsoDate => dateAt(Date.UTC(year, month - 1, day));

const numbersOf = (month: IsoMonth): readonly [year: number, month: number] => [
  Number(month.slice(0, 4)),
  Number(month.slice(5)),
];

/** @example firstDayOf('2026-11') // 2026-11-01 */
export const firstDayOf = (month: IsoMonth): IsoDate => dateFrom(...numbersOf(month), 1);

/** The last day of a month. */
export const lastDayOfMonth = (month: IsoMonth): IsoDate => addDays(firstDayOf(addMonths(month, 1)), -1);

/** @example daysInMonth('2028-02') // 29 */
export const daysInMonth = (month: IsoMonth): CalendarDays => {
  const [year, ofYear] = numbersOf(month);
  return new Date(Date.UTC(year, ofYear, 0)).getUTCDate() as CalendarDays;
};

/**
 * @param months calendar months; negative for an earlier month
 * @example addMonths('2026-11', 3) // 2027-02
 */
export const addMonths = (month: IsoMonth, months: number): IsoMonth => {
  const [year, ofYear] = numbersOf(month);
  return isoMonthOf(dateFrom(year, ofYear + months, 1));
};

/**
 * The same day of an earlier month, or that month's last day where it is shorter.
 * @param months calendar months
 * @example monthsBefore('2026-03-31', 1) // 2026-02-28
 */
export const monthsBefore = (date: IsoDate, months: number): IsoDate => {
  const month = addMonths(isoMonthOf(date), -months);
  return dateFrom(...numbersOf(month), Math.min(Number(date.slice(8)), daysInMonth(month)));
};

/**
 * Whole calendar months from one date to another, the fraction dropped; negative where `to` lies before `from`.
 * @example wholeMonthsBetween('2025-09-18', '2026-11-20') // 14
 */
export const wholeMonthsBetween = (from: IsoDate, to: IsoDate): Months =>
  differenceInMonths(parseISO(to), parseISO(from)) as Months;

/** 365.25 ÷ 12. */
const DAYS_PER_AVERAGE_MONTH = 30.4375;

/**
 * Months of average length (30.4375 days) from one date to another, with their fraction; negative where `to` lies before.
 * @example averageMonthsBetween('2024-12-18', '2025-09-17') // 8.969199
 */
export const averageMonthsBetween = (from: IsoDate, to: IsoDate): Months =>
  (calendarDaysBetween(from, to) / DAYS_PER_AVERAGE_MONTH) as Months;

const DAYS_A_WEEK = 7;
const MONTHS_A_YEAR = 12;

/**
 * The date so long before another.
 * @example dateBack('2026-03-31', { count: 1, unit: 'month' }) // 2026-02-28
 */
export const dateBack = (
  date: IsoDate,
  { count, unit }: { readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'year' },
): IsoDate => {
  switch (unit) {
    case 'day':
      return addDays(date, -count);
    case 'week':
      return addDays(date, -count * DAYS_A_WEEK);
    case 'month':
      return monthsBefore(date, count);
    case 'year':
      return monthsBefore(date, count * MONTHS_A_YEAR);
  }
};
