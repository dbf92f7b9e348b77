import { calendarDaysBetween } from '../calendar/index.ts';
import { indexOnOrBefore, type RatioSeries } from '../index-ratio/index.ts';
import type { CitedDay } from '../record/index.ts';
import type { IsoDate } from '../units.ts';
import type { SeriesJudgement, Where } from './rhythm.ts';

/** Whether closes are those of the Russell 2000 and the S&P 500, by the single closes that the product cites. */

/** Vendors round to cents, some to whole points. */
const SAME = 0.0005;
/** Two closes that are the same index with another rounding, or the index of another vendor's hour. */
const NEAR = 0.005;
/** A fund's price is about a tenth of its index. */
const [FUND_LEAST, FUND_MOST] = [0.085, 0.115];
/** Factors that differ by less are one factor. */
const ONE_FACTOR = 0.005;
/** The nearest cited close says something of a level for about a year. */
const DAYS_NEAR = 400;
/** Within a year an index neither doubles nor halves. */
const [LEVEL_LEAST, LEVEL_MOST] = [0.5, 2];
/** Dividends reinvested add so much a year, as a fraction: what total returns gain on prices. */
const [DIVIDENDS_LEAST, DIVIDENDS_MOST] = [0.007, 0.035];
/** Between two cited days a fund, or a total return, drifts from its index by no more than that, and a little for its hour. */
const DRIFT = 0.006;
const DAYS_A_YEAR = 365.25;

interface Compared {
  readonly on: IsoDate;
  readonly close: number;
  readonly cited: number;
  readonly factor: number;
  readonly at: number;
}

interface Sides {
  readonly small: string;
  readonly large: string;
}

const refused = (words: string): SeriesJudgement => ({ kind: 'refused', words });
const points = (value: number): string => value.toFixed(2);
const times = (factor: number): string => String(Number(factor.toPrecision(4)));
/** Equal but for rounding: to cents, or to whole points. */
const areEqual = (close: number, cited: number): boolean =>
  Math.abs(close / cited - 1) <= SAME || (Number.isInteger(close) && Math.abs(close - cited) <= 0.5);
const isSame = ({ close, cited }: Compared): boolean => areEqual(close, cited);
const isFund = (factor: number): boolean => factor >= FUND_LEAST && factor <= FUND_MOST;

const spread = (factors: readonly number[]): number => Math.max(...factors) / Math.min(...factors) - 1;

/** Every second close of a pair taken for the first, and the first for the second. */
const areSwapped = (small: Compared, large: Compared, near: number): boolean =>
  Math.abs(small.close / large.cited - 1) <= near && Math.abs(large.close / small.cited - 1) <= near;

const yearsBetween = (from: IsoDate, to: IsoDate): number => calendarDaysBetween(from, to) / DAYS_A_YEAR;

/** True where a column follows its index from one cited day to the next, but for fees and dividends. */
const follows = (compared: readonly Compared[]): boolean =>
  compared.every((one, at) => {
    const before = compared[at - 1];
    if (before === undefined) return true;
    const most = DIVIDENDS_MOST * yearsBetween(before.on, one.on) + DRIFT;
    return Math.abs(one.factor / before.factor - 1) <= most;
  });

/** What one column is, where it is not the index that it is taken for. */
const otherThan = (column: string, compared: readonly Compared[], where: Where): string | undefined => {
  const factors = compared.map(({ factor }) => factor);
  const off = compared.filter((one) => !isSame(one));
  const [first, last] = [off[0], off.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (isFund(last.factor) && follows(compared)) {
    return `${column} looks like the price of a fund, and no index: ${points(last.close)} on ${where(last.on)}, where ${points(last.cited)} is cited`;
  }
  const unlike = off.filter(({ factor }) => Math.abs(factor - 1) > NEAR);
  if (unlike.length < 2) return undefined;
  if (factors.length === unlike.length && spread(factors) <= ONE_FACTOR) {
    return `${column} is rebased: ${times(last.factor)} times the index on each of the ${compared.length} cited days, such as ${points(last.close)} on ${where(last.on)}, where ${points(last.cited)} is cited`;
  }
  const change = compared.findIndex(isSame);
  const [before, after] = [compared.slice(0, change), compared.slice(change)];
  const next = compared[change];
  if (change > 0 && next && after.every(isSame) && spread(before.map((one) => one.factor)) <= ONE_FACTOR) {
    return `${column} changes its unit, as by a split, between ${where(before.at(-1)?.on as IsoDate)} and ${where(next.on)}: ${times(factors[0] as number)} times the index before`;
  }
  const [begin, end] = [compared[0] as Compared, compared.at(-1) as Compared];
  const years = yearsBetween(begin.on, end.on);
  const gain = years > 0 ? (end.factor / begin.factor) ** (1 / years) - 1 : 0;
  if (factors.length > 2 && follows(compared) && gain >= DIVIDENDS_LEAST && gain <= DIVIDENDS_MOST) {
    return `${column} holds total returns, and price indexes are needed: against the cited closes it grows from ${times(factors[0] as number)} to ${times(factors.at(-1) as number)} times, the last on ${where(last.on)}`;
  }
  return undefined;
};

/** Every cited close stands on the row beside its day, as far as there is one. */
const isShifted = (compared: readonly Compared[], closes: readonly number[], by: 1 | -1): boolean => {
  const beside = compared.flatMap(({ at, cited }) => {
    const close = closes[at + by];
    return close === undefined ? [] : [areEqual(close, cited)];
  });
  return beside.length > 0 && beside.every(Boolean) && compared.some((one) => !isSame(one));
};

const differs = (column: string, compared: readonly Compared[], where: Where): readonly string[] => {
  const off = compared.filter((one) => !isSame(one));
  const [first] = off;
  if (first === undefined) return [];
  const of = off.length === 1 ? '' : `; so on ${off.length} of ${compared.length} cited days`;
  return [`${column} is ${points(first.close)} on ${where(first.on)}, where ${points(first.cited)} is cited${of}`];
};

const farFrom = (column: string, one: Compared, cited: IsoDate, where: Where): readonly string[] =>
  one.factor >= LEVEL_LEAST && one.factor <= LEVEL_MOST
    ? []
    : [`${column} is ${points(one.close)} on ${where(one.on)}, far from ${points(one.cited)}, cited for ${cited}`];

/** No cited day lies in the series: the level of the nearest says whether it can be the index at all. */
const judgeByNearest = (
  { dates, numerator, denominator }: RatioSeries,
  cited: readonly CitedDay[],
  sides: Sides,
  where: Where,
): SeriesJudgement => {
  const [first, last] = [dates[0] as IsoDate, dates.at(-1) as IsoDate];
  const away = (day: CitedDay): number =>
    day.on < first ? calendarDaysBetween(day.on, first) : day.on > last ? calendarDaysBetween(last, day.on) : 0;
  const nearest = cited.reduce<CitedDay | undefined>(
    (best, day) => (best === undefined || away(day) < away(best) ? day : best),
    undefined,
  );
  if (nearest === undefined || away(nearest) > DAYS_NEAR) return { kind: 'accepted', remarks: [], doubts: [] };
  const at = nearest.on > last ? dates.length - 1 : Math.max(0, indexOnOrBefore(dates, nearest.on));
  const on = dates[at] as IsoDate;
  const of = (closes: readonly number[], level: number): Compared => {
    const close = closes[at] as number;
    return { on, at, close, cited: level, factor: close / level };
  };
  const [small, large] = [of(numerator, nearest.russell), of(denominator, nearest.sp)];
  if (small.close > large.close && areSwapped(small, large, LEVEL_LEAST))
    return refused(swappedWords(small, large, sides, where));
  if (isFund(small.factor) && isFund(large.factor)) {
    return refused(
      `${sides.small} and ${sides.large} look like prices of funds, and no indexes: ${points(small.close)} and ${points(large.close)} on ${where(on)}`,
    );
  }
  return {
    kind: 'accepted',
    remarks: [],
    doubts: [...farFrom(sides.small, small, nearest.on, where), ...farFrom(sides.large, large, nearest.on, where)],
  };
};

const swappedWords = (small: Compared, large: Compared, sides: Sides, where: Where): string =>
  `${sides.small} and ${sides.large} are swapped: ${points(small.close)} and ${points(large.close)} on ${where(small.on)}, where ${points(small.cited)} and ${points(large.cited)} are cited`;

/**
 * Holds closes that claim to be the Russell 2000 and the S&P 500 against single cited closes. What is recognised as
 * something else is refused and named: swapped columns, a fund's prices, a rebased series, a split, total returns, dates a
 * day off. A difference without such an explanation puts the series in doubt.
 *
 * @param sides what the columns or symbols are called
 */
export const judgeLevels = (
  series: RatioSeries,
  cited: readonly CitedDay[],
  sides: Sides,
  where: Where,
): SeriesJudgement => {
  const { dates, numerator, denominator } = series;
  const [first] = [numerator[0], denominator[0]];
  if (dates.length > 1 && first !== undefined && first === denominator[0] && [1, 100, 1_000].includes(first)) {
    return refused(
      `${sides.small} and ${sides.large} are rebased: both begin at ${first} on ${where(dates[0] as IsoDate)}`,
    );
  }
  const placed = cited.flatMap((day) => {
    const at = indexOnOrBefore(dates, day.on);
    return dates[at] === day.on ? [{ day, at }] : [];
  });
  if (placed.length === 0) return judgeByNearest(series, cited, sides, where);
  const against = (closes: readonly number[], level: (day: CitedDay) => number): readonly Compared[] =>
    placed.map(({ day, at }) => {
      const close = closes[at] as number;
      return { on: day.on, at, close, cited: level(day), factor: close / level(day) };
    });
  const small = against(numerator, ({ russell }) => russell);
  const large = against(denominator, ({ sp }) => sp);
  const crossed = small.findIndex((one, at) => areSwapped(one, large[at] as Compared, NEAR));
  if (crossed >= 0) return refused(swappedWords(small[crossed] as Compared, large[crossed] as Compared, sides, where));
  for (const [by, way] of [
    [1, 'late'],
    [-1, 'early'],
  ] as const) {
    if (!isShifted(small, numerator, by) || !isShifted(large, denominator, by)) continue;
    const row = small.find(({ at }) => dates[at + by] !== undefined);
    return refused(
      `dates are a day ${way}: ${where(dates[(row?.at ?? 0) + by] as IsoDate)} has the closes cited for ${row?.on}`,
    );
  }
  const other = [otherThan(sides.small, small, where), otherThan(sides.large, large, where)].filter(
    (words) => words !== undefined,
  );
  if (other.length > 0) return refused(other.join('; '));
  return {
    kind: 'accepted',
    remarks: [],
    doubts: [...differs(sides.small, small, where), ...differs(sides.large, large, where)],
  };
};
