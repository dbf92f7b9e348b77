import { TZDate, tzOffset } from '@date-fns/tz';
import { addDays, weekdayOf } from '../calendar/index.ts';
import { type IsoDate, type IsoInstant, instantAt, isoDate, utcDateOf } from '../units.ts';
import { WEEKDAYS } from './day-reference.ts';
import type { BriefTiming, OnClosed, OnStale, WantedBrief } from './effect.ts';
import { isDayOf, lastDayOf } from './recurrence.ts';

/** A brief that a channel gets: who set it up, when it is due, and up to when it is settled. */
export interface Schedule {
  /** Made by the store; unique, and never used again. */
  readonly id: string;
  /** What people name it by: made by the store, from 1, and never given again in its workspace. */
  readonly number: number;
  readonly team: string;
  readonly channel: string;
  /** User id of who set it up. */
  readonly owner: string;
  readonly timing: BriefTiming;
  readonly onClosed: OnClosed;
  readonly onStale: OnStale;
  readonly createdAt: IsoInstant;
  /** `until`: the first day, in the schedule's zone, on which it is posted again. */
  readonly paused?: { readonly until?: IsoDate | undefined } | undefined;
  /** A day, in the schedule's zone, that is left out by request. */
  readonly skip?: IsoDate | undefined;
  /** Everything due up to here has a delivery on record. */
  readonly settledTo: IsoInstant;
  /** The state of a trigger at its last check, as `checkTrigger` gives it; absent before the first. */
  readonly stood?: string | undefined;
}

/** What is needed to make a schedule. */
export type NewSchedule = Omit<Schedule, 'id' | 'number' | 'settledTo' | 'paused' | 'skip' | 'stood'>;

/** What was asked for a channel that the bot is not in, until it is invited there. */
export interface HeldBrief {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** Where it was asked: a channel; or a user, for the direct message with them. */
  readonly from: string;
  readonly wanted: WantedBrief;
  readonly at: IsoInstant;
}

/** Why a brief that was due was not posted. */
export type SkipReason =
  /** The bot was stopped, or could not reach Slack, for half an hour from when it was due. */
  | 'too late'
  | 'paused'
  | 'skipped by request'
  | 'exchange closed'
  | 'data stale'
  /** It failed at every try. */
  | 'given up'
  /** The channel is gone, archived or silent, another company reads along, or the bot is no longer in it. */
  | 'cannot post';

/** Why a channel takes no brief. */
export const CLOSED_REASONS = [
  'not a member',
  /** It is gone, or private and the bot is not in it: Slack does not tell which. */
  'not found',
  'archived',
  'may not post',
  /** An admin has set it to silent. */
  'silent',
  /** Another company reads along. */
  'shared',
] as const;

/** Why a channel takes no brief. */
export type ClosedReason = (typeof CLOSED_REASONS)[number];

/** What came of a brief that was due. */
export type DeliveryOutcome =
  /** Claimed, and nothing known yet: it is being posted, or the bot stopped while it was. */
  | { readonly kind: 'claimed' }
  | { readonly kind: 'posted'; readonly ts: string; readonly minutesLate: number }
  /** `why` goes with `cannot post`; earlier versions wrote none. */
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly why?: ClosedReason | undefined }
  /** Slack's answer was lost and the message cannot be looked for; it is not posted again. */
  | { readonly kind: 'uncertain' };

/** One brief that was due, and what came of it. */
export interface Delivery {
  /** Schedule id. */
  readonly schedule: string;
  /** The local date it was due on; for a trigger, the name of the crossing. */
  readonly slot: string;
  readonly due: IsoInstant;
  /** When its outcome was last written. */
  readonly at: IsoInstant;
  readonly outcome: DeliveryOutcome;
}

/** A local date and time. */
export interface WallClock {
  readonly date: IsoDate;
  /** `07:30` */
  readonly time: string;
}

/** True for an IANA name that this runtime knows, such as `America/New_York`. */
export const isZone = (zone: string): boolean => !Number.isNaN(new TZDate(0, zone).getTime());

/**
 * The local date and time in a zone at an instant.
 *
 * @throws {RangeError} for a zone that {@link isZone} does not know
 * @example wallClock('2026-11-27T02:15:00.000Z', 'Asia/Kathmandu') // { date: '2026-11-27', time: '08:00' }
 */
export const wallClock = (instant: IsoInstant, zone: string): WallClock => {
  const local = new TZDate(Date.parse(instant), zone);
  if (Number.isNaN(local.getTime())) throw new RangeError(`no such time zone: ${zone}`);
  const written = local.toISOString();
  return { date: isoDate(written.slice(0, 10)), time: written.slice(11, 16) };
};

/** Weekdays and a local time in a zone. */
export type ClockTiming = Extract<BriefTiming, { kind: 'clock' }>;

/** One time that a brief is due. */
export interface DueTime {
  /** The local date in the schedule's zone; for a trigger, the date in New York. */
  readonly date: IsoDate;
  readonly due: IsoInstant;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const offsetMs = (zone: string, ms: number): number => {
  const minutes = tzOffset(zone, new Date(ms));
  if (Number.isNaN(minutes)) throw new RangeError(`not a time zone: ${zone}`);
  return minutes * MINUTE_MS;
};

/**
 * The minute of a zone's change of offset between two instants, in milliseconds since 1970. The library's own search is
 * exact to the hour only, and Lord Howe Island changes at half past.
 */
const offsetChangeBetween = (zone: string, start: number, end: number): number => {
  const after = offsetMs(zone, end);
  let [early, late] = [start, end];
  while (late - early > MINUTE_MS) {
    const middle = early + Math.floor((late - early) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetMs(zone, middle) === after) late = middle;
    else early = middle;
  }
  return late;
};

/** The first instant of a local date and time or, where a clock change leaves it out, the first minute after it. */
const instantOfLocal = (zone: string, date: IsoDate, time: string): number => {
  const shown = Date.parse(`${date}T${time}:00Z`);
  const before = offsetMs(zone, shown - DAY_MS);
  const after = offsetMs(zone, shown + DAY_MS);
  if (before === after) return shown - before;
  const times = [shown - before, shown - after].filter((ms) => ms + offsetMs(zone, ms) === shown);
  return times.length > 0 ? Math.min(...times) : offsetChangeBetween(zone, shown - DAY_MS, shown + DAY_MS);
};

const isDay = ({ days, on }: ClockTiming, date: IsoDate): boolean =>
  // WEEKDAYS begins on Monday, the calendar's numbers on Sunday
  days.some((day) => WEEKDAYS.indexOf(day) === (weekdayOf(date) + 6) % 7) && (on === undefined || isDayOf(on, date));

/**
 * Every slot after an instant, soonest first; without end, but for a single date and for decisions of the Fed, which are
 * known as far as they are set.
 *
 * @throws {RangeError} for a zone that the runtime does not know
 */
export function* dueTimesAfter(timing: ClockTiming, after: IsoInstant): Generator<DueTime, void> {
  const { time, zone, on } = timing;
  const from = Date.parse(after);
  const shownThen = from + offsetMs(zone, from);
  const last = on && lastDayOf(on);
  for (let date = utcDateOf(instantAt(shownThen)); last === undefined || date <= last; date = addDays(date, 1)) {
    // due by then: at or before the local time of `after`
    if (!isDay(timing, date) || Date.parse(`${date}T${time}:00Z`) <= shownThen) continue;
    const due = instantOfLocal(zone, date, time);
    if (due > from) yield { date, due: instantAt(due) };
  }
}

/**
 * The times a brief is due after one instant, up to and including another; soonest first, one a local date. Where a clock
 * change leaves a time out, it is due at the first minute after; where a time comes twice, it is due at the first. A call
 * costs a few look-ups of the zone's offset.
 *
 * @throws {RangeError} where the runtime does not know the zone
 * @example
 * // 02:30 every day in New York, from 13 to 15 March 2027: on the 14th the clocks go from 02:00 to 03:00
 * // 2027-03-13 at 07:30 UTC, 2027-03-14 at 07:00 UTC (03:00 there), 2027-03-15 at 06:30 UTC
 */
export const slotsBetween = (timing: ClockTiming, after: IsoInstant, upTo: IsoInstant): readonly DueTime[] => {
  const slots: DueTime[] = [];
  for (const slot of dueTimesAfter(timing, after)) {
    if (slot.due > upTo) break;
    slots.push(slot);
  }
  return slots;
};
