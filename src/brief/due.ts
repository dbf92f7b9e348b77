import { tzOffset } from '@date-fns/tz';
import { addDays, weekdayOf } from '../calendar/index.ts';
import { type IsoDate, type IsoInstant, instantAt, utcDateOf } from '../units.ts';
import { dispatchDecision } from './dispatch-decision.ts';
import { type BriefTiming, WEEKDAYS } from './effect.ts';
import type { Schedule } from './schedule.ts';

/** Days of the week and a time on the clocks of a zone. */
export type ClockTiming = Extract<BriefTiming, { kind: 'clock' }>;

/** One time that a brief is due. */
export interface Slot {
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
 * The first minute at which a zone's clocks go by what they go by at `end`. The library's own search is good to the
 * hour, and Lord Howe changes at half past.
 */
const changeBetween = (zone: string, start: number, end: number): number => {
  const after = offsetMs(zone, end);
  let [early, late] = [start, end];
  while (late - early > MINUTE_MS) {
    const middle = early + Math.floor((late - early) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetMs(zone, middle) === after) late = middle;
    else early = middle;
  }
  return late;
};

/** When a zone's clocks first show a time of a date or, where they leave it out, the first minute after. */
const firstShown = (zone: string, date: IsoDate, time: string): number => {
  const shown = Date.parse(`${date}T${time}:00Z`);
  const before = offsetMs(zone, shown - DAY_MS);
  const after = offsetMs(zone, shown + DAY_MS);
  if (before === after) return shown - before;
  const times = [shown - before, shown - after].filter((ms) => ms + offsetMs(zone, ms) === shown);
  return times.length > 0 ? Math.min(...times) : changeBetween(zone, shown - DAY_MS, shown + DAY_MS);
};

const isDay = ({ days }: ClockTiming, date: IsoDate): boolean =>
  // weeks begin on Monday there, on Sunday in the calendar
  days.some((day) => WEEKDAYS.indexOf(day) === (weekdayOf(date) + 6) % 7);

/** Every slot after an instant, soonest first, without end. */
export function* slotsAfter(timing: ClockTiming, after: IsoInstant): Generator<Slot, never> {
  const { time, zone } = timing;
  const from = Date.parse(after);
  const shownThen = from + offsetMs(zone, from);
  for (let date = utcDateOf(instantAt(shownThen)); ; date = addDays(date, 1)) {
    // what the clocks then showed, or had passed, was due by then
    if (!isDay(timing, date) || Date.parse(`${date}T${time}:00Z`) <= shownThen) continue;
    const due = firstShown(zone, date, time);
    if (due > from) yield { date, due: instantAt(due) };
  }
}

/**
 * The times a brief is due after one instant, up to and including another; soonest first, one a local date. On a day
 * that the clocks change, a time they leave out is taken as the first minute after it, and of a time they show twice
 * the first counts. Asked each minute it costs a few look-ups of the zone's offset.
 *
 * @throws {RangeError} where the runtime does not know the zone
 * @example
 * // 02:30 every day in New York, from 13 to 15 March 2027: on the 14th the clocks go from 02:00 to 03:00
 * // 2027-03-13 at 07:30 UTC, 2027-03-14 at 07:00 UTC (03:00 there), 2027-03-15 at 06:30 UTC
 */
export const slotsBetween = (timing: ClockTiming, after: IsoInstant, upTo: IsoInstant): readonly Slot[] => {
  const slots: Slot[] = [];
  for (const slot of slotsAfter(timing, after)) {
    if (slot.due > upTo) break;
    slots.push(slot);
  }
  return slots;
};

/** Days looked through: a schedule that leaves all of them out is as good as one that is never posted. */
const MOST_DAYS = 2 * 365;

/**
 * The next time that a schedule is posted as things stand: not while it is paused, not the one to be skipped, not on a
 * day without a session where those are left out. Undefined for a trigger, under a pause without an end, and for a
 * schedule of Saturdays that leaves such days out.
 */
export const nextPost = (schedule: Schedule, after: IsoInstant): Slot | undefined => {
  if (schedule.timing.kind !== 'clock') return undefined;
  // a clock that was set back brings no brief a second time
  const from = after > schedule.settledTo ? after : schedule.settledTo;
  const last = addDays(utcDateOf(from), MOST_DAYS);
  for (const slot of slotsAfter(schedule.timing, from)) {
    if (slot.date > last) break;
    if (dispatchDecision(schedule, slot, slot.due).kind === 'post') return slot;
  }
  return undefined;
};
