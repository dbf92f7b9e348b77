import { type FoundSession, newYorkTime, nextSession, sessionOn, type TradingSession } from '../calendar/index.ts';
import type { IsoDate, IsoInstant } from '../units.ts';
import { wallClock } from './schedule.ts';

/** The date of a brief, and the session of the New York Stock Exchange on it. */
export interface MarketDay {
  /** In the brief's own time zone; east of New York it begins earlier than there. */
  readonly date: IsoDate;
  /** Local time in that zone, `07:30`. */
  readonly time: string;
  readonly session: TradingSession;
  /** Whether that session is ahead, under way or over; absent on a day without one, or in a year not in the calendar. */
  readonly phase?: 'before' | 'open' | 'after';
  /** The first session after the day. */
  readonly next: FoundSession;
  /** Whether that session closes early; absent where `next` is not known. */
  readonly nextSession?: TradingSession;
}

const OPENS_AT = '09:30';
/** The ordinary bell: the calendar does not record which sessions before 2026 closed early. */
const LAST_BELL = '16:00';

const phaseOf = (date: IsoDate, session: TradingSession, now: IsoInstant): MarketDay['phase'] => {
  if (!('closesAt' in session)) return undefined;
  const newYork = newYorkTime(now);
  if (newYork.date !== date) return newYork.date < date ? 'before' : 'after';
  const closes = session.closesAt === 'not recorded' ? LAST_BELL : session.closesAt;
  if (newYork.time < OPENS_AT) return 'before';
  return newYork.time < closes ? 'open' : 'after';
};

/**
 * The date in a zone at an instant, and the exchange's session of that date.
 *
 * @param zone IANA name
 * @throws {RangeError} for a zone that the runtime does not know
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

/** True for a day that is known to have no session: a holiday or a weekend. */
export const isClosed = ({ session: { kind } }: Pick<MarketDay, 'session'>): boolean =>
  kind === 'closed' || kind === 'weekend';
