import type { Weekday } from '../../src/brief/day-reference.ts';
import type { BriefTiming, BriefTrigger } from '../../src/brief/effect.ts';
import type { NewSchedule, Schedule } from '../../src/brief/schedule.ts';
import { type IsoInstant, isoInstant } from '../../src/units.ts';

/** What the runtime's own clocks show, for holding our due times against: nothing here is the product's. */

const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

const formatFor = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
};

/** `2026-11-23 07:30` */
const shownAt = (zone: string, ms: number): string => formatFor(zone).format(ms);

/**
 * The first quarter of an hour at which a zone's clocks show a time of a date or, where they leave it out, have passed
 * it: found by trying every quarter from before the date has begun anywhere.
 */
export const firstQuarterShowing = (zone: string, date: string, time: string): IsoInstant => {
  const begin = Date.parse(`${date}T${time}:00Z`) - 15 * HOUR_MS;
  for (let ms = begin - (begin % QUARTER_MS); ; ms += QUARTER_MS) {
    if (shownAt(zone, ms) >= `${date} ${time}`) return isoInstant(new Date(ms).toISOString());
  }
};

/** Every date from one to another, that one included. */
export const datesFrom = (first: string, last: string): string[] => {
  const dates: string[] = [];
  for (let ms = Date.parse(first); ms <= Date.parse(last); ms += 24 * HOUR_MS) {
    dates.push(new Date(ms).toISOString().slice(0, 10));
  }
  return dates;
};

const SHORT = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export const weekdayIn = (date: string): (typeof SHORT)[number] =>
  SHORT[new Date(date).getUTCDay()] as (typeof SHORT)[number];

export const WORKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
export const EVERY_DAY: readonly Weekday[] = [...WORKDAYS, 'sat', 'sun'];

export const at = (time: string, zone = 'America/New_York', days: readonly Weekday[] = WORKDAYS) =>
  ({ kind: 'clock', days: [...days], time, zone }) satisfies BriefTiming;

export const when = (of: BriefTrigger): BriefTiming => ({ kind: 'crossing', of });

export const newSchedule = (more: Partial<NewSchedule> = {}): NewSchedule => ({
  team: 'T1',
  channel: 'C1',
  owner: 'U1',
  timing: at('07:30'),
  onClosed: 'say',
  onStale: 'say',
  createdAt: isoInstant('2026-11-20T14:30:00Z'),
  ...more,
});

export const schedule = ({ createdAt, ...more }: Partial<Schedule> = {}): Schedule => ({
  ...newSchedule({ ...(createdAt && { createdAt }) }),
  id: 'a1',
  number: 1,
  settledTo: createdAt ?? newSchedule().createdAt,
  ...more,
});
