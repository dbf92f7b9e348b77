import type { IsoDate } from '../units.ts';

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

export const FIRST_PUBLISHED_YEAR = 2026;
export const LAST_PUBLISHED_YEAR = 2028;

const byDate = (rows: Named): ReadonlyMap<IsoDate, string> => new Map(rows as readonly [IsoDate, string][]);

export const PUBLISHED_CLOSURES = byDate(CLOSED);
export const PUBLISHED_EARLY_CLOSES = byDate(EARLY);
