import { dateFrom, daysInMonth } from '../calendar/index.ts';
import type { IsoDate } from '../units.ts';

/** A calendar month, `2026-10`. */
export type Month = `${number}-${number}`;

/** The last price of one month's 30-day fed funds future. */
export interface FuturesPrice {
  readonly month: Month;
  /** 100 less the month's mean rate in percent: 96.105 says 3.895 %. */
  readonly price: number;
  /** The session of the price. */
  readonly asOf: IsoDate;
}

export const monthOf = (date: string): Month => date.slice(0, 7) as Month;

/** @example monthsOn('2026-11', 3) // 2027-02 */
export const monthsOn = (month: Month, months: number): Month =>
  monthOf(dateFrom(Number(month.slice(0, 4)), Number(month.slice(5)) + months, 1));

export const lengthOf = (month: Month): number => daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));

const MONTH_LETTERS = 'FGHJKMNQUVXZ';

/** The exchange's name of a month's contract. @example contractCode('2026-10') // ZQV26 */
export const contractCode = (month: Month): string =>
  `ZQ${MONTH_LETTERS[Number(month.slice(5)) - 1]}${month.slice(2, 4)}`;
