import type { IsoDate } from '../units.ts';
import { weekdayOf, yearOf } from './days.ts';
import { FIRST_PAST_YEAR, pastClosures } from './past-years.ts';
import {
  FIRST_PUBLISHED_YEAR,
  LAST_PUBLISHED_YEAR,
  PUBLISHED_CLOSURES,
  PUBLISHED_EARLY_CLOSES,
} from './published-years.ts';

/** The years whose sessions are known; every other one is said to be unknown, not guessed. */
export const FIRST_YEAR = FIRST_PAST_YEAR;
export const LAST_YEAR = LAST_PUBLISHED_YEAR;

export interface UnknownYear {
  readonly kind: 'unknown-year';
  readonly year: number;
  readonly first: number;
  readonly last: number;
}

/** What the New York Stock Exchange does on a day. Times are New York's. */
export type Session =
  | {
      readonly kind: 'open';
      /** Early closes are typed in from 2026 on; before, whether the day ended at 13:00 is not recorded. */
      readonly closesAt: '16:00' | 'not recorded';
    }
  | { readonly kind: 'early-close'; readonly closesAt: '13:00'; readonly name: string }
  | { readonly kind: 'closed'; readonly name: string }
  | { readonly kind: 'weekend' }
  | UnknownYear;

const CLOSURES: ReadonlyMap<IsoDate, string> = new Map([...pastClosures(FIRST_PUBLISHED_YEAR), ...PUBLISHED_CLOSURES]);

/**
 * The session of a calendar date.
 * @see NYSE Group, holiday and early closings of 2026, 2027 and 2028; earlier years by the exchange's rules, which give
 * exactly the days without a close in the index histories of 1988 to 2025
 * @example sessionOn('2026-11-27') // { kind: 'early-close', closesAt: '13:00', name: 'day after Thanksgiving' }
 */
export const sessionOn = (date: IsoDate): Session => {
  if (weekdayOf(date) % 6 === 0) return { kind: 'weekend' };
  const year = yearOf(date);
  if (year < FIRST_YEAR || year > LAST_YEAR) return { kind: 'unknown-year', year, first: FIRST_YEAR, last: LAST_YEAR };
  const closure = CLOSURES.get(date);
  if (closure !== undefined) return { kind: 'closed', name: closure };
  const early = PUBLISHED_EARLY_CLOSES.get(date);
  if (early !== undefined) return { kind: 'early-close', closesAt: '13:00', name: early };
  return { kind: 'open', closesAt: year < FIRST_PUBLISHED_YEAR ? 'not recorded' : '16:00' };
};
