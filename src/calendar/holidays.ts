import type { IsoDate } from '../units.ts';
import { addDays, dateFrom, weekdayOf } from './days.ts';

/** Closures of the years before the published ones: the exchange's rules as they then stood, and its single special days. */

/** The first year whose closures are known. */
export const FIRST_YEAR = 1988;

const MONDAY = 1;
const THURSDAY = 4;
const [SUNDAY, SATURDAY] = [0, 6];

/** Days on which the exchange stayed shut for a death, an attack or a storm. */
const SPECIAL: ReadonlyMap<IsoDate, string> = new Map([
  ['1994-04-27', 'funeral of President Nixon'],
  ['2001-09-11', 'attacks of 11 September'],
  ['2001-09-12', 'attacks of 11 September'],
  ['2001-09-13', 'attacks of 11 September'],
  ['2001-09-14', 'attacks of 11 September'],
  ['2004-06-11', 'funeral of President Reagan'],
  ['2007-01-02', 'mourning for President Ford'],
  ['2012-10-29', 'Hurricane Sandy'],
  ['2012-10-30', 'Hurricane Sandy'],
  ['2018-12-05', 'mourning for President G. H. W. Bush'],
  ['2025-01-09', 'mourning for President Carter'],
] as [IsoDate, string][]);

const nth = (count: number, weekday: number, year: number, month: number): IsoDate => {
  const first = dateFrom(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7);
};

const lastMonday = (year: number, month: number): IsoDate => {
  const last = dateFrom(year, month + 1, 0);
  return addDays(last, -((weekdayOf(last) - MONDAY + 7) % 7));
};

/** Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
const easter = (year: number): IsoDate => {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return dateFrom(year, Math.floor(days / 31), (days % 31) + 1);
};

/** A holiday on a Sunday is observed on Monday, one on a Saturday on Friday. */
const observed = (date: IsoDate): IsoDate => {
  const weekday = weekdayOf(date);
  return weekday === SUNDAY ? addDays(date, 1) : weekday === SATURDAY ? addDays(date, -1) : date;
};

const closuresOfYear = (year: number): readonly (readonly [IsoDate, string])[] => {
  const newYear = dateFrom(year, 1, 1);
  return [
    // not observed on another day where it falls on a Saturday: 31 December closes the accounting year
    ...(weekdayOf(newYear) === SATURDAY ? [] : [[observed(newYear), "New Year's Day"] as const]),
    ...(year >= 1998 ? [[nth(3, MONDAY, year, 1), 'Martin Luther King Jr. Day'] as const] : []),
    [nth(3, MONDAY, year, 2), "Washington's Birthday"],
    [addDays(easter(year), -2), 'Good Friday'],
    [lastMonday(year, 5), 'Memorial Day'],
    ...(year >= 2022 ? [[observed(dateFrom(year, 6, 19)), 'Juneteenth'] as const] : []),
    [observed(dateFrom(year, 7, 4)), 'Independence Day'],
    [nth(1, MONDAY, year, 9), 'Labor Day'],
    [nth(4, THURSDAY, year, 11), 'Thanksgiving'],
    [observed(dateFrom(year, 12, 25)), 'Christmas'],
  ];
};

/** Every closure from {@link FIRST_YEAR} up to, not including, the year `end`, with its reason. */
export const closuresBefore = (end: number): ReadonlyMap<IsoDate, string> =>
  new Map([...Array.from({ length: end - FIRST_YEAR }, (_, at) => closuresOfYear(FIRST_YEAR + at)).flat(), ...SPECIAL]);

/** Closures and early closes as the NYSE Group announced them on 2025-12-23, "2026, 2027 and 2028 Holiday and Early Closings". */

type Named = readonly (readonly [date: string, name: string])[];

const CLOSED: Named = [
  ['2026-01-01', "New Year's Day"],
  ['2026-01-19', 'Martin Luther King Jr. Day'],
  ['2026-02-16', "Washington's Birthday"],
  ['2026-04-03', 'Good Friday'],
  ['2026-05-25', 'Memorial Day'],
  ['2026-06-19', 'Juneteenth'],
  ['2026-07-03', 'Independence Day (observed)'],
  ['2026-09-07', 'Labor Day'],
  ['2026-11-26', 'Thanksgiving'],
  ['2026-12-25', 'Christmas'],
  ['2027-01-01', "New Year's Day"],
  ['2027-01-18', 'Martin Luther King Jr. Day'],
  ['2027-02-15', "Washington's Birthday"],
  ['2027-03-26', 'Good Friday'],
  ['2027-05-31', 'Memorial Day'],
  ['2027-06-18', 'Juneteenth (observed)'],
  ['2027-07-05', 'Independence Day (observed)'],
  ['2027-09-06', 'Labor Day'],
  ['2027-11-25', 'Thanksgiving'],
  ['2027-12-24', 'Christmas (observed)'],
  ['2028-01-17', 'Martin Luther King Jr. Day'],
  ['2028-02-21', "Washington's Birthday"],
  ['2028-04-14', 'Good Friday'],
  ['2028-05-29', 'Memorial Day'],
  ['2028-06-19', 'Juneteenth'],
  ['2028-07-04', 'Independence Day'],
  ['2028-09-04', 'Labor Day'],
  ['2028-11-23', 'Thanksgiving'],
  ['2028-12-25', 'Christmas'],
];

/** 13:00 New York time. */
const EARLY: Named = [
  ['2026-11-27', 'day after Thanksgiving'],
  ['2026-12-24', 'Christmas Eve'],
  ['2027-11-26', 'day after Thanksgiving'],
  ['2028-07-03', 'day before Independence Day'],
  ['2028-11-24', 'day after Thanksgiving'],
];

/** The years the exchange has announced its closures and early closes of. */
export const FIRST_PUBLISHED_YEAR = 2026;
export const LAST_PUBLISHED_YEAR = 2028;

const byDate = (rows: Named): ReadonlyMap<IsoDate, string> => new Map(rows as readonly [IsoDate, string][]);

/** Announced closures, each with its holiday. */
export const PUBLISHED_CLOSURES = byDate(CLOSED);
/** Announced days on which trading ends at 13:00 New York time, each with its reason. */
export const PUBLISHED_EARLY_CLOSES = byDate(EARLY);
