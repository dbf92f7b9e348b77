import { addDays, MARKET_ZONE, newYorkTime, sessionOn } from '../calendar/index.ts';
import { addMilliseconds, type IsoDate, type IsoInstant, instantAt, utcDateOf } from '../units.ts';
import { isClosed } from './market-day.ts';
import {
  type Delivery,
  type DueTime,
  dueTimesAfter,
  isZone,
  type Schedule,
  type SkipReason,
  wallClock,
} from './schedule.ts';

/** Whether a brief that is due is posted, or why it is skipped. */
type DispatchDecision =
  /** `minutesLate` is 0 where it is on time. */
  { readonly kind: 'post'; readonly minutesLate: number } | { readonly kind: 'skip'; readonly reason: SkipReason };

const MINUTE_MS = 60_000;
/** After a stop of the bot, a brief may still be posted this late. */
const LATEST_MINUTES = 30;
/** Below this a brief counts as on time: it may wait a minute for its turn in the channel. */
const ON_TIME_MINUTES = 2;

/** Whole minutes from when a brief was due to when it was posted; 0 below two. */
export const minutesLate = (due: IsoInstant, posted: IsoInstant): number => {
  const minutes = Math.floor((Date.parse(posted) - Date.parse(due)) / MINUTE_MS);
  return minutes < ON_TIME_MINUTES ? 0 : minutes;
};

/**
 * Whether the exchange has no session on the date of a brief. The date is that in the schedule's own zone, as the brief shows
 * it: Thursday 08:00 in Sydney is Wednesday afternoon in New York, and that brief is about Thursday's session. Days of years
 * that are not in the exchange calendar count as open.
 */
const isOnClosedDay = ({ date }: DueTime): boolean => isClosed({ session: sessionOn(date) });

const isPausedOn = ({ paused }: Schedule, date: IsoDate): boolean =>
  paused !== undefined && (paused.until === undefined || date < paused.until);

/** The IANA zone that gives a schedule its dates: its own, or New York's for a trigger. */
export const scheduleZone = ({ timing }: Schedule): string => (timing.kind === 'clock' ? timing.zone : MARKET_ZONE);

/** Whether a schedule is paused on the date of an instant in its own zone; a pause ends by itself on its `until` date. */
export const isPaused = (schedule: Schedule, now: IsoInstant): boolean =>
  isPausedOn(schedule, wallClock(now, scheduleZone(schedule)).date);

/** The last instant at which a brief may be posted. */
export const latestPostTime = ({ due }: Pick<DueTime, 'due'>): IsoInstant =>
  addMilliseconds(due, LATEST_MINUTES * MINUTE_MS);

/**
 * Decides whether a brief that is due is posted at `now`, up to half an hour late, or skipped. What people asked for is checked
 * before lateness, so that the history shows the reason that would have applied in any case.
 *
 * @param now at or after the due time
 */
export const dispatchDecision = (schedule: Schedule, slot: DueTime, now: IsoInstant): DispatchDecision => {
  const skip = (reason: SkipReason): DispatchDecision => ({ kind: 'skip', reason });
  if (isPausedOn(schedule, slot.date)) return skip('paused');
  const leavesOutClosed = schedule.timing.kind === 'clock' && schedule.onClosed === 'skip';
  if (leavesOutClosed && isOnClosedDay(slot)) return skip('exchange closed');
  if (slot.date === schedule.skip) return skip('skipped by request');
  if (now > latestPostTime(slot)) return skip('too late');
  return { kind: 'post', minutesLate: minutesLate(slot.due, now) };
};

/** The schedule once a slot has a delivery on record: settled up to it, without a skip request or pause that is now over. */
export const withSlotSettled = (schedule: Schedule, { date, due }: DueTime): Schedule => {
  const { skip, paused, ...rest } = schedule;
  const hasRunOut = paused?.until !== undefined && paused.until <= date;
  return {
    ...rest,
    ...(paused && !hasRunOut && { paused }),
    ...(skip !== undefined && date < skip && { skip }),
    settledTo: due > schedule.settledTo ? due : schedule.settledTo,
  };
};

/** The slot that a delivery belongs to. */
export const slotOfDelivery = ({ timing }: Schedule, { slot, due }: Pick<Delivery, 'slot' | 'due'>): DueTime => ({
  date: timing.kind === 'clock' ? (slot as IsoDate) : newYorkTime(due).date,
  due,
});

const ALWAYS = instantAt(0);

/**
 * From when on a schedule is to be looked at: when the first slot is due that has no delivery on record; always for a trigger,
 * and where this runtime does not know the zone. Undefined where nothing is due any more.
 */
export const nextLook = ({ timing, settledTo }: Schedule): IsoInstant | undefined => {
  if (timing.kind !== 'clock' || !isZone(timing.zone)) return ALWAYS;
  const next = dueTimesAfter(timing, settledTo).next();
  return next.value?.due;
};

/** How many days ahead to search for the next post. */
const MOST_DAYS = 2 * 365;

/**
 * The next slot of a schedule that will be posted: not paused, not skipped by request, not on a closed day if those are
 * skipped. Undefined for a trigger, during a pause without an end, and where nothing is posted within two years.
 */
export const nextPost = (schedule: Schedule, after: IsoInstant): DueTime | undefined => {
  if (schedule.timing.kind !== 'clock') return undefined;
  // a clock that was set back brings no brief a second time
  const from = after > schedule.settledTo ? after : schedule.settledTo;
  const last = addDays(utcDateOf(from), MOST_DAYS);
  for (const slot of dueTimesAfter(schedule.timing, from)) {
    if (slot.date > last) break;
    if (dispatchDecision(schedule, slot, slot.due).kind === 'post') return slot;
  }
  return undefined;
};
