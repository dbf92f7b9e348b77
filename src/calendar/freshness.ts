import type { IsoDate, IsoInstant } from '../units.ts';
import type { UnknownYear } from './sessions.ts';
import { lastFinalSession, sessionsBetween } from './stepping.ts';

export type Freshness =
  | { readonly kind: 'current' }
  /** Sessions have ended since. */
  | { readonly kind: 'behind'; readonly sessions: number; readonly newest: IsoDate }
  | UnknownYear;

/** How many sessions' closes a value of a day lacks at an instant. @example of Friday, on Monday noon: current */
export const freshnessOf = (asOf: IsoDate, now: IsoInstant): Freshness => {
  const newest = lastFinalSession(now);
  if (newest.kind === 'unknown-year') return newest;
  const age = sessionsBetween(asOf, newest.date);
  if (age.kind === 'unknown-year') return age;
  return age.sessions === 0 ? { kind: 'current' } : { kind: 'behind', sessions: age.sessions, newest: newest.date };
};
