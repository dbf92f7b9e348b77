import { alignCloses, changeBetween, type RatioChange, type RatioSeries, readAt } from '../index-ratio/index.ts';
import type { IsoDate, Multiple, Percent } from '../units.ts';
import type { CloseLookup, IndexName } from './closes.ts';
import type { Source } from './source.ts';

/** The two price indexes on the days a check asked for. */
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

export interface IndexChange {
  readonly russell: Percent;
  readonly sp: Percent;
  /** By how many percentage points the Russell 2000 led; negative when it lagged. */
  readonly lead: number;
  /** Of Russell 2000 ÷ S&P 500. */
  readonly ratio: Percent;
}

export type MarketRead =
  | { readonly kind: 'market'; readonly market: MarketOnDays }
  | { readonly kind: 'no-close'; readonly on: IsoDate };

const NO_DAYS: readonly IsoDate[] = [];

const legOf = (name: IndexName, dates: readonly IsoDate[], closes: readonly number[]) =>
  ({ name, basis: 'price index', dates, closes }) as const;

const changed = (moved: RatioChange): IndexChange => {
  if (moved.kind !== 'change') throw new Error(`a check compares days in the wrong order: ${moved.kind}`);
  return {
    russell: moved.numerator,
    sp: moved.denominator,
    lead: moved.numerator - moved.denominator,
    ratio: moved.ratio,
  };
};

/** The market on these days, or the first day on which a close of either index is not at hand. */
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
