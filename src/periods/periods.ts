import { addDays, calendarDaysBetween, dateFrom, yearOf } from '../calendar/index.ts';
import { type Decision, decisionsBetween, MEETINGS } from '../fed/index.ts';
import type { DateSlot } from '../language/index.ts';
import { day as dayWords } from '../message/index.ts';
import { type IsoDate, isIsoDate, isoDate } from '../units.ts';

/** Days as people name them, as days of the calendar. */

/** From a first to a last day, both included; one and the same where a day is named. */
export interface Period {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** A day that is none, or may be one of several. */
export type NoDay = 'no-such-date' | 'ambiguous-date' | 'unknown-day';

const MONTHS_A_YEAR = 12;
const MONTHS_A_DECADE = 120;
const MONTHS_A_QUARTER = 3;
const MONTHS_A_HALF = 6;
const DAYS_A_WEEK = 7;
const MID_MONTH = 15;
const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['winter', 12],
]);

const months = (year: number, first: number, count: number): Period => ({
  first: dateFrom(year, first, 1),
  last: dateFrom(year, first + count, 0),
});

const monthOf = (day: IsoDate): number => Number(day.slice(5, 7));
const startOf = (unit: string, today: IsoDate): number =>
  unit === 'month' ? monthOf(today) : monthOf(today) - ((monthOf(today) - 1) % MONTHS_A_QUARTER);

/** `last year`, `this month`, `last week`, `yesterday`. */
const periodSaid = (said: string, today: IsoDate): Period | NoDay => {
  const year = yearOf(today);
  if (said === 'yesterday') return { first: addDays(today, -1), last: addDays(today, -1) };
  if (said === 'year end') return { first: dateFrom(year - 1, MONTHS_A_YEAR, 31), last: dateFrom(year, 1, 0) };
  const [which, unit = ''] = said.split(' ');
  const back = which === 'this' ? 0 : which === 'last' || which === 'previous' || which === 'past' ? 1 : -1;
  if (unit === 'year') return months(year - back, 1, MONTHS_A_YEAR);
  if (unit === 'month') return months(year, monthOf(today) - back, 1);
  if (unit === 'quarter') return months(year, startOf(unit, today) - back * MONTHS_A_QUARTER, MONTHS_A_QUARTER);
  if (unit === 'week') {
    const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % DAYS_A_WEEK));
    const first = addDays(monday, -back * DAYS_A_WEEK);
    return { first, last: addDays(first, DAYS_A_WEEK - 1) };
  }
  const season = SEASONS.get(unit);
  if (season === undefined) return 'unknown-day';
  const begun = dateFrom(year, season, 1) <= today ? year : year - 1;
  return months(begun, season, MONTHS_A_QUARTER);
};

const narrowed = ({ first, last }: Period, edge: DateSlot['edge']): Period => {
  if (edge === 'start') return { first, last: first };
  if (edge === 'end') return { first: last, last };
  if (edge !== 'mid') return { first, last };
  const isYear = last.slice(0, 4) === first.slice(0, 4) && monthOf(last) - monthOf(first) > MONTHS_A_QUARTER;
  const middle = isYear ? dateFrom(yearOf(first), MONTHS_A_HALF, 30) : addDays(first, MID_MONTH - 1);
  return { first: middle, last: middle };
};

/** Within a month the later of two; of a year's moves the first, with which they began. */
const pickOf = (decisions: readonly Decision[]): IsoDate | undefined => {
  const [first, last] = [decisions[0]?.on, decisions.at(-1)?.on];
  return first?.slice(0, 7) === last?.slice(0, 7) ? last : first;
};

/** The day of that move of the Fed within a period; a meeting's by the calendar. */
const eventIn = ({ first, last }: Period, event: NonNullable<DateSlot['event']>): Period | NoDay => {
  const on =
    event === 'meeting'
      ? MEETINGS.findLast(({ decision }) => decision >= first && decision <= last)?.decision
      : pickOf(decisionsBetween(first, last).filter(({ change }) => (event === 'cut' ? change < 0 : change > 0)));
  // before the calendar begins it is not known on which day they met
  if (event === 'meeting' && on === undefined && last < (MEETINGS[0]?.decision ?? last)) return { first, last };
  return on === undefined ? 'no-such-date' : { first: on, last: on };
};

/** The year of a day or month without one: the newest that has begun, or the one next to a day of the talk. */
const yearMeant = (first: number, day: number, now: IsoDate, near: IsoDate | undefined): number => {
  const newest = dateFrom(yearOf(now), first, day) <= now ? yearOf(now) : yearOf(now) - 1;
  if (near === undefined) return newest;
  const away = (year: number): number => Math.abs(calendarDaysBetween(near, dateFrom(year, first, day)));
  return [-1, 0, 1]
    .map((step) => yearOf(near) + step)
    .filter((year) => year <= newest)
    .reduce((best, year) => (away(year) < away(best) ? year : best), Math.min(newest, yearOf(near) - 1));
};

const wholeOf = (slot: DateSlot, today: IsoDate | undefined, near?: IsoDate): Period | NoDay => {
  const { month, day, quarter, half, said, weekday } = slot;
  const back = said === 'last year' ? 1 : said === 'this year' ? 0 : said === 'next year' ? -1 : undefined;
  const isPart = quarter !== undefined || half !== undefined;
  const year = slot.year ?? (isPart && back !== undefined && today ? yearOf(today) - back : undefined);
  if (slot.isImpossible) return 'no-such-date';
  if (slot.isAmbiguous) return 'ambiguous-date';
  const isRelative = year === undefined;
  if (isRelative && today === undefined) return 'unknown-day';
  const now = today as IsoDate;
  if (weekday !== undefined) {
    const ago = (new Date(`${now}T00:00:00Z`).getUTCDay() - weekday + 2 * DAYS_A_WEEK) % DAYS_A_WEEK || DAYS_A_WEEK;
    return { first: addDays(now, -ago), last: addDays(now, -ago) };
  }
  const first = month ?? (quarter ? (quarter - 1) * MONTHS_A_QUARTER + 1 : half ? (half - 1) * MONTHS_A_HALF + 1 : 1);
  const count = slot.isDecade
    ? MONTHS_A_DECADE
    : month
      ? 1
      : quarter
        ? MONTHS_A_QUARTER
        : half
          ? MONTHS_A_HALF
          : MONTHS_A_YEAR;
  if (said !== undefined && month === undefined && !isPart) return periodSaid(said, now);
  if (isRelative && month === undefined && !isPart) return 'unknown-day';
  const newest = isRelative ? yearMeant(first, day ?? 1, now, near) : year;
  const meant = said === 'next' ? newest + 1 : newest;
  if (day === undefined) return months(meant, first, count);
  const text = dateFrom(meant, first, day);
  const isReal = isIsoDate(`${meant}-${String(first).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return isReal ? { first: text, last: text } : 'no-such-date';
};

/**
 * The days that a slot names. Without a year the newest that has begun is meant.
 *
 * @param today undefined where it is not known: then only whole dates are
 * @param near a day of the talk: without a year the one next to it is meant
 */
export const periodOf = (
  slot: DateSlot,
  today: IsoDate | undefined,
  isStart = false,
  near?: IsoDate,
): Period | NoDay => {
  const whole = wholeOf(slot, today, near);
  if (typeof whole === 'string') return whole;
  // "the 2024 cuts" are a year's, "since the 2024 cuts" is a day
  // and so is the meeting of a day
  const isNamedDay = slot.event === 'meeting' && slot.day !== undefined;
  return slot.event && !isNamedDay && (isStart || slot.month) ? eventIn(whole, slot.event) : narrowed(whole, slot.edge);
};

/** Both ends of a span: an end without a year takes the other's. */
export const endsOf = (since: DateSlot, until: DateSlot, today: IsoDate | undefined): [Period, Period] | NoDay => {
  const isBare = ({ year, said, weekday }: DateSlot): boolean =>
    year === undefined && said === undefined && weekday === undefined;
  const early = isBare(since) && until.year !== undefined ? { ...since, year: until.year } : since;
  const from = periodOf(early, today);
  const late = isBare(until) && typeof from !== 'string' ? { ...until, year: yearOf(from.first) } : until;
  // "from the dec 25 cut to the sept hike": none in the year of that cut
  const within = periodOf(late, today);
  const to =
    within === 'no-such-date' && late.year && late !== until
      ? periodOf({ ...late, year: late.year + 1 }, today)
      : within;
  if (typeof from === 'string') return from;
  if (typeof to === 'string') return to;
  if (from.first <= to.last) return [from, to];
  // "halloween to january 24": the year before; "november to february": the year after
  const moved = isBare(since)
    ? [periodOf({ ...early, year: yearOf(from.first) - 1 }, today), to]
    : [from, periodOf({ ...late, year: yearOf(to.first) + (isBare(until) ? 1 : 0) }, today)];
  return moved.some((one) => typeof one === 'string') ? 'no-such-date' : (moved as [Period, Period]);
};

/** `9 Jul 2024`, as a button names a day. */
export const dayNamed = (date: string): string => dayWords(isoDate(date));
