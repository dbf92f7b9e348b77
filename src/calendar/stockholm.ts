import type { IsoDate, IsoInstant } from '../units.ts';
import { addDays, dateFrom, weekdayOf, yearOf } from './days.ts';
import { clockOf } from './sessions.ts';

/**
 * Days on which the Stockholm exchange is shut, by rule: Nasdaq Nordic's trading calendar. 6 June is a holiday from 2005
 * on; Whit Monday was one until 2004. Half days count as sessions.
 */

const FRIDAY = 5;
const CENTURY_RULE = 19;

/** Gregorian Easter Sunday, by the method of Meeus. */
const easterOf = (year: number): IsoDate => {
  const golden = year % CENTURY_RULE;
  const century = Math.floor(year / 100);
  const leap = century - Math.floor(century / 4);
  const skew = (leap - Math.floor((8 * century + 13) / 25) + CENTURY_RULE * golden + 15) % 30;
  const full = skew - Math.floor(skew / 28) * (1 - Math.floor(29 / (skew + 1)) * Math.floor((21 - golden) / 11));
  const sunday = (year + Math.floor(year / 4) + full + 2 - leap) % 7;
  const after = full - sunday;
  const month = 3 + Math.floor((after + 40) / 44);
  return dateFrom(year, month, after + 28 - 31 * Math.floor(month / 4));
};

/** The Friday from 19 to 25 June. */
const midsummerEve = (year: number): IsoDate => {
  const first = dateFrom(year, 6, 19);
  return addDays(first, (FRIDAY - weekdayOf(first) + 7) % 7);
};

const holidaysOf = (year: number): ReadonlySet<IsoDate> => {
  const easter = easterOf(year);
  return new Set([
    dateFrom(year, 1, 1),
    dateFrom(year, 1, 6),
    addDays(easter, -2),
    addDays(easter, 1),
    dateFrom(year, 5, 1),
    addDays(easter, 39),
    year >= 2005 ? dateFrom(year, 6, 6) : addDays(easter, 50),
    midsummerEve(year),
    dateFrom(year, 12, 24),
    dateFrom(year, 12, 25),
    dateFrom(year, 12, 26),
    dateFrom(year, 12, 31),
  ]);
};

const known = new Map<number, ReadonlySet<IsoDate>>();

/**
 * True where the Stockholm exchange trades on a date.
 * @example isStockholmSession('2024-07-04') // true: New York is shut
 * @example isStockholmSession('2024-06-21') // false: Midsummer Eve
 */
export const isStockholmSession = (date: IsoDate): boolean => {
  if (weekdayOf(date) % 6 === 0) return false;
  const year = yearOf(date);
  const holidays = known.get(year) ?? holidaysOf(year);
  known.set(year, holidays);
  return !holidays.has(date);
};

const stockholmTime = clockOf('Europe/Stockholm');
/** The closing call is over by 17:30. */
const FINAL_FROM = '17:45';

/** The newest session in Stockholm whose closes are final at an instant: today's from 17:45 there. */
export const lastStockholmSession = (now: IsoInstant): IsoDate => {
  const { date: today, time } = stockholmTime(now);
  let date = time >= FINAL_FROM ? today : addDays(today, -1);
  while (!isStockholmSession(date)) date = addDays(date, -1);
  return date;
};

/** Sessions in Stockholm after `from`, up to and including `to`; zero where `to` is not later. */
export const stockholmSessionsBetween = (from: IsoDate, to: IsoDate): number => {
  let sessions = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isStockholmSession(date)) sessions += 1;
  return sessions;
};
