import { addDays, calendarDaysBetween, isSession, isStockholmSession, weekdayOf } from '../calendar/index.ts';
import type { Pair } from '../facts/index.ts';
import type { IsoDate } from '../units.ts';

/** What a series says of itself: whether it is daily, whole, in order and dated on sessions, and moves as an index does. */

/** A judgement of a series: why it is refused, or what is to be said of it. Sentences without their full stop. */
export type SeriesJudgement =
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'accepted'; readonly remarks: readonly string[]; readonly doubts: readonly string[] };

/** Where a day stands in what was sent: `line 7 (2024-01-05)`, or the day. */
export type Where = (on: IsoDate) => string;

const SESSIONS: Readonly<Record<Pair['exchange'], (date: IsoDate) => boolean>> = {
  'New York': isSession,
  Stockholm: isStockholmSession,
};

/** Calendar days between rows that are no daily ones, as people call them. */
const PACES: readonly (readonly [least: number, most: number, name: string])[] = [
  [5, 10, 'weekly'],
  [12, 17, 'fortnightly'],
  [25, 38, 'monthly'],
  [80, 100, 'quarterly'],
];
/** So many gaps in a row of one pace are no holidays. */
const GAPS_IN_A_ROW = 4;

const paceOf = (gap: number): string | undefined => PACES.find(([least, most]) => gap >= least && gap <= most)?.[2];

const steadyPace = (dates: readonly IsoDate[]): { readonly from: IsoDate; readonly pace: string } | undefined => {
  let begin = 0;
  let last: string | undefined;
  for (let at = 1; at < dates.length; at += 1) {
    const pace = paceOf(calendarDaysBetween(dates[at - 1] as IsoDate, dates[at] as IsoDate));
    if (pace !== last) begin = at - 1;
    last = pace;
    if (pace !== undefined && at - begin >= GAPS_IN_A_ROW) return { from: dates[begin] as IsoDate, pace };
  }
  return undefined;
};

interface Missing {
  readonly sessions: number;
  readonly missing: number;
  readonly first?: IsoDate;
  /** The longest stretch without a row, in sessions, and the day before it. */
  readonly longest: number;
  readonly after?: IsoDate;
}

const missingIn = (dates: readonly IsoDate[], exchange: Pair['exchange'], left: ReadonlySet<IsoDate>): Missing => {
  const trades = SESSIONS[exchange];
  let [sessions, missing, longest] = [0, 0, 0];
  let [first, after]: (IsoDate | undefined)[] = [];
  for (let at = 1; at < dates.length; at += 1) {
    const [from, to] = [dates[at - 1] as IsoDate, dates[at] as IsoDate];
    let hole = 0;
    for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) {
      if (!trades(day)) continue;
      hole += left.has(day) ? 0 : 1;
      if (!left.has(day)) first ??= day;
      sessions += 1;
    }
    sessions += 1;
    missing += hole;
    if (hole > longest) [longest, after] = [hole, from];
  }
  return { sessions, missing, longest, ...(first && { first }), ...(after && { after }) };
};

const MOST_MISSING_SHARE = 0.05;
const LONGEST_HOLE = 9;

/**
 * Whether ascending days come as sessions do. Weekly, monthly and quarterly rows are refused from the row where they
 * begin, since spans and averages are counted in sessions; days that are missing are counted, and put the series in doubt
 * where they are many.
 *
 * @param left days that were sent and left out, which are counted elsewhere
 */
export const judgeRhythm = (
  dates: readonly IsoDate[],
  exchange: Pair['exchange'],
  left: ReadonlySet<IsoDate>,
  where: Where,
): SeriesJudgement => {
  const steady = steadyPace(dates);
  if (steady) {
    return {
      kind: 'refused',
      words: `rows are ${steady.pace} from ${where(steady.from)} on, and daily closes are needed`,
    };
  }
  const { sessions, missing, first, longest, after } = missingIn(dates, exchange, left);
  if (first === undefined || after === undefined) return { kind: 'accepted', remarks: [], doubts: [] };
  if (longest > LONGEST_HOLE || missing > sessions * MOST_MISSING_SHARE) {
    const words = `${missing} of ${sessions} sessions have no row, ${longest} in a row after ${where(after)}`;
    return { kind: 'accepted', remarks: [], doubts: [words] };
  }
  const words =
    missing === 1 ? `1 session has no row: ${first}` : `${missing} sessions have no row, the first ${first}`;
  return { kind: 'accepted', remarks: [words], doubts: [] };
};

const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** `Saturday`. */
export const dayName = (on: IsoDate): string => DAY_NAMES[weekdayOf(on)] as string;

const [SUNDAY, MONDAY, FRIDAY, SATURDAY] = [0, 1, 5, 6];
const LEAST_ROWS = 8;

/**
 * Days that are a day off: Fridays' closes on Saturdays and none on Mondays, or Mondays' on Sundays and none on Fridays.
 *
 * @returns undefined where they are not
 */
export const dayOff = (dates: readonly IsoDate[], where: Where): string | undefined => {
  if (dates.length < LEAST_ROWS) return undefined;
  const on = (weekday: number): readonly IsoDate[] => dates.filter((date) => weekdayOf(date) === weekday);
  const said = (way: 'late' | 'early', row: IsoDate, missing: string): string =>
    `dates are a day ${way}: ${where(row)} is a ${dayName(row)}, and no row is of a ${missing}`;
  const [saturday] = on(SATURDAY);
  if (saturday && on(MONDAY).length === 0) return said('late', saturday, 'Monday');
  const [sunday] = on(SUNDAY);
  if (sunday && on(FRIDAY).length === 0) return said('early', sunday, 'Friday');
  return undefined;
};

/** The first row that runs against the order of the others; undefined where all run one way. */
export const outOfOrder = (
  dates: readonly IsoDate[],
): { readonly on: IsoDate; readonly after: IsoDate } | undefined => {
  const isUp = (at: number): boolean => (dates[at] as IsoDate) > (dates[at - 1] as IsoDate);
  let ups = 0;
  for (let at = 1; at < dates.length; at += 1) ups += isUp(at) ? 1 : -1;
  for (let at = 1; at < dates.length; at += 1) {
    if (dates[at] === dates[at - 1] || isUp(at) === ups >= 0) continue;
    return { on: dates[at] as IsoDate, after: dates[at - 1] as IsoDate };
  }
  return undefined;
};

/** Neither index has moved by more in a day: −20.5 % on 1987-10-19 was the furthest. */
export const MOST_PERCENT_A_DAY = 25;
/** Rows further apart are not a day's move. */
const DAYS_APART = 5;
/** Quotients of neighbouring closes that a split, or another unit, makes. */
const SPLITS = [1.5, 2, 3, 4, 5, 10, 100, 1_000];
/** A close so far from both its neighbours, which agree, was typed wrong. */
const [ALONE_PERCENT, NEIGHBOURS_PERCENT] = [12.5, 3];
/** An index does not stand still for longer. */
const MOST_UNCHANGED = 5;

interface KnownClose {
  readonly on: IsoDate;
  readonly close: number;
}

/** The first move between neighbouring days that is none of an index. */
export const jumpIn = (
  rows: readonly KnownClose[],
): { readonly on: IsoDate; readonly quotient: number } | undefined => {
  for (const [at, { on, close }] of rows.entries()) {
    const before = rows[at - 1];
    if (before === undefined || calendarDaysBetween(before.on, on) > DAYS_APART) continue;
    const quotient = close / before.close;
    if (Math.abs(quotient - 1) * 100 > MOST_PERCENT_A_DAY) return { on, quotient };
  }
  return undefined;
};

/** As a split or another unit makes. */
export const isSplit = (quotient: number): boolean =>
  SPLITS.some((by) => Math.abs(Math.max(quotient, 1 / quotient) / by - 1) < 0.08);

const percentApart = (one: number, other: number): number => Math.abs(one / other - 1) * 100;

/** A close that is far from both beside it, in words. */
export const standingAlone = (rows: readonly KnownClose[], where: Where): readonly string[] => {
  const at = rows.findIndex(({ close }, place) => {
    const [before, after] = [rows[place - 1], rows[place + 1]];
    return (
      before !== undefined &&
      after !== undefined &&
      percentApart(before.close, after.close) < NEIGHBOURS_PERCENT &&
      percentApart(close, before.close) > ALONE_PERCENT &&
      percentApart(close, after.close) > ALONE_PERCENT
    );
  });
  const row = rows[at];
  if (row === undefined) return [];
  const by = percentApart(row.close, (rows[at - 1] as KnownClose).close).toFixed(0);
  return [`${row.close} on ${where(row.on)} is ${by}% off the closes beside it`];
};

/** Closes that do not change for longer than an index's, in words. */
export const standingStill = (rows: readonly KnownClose[], where: Where): readonly string[] => {
  let begin = 0;
  for (const [at, { close }] of rows.entries()) {
    if (close !== rows[begin]?.close) begin = at;
    if (at - begin >= MOST_UNCHANGED)
      return [`unchanged for ${MOST_UNCHANGED + 1} rows up to ${where(rows[at]?.on as IsoDate)}`];
  }
  return [];
};
