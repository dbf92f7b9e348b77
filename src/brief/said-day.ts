import { addDays, dateFrom, weekdayOf, yearOf } from '../calendar/index.ts';
import { type SaidDay, WEEKDAYS } from '../questions/index.ts';
import type { IsoDate } from '../units.ts';

const DAYS_A_WEEK = 7;
/** Between one 29 February and the next lie at most eight years. */
const MOST_YEARS = 8;

/** The same day of the first year in which it is not before `today`. */
const nextOfYear = (month: number, day: number, today: IsoDate): IsoDate => {
  const years = Array.from({ length: MOST_YEARS + 1 }, (_, later) => yearOf(today) + later);
  const dates = years.map((year) => dateFrom(year, month, day)).filter((date) => Number(date.slice(5, 7)) === month);
  const next = dates.find((date) => date >= today);
  if (next === undefined) throw new Error(`no year has a day ${month}-${day}`);
  return next;
};

/**
 * The date that is meant by a day as it is said on `today`: 1 December is the next one, today included; Monday is the next
 * one, and on a Monday a week on. A date stays what it is, also where it has passed.
 */
export const dayMeant = (said: SaidDay, today: IsoDate): IsoDate => {
  if (typeof said === 'string') return said;
  if ('inDays' in said) return addDays(today, said.inDays);
  if ('month' in said) return nextOfYear(said.month, said.day, today);
  const ahead = (WEEKDAYS.indexOf(said.weekday) + 1 - weekdayOf(today) + DAYS_A_WEEK) % DAYS_A_WEEK;
  return addDays(today, ahead === 0 ? DAYS_A_WEEK : ahead);
};
