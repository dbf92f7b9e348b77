import { lastDayOfMonth, RECESSIONS } from '../calendar/index.ts';
import { type IsoDate, type IsoMonth, type Percent, percent } from '../units.ts';
import { changeBetween, indexOnOrBefore, percentChange, type RatioSeries } from './series.ts';

/** Between which shares the true one lies, percent. */
interface ShareInterval {
  readonly low: Percent;
  readonly high: Percent;
}

/** Chance of at most `hits` in `of` tries that each hit with chance `p`. */
const chanceOfAtMost = (hits: number, of: number, p: number): number => {
  let [sum, term] = [0, (1 - p) ** of];
  for (let count = 0; count <= hits; count += 1) {
    sum += term;
    term *= ((of - count) / (count + 1)) * (p / (1 - p));
  }
  return sum;
};

const HALVINGS = 60;

/** Where a falling function of a share crosses a level. */
const crossing = (falling: (p: number) => number, level: number): number => {
  let [low, high] = [0, 1];
  for (let at = 0; at < HALVINGS; at += 1) {
    const middle = (low + high) / 2;
    if (falling(middle) > level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** In each tail: 95 % lies between. */
const TAIL = 0.025;

/**
 * The exact 95 % interval of Clopper and Pearson (1934): the shares under which so few, or so many, are not yet surprising.
 * It takes the cases for independent ones.
 *
 * @param hits of `of`, at least 1 and at most a few hundred
 * @example exactInterval(3, 8) // 8.52 to 75.51 %
 * @see https://doi.org/10.1093/biomet/26.4.404
 */
export const exactInterval = (hits: number, of: number): ShareInterval => ({
  low: percent(hits === 0 ? 0 : crossing((p) => chanceOfAtMost(hits - 1, of, p), 1 - TAIL) * 100),
  high: percent(hits === of ? 100 : crossing((p) => chanceOfAtMost(hits, of, p), TAIL) * 100),
});

/** 21, 63, 126 and 252 sessions stand for 1, 3, 6 and 12 months. */
const CYCLE_HORIZONS = [
  { months: 1, sessions: 21 },
  { months: 3, sessions: 63 },
  { months: 6, sessions: 126 },
  { months: 12, sessions: 252 },
] as const;

/** A horizon, in months. */
type HorizonMonths = (typeof CYCLE_HORIZONS)[number]['months'];

/** What each leg had returned some sessions after a first cut: price return, percent, no dividends. */
interface ReturnAfterCut {
  readonly months: HorizonMonths;
  readonly until: IsoDate;
  /** Russell 2000. */
  readonly small: Percent;
  /** S&P 500. */
  readonly large: Percent;
  /** By how much the Russell beat the S&P: the change of the ratio; negative where it lagged. */
  readonly lead: Percent;
  /** True where the Russell returned more. */
  readonly didSmallLead: boolean;
}

/** One first cut, and what followed it. */
export interface Cycle {
  readonly firstCut: IsoDate;
  /** The close the returns start from: that day's, or the nearest session before it. */
  readonly from: IsoDate;
  /** Shortest first; a horizon that has not run out yet is left out. */
  readonly returns: readonly ReturnAfterCut[];
}

/** What followed each first cut, and how often small caps led. */
export interface CycleStudy {
  readonly cycles: readonly Cycle[];
  /** First cuts the series does not cover: before its first day, or after its last. */
  readonly leftOut: readonly IsoDate[];
  readonly tally: readonly HorizonTally[];
  /** Pairs of neighbouring first cuts whose windows of the longest horizon share sessions: they are no separate cases. */
  readonly overlaps: readonly (readonly [earlier: IsoDate, later: IsoDate])[];
}

/** How often small caps led over one horizon: after first cuts, and whenever one starts. */
interface HorizonTally {
  readonly months: HorizonMonths;
  /** In how many of the cycles with that horizon behind them small caps led. */
  readonly led: number;
  readonly of: number;
  /** Which shares of all such cycles would not be surprising beside that count, 95 %; absent without a cycle. */
  readonly interval?: ShareInterval;
  /** Of all windows of so many sessions that the series holds, a start a session: how many small caps led. They overlap. */
  readonly base: { readonly led: number; readonly of: number };
}

const returnsFrom = (series: RatioSeries, start: number): readonly ReturnAfterCut[] =>
  CYCLE_HORIZONS.flatMap(({ months, sessions }) => {
    const until = series.dates[start + sessions];
    if (until === undefined) return [];
    const returned = (closes: readonly number[]) =>
      percentChange(closes[start] as number, closes[start + sessions] as number);
    const [small, large] = [returned(series.numerator), returned(series.denominator)];
    const lead = percentChange(series.ratios[start] as number, series.ratios[start + sessions] as number);
    return [{ months, until, small, large, lead, didSmallLead: small > large }];
  });

/** Small caps led where the ratio rose. */
const baseOf = ({ ratios }: RatioSeries, sessions: number): HorizonTally['base'] => {
  let led = 0;
  for (let end = sessions; end < ratios.length; end += 1) {
    if ((ratios[end] as number) > (ratios[end - sessions] as number)) led += 1;
  }
  return { led, of: Math.max(0, ratios.length - sessions) };
};

const LONGEST = Math.max(...CYCLE_HORIZONS.map(({ months }) => months));

const overlapsOf = (cycles: readonly Cycle[]): CycleStudy['overlaps'] =>
  cycles.flatMap((cycle, at) => {
    const next = cycles[at + 1];
    const until = cycle.returns.find(({ months }) => months === LONGEST)?.until;
    return next && until !== undefined && next.from < until ? [[cycle.firstCut, next.firstCut] as const] : [];
  });

/**
 * How small and large caps did after the first cut of each cycle. Eight cycles are an anecdote, not a law: the choice of
 * first cuts is the caller's, and to be shown with the result.
 *
 * @param firstCuts in any order; none twice
 * @returns each leg's price return over the horizons, (close ÷ close at the start − 1) × 100, and the tally of who led
 * @example a leg that gains 1 a session, 150 at the cut: 171 after 21 sessions is 14 %
 */
export const studyCycles = (series: RatioSeries, firstCuts: readonly IsoDate[]): CycleStudy => {
  const last = series.dates.at(-1);
  const cycles = firstCuts.toSorted().flatMap((firstCut): Cycle[] => {
    const start = indexOnOrBefore(series.dates, firstCut);
    const from = series.dates[start];
    if (from === undefined || last === undefined || firstCut > last) return [];
    return [{ firstCut, from, returns: returnsFrom(series, start) }];
  });
  const studied = new Set(cycles.map(({ firstCut }) => firstCut));
  return {
    cycles,
    leftOut: firstCuts.filter((date) => !studied.has(date)),
    tally: CYCLE_HORIZONS.map(({ months, sessions }) => {
      const ends = cycles.flatMap(({ returns }) => returns.filter((one) => one.months === months));
      const led = ends.filter(({ didSmallLead }) => didSmallLead).length;
      const of = ends.length;
      return { months, led, of, ...(of > 0 && { interval: exactInterval(led, of) }), base: baseOf(series, sessions) };
    }),
    overlaps: overlapsOf(cycles),
  };
};

/** What both indexes did in a recession, price only, percent. */
export interface RecessionReturn {
  readonly peak: IsoMonth;
  readonly trough: IsoMonth;
  /** Russell 2000. */
  readonly small: Percent;
  /** S&P 500. */
  readonly large: Percent;
  /** The change of the ratio: positive where the Russell led. */
  readonly lead: Percent;
}

/**
 * Both indexes over each recession, from the last close of the month of the peak to the last close of the month of the trough.
 *
 * @returns oldest first; without recessions that the series does not cover from end to end
 * @example 1990 to 1991: Russell +5.88 %, S&P +5.35 %, a lead of 0.50 %
 */
export const recessionReturns = (series: RatioSeries): readonly RecessionReturn[] =>
  RECESSIONS.flatMap(({ peak, trough }): RecessionReturn[] => {
    const [from, to] = [lastDayOfMonth(peak), lastDayOfMonth(trough)];
    const moved = changeBetween(series, from, to);
    const last = series.dates.at(-1);
    if (moved.kind !== 'change' || last === undefined || last < to) return [];
    return [{ peak, trough, small: moved.numerator, large: moved.denominator, lead: moved.ratio }];
  });
