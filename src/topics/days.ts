import { addDays, calendarDaysBetween, dateFrom, yearOf } from '../calendar/index.ts';
import { type Decision, decisionsBetween, MEETINGS } from '../fed/index.ts';
import { type DateSlot, type Place, type Span, slotsOf, type Utterance } from '../language/index.ts';
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
  const back = said === 'last year' ? 1 : said === 'this year' ? 0 : undefined;
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
  const count = month ? 1 : quarter ? MONTHS_A_QUARTER : half ? MONTHS_A_HALF : MONTHS_A_YEAR;
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
  return slot.event && (isStart || slot.month) ? eventIn(whole, slot.event) : narrowed(whole, slot.edge);
};

/** Both ends of a span: an end without a year takes the other's. */
export const endsOf = (since: DateSlot, until: DateSlot, today: IsoDate | undefined): [Period, Period] | NoDay => {
  const isBare = ({ year, said, weekday }: DateSlot): boolean =>
    year === undefined && said === undefined && weekday === undefined;
  const early = isBare(since) && until.year !== undefined ? { ...since, year: until.year } : since;
  const from = periodOf(early, today);
  const late = isBare(until) && typeof from !== 'string' ? { ...until, year: yearOf(from.first) } : until;
  const to = periodOf(late, today);
  if (typeof from === 'string') return from;
  if (typeof to === 'string') return to;
  if (from.first <= to.last) return [from, to];
  // "halloween to january 24": the year before; "november to february": the year after
  const moved = isBare(since)
    ? [periodOf({ ...early, year: yearOf(from.first) - 1 }, today), to]
    : [from, periodOf({ ...late, year: yearOf(to.first) + (isBare(until) ? 1 : 0) }, today)];
  return moved.some((one) => typeof one === 'string') ? 'no-such-date' : (moved as [Period, Period]);
};

const isYear = (one: DateSlot | undefined): one is DateSlot =>
  one !== undefined &&
  one.month === undefined &&
  (one.year !== undefined || /^(?:last|this) year$/.test(one.said ?? ''));
const isOpen = (one: DateSlot | undefined): one is DateSlot =>
  one?.month !== undefined && one.year === undefined && one.said === undefined;

/** A year said behind a month belongs to it: `the september cut last year`. */
const withYear = (slot: DateSlot, next: DateSlot | undefined, today: IsoDate | undefined): DateSlot | undefined => {
  if (!isOpen(slot) || !isYear(next)) return undefined;
  const back = next.said === 'last year' ? 1 : 0;
  const year = next.year ?? (today && yearOf(today) - back);
  return year === undefined ? undefined : { ...slot, year, to: next.to };
};

/** What a text says of days, with its places: up to two ends, or days that stand alone. */
export interface Days {
  readonly since?: Period;
  readonly until?: Period;
  /** Neither `since` nor `until`: `in june`, `9 jul 2024`. */
  readonly alone: readonly Period[];
  /** Days that are none, or several. */
  readonly not?: { readonly why: NoDay; readonly at: Span; readonly slot: DateSlot };
  readonly places: readonly Place[];
}

/** `sept 24` as a month of a year and as a day; `10/12/2024` either way round. */
const sensesOf = (slot: DateSlot): readonly [DateSlot, DateSlot] => {
  const { isAmbiguous: _, year, month, day, ...rest } = slot;
  const isYearOrDay = year !== undefined && day !== undefined && year % 100 === day;
  if (isYearOrDay)
    return [
      { ...rest, ...(month && { month }), year },
      { ...rest, ...(month && { month }), day },
    ];
  const open = { ...rest, ...(year !== undefined && { year }) };
  return [
    { ...open, month: month as number, day: day as number },
    { ...open, month: day as number, day: month as number },
  ];
};

const NOUN_OF_MONTH = /^(?:peak|high|low|top|bottom|trough|selloff|crash|rally)$/;

/** `the march 21 peak` is of a year; a year that has not begun is a day. */
const onlySense = (slot: DateSlot, next: string, today: IsoDate | undefined): DateSlot | undefined => {
  const { year, day } = slot;
  if (year === undefined || day === undefined || year % 100 !== day) return undefined;
  const [asMonth, asDay] = sensesOf(slot);
  if (NOUN_OF_MONTH.test(next)) return asMonth;
  return today !== undefined && year > yearOf(today) ? asDay : undefined;
};

/** Days of the talk that a start, an end and a day without a year are next to. */
export interface Near {
  readonly since?: IsoDate;
  readonly until?: IsoDate;
  readonly alone?: IsoDate;
}

const STARTS = /^(?:since|from|after|post|start|starts|starting|begin|begins|beginning|base|based)$/;
const ENDS = /^(?:to|by|until|till|til|through|up|stop|stops|stopping|end|ends|ending|finish|finishes|finishing)$/;
const BETWEEN = /^(?:it|that|this|the|at|on|in|with|-|,|day|of)$/;
/** What a day is called, and what a month has. */
const CALLED = /^(?:low|high)$/;

/** `start it on the 27th of october`, `stop it at the september cut`: which end a day is. */
const endNamed = ({ words }: Utterance, { from, day, event }: DateSlot): 'since' | 'until' | 'alone' => {
  let at = from - 1;
  const isDay = (day ?? event) !== undefined;
  const isPassed = (word: string): boolean => BETWEEN.test(word) || (isDay && CALLED.test(word));
  while (at >= 0 && from - at <= 5 && isPassed(words[at] as string)) at -= 1;
  const lead = words[at] ?? '';
  if (ENDS.test(lead)) return 'until';
  return STARTS.test(lead) ? 'since' : 'alone';
};

/**
 * Everything that a text says of days.
 *
 * @param sense which of two senses an ambiguous day is taken in; without it such a day is none
 */
export const daysIn = (utterance: Utterance, today: IsoDate | undefined, sense?: 0 | 1, near: Near = {}): Days => {
  const meant = (slot: DateSlot): DateSlot => {
    const next = utterance.words[slot.to] ?? '';
    // "and from the december one" behind the september cut
    const isNearDecision = MEETINGS.some(({ decision }) => decision === near.since);
    const isMonth = slot.month !== undefined && slot.day === undefined && slot.event === undefined;
    if (next === 'one' && isNearDecision && isMonth) return { ...slot, event: 'meeting' };
    if (!slot.isAmbiguous) return slot;
    // "from the december 25 cut, no, from the october 25 one"
    const event =
      next === 'one' ? slotsOf(utterance, 'span').find(({ since }) => since?.event)?.since?.event : undefined;
    if (event && slot.isAmbiguous) return { ...sensesOf(slot)[0], event };
    const only = onlySense(slot, next, today);
    return only ?? (sense === undefined ? slot : sensesOf(slot)[sense]);
  };
  const dates = slotsOf(utterance, 'date');
  let found: Days = { alone: [], places: [] };
  const add = (slot: DateSlot, kind: 'since' | 'until' | 'alone', at: Span): void => {
    const period = periodOf(slot, today, kind === 'since', near[kind]);
    // the word that names an event belongs to its day
    const places = [...found.places, slot.event ? { ...at, to: Math.max(at.to, slot.to + 1) } : at];
    if (typeof period === 'string') found = { ...found, places, not: found.not ?? { why: period, at, slot } };
    else if (kind === 'alone') found = { ...found, places, alone: [...found.alone, period] };
    else found = { ...found, places, [kind]: period };
  };
  const taken = new Set<DateSlot>();
  for (const span of slotsOf(utterance, 'span')) {
    // "sept 24 to dec 25": two months of years
    const isPair = span.since?.isAmbiguous && span.until?.isAmbiguous;
    const [since, until] = [span.since, span.until].map((one) => one && (isPair ? sensesOf(one)[0] : meant(one)));
    const next = dates.find(({ from }) => from === span.to);
    if (since && until) {
      const ends = endsOf(since, until, today);
      if (typeof ends === 'string') {
        const slot = typeof periodOf(until, today) === 'string' && ends !== 'ambiguous-date' ? until : since;
        found = { ...found, places: [...found.places, span], not: { why: ends, at: span, slot } };
      } else found = { ...found, places: [...found.places, span], since: ends[0], until: ends[1] };
    } else {
      const slot = since ?? until;
      if (slot === undefined) continue;
      const merged = withYear(slot, next, today);
      if (merged && next) taken.add(next);
      add(merged ?? slot, since ? 'since' : 'until', merged && next ? { ...span, to: next.to, end: next.end } : span);
    }
  }
  for (const [place, said] of dates.entries()) {
    if (taken.has(said)) continue;
    // "march not feb"
    if (utterance.words[said.from - 1] === 'not') {
      found = { ...found, places: [...found.places, said] };
      continue;
    }
    const slot = meant(said);
    const next = dates[place + 1];
    const merged = withYear(slot, next, today);
    if (merged && next) taken.add(next);
    const end = endNamed(utterance, slot);
    add(
      merged ?? slot,
      // one start, and what comes behind it
      end === 'since' && found.since ? 'alone' : end,
      merged && next ? { ...slot, to: next.to, end: next.end } : slot,
    );
  }
  return found;
};

/** `9 Jul 2024`, as a button names a day. */
export const dayNamed = (date: string): string => dayWords(isoDate(date));
