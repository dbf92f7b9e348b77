import { alignCloses, changeBetween, type RatioChange, type RatioSeries, readAt } from '../index-ratio/index.ts';
import { type IsoDate, isoDate, type Multiple, type Percent } from '../units.ts';
import { AP_2019, AP_2020, PUBLISHED_FIGURES, type PublishedFigures, type Source, YAHOO } from './published.ts';

/** An index the checks read closes of. */
export type IndexName = 'Russell 2000' | 'S&P 500';

/** One index's close on one day: price index, points. */
export interface Close {
  readonly value: number;
  readonly on: IsoDate;
  readonly source: Source;
}

/** Where the checks get a close from; none where that day's close is not at hand. A live series may implement it as well. */
export type CloseLookup = (index: IndexName, on: IsoDate) => Close | undefined;

/**
 * The few single days the checks need, and no more: a close of a day is a fact, a history of an index is not ours to ship.
 * Each row: day, Russell 2000, S&P 500 (price indexes, points), whose record.
 */
const CITED_DAYS: readonly (readonly [on: string, russell: number, sp: number, source: Source])[] = [
  ['1990-07-31', 161.51, 356.15, YAHOO],
  ['1991-03-28', 171.01, 375.22, YAHOO],
  ['1999-12-31', 504.75, 1469.25, YAHOO],
  ['2001-03-30', 450.53, 1160.33, YAHOO],
  ['2001-11-30', 460.78, 1139.45, YAHOO],
  ['2004-07-09', 563.73, 1112.81, YAHOO],
  ['2007-12-31', 766.03, 1468.36, YAHOO],
  ['2009-06-30', 508.28, 919.32, YAHOO],
  ['2014-07-09', 1173.81, 1972.83, YAHOO],
  ['2019-07-09', 1562.59, 2979.63, YAHOO],
  ['2019-12-31', 1668.47, 3230.78, AP_2019],
  ['2020-02-28', 1476.43, 2954.22, YAHOO],
  ['2020-04-30', 1310.66, 2912.43, YAHOO],
  ['2020-12-31', 1974.86, 3756.07, AP_2020],
  ['2021-03-12', 2352.79, 3943.34, YAHOO],
  ['2021-06-30', 2310.55, 4297.5, YAHOO],
  ['2021-11-08', 2442.74, 4701.7, YAHOO],
  ['2022-11-30', 1886.58, 4080.11, YAHOO],
  ['2022-12-30', 1761.25, 3839.5, YAHOO],
  ['2023-10-27', 1636.94, 4117.37, YAHOO],
  ['2023-10-31', 1662.28, 4193.8, YAHOO],
  ['2023-12-22', 2033.96, 4754.63, YAHOO],
  ['2023-12-26', 2059.19, 4774.75, YAHOO],
  ['2024-01-31', 1947.34, 4845.65, YAHOO],
  ['2024-07-09', 2029.47, 5576.98, YAHOO],
  ['2024-07-10', 2051.75, 5633.91, YAHOO],
  ['2024-07-23', 2243.27, 5555.74, YAHOO],
  ['2024-07-25', 2222.98, 5399.22, YAHOO],
  ['2024-09-18', 2206.34, 5618.26, YAHOO],
  ['2024-11-25', 2442.03, 5987.37, YAHOO],
  ['2025-04-08', 1760.71, 4982.77, YAHOO],
  ['2025-07-22', 2248.76, 6309.62, YAHOO],
  ['2025-07-25', 2261.07, 6388.64, YAHOO],
  ['2025-08-14', 2299.08, 6468.54, YAHOO],
  ['2025-08-22', 2361.95, 6466.91, YAHOO],
  ['2025-08-25', 2339.17, 6439.32, YAHOO],
  ['2025-09-16', 2403.03, 6606.76, YAHOO],
  ['2025-09-17', 2407.34, 6600.35, YAHOO],
  ['2025-09-18', 2467.7, 6631.96, YAHOO],
  ['2026-09-18', 2860.4, 7650.5, YAHOO],
];

const BY_DAY = new Map(CITED_DAYS.map(([on, russell, sp, source]) => [isoDate(on), { russell, sp, source }]));

/** A day of the cited closes, both indexes; price indexes, points. */
export interface CitedDay {
  readonly on: IsoDate;
  readonly russell: number;
  readonly sp: number;
}

/** Every day that is cited, ascending: what a series that claims to be these indexes is held against. */
export const CITED_PAIRS: readonly CitedDay[] = [...BY_DAY].map(([on, { russell, sp }]) => ({ on, russell, sp }));

/** The closes the product ships with. */
export const CITED_CLOSES: CloseLookup = (index, on) => {
  const cited = BY_DAY.get(on);
  return cited && { value: index === 'Russell 2000' ? cited.russell : cited.sp, on, source: cited.source };
};

/** Daily closes of the Swedish pair, price indexes, and whose they are. */
export interface SwedishCloses {
  readonly series: RatioSeries;
  readonly source: Source;
}

/** What the notes are held against, besides the Fed's decisions. */
export interface RecordFacts {
  readonly closes: CloseLookup;
  readonly published: PublishedFigures;
  /** OMXSSCPI ÷ OMXS30 from a person's own file; absent where there is none. */
  readonly sweden?: SwedishCloses;
}

/** The record the product ships with: cited single closes and single published facts. It needs no network. */
export const CITED_RECORD: RecordFacts = { closes: CITED_CLOSES, published: PUBLISHED_FIGURES };

/**
 * Closes from a series, so that the checks can be computed from it; a day that the series lacks is looked up elsewhere.
 *
 * @param source whose closes the series holds
 * @param elsewhere such as the cited closes
 */
export const closeLookupFrom =
  (series: RatioSeries, source: Source, elsewhere: CloseLookup): CloseLookup =>
  (index, on) => {
    const read = readAt(series, on);
    if (read.kind !== 'reading' || read.on !== on) return elsewhere(index, on);
    const closes = index === 'Russell 2000' ? series.numerator : series.denominator;
    const value = closes[read.at];
    return value === undefined ? elsewhere(index, on) : { value, on, source };
  };

/** Closes of the two price indexes on the days that a check needs. */
export interface MarketOnDays {
  /** Index points. */
  readonly close: (index: IndexName, on: IsoDate) => number;
  /** Russell 2000 ÷ S&P 500. */
  readonly ratio: (on: IsoDate) => Multiple;
  /** Percent from the close of one day to the close of another, price only. */
  readonly change: (from: IsoDate, to: IsoDate) => IndexChange;
  /** Whose closes they are, each once. */
  readonly sources: readonly Source[];
}

/** Price changes from one close to another, percent. */
interface IndexChange {
  readonly russell: Percent;
  readonly sp: Percent;
  /** By how much the Russell 2000 beat the S&P 500: the change of their ratio; negative when it lagged. */
  readonly lead: Percent;
}

/** The market on the days a check needs, or the first of them without a close. */
type MarketRead =
  | { readonly kind: 'market'; readonly market: MarketOnDays }
  | { readonly kind: 'no-close'; readonly on: IsoDate };

const NO_DAYS: readonly IsoDate[] = [];

const legOf = (name: IndexName, dates: readonly IsoDate[], closes: readonly number[]) =>
  ({ name, basis: 'price index', dates, closes }) as const;

const changed = (moved: RatioChange): IndexChange => {
  if (moved.kind !== 'change') throw new Error(`a check compares days in the wrong order: ${moved.kind}`);
  return { russell: moved.numerator, sp: moved.denominator, lead: moved.ratio };
};

/**
 * The market on these days, or the first day on which a close of either index is not at hand.
 * @throws {Error} its functions throw for a day that is not among `days`, and for days in the wrong order
 */
export const marketOn = (closes: CloseLookup, days: readonly IsoDate[] = NO_DAYS): MarketRead => {
  const dates = [...new Set(days)].sort();
  const russell: number[] = [];
  const sp: number[] = [];
  const sources = new Set<Source>();
  for (const on of dates) {
    const one = closes('Russell 2000', on);
    const other = closes('S&P 500', on);
    if (!one || !other) return { kind: 'no-close', on };
    russell.push(one.value);
    sp.push(other.value);
    sources.add(one.source).add(other.source);
  }
  const aligned = alignCloses(legOf('Russell 2000', dates, russell), legOf('S&P 500', dates, sp));
  const series: RatioSeries =
    aligned.kind === 'aligned' ? aligned.series : { dates: [], numerator: [], denominator: [], ratios: [] };
  const unusable = dates.find((on) => !series.dates.includes(on));
  if (unusable) return { kind: 'no-close', on: unusable };
  const place = (on: IsoDate): number => {
    const at = series.dates.indexOf(on);
    if (at < 0) throw new Error(`a check reads ${on} without asking for it`);
    return at;
  };
  return {
    kind: 'market',
    market: {
      close: (index, on) => (index === 'Russell 2000' ? series.numerator : series.denominator)[place(on)] as number,
      ratio: (on) => {
        const read = readAt(series, series.dates[place(on)] as IsoDate);
        if (read.kind !== 'reading') throw new Error(`no ratio on ${on}`);
        return read.ratio;
      },
      change: (from, to) =>
        changed(changeBetween(series, series.dates[place(from)] as IsoDate, series.dates[place(to)] as IsoDate)),
      sources: [...sources],
    },
  };
};
