import { type FoundSession, newYorkTime, nextSession, type Session, sessionOn } from '../calendar/index.ts';
import type { IsoDate, IsoInstant } from '../units.ts';
import { wallClock } from './wall-clock.ts';

/** The day a brief is of, and what the New York Stock Exchange does on it. */
export interface MarketDay {
  /** As the calendar of the brief's own zone has it; in the east it begins before New York's. */
  readonly date: IsoDate;
  /** That zone's clock, `07:30`. */
  readonly time: string;
  readonly session: Session;
  /** Where the clock stands against that day's session; absent on a day without one, or of a year that is not known. */
  readonly phase?: 'before' | 'open' | 'after';
  /** The first session after the day. */
  readonly next: FoundSession;
  /** What that session is: an early close is told ahead. */
  readonly nextSession?: Session;
}

const OPENS_AT = '09:30';
/** Before 2026 it is not recorded which sessions ended early; the ordinary bell is taken. */
const LAST_BELL = '16:00';

const phaseOf = (date: IsoDate, session: Session, now: IsoInstant): MarketDay['phase'] => {
  if (!('closesAt' in session)) return undefined;
  const newYork = newYorkTime(now);
  if (newYork.date !== date) return newYork.date < date ? 'before' : 'after';
  const closes = session.closesAt === 'not recorded' ? LAST_BELL : session.closesAt;
  if (newYork.time < OPENS_AT) return 'before';
  return newYork.time < closes ? 'open' : 'after';
};

/**
 * The day in a zone at an instant: its date there, and the exchange's session of that date.
 *
 * @example marketDay('2026-11-26T12:30:00.000Z', 'America/New_York').session // closed, Thanksgiving
 */
export const marketDay = (now: IsoInstant, zone: string): MarketDay => {
  const { date, time } = wallClock(now, zone);
  const session = sessionOn(date);
  const phase = phaseOf(date, session, now);
  const next = nextSession(date);
  return {
    date,
    time,
    session,
    ...(phase && { phase }),
    next,
    ...(next.kind === 'session' && { nextSession: sessionOn(next.date) }),
  };
};

/** True of a day that is known to be without a session: a closure or a weekend. */
export const isClosed = ({ session: { kind } }: Pick<MarketDay, 'session'>): boolean =>
  kind === 'closed' || kind === 'weekend';
