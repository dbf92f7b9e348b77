import { z } from 'zod';
import { addDays, dateFrom, weekdayOf, yearOf } from '../calendar/index.ts';
import { type IsoDate, isIsoDate } from '../units.ts';

/** Days as people name them. */

/** From Monday on. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A day as a person names it: a date, or the next such day from today. {@link resolveDay} gives its date. */
export const DayReferenceSchema = z.union([
  z.string().refine(isIsoDate),
  /** From 1: 1 December is `{ month: 12, day: 1 }`. */
  z.strictObject({ month: z.int(), day: z.int() }),
  /** The next such day, or the one so many weeks after it. */
  z.strictObject({ weekday: z.enum(WEEKDAYS), weeksLater: z.int().exactOptional() }),
  /** Of this month or the next: `the 9th`. */
  z.strictObject({ day: z.int() }),
  z.strictObject({ inDays: z.int() }),
]);
export type DayReference = z.infer<typeof DayReferenceSchema>;

const DAYS_A_WEEK = 7;
/** Between one 29 February and the next lie at most eight years. */
const MOST_YEARS = 8;
/** Of two months in a row one has a 31st, of three any has a 30th. */
const MONTHS_AHEAD = 4;

/** Who names a day of the last two months means that one, and not the next in ten months or more. */
const DAYS_BACK = 60;

/** The same day of the first year in which it is not long before `today`. */
const nextOfYear = (month: number, day: number, today: IsoDate): IsoDate => {
  const years = Array.from({ length: MOST_YEARS + 2 }, (_, later) => yearOf(today) - 1 + later);
  const dates = years.map((year) => dateFrom(year, month, day)).filter((date) => Number(date.slice(5, 7)) === month);
  const next = dates.find((date) => date >= addDays(today, -DAYS_BACK));
  if (next === undefined) throw new Error(`no year has a day ${month}-${day}`);
  return next;
};

/**
 * The date of a day as a person names it on `today`: 1 December is the next one, which may be today, or the one just past;
 * Monday is the next one, never today. A full date stays as it is, even in the past.
 *
 * @throws for a day and month that no year has
 */
export const resolveDay = (reference: DayReference, today: IsoDate): IsoDate => {
  if (typeof reference === 'string') return reference;
  if ('inDays' in reference) return addDays(today, reference.inDays);
  if ('month' in reference) return nextOfYear(reference.month, reference.day, today);
  if ('day' in reference) {
    const months = Array.from({ length: MONTHS_AHEAD }, (_, later) => later + Number(today.slice(5, 7)) - 1);
    const dates = months.map((month) =>
      dateFrom(yearOf(today) + Math.floor(month / 12), (month % 12) + 1, reference.day),
    );
    return dates.find((date) => date >= today && Number(date.slice(8)) === reference.day) as IsoDate;
  }
  const later = (reference.weeksLater ?? 0) * DAYS_A_WEEK;
  const ahead = (WEEKDAYS.indexOf(reference.weekday) + 1 - weekdayOf(today) + DAYS_A_WEEK) % DAYS_A_WEEK;
  return addDays(today, (ahead === 0 ? DAYS_A_WEEK : ahead) + later);
};
