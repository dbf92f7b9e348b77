import {
  type FoundSession,
  MARKET_ZONE,
  newYorkTime,
  nextSession,
  type Session,
  sessionOn,
} from '../calendar/index.ts';
import { addMilliseconds, type IsoDate, type IsoInstant } from '../units.ts';
import type { Slot } from './due.ts';
import { type Delivery, type Schedule, type SkipReason, wallClock } from './schedule.ts';

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

/** What is to become of a brief that is due. */
export type DispatchDecision =
  /** `minutesLate` is 0 where it is on time. */
  { readonly kind: 'post'; readonly minutesLate: number } | { readonly kind: 'skip'; readonly reason: SkipReason };

const MINUTE_MS = 60_000;
/** After a stop, a brief is posted this late; later, its morning has passed. */
const LATEST_MINUTES = 30;
/** A minute goes on waiting for its turn in a channel, and nobody would call that late. */
const ON_TIME_MINUTES = 2;

/** Whole minutes from when a brief was due to when it was posted; 0 below two. */
export const minutesLate = (due: IsoInstant, posted: IsoInstant): number => {
  const minutes = Math.floor((Date.parse(posted) - Date.parse(due)) / MINUTE_MS);
  return minutes < ON_TIME_MINUTES ? 0 : minutes;
};

/**
 * Whether the exchange has no session on the day of a brief. That day is the one on the schedule's own calendar, as the
 * brief names it: Thursday 08:00 in Sydney is Wednesday afternoon in New York, and that brief leads up to the session
 * of Thursday. A year beyond the exchange's calendar does not count as closed.
 */
const isOnClosedDay = ({ date }: Slot): boolean => isClosed({ session: sessionOn(date) });

const isPausedOn = ({ paused }: Schedule, date: IsoDate): boolean =>
  paused !== undefined && (paused.until === undefined || date < paused.until);

/** The zone whose calendar a schedule's days are read in: its own, or New York's for a trigger. */
export const scheduleZone = ({ timing }: Schedule): string => (timing.kind === 'clock' ? timing.zone : MARKET_ZONE);

/** False again from the day on which it is to be posted again, in its own zone, whether or not that has been written down. */
export const isPaused = (schedule: Schedule, now: IsoInstant): boolean =>
  isPausedOn(schedule, wallClock(now, scheduleZone(schedule)).date);

/** The last instant at which a brief may be posted. */
export const latestPostTime = ({ due }: Pick<Slot, 'due'>): IsoInstant =>
  addMilliseconds(due, LATEST_MINUTES * MINUTE_MS);

/**
 * What is to become of a brief at an instant at or after the one it is due at. What people asked for comes before what
 * the clock says, so that the history gives the reason that would have held in any case. Up to half
 * an hour late a brief is posted.
 */
export const dispatchDecision = (schedule: Schedule, slot: Slot, now: IsoInstant): DispatchDecision => {
  const skip = (reason: SkipReason): DispatchDecision => ({ kind: 'skip', reason });
  if (isPausedOn(schedule, slot.date)) return skip('paused');
  const leavesOutClosed = schedule.timing.kind === 'clock' && schedule.onClosed === 'skip';
  if (leavesOutClosed && isOnClosedDay(slot)) return skip('exchange closed');
  if (slot.date === schedule.skip) return skip('skipped by request');
  if (now > latestPostTime(slot)) return skip('too late');
  return { kind: 'post', minutesLate: minutesLate(slot.due, now) };
};

/** A schedule once a slot has a delivery on record: without a request to skip or a pause that is over. */
export const withSlotSettled = (schedule: Schedule, { date, due }: Slot): Schedule => {
  const { skip, paused, ...rest } = schedule;
  const hasRunOut = paused?.until !== undefined && paused.until <= date;
  return {
    ...rest,
    ...(paused && !hasRunOut && { paused }),
    ...(skip !== undefined && date < skip && { skip }),
    settledTo: due > schedule.settledTo ? due : schedule.settledTo,
  };
};

/** The slot that a delivery is of. */
export const slotOfDelivery = ({ timing }: Schedule, { slot, due }: Pick<Delivery, 'slot' | 'due'>): Slot => ({
  date: timing.kind === 'clock' ? (slot as IsoDate) : newYorkTime(due).date,
  due,
});
