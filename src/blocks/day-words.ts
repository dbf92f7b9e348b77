import { WEEKDAYS, type Weekday } from '../questions/index.ts';
import type { IsoDate } from '../units.ts';
import { day, dayNear, unbroken } from './wording.ts';

/** Days with their weekday, as briefs name them. */

/** `Monday`. */
export const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** `Friday`. Taken from the date as it is written: no time zone comes in. */
export const weekdayName = (date: IsoDate): string =>
  DAY_NAMES[WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % WEEKDAYS.length] as Weekday];

const shortName = (date: IsoDate): string => weekdayName(date).slice(0, 3);

/** `Fri 18 Sep`; with its year once half a year and more lies between it and the day it is told on. */
export const weekdayNear = (date: IsoDate, today: IsoDate): string =>
  unbroken(`${shortName(date)} ${dayNear(date, today)}`);

/** `Fri 18 Sep 2026`. */
export const weekdayFull = (date: IsoDate): string => unbroken(`${shortName(date)} ${day(date)}`);

/** Within a week a weekday names a day. */
const WEEK_MS = 7 * 86_400_000;

/** `Friday`; a week and more ago `Fri 11 Sep`; on the same day its time, `07:30 today`. */
export const sinceWords = ({ on, time }: { readonly on: IsoDate; readonly time: string }, today: IsoDate): string => {
  if (on === today) return unbroken(`${time} today`);
  const isNear = Math.abs(Date.parse(today) - Date.parse(on)) < WEEK_MS;
  return isNear ? weekdayName(on) : weekdayNear(on, today);
};
