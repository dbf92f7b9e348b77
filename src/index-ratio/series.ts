import { addDays, dateFrom, monthsToSession, yearOf } from '../calendar/index.ts';
import { type IsoDate, type Multiple, multiple, type Percent, percent } from '../units.ts';

/** Index of the newest of ascending dates on or before a date; −1 where there is none. */
export const indexOnOrBefore = (dates: readonly IsoDate[], date: IsoDate): number => {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[middle] as IsoDate) <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** One index's daily closes on one basis; dates ascending, none twice. */
export interface CloseSeries {
  readonly name: string;
  /** `price index` and `total return` are never divided by one another. */
  readonly basis: 'price index' | 'total return';
  readonly dates: readonly IsoDate[];
  /** Index points, one a date. */
  readonly closes: readonly number[];
}

/** The ratio on the days both indexes closed: four columns of one length, dates ascending. */
export interface RatioSeries {
  readonly dates: readonly IsoDate[];
  /** Closes in index points: the Russell 2000's. */
  readonly numerator: readonly number[];
  /** The S&P 500's. */
  readonly denominator: readonly number[];
  /** numerator ÷ denominator. */
  readonly ratios: readonly number[];
}

/** Two close series on the dates they share, or why they have no ratio. */
type AlignedCloses =
  | { readonly kind: 'aligned'; readonly series: RatioSeries }
  | { readonly kind: 'no-shared-dates' }
  | { readonly kind: 'different-bases'; readonly bases: readonly [CloseSeries['basis'], CloseSeries['basis']] };

/**
 * Two close series on the dates they share: numerator ÷ denominator. A close that is not a positive number counts as
 * missing, so the day is left out rather than invented.
 * @example alignCloses(2 and 5, 10 and 20 on the same two days) // ratios 0.2 and 0.25
 */
export const alignCloses = (numerator: CloseSeries, denominator: CloseSeries): AlignedCloses => {
  if (numerator.basis !== denominator.basis) {
    return { kind: 'different-bases', bases: [numerator.basis, denominator.basis] };
  }
  const dates: IsoDate[] = [];
  const above: number[] = [];
  const under: number[] = [];
  const ratios: number[] = [];
  let below = 0;
  for (const [at, date] of numerator.dates.entries()) {
    while ((denominator.dates[below] ?? date) < date) below += 1;
    if (denominator.dates[below] !== date) continue;
    const one = numerator.closes[at];
    const other = denominator.closes[below];
    if (!isClose(one) || !isClose(other)) continue;
    dates.push(date);
    above.push(one);
    under.push(other);
    ratios.push(one / other);
  }
  return dates.length === 0
    ? { kind: 'no-shared-dates' }
    : { kind: 'aligned', series: { dates, numerator: above, denominator: under, ratios } };
};

const isClose = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && value > 0;

/** The ratio as computed from the closes of a day. */
export interface RatioReading {
  /** The day of the closes it rests on. */
  readonly on: IsoDate;
  /** Russell 2000 ÷ S&P 500. */
  readonly ratio: Multiple;
  /** S&P 500 ÷ Russell 2000: the same fact the other way up. */
  readonly inverse: Multiple;
  /** Its index in the series. */
  readonly at: number;
}

/** The reading of a date, or where the series starts. */
type ReadingLookup =
  | ({ readonly kind: 'reading' } & RatioReading)
  | { readonly kind: 'before-first'; readonly first: IsoDate };

/** The newest reading on or before a date; a weekend gives the session before it. */
export const readAt = (series: RatioSeries, date: IsoDate): ReadingLookup => {
  const at = indexOnOrBefore(series.dates, date);
  const on = series.dates[at];
  const ratio = series.ratios[at];
  if (on === undefined || ratio === undefined) return { kind: 'before-first', first: series.dates[0] as IsoDate };
  return { kind: 'reading', on, ratio: multiple(ratio), inverse: inverseRatio(ratio), at };
};

/** 1 ÷ ratio. @example inverse(0.4) // 2.5 */
export const inverseRatio = (ratio: number): Multiple => multiple(1 / ratio);

/** A ratio somebody printed, with the precision they printed it in. It is their reading, not a computed one. */
export interface PrintedReading {
  readonly level: Multiple;
  /** As printed: `0.4`. */
  readonly printed: string;
  /** The day it speaks of, or the last day of the period it speaks of. */
  readonly on: IsoDate;
  /** True where the day is inferred, not printed. */
  readonly isInferred: boolean;
  /** Id of the note that prints it. */
  readonly note: string;
}

/** The newest printed reading dated on or before `date`. */
export const latestPrintedReading = (readings: readonly PrintedReading[], date: IsoDate): PrintedReading | undefined =>
  readings
    .filter(({ on }) => on <= date)
    .reduce<PrintedReading | undefined>(
      (newest, reading) => (newest === undefined || reading.on > newest.on ? reading : newest),
      undefined,
    );

/** How the ratio and its legs changed between two sessions, or why that is not known. */
export type RatioChange =
  | {
      readonly kind: 'change';
      /** The sessions compared: those of the dates asked for, or the nearest before them. */
      readonly from: IsoDate;
      readonly to: IsoDate;
      /** (to ÷ from − 1) × 100 of the ratio and of each leg. */
      readonly ratio: Percent;
      readonly numerator: Percent;
      readonly denominator: Percent;
    }
  | { readonly kind: 'before-first'; readonly first: IsoDate }
  | { readonly kind: 'from-after-to' };

/**
 * How the ratio and each leg changed between two dates, price only: (to ÷ from − 1) × 100. Each date is read as `readAt`
 * does.
 * @example changeBetween(series, '2025-06-30', '2025-09-30') // Russell 2,175.04 to 2,436.48: 12.02 %; the ratio 3.92 %
 */
export const changeBetween = (series: RatioSeries, from: IsoDate, to: IsoDate): RatioChange => {
  if (from > to) return { kind: 'from-after-to' };
  const start = indexOnOrBefore(series.dates, from);
  const end = indexOnOrBefore(series.dates, to);
  if (start < 0) return { kind: 'before-first', first: series.dates[0] as IsoDate };
  const moved = (values: readonly number[]) => percentChange(values[start] as number, values[end] as number);
  return {
    kind: 'change',
    from: series.dates[start] as IsoDate,
    to: series.dates[end] as IsoDate,
    ratio: moved(series.ratios),
    numerator: moved(series.numerator),
    denominator: moved(series.denominator),
  };
};

/** (to ÷ from − 1) × 100; negative for a fall. @example percentChange(0.36, 0.4) // 11.111111 */
export const percentChange = (from: number, to: number): Percent => percent((to / from - 1) * 100);

/**
 * By how much the first index must beat the second for the ratio to reach a level: (level ÷ now − 1) × 100. Negative
 * when the level lies below.
 * @example requiredOutperformance(0.412, 0.6) // 45.631068
 */
export const requiredOutperformance = (now: number, level: number): Percent => percentChange(now, level);

/** The spans a change is given over, each with the calendar day it is measured from. */
const STARTS = {
  '1 week': (end: IsoDate) => addDays(end, -7),
  '1 month': (end: IsoDate) => monthsToSession(end, 1),
  '3 months': (end: IsoDate) => monthsToSession(end, 3),
  '12 months': (end: IsoDate) => monthsToSession(end, 12),
  /** From the last close of the year before. */
  'year to date': (end: IsoDate) => dateFrom(yearOf(end) - 1, 12, 31),
} as const;

/** A span as replies name it. */
export type ChangeSpan = keyof typeof STARTS;

/** The change over one span. */
export interface SpanChange {
  readonly span: ChangeSpan;
  /** The calendar day it is measured from; `change.from` is the session that was used, that day's or the nearest before it. */
  readonly requestedFrom: IsoDate;
  readonly change: RatioChange;
}

/**
 * Changes of the ratio and both legs up to the newest reading on or before a date, over calendar spans counted back from
 * that reading's own day. Empty before the first reading.
 * @example a reading of 2026-11-20 is compared with 2026-11-13, 2026-10-20, 2026-08-20, 2025-11-20 and 2025-12-31
 * @example one of 2026-11-30, the month's last session, with 2026-10-31 and 2025-11-30: month-end to month-end
 */
export const changesAt = (series: RatioSeries, date: IsoDate): readonly SpanChange[] => {
  const read = readAt(series, date);
  if (read.kind !== 'reading') return [];
  return (Object.keys(STARTS) as ChangeSpan[]).map((span) => {
    const requestedFrom = STARTS[span](read.on);
    return { span, requestedFrom, change: changeBetween(series, requestedFrom, read.on) };
  });
};

/**
 * Share of days up to and including `date` on which the ratio stood at or below that day's level, in percent. Looks at
 * no later day, so a new day never changes an earlier answer.
 * @param from the first day that counts; every day of the series where absent
 * @returns undefined before the first reading, and where the series begins after `from`
 * @example readings 0.5, 0.6, 0.45, 0.55 on four days: on the fourth three of four stand at or below it, 75 %
 */
export const percentileAt = (series: RatioSeries, date: IsoDate, from?: IsoDate): Percent | undefined => {
  const end = indexOnOrBefore(series.dates, date);
  const start = from === undefined ? 0 : indexOnOrBefore(series.dates, addDays(from, -1)) + 1;
  if (end < start || (from !== undefined && (series.dates[0] as IsoDate) > from)) return undefined;
  const level = series.ratios[end] as number;
  let atOrBelow = 0;
  for (let at = start; at <= end; at += 1) if ((series.ratios[at] as number) <= level) atOrBelow += 1;
  return percent((atOrBelow / (end - start + 1)) * 100);
};

/** The years a rank is given over, besides all. */
const RANK_YEARS = [20, 10, 5, 3] as const;
const MONTHS_A_YEAR = 12;

/** A rank among the days of so many years. */
export interface RankOver {
  readonly years: number;
  readonly percentile: Percent;
}

/**
 * `percentileAt` among the days of the last 20, 10, 5 and 3 years, longest first; without those that the series does not
 * reach back to.
 */
export const ranksAt = (series: RatioSeries, date: IsoDate): readonly RankOver[] => {
  const read = readAt(series, date);
  if (read.kind !== 'reading') return [];
  return RANK_YEARS.flatMap((years) => {
    const percentile = percentileAt(series, read.on, monthsToSession(read.on, years * MONTHS_A_YEAR));
    return percentile === undefined ? [] : [{ years, percentile }];
  });
};
