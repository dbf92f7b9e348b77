import { day, dayNear, listed, monthDay, ratioGiven, unbroken } from '../message/index.ts';
import type { IsoDate, IsoInstant } from '../units.ts';
import { type DayReference, WEEKDAYS, type Weekday } from './day-reference.ts';
import type { BriefTrigger, RequestedTiming } from './effect.ts';
import type { RequestedRecurrence } from './recurrence.ts';
import { type WallClock, wallClock } from './schedule.ts';

/** Dates and times of briefs in words: the same in a brief, in lists, on the Home tab and in confirmations. */

/** `Monday`. */
export const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** `Friday`, of a calendar date. */
export const weekdayName = (date: IsoDate): string =>
  DAY_NAMES[WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % WEEKDAYS.length] as Weekday];

const shortName = (date: IsoDate): string => weekdayName(date).slice(0, 3);

/** `Fri 18 Sep`; with its year from half a year before or after `today`. */
export const weekdayNear = (date: IsoDate, today: IsoDate): string =>
  unbroken(`${shortName(date)} ${dayNear(date, today)}`);

/** `Fri 18 Sep 2026`. */
export const weekdayFull = (date: IsoDate): string => unbroken(`${shortName(date)} ${day(date)}`);

/** Within a week the weekday alone is clear. */
const WEEK_MS = 7 * 86_400_000;

/** `Friday`; a week and more ago `Fri 11 Sep`; on the same day its time, `07:30 today`. */
export const sinceWords = ({ on, time }: { readonly on: IsoDate; readonly time: string }, today: IsoDate): string => {
  if (on === today) return unbroken(`${time} today`);
  const isNear = Math.abs(Date.parse(today) - Date.parse(on)) < WEEK_MS;
  return isNear ? weekdayName(on) : weekdayNear(on, today);
};

/** Names for common sets of days. */
const DAY_SETS: ReadonlyMap<string, string> = new Map([
  ['mon,tue,wed,thu,fri', 'weekdays'],
  ['sat,sun', 'weekends'],
  ['mon,tue,wed,thu,fri,sat,sun', 'every day'],
]);

const NOON = '12:00';

/** True before noon. @param time local, `07:30` */
export const isMorning = (time: string): boolean => time < NOON;

/** `weekdays`, `Mon and Thu`, `every day`. */
export const daysWords = (days: readonly Weekday[]): string => {
  const ordered = WEEKDAYS.filter((one) => days.includes(one));
  return DAY_SETS.get(ordered.join()) ?? listed(ordered.map((one) => DAY_NAMES[one].slice(0, 3)));
};

/** `New York` for `America/New_York`; a zone without a city is named whole, since `Etc/GMT+5` lies west. */
export const zoneName = (zone: string): string =>
  zone.startsWith('Etc/') ? zone : unbroken((zone.split('/').at(-1) ?? zone).replaceAll('_', ' '));

/** At least three decimals, as ratios are written, and more where the level has them. */
const levelWords = (level: number): string => {
  const given = String(Number(level.toFixed(6)));
  return given.length > ratioGiven(level).length ? given : ratioGiven(level);
};

/** `the ratio closes above 0.400`: what has to happen. */
const triggerWords = (of: BriefTrigger): string => {
  switch (of.kind) {
    case 'ratio':
      return `the ratio closes ${of.side} ${levelWords(of.level)}`;
    case 'record-close':
      return 'the Russell 2000 sets a record close';
    case 'odds-flip':
      return 'the likeliest Fed outcome changes';
  }
};

/** `Ratio closed above 0.400`: what has happened. */
export const crossedWords = (of: BriefTrigger): string => {
  switch (of.kind) {
    case 'ratio':
      return `Ratio closed ${of.side} ${levelWords(of.level)}`;
    case 'record-close':
      return 'Russell 2000 record close';
    case 'odds-flip':
      return 'Likeliest Fed outcome changed';
  }
};

/** `Wed 9 Dec 2026`, `tomorrow`, `Monday`: a day as it was said. */
const dayWords = (said: DayReference): string => {
  if (typeof said === 'string') return weekdayFull(said);
  if ('inDays' in said) return said.inDays === 0 ? 'today' : said.inDays === 1 ? 'tomorrow' : `in ${said.inDays} days`;
  if ('month' in said) return monthDay(said.month, said.day);
  if ('day' in said) return `on day ${said.day} of the month`;
  return `${DAY_NAMES[said.weekday]}${said.weeksLater ? ' week' : ''}`;
};

const OPEN_MINUTES = 570;

/** Minutes from a time in New York to the open. @param time `09:00` */
export const minutesToOpen = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return OPEN_MINUTES - hours * 60 - minutes;
};

/** `an hour before the open`, `at the open`. */
export const beforeOpenWords = (minutes: number): string => {
  if (minutes === 0) return 'at the open';
  const hours = minutes / 60;
  const length = hours === 1 ? 'an hour' : Number.isInteger(hours) ? `${hours} hours` : `${minutes} minutes`;
  return `${length} before the open`;
};

/** The days of a recurrence, before its time. */
export const recurrenceWords = (on: RequestedRecurrence, days: readonly Weekday[]): string => {
  // a date is in no need of words: the next time says which week it is
  const from = on.kind === 'second-week' && typeof on.from === 'object' ? ` from ${dayWords(on.from)}` : '';
  const isWeekdays = daysWords(days) === DAY_SETS.get('mon,tue,wed,thu,fri');
  switch (on.kind) {
    case 'month':
      return `the ${on.which} business day of the month`;
    case 'second-week':
      if (days.length === 0) return `every second week${from}`;
      return days.length > 2
        ? `every second week, ${daysWords(days)}${from}`
        : `every second ${daysWords(days)}${from}`;
    case 'fed':
      return on.day === 'before' ? 'the day before a Fed decision' : 'the day of a Fed decision';
    case 'once':
      return `once, ${dayWords(on.on)}`;
    case 'open':
      return isWeekdays || days.length === 0 ? 'trading days' : daysWords(days);
  }
};

/**
 * `weekdays 07:30 New York`, `weekdays 07:30` as typed without a zone, `every second Mon 08:00 London`,
 * `when the ratio closes above 0.400`.
 */
export const timingWords = (timing: RequestedTiming): string => {
  if (timing.kind === 'crossing') return `when ${triggerWords(timing.of)}`;
  const { on, days, time } = timing;
  const clock = unbroken(`${time}${timing.zone === undefined ? '' : ` ${zoneName(timing.zone)}`}`);
  if (on === undefined) return `${daysWords(days)} ${clock}`;
  return `${recurrenceWords(on, days)} ${clock}${on.kind === 'open' ? `, ${beforeOpenWords(minutesToOpen(time))}` : ''}`;
};

/** `Mon 21 Sep, 07:30`: a local date and time. */
export const clockWords = ({ date, time }: WallClock, today: IsoDate): string =>
  `${weekdayNear(date, today)}, ${unbroken(time)}`;

/** An instant in a zone, with the zone's name: `Mon 21 Sep, 13:30 Stockholm`. */
export const dueWords = (due: IsoInstant, zone: string, now: IsoInstant): string =>
  `${clockWords(wallClock(due, zone), wallClock(now, zone).date)}\u00a0${zoneName(zone)}`;
