import type { IsoDate, IsoInstant } from '../units.ts';
import { addDays } from './days.ts';
import { newYorkTime } from './new-york.ts';
import { type Session, sessionOn, type UnknownYear } from './sessions.ts';

/** A day on which the exchange trades, or the year at which the calendar ends. */
export type FoundSession = { readonly kind: 'session'; readonly date: IsoDate } | UnknownYear;

const trades = ({ kind }: Session): boolean => kind === 'open' || kind === 'early-close';

const step = (from: IsoDate, days: 1 | -1): FoundSession => {
  let date = addDays(from, days);
  for (let session = sessionOn(date); ; session = sessionOn(date)) {
    if (session.kind === 'unknown-year') return session;
    if (trades(session)) return { kind: 'session', date };
    date = addDays(date, days);
  }
};

/** The first session after a date. @example nextSession('2026-11-25') // 2026-11-27: Thanksgiving lies between */
export const nextSession = (date: IsoDate): FoundSession => step(date, 1);

/** The last session before a date. */
export const previousSession = (date: IsoDate): FoundSession => step(date, -1);

/** True for an open day and for an early close. False also where the year is unknown. */
export const isSession = (date: IsoDate): boolean => trades(sessionOn(date));

export type SessionCount = { readonly kind: 'counted'; readonly sessions: number } | UnknownYear;

/**
 * Sessions after `from`, up to and including `to`; zero where `to` is not later. That is how old a close of `from` is on
 * the evening of `to`.
 * @example sessionsBetween('2026-11-25', '2026-11-30') // 2: the 27th and the 30th
 */
export const sessionsBetween = (from: IsoDate, to: IsoDate): SessionCount => {
  let sessions = 0;
  for (let found = nextSession(from); ; found = nextSession(found.date)) {
    if (found.kind === 'unknown-year') {
      return found.year > Number(to.slice(0, 4)) ? { kind: 'counted', sessions } : found;
    }
    if (found.date > to) return { kind: 'counted', sessions };
    sessions += 1;
  }
};

/** Closes are taken as final a quarter of an hour after the bell. */
const FINAL_AT = { '16:00': '16:15', 'not recorded': '16:15', '13:00': '13:15' } as const;

/**
 * The newest session whose closing prices are final at an instant: today's from a quarter of an hour after the bell
 * (16:15, on an early close 13:15), else the one before.
 * @example lastFinalSession('2026-11-27T18:15:00.000Z') // 2026-11-27: it closed at 13:00 New York time
 */
export const lastFinalSession = (now: IsoInstant): FoundSession => {
  const { date, time } = newYorkTime(now);
  const session = sessionOn(date);
  if (session.kind === 'unknown-year') return session;
  const isFinal = 'closesAt' in session && time >= FINAL_AT[session.closesAt];
  return isFinal ? { kind: 'session', date } : previousSession(date);
};
