import type { IsoDate } from '../units.ts';

/** Binary fractions: 638.495 must count as the half of 638.49 and 638.50. */
const SLACK = 1e-9;

/** Decimals a number is written with: 0.6 has one, 17 none. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/**
 * True when the record's value, rounded to the decimals the note prints, is what the note prints.
 * @example roundsTo(8.779916, 8.78) // true
 * @example roundsTo(17.559832, 17.55) // false: it rounds to 17.56
 */
export const roundsTo = (value: number, printed: number): boolean =>
  Math.abs(value - printed) <= 0.5 * 10 ** -decimalsOf(printed) + SLACK;

/** "around 4 %": true within `most` to either side, in the value's own unit. */
export const isAbout = (value: number, printed: number, most: number): boolean =>
  Math.abs(value - printed) <= most + SLACK;

/** "just under 10 %": below it, by at most `most`. */
export const isJustUnder = (value: number, printed: number, most: number): boolean =>
  value < printed && printed - value <= most + SLACK;

/** "more than 36 %": above it. */
export const isMoreThan = (value: number, printed: number): boolean => value > printed;

const DAY = 86_400_000;
/** 365.25 ÷ 12. */
const DAYS_A_MONTH = 30.4375;

/** Days from one date to a later one. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** Months from one date to a later one, with their fraction. @example 18 Dec 2024 to 17 Sep 2025 is 8.969199 */
export const monthsFrom = (from: IsoDate, to: IsoDate): number => daysBetween(from, to) / DAYS_A_MONTH;
