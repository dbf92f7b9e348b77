import { addMonths, isMonthEnd, isRecession } from '../calendar/index.ts';
import { type BasisPoints, type IsoDate, type IsoMonth, isoMonthOf, type Percent, percent } from '../units.ts';
import { type Estimate, neweyWest } from './newey-west.ts';
import type { RatioSeries } from './series.ts';

/** A calendar month: what the Fed did in it, and how small caps did against large ones. */
interface RateMonth {
  readonly month: IsoMonth;
  /** Change of the Fed's target announced in the month, percentage points: negative for cuts, 0 for none. */
  readonly move: number;
  readonly isRecession: boolean;
  /** Change of the logarithm of the ratio, × 100, from the close of the month before to the month's own. */
  readonly same: Percent;
  /** The same over the twelve months after it; absent where they have not run out. */
  readonly after?: Percent;
}

/** A coefficient in percent of relative return per percentage point of the rate, and how many months it rests on. */
export interface Linked extends Estimate {
  readonly n: number;
}

/** Months of one kind, and the mean relative return of them. */
interface MeanReturn {
  readonly way: 'cut' | 'hike' | 'none';
  readonly isRecession: boolean;
  readonly n: number;
  readonly mean: Percent;
}

/** How the relative return of a horizon goes with the Fed's moves. A coefficient is absent where too few months tell it. */
export interface HorizonLink {
  readonly horizon: 'same month' | 'twelve months after';
  /** How many months apart errors may have to do with one another. */
  readonly lags: number;
  /** Every month, those without a move at 0. */
  readonly all?: Linked;
  /** Cuts and hikes with a coefficient each; `n` counts the months with one. */
  readonly cuts?: Linked;
  readonly hikes?: Linked;
  /** Moves in recessions and outside, with a mean each; `n` counts the months with a move. */
  readonly inRecession?: Linked;
  readonly outside?: Linked;
  /** Kinds of months that there were. */
  readonly means: readonly MeanReturn[];
}

/** Relative returns around the Fed's moves, month by month. */
export interface RateStudy {
  /** Oldest first, without gaps. */
  readonly months: readonly RateMonth[];
  readonly same: HorizonLink;
  readonly after: HorizonLink;
}

const HORIZON_MONTHS = 12;
/** 4 (n ÷ 100)^(2⁄9), Newey and West's rule of thumb, is 5 for 36 years of months. */
const SAME_LAGS = 5;
/** As many as the windows overlap. */
const AFTER_LAGS = HORIZON_MONTHS;
/** A coefficient of fewer months of its kind tells nothing, and its error may come out as good as 0. */
const LEAST_MONTHS = 8;

/** The last ratio of each month that is over. */
const monthEnds = ({ dates, ratios }: RatioSeries): ReadonlyMap<IsoMonth, number> => {
  const ends = new Map<IsoMonth, number>();
  for (const [at, date] of dates.entries()) {
    const next = dates[at + 1];
    const isLast = next === undefined ? isMonthEnd(date) : isoMonthOf(next) !== isoMonthOf(date);
    if (isLast) ends.set(isoMonthOf(date), ratios[at] as number);
  }
  return ends;
};

const logReturn = (from: number | undefined, to: number | undefined): Percent | undefined =>
  from === undefined || to === undefined ? undefined : percent(Math.log(to / from) * 100);

const BPS_A_POINT = 100;

/** The Fed's moves that were announced in each month, percentage points. */
const movesByMonth = (moves: readonly RateMoveOn[]): ReadonlyMap<IsoMonth, number> => {
  const sums = new Map<IsoMonth, number>();
  for (const { on, change } of moves) {
    const month = isoMonthOf(on);
    sums.set(month, (sums.get(month) ?? 0) + change / BPS_A_POINT);
  }
  return sums;
};

/** A move of the Fed's target, by the day it was announced. */
export interface RateMoveOn {
  readonly on: IsoDate;
  /** Negative for a cut; a hold is 0. */
  readonly change: BasisPoints;
}

const wayOf = (move: number): MeanReturn['way'] => (move < 0 ? 'cut' : move > 0 ? 'hike' : 'none');

const WAYS = ['cut', 'hike', 'none'] as const;

type Row = Pick<RateMonth, 'move' | 'isRecession'> & { readonly outcome: number };

const meansOf = (rows: readonly Row[]): readonly MeanReturn[] =>
  WAYS.flatMap((way) =>
    [true, false].flatMap((isRecession): MeanReturn[] => {
      const those = rows.filter((row) => wayOf(row.move) === way && row.isRecession === isRecession);
      if (those.length === 0) return [];
      const mean = percent(those.reduce((sum, { outcome }) => sum + outcome, 0) / those.length);
      return [{ way, isRecession, n: those.length, mean }];
    }),
  );

const linkOf = (horizon: HorizonLink['horizon'], lags: number, rows: readonly Row[]): HorizonLink => {
  const regress = (inputs: (row: Row) => readonly number[]) =>
    neweyWest(
      rows.map((row) => [1, ...inputs(row)]),
      rows.map(({ outcome }) => outcome),
      lags,
    );
  const linked = (estimate: Estimate | undefined, isCounted: (row: Row) => boolean): Linked | undefined => {
    const n = rows.filter(isCounted).length;
    return estimate && n >= LEAST_MONTHS ? { ...estimate, n } : undefined;
  };
  const all = linked(regress(({ move }) => [move])?.[1], () => true);
  const ways = regress(({ move }) => [Math.min(move, 0), Math.max(move, 0)]);
  const cuts = linked(ways?.[1], ({ move }) => move < 0);
  const hikes = linked(ways?.[2], ({ move }) => move > 0);
  const phases = regress(({ move, isRecession: within }) => [within ? 1 : 0, within ? move : 0, within ? 0 : move]);
  const inRecession = linked(phases?.[2], (row) => row.isRecession && row.move !== 0);
  const outside = linked(phases?.[3], (row) => !row.isRecession && row.move !== 0);
  return {
    horizon,
    lags,
    ...(all && { all }),
    ...(cuts && { cuts }),
    ...(hikes && { hikes }),
    ...(inRecession && { inRecession }),
    ...(outside && { outside }),
    means: meansOf(rows),
  };
};

/**
 * How small caps did against large ones in the months of the Fed's moves and in the twelve months after, by whole calendar
 * months: least squares on the moves, with Newey and West's errors.
 *
 * @param moves in any order; months without one count as 0
 * @param first the first month studied, or the first that the series has with a close before it
 * @param last the last whose moves are known; later closes are still used for what came after
 * @returns no month where the series holds none that is over
 * @example closes of 1990 to August 2026: +0.64 % per point in the month, −9.92 % in the twelve months after
 */
export const studyRates = (
  series: RatioSeries,
  moves: readonly RateMoveOn[],
  first: IsoMonth,
  last: IsoMonth,
): RateStudy => {
  const ends = monthEnds(series);
  const moved = movesByMonth(moves);
  const months = [...ends.keys()].flatMap((month): RateMonth[] => {
    const same = logReturn(ends.get(addMonths(month, -1)), ends.get(month));
    if (month < first || month > last || same === undefined) return [];
    const after = logReturn(ends.get(month), ends.get(addMonths(month, HORIZON_MONTHS)));
    const move = moved.get(month) ?? 0;
    return [{ month, move, isRecession: isRecession(month), same, ...(after !== undefined && { after }) }];
  });
  return {
    months,
    same: linkOf(
      'same month',
      SAME_LAGS,
      months.map(({ same, ...rest }) => ({ ...rest, outcome: same })),
    ),
    after: linkOf(
      'twelve months after',
      AFTER_LAGS,
      months.flatMap(({ after, ...rest }) => (after === undefined ? [] : [{ ...rest, outcome: after }])),
    ),
  };
};
