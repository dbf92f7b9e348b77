import { type IsoDate, type IsoInstant, isoInstant, isoMonthOf } from '../units.ts';
import { addDays, addMonths, dateBack, firstDayOf, monthsBefore, weekdayOf, yearOf } from './days.ts';
import {
  closuresBefore,
  FIRST_PUBLISHED_YEAR,
  FIRST_YEAR,
  LAST_PUBLISHED_YEAR,
  PUBLISHED_CLOSURES,
  PUBLISHED_EARLY_CLOSES,
} from './holidays.ts';

/** A time of day on a 24-hour clock, `16:15`. */
export type ClockTime = `${number}${number}:${number}${number}`;

/** A wall clock and the wall calendar beside it. */
interface WallTime {
  readonly date: IsoDate;
  readonly time: ClockTime;
}

/** IANA name of the zone that the exchange and the Fed go by. */
export const MARKET_ZONE = 'America/New_York';

/** What the clocks of a zone show at an instant. @param zone IANA name */
export const clockOf = (zone: string): ((instant: IsoInstant) => WallTime) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  return (instant) => {
    const [date, time] = format.format(new Date(instant)).split(', ');
    return { date: date as IsoDate, time: time as ClockTime };
  };
};

/**
 * What the clocks in New York show at an instant.
 * @example newYorkTime('2026-11-27T02:00:00.000Z') // { date: '2026-11-26', time: '21:00' }
 */
export const newYorkTime = clockOf(MARKET_ZONE);

/** New York is four hours behind UTC in summer, five in winter. */
const OFFSETS = ['-04:00', '-05:00'];

/**
 * The instant at which New York's clocks show a time of day.
 * @param time from 03:00 on: earlier hours happen twice, or not at all, on the days the clocks change
 * @throws {RangeError} where New York's clocks skip that time of that day
 * @example newYorkInstant('2026-12-09', '14:00') // 2026-12-09T19:00:00.000Z
 */
export const newYorkInstant = (date: IsoDate, time: ClockTime): IsoInstant => {
  const candidates = OFFSETS.map((offset) => isoInstant(`${date}T${time}:00${offset}`));
  const match = candidates.find((instant) => {
    const wall = newYorkTime(instant);
    return wall.date === date && wall.time === time;
  });
  if (match === undefined) throw new RangeError(`New York's clocks do not show ${time} on ${date}`);
  return match;
};

/** A year outside the calendar: its sessions are said to be unknown, not guessed. */
interface UnknownYear {
  readonly kind: 'unknown-year';
  readonly year: number;
  /** The first and last year whose sessions are known. */
  readonly first: number;
  readonly last: number;
}

/** What the New York Stock Exchange does on a day. Times are New York's. */
export type TradingSession =
  | {
      readonly kind: 'open';
      /** Early closes are typed in from 2026 on; before, whether the day ended at 13:00 is not recorded. */
      readonly closesAt: '16:00' | 'not recorded';
    }
  | { readonly kind: 'early-close'; readonly closesAt: '13:00'; readonly name: string }
  | { readonly kind: 'closed'; readonly name: string }
  | { readonly kind: 'weekend' }
  | UnknownYear;

const CLOSURES: ReadonlyMap<IsoDate, string> = new Map([
  ...closuresBefore(FIRST_PUBLISHED_YEAR),
  ...PUBLISHED_CLOSURES,
]);

/**
 * The session of a calendar date.
 * @see NYSE Group, holiday and early closings of 2026, 2027 and 2028; earlier years by the exchange's rules, which give
 * exactly the days without a close in the index histories of 1988 to 2025
 * @example sessionOn('2026-11-27') // { kind: 'early-close', closesAt: '13:00', name: 'day after Thanksgiving' }
 */
export const sessionOn = (date: IsoDate): TradingSession => {
  if (weekdayOf(date) % 6 === 0) return { kind: 'weekend' };
  const year = yearOf(date);
  if (year < FIRST_YEAR || year > LAST_PUBLISHED_YEAR) {
    return { kind: 'unknown-year', year, first: FIRST_YEAR, last: LAST_PUBLISHED_YEAR };
  }
  const closure = CLOSURES.get(date);
  if (closure !== undefined) return { kind: 'closed', name: closure };
  const early = PUBLISHED_EARLY_CLOSES.get(date);
  if (early !== undefined) return { kind: 'early-close', closesAt: '13:00', name: early };
  return { kind: 'open', closesAt: year < FIRST_PUBLISHED_YEAR ? 'not recorded' : '16:00' };
};

/** A day on which the exchange is shut or closes early. */
export interface Closure {
  readonly on: IsoDate;
  readonly name: string;
  readonly isEarly: boolean;
}

/** The days between two, both included, on which the exchange is shut though no weekend is, or closes early; oldest first. */
export const closuresBetween = (first: IsoDate, last: IsoDate): readonly Closure[] =>
  [
    ...[...CLOSURES].map(([on, name]) => ({ on, name, isEarly: false })),
    ...[...PUBLISHED_EARLY_CLOSES].map(([on, name]) => ({ on, name, isEarly: true })),
  ]
    .filter(({ on }) => first <= on && on <= last)
    .sort((one, other) => one.on.localeCompare(other.on));

/** A day on which the exchange trades, or the year at which the calendar ends. */
export type FoundSession = { readonly kind: 'session'; readonly date: IsoDate } | UnknownYear;

const trades = ({ kind }: TradingSession): boolean => kind === 'open' || kind === 'early-close';

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

/** The last session before a date. @example previousSession('2026-11-27') // 2026-11-25 */
export const previousSession = (date: IsoDate): FoundSession => step(date, -1);

/** True for an open day and for an early close. False also where the year is unknown. */
export const isSession = (date: IsoDate): boolean => trades(sessionOn(date));

/** A number of sessions, or the year at which the calendar ends. */
type SessionCount = { readonly kind: 'counted'; readonly sessions: number } | UnknownYear;

/**
 * Sessions after `from`, up to and including `to`; zero where `to` is not later. That is how old a close of `from` is on
 * the evening of `to`.
 * @example sessionsBetween('2026-11-25', '2026-11-30') // 2: the 27th and the 30th
 */
export const sessionsBetween = (from: IsoDate, to: IsoDate): SessionCount => {
  let sessions = 0;
  for (let found = nextSession(from); ; found = nextSession(found.date)) {
    if (found.kind === 'unknown-year') {
      return found.year > yearOf(to) ? { kind: 'counted', sessions } : found;
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

/** The age of a day's value against the newest final closes. */
export type Freshness =
  | { readonly kind: 'current' }
  /** Closes of `sessions` later sessions are final, up to that of `newest`. */
  | { readonly kind: 'behind'; readonly sessions: number; readonly newest: IsoDate }
  | UnknownYear;

/**
 * How many sessions' closes a value of a day lacks at an instant.
 * @param asOf the day of the value
 * @example freshnessOf('2026-11-20', '2026-11-23T17:00:00.000Z') // current: Friday's close, on Monday at noon
 * @example freshnessOf('2026-11-25', '2026-11-30T22:00:00.000Z') // behind by 2 sessions, the newest of 2026-11-30
 */
export const freshnessOf = (asOf: IsoDate, now: IsoInstant): Freshness => {
  const newest = lastFinalSession(now);
  if (newest.kind === 'unknown-year') return newest;
  const age = sessionsBetween(asOf, newest.date);
  if (age.kind === 'unknown-year') return age;
  return age.sessions === 0 ? { kind: 'current' } : { kind: 'behind', sessions: age.sessions, newest: newest.date };
};

/** The session after a date; where the calendar does not reach, the weekday after it. */
const dayAfter = (date: IsoDate): IsoDate => {
  const next = nextSession(date);
  if (next.kind === 'session') return next.date;
  let day = addDays(date, 1);
  while (weekdayOf(day) % 6 === 0) day = addDays(day, 1);
  return day;
};

/** True of the last day of its month on which the exchange trades. @example isMonthEnd('2026-02-27') // true */
export const isMonthEnd = (session: IsoDate): boolean => isoMonthOf(dayAfter(session)) !== isoMonthOf(session);

/**
 * The day from which a number of months up to a session is counted: the same day of the earlier month, and from a month's
 * last session the last day of the earlier month. Its close is that of the day, or of the nearest session before it.
 *
 * @param session a day the exchange trades on
 * @example monthsToSession('2026-02-27', 1) // 2026-01-31: the 27th is February's last session, and a month is January's end to February's
 * @example monthsToSession('2026-02-26', 1) // 2026-01-26
 */
export const monthsToSession = (session: IsoDate, months: number): IsoDate => {
  return isMonthEnd(session)
    ? addDays(firstDayOf(addMonths(isoMonthOf(session), 1 - months)), -1)
    : monthsBefore(session, months);
};

const MONTHS_A_YEAR = 12;

/**
 * The day from which a length of time up to a session is counted: months and years as {@link monthsToSession}, days and
 * weeks by the calendar.
 */
export const spanToSession = (session: IsoDate, back: Parameters<typeof dateBack>[1]): IsoDate => {
  switch (back.unit) {
    case 'month':
      return monthsToSession(session, back.count);
    case 'year':
      return monthsToSession(session, back.count * MONTHS_A_YEAR);
    default:
      return dateBack(session, back);
  }
};
