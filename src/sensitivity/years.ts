import { type BasisPoints, basisPoints, type Months, type Percent, type UsdMillions, usdMillions } from '../units.ts';
import type { Borrower } from './borrower.ts';
import { deductedLessOf } from './bridge.ts';
import { effectOf } from './rate-move.ts';

/** A move of the Fed's rate, and when it comes. */
export interface DatedMove {
  readonly move: BasisPoints;
  /** Months from now; zero is today. */
  readonly after: Months;
}

/** Fixed debt that matures in a year, and what replaces it. */
interface Maturity {
  /** 1 is the first year. */
  readonly year: number;
  /** Share of the fixed debt, 0 to 100. */
  readonly share: Percent;
  /** Interest rate of the new debt, percent a year, as it is typed: it does not move with the Fed. */
  readonly newRate: Percent;
}

export interface YearlyAssumptions {
  /** In the order they come. */
  readonly moves: readonly DatedMove[];
  /** Months from a move of the Fed until the loans pay it; none unless given. */
  readonly resetLag?: Months;
  /** Fixed debt that matures is replaced in the middle of its year. None unless given: the fixed part is frozen. */
  readonly ladder?: readonly Maturity[];
  /** How many years, 1 to 10. */
  readonly years: number;
}

/** One year against a year in which nothing moves and nothing matures. */
export interface YearlyEffect {
  readonly year: number;
  /** Saved on floating debt, US$ millions; negative in a hike. */
  readonly floating: UsdMillions;
  /** Paid more on debt that was replaced at a higher rate, as a negative number. */
  readonly refinancing: UsdMillions;
  /** The two together: it may be negative while the Fed cuts. */
  readonly saving: UsdMillions;
  /** Interest lost on cash, and tax on all of it, where they are counted: negative numbers in a cut. */
  readonly cash: UsdMillions;
  readonly tax: UsdMillions;
  /** All of them together: the change in net income. */
  readonly change: UsdMillions;
}

const MONTHS_A_YEAR = 12;
/** Debt matures through the year: half of it is gone on average. */
const FIRST_YEAR_PART = 0.5;

/** Which part of a year something is in force that begins so many months from now. */
const partOf = (year: number, begins: number): number =>
  Math.min(1, Math.max(0, (year * MONTHS_A_YEAR - begins) / MONTHS_A_YEAR));

/**
 * What moves of the Fed and debt that matures do to a borrower's interest, year by year.
 *
 * - floating, a year = Σ moves: floating debt × fall in rate × part of the year from the move and its lag on
 * - cash, a year = the same of what its yield loses, without a lag
 * - refinancing, a year = −Σ maturities: fixed debt × share × (new rate − old rate), half of it in the year it matures
 * - tax, a year = −tax rate × what is deducted less, as in {@link bridgeOf}
 *
 * @param baseRate the Fed's rate before the first move, percent, where it is known: cuts together end at zero
 * @returns a row a year, US$ millions, unrounded
 * @example
 * // one move today, no lag, nothing matures: the note's sum in every year
 * yearlyEffects(SMALL_CAP, { moves: [{ move: basisPoints(-100), after: months(0) }], years: 1 }) // 5.22405
 * // a quarter after each of two 50 bp cuts a quarter apart, and a third maturing in year 1 at 8 %
 * // 522.405 × 0.5 % × (9 + 6) / 12 − 638.495 × 1/3 × 2 % × 0.5
 */
export const yearlyEffects = (
  borrower: Borrower,
  { moves, resetLag, ladder = [], years }: YearlyAssumptions,
  baseRate?: Percent,
): readonly YearlyEffect[] => {
  const steps = stepsOf(borrower, moves, baseRate);
  const { fixedDebt, before } = effectOf(borrower, basisPoints(0));
  const taxRate = borrower.netIncome > 0 ? (borrower.taxRate ?? 0) / 100 : 0;
  return Array.from({ length: years }, (_, at) => {
    const year = at + 1;
    const floating = steps.reduce((sum, { saving, after }) => sum + saving * partOf(year, after + (resetLag ?? 0)), 0);
    const cash = steps.reduce((sum, { lost, after }) => sum - lost * partOf(year, after), 0);
    const refinancing = ladder
      .filter((one) => one.year <= year)
      .reduce((sum, { year: matures, share, newRate }) => {
        const dearer = (fixedDebt * (share / 100) * (newRate - borrower.rate)) / 100;
        return sum - dearer * (matures === year ? FIRST_YEAR_PART : 1);
      }, 0);
    const saving = floating + refinancing;
    const tax = -taxRate * deductedLessOf(borrower, before.total, saving + cash);
    return {
      year,
      floating: usdMillions(floating),
      refinancing: usdMillions(refinancing),
      saving: usdMillions(saving),
      cash: usdMillions(cash),
      tax: usdMillions(tax + 0),
      change: usdMillions(saving + cash + tax),
    };
  });
};

/** What each move adds to those before it, a full year of it: together they end where the Fed's rate is zero. */
const stepsOf = (
  borrower: Borrower,
  moves: readonly DatedMove[],
  baseRate: Percent | undefined,
): readonly { readonly saving: number; readonly lost: number; readonly after: number }[] => {
  const { taxRate: _, interestCap: __, ...untaxed } = borrower;
  let total = 0;
  let [saved, gone] = [0, 0];
  return moves.map(({ move, after }) => {
    total += move;
    const { saving, change } = effectOf(untaxed, basisPoints(total), baseRate);
    const lost = saving - change;
    const added = { saving: saving - saved, lost: lost - gone, after };
    [saved, gone] = [saving, lost];
    return added;
  });
};
