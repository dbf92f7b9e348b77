import type { IsoInstant } from '../units.ts';
import { resolveDay, WEEKDAYS } from './day-reference.ts';
import type { BriefEdit, BriefTiming, RequestedTiming } from './effect.ts';
import { hasOwnDays, type Recurrence, type RequestedRecurrence } from './recurrence.ts';
import { type ClockTiming, dueTimesAfter, wallClock } from './schedule.ts';

/** What becomes of a timing as it was said; `past date`: its only day, or that day's time, is over. */
type ResolvedTiming =
  | { readonly kind: 'timing'; readonly timing: BriefTiming }
  | { readonly kind: 'no zone' | 'past date' };

const resolved = (on: RequestedRecurrence, plain: ClockTiming, now: IsoInstant): Recurrence => {
  const today = wallClock(now, plain.zone).date;
  if (on.kind === 'once') return { kind: 'once', on: resolveDay(on.on, today) };
  if (on.kind !== 'second-week') return on;
  const [next] = dueTimesAfter(plain, now);
  return { kind: 'second-week', from: on.from === undefined ? (next?.date ?? today) : resolveDay(on.from, today) };
};

/**
 * The timing that was asked for, its zone and days filled in.
 *
 * @param ownZone IANA name, for one that names none
 */
export const resolveTiming = (
  requested: RequestedTiming,
  ownZone: string | undefined,
  now: IsoInstant,
): ResolvedTiming => {
  if (requested.kind === 'crossing') return { kind: 'timing', timing: requested };
  const { on, zone = ownZone, ...rest } = requested;
  if (zone === undefined) return { kind: 'no zone' };
  const plain: ClockTiming = { ...rest, zone };
  if (on === undefined) return { kind: 'timing', timing: plain };
  const timing = { ...plain, on: resolved(on, plain, now) };
  const [first] = dueTimesAfter(timing, now);
  return timing.on.kind === 'once' && first === undefined ? { kind: 'past date' } : { kind: 'timing', timing };
};

const MINUTES_AN_HOUR = 60;
const MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

/** A time of day so many minutes later; undefined where that is another day. */
export const movedTime = (time: string, laterBy: number): string | undefined => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = hour * MINUTES_AN_HOUR + minute + laterBy;
  if (minutes < 0 || minutes >= MINUTES_A_DAY) return undefined;
  return [Math.floor(minutes / MINUTES_AN_HOUR), minutes % MINUTES_AN_HOUR]
    .map((value) => String(value).padStart(2, '0'))
    .join(':');
};

const OPENS_AT = '09:30';

/** Which days count once a part of the timing is another: a new time of day no longer follows the open, days come every week. */
const recurrenceAfter = ({ on }: ClockTiming, change: BriefEdit, time: string): Recurrence | undefined => {
  if (on === undefined) return undefined;
  if (on.kind === 'open') {
    const stays = change.time === undefined && change.zone === undefined && time <= OPENS_AT;
    return stays ? on : undefined;
  }
  if (on.kind === 'second-week' && change.isWeekly) return undefined;
  return change.days !== undefined ? undefined : on;
};

/** A timing that was changed; `leavesOpen`: it followed the open, and comes at a time of day now. */
type ChangedTiming =
  | { readonly kind: 'timing'; readonly timing: BriefTiming; readonly leavesOpen: boolean }
  /** It has no such part, or no day is left. */
  | { readonly kind: 'not so' | 'past date' };

const NOT_SO = { kind: 'not so' } as const;

const changedClock = (was: ClockTiming, change: BriefEdit, now: IsoInstant): ChangedTiming => {
  const { laterBy, days, also = [], without = [], level } = change;
  const { on: before, ...rest } = was;
  const time = laterBy === undefined ? (change.time ?? was.time) : movedTime(change.time ?? was.time, laterBy);
  const own = before !== undefined && hasOwnDays(before) ? WEEKDAYS.slice(0, 5) : was.days;
  const left = WEEKDAYS.filter((day) => [...(days ?? own), ...also].includes(day) && !without.includes(day));
  const isOfOwnDays =
    before !== undefined && hasOwnDays(before) && change.recurrence === undefined && days === undefined;
  const isDayless = isOfOwnDays && (also.length + without.length > 0 || change.isWeekly === true);
  if (level !== undefined || time === undefined || left.length === 0 || isDayless) return NOT_SO;
  const zone = change.zone ?? was.zone;
  const plain: ClockTiming = { ...rest, days: left, time, zone };
  if (change.recurrence !== undefined) {
    const all = hasOwnDays(change.recurrence) ? [...WEEKDAYS] : left;
    const read = resolveTiming({ ...plain, days: all, on: change.recurrence }, undefined, now);
    return read.kind === 'timing' ? { ...read, leavesOpen: false } : { kind: 'past date' };
  }
  const on = recurrenceAfter(was, change, time);
  if (on === undefined) return { kind: 'timing', timing: plain, leavesOpen: before?.kind === 'open' };
  const timing = { ...plain, days: hasOwnDays(on) ? was.days : left, on };
  const [first] = dueTimesAfter(timing, now);
  return first === undefined ? { kind: 'past date' } : { kind: 'timing', timing, leavesOpen: false };
};

/** The timing of a brief with what is to be otherwise. */
export const changedTiming = (was: BriefTiming, change: BriefEdit, now: IsoInstant): ChangedTiming => {
  if (change.timing !== undefined) {
    const read = resolveTiming(change.timing, was.kind === 'clock' ? was.zone : undefined, now);
    return read.kind === 'timing' ? { ...read, leavesOpen: false } : { kind: 'past date' };
  }
  if (was.kind === 'clock') return changedClock(was, change, now);
  const { time, laterBy, days, recurrence, isWeekly, also, without, zone, level } = change;
  if ([time, laterBy, days, recurrence, isWeekly, also, without, zone].some((part) => part !== undefined))
    return NOT_SO;
  if (level === undefined) return { kind: 'timing', timing: was, leavesOpen: false };
  if (was.of.kind !== 'ratio') return NOT_SO;
  return { kind: 'timing', timing: { ...was, of: { ...was.of, level } }, leavesOpen: false };
};
