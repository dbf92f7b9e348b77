import {
  type BasisPoints,
  basisPoints,
  type Multiple,
  multiple,
  type Percent,
  percent,
  type UsdMillions,
  usdMillions,
} from '../units.ts';
import type { Borrower } from './borrower.ts';

/** A year's interest, split by how the debt is priced. */
interface InterestBill {
  readonly floating: UsdMillions;
  readonly fixed: UsdMillions;
  readonly total: UsdMillions;
}

/** What the move does to net income: a percentage where there is a profit to lift, an amount where there is none. */
export type NetIncomeEffect =
  | { readonly kind: 'lift'; readonly lift: Percent }
  | { readonly kind: 'no-profit'; readonly change: UsdMillions };

/** Every step of the working, before tax, in US$ millions a year. */
export interface RateMoveEffect {
  readonly borrower: Borrower;
  /** The move asked for: negative is a fall in rates. */
  readonly move: BasisPoints;
  readonly totalDebt: UsdMillions;
  readonly floatingDebt: UsdMillions;
  readonly fixedDebt: UsdMillions;
  /** Rate on floating debt after the move, never below zero. */
  readonly floatingRateAfter: Percent;
  readonly before: InterestBill;
  readonly after: InterestBill;
  /** Interest before less interest after: positive when rates fall, negative when they rise. */
  readonly saving: UsdMillions;
  readonly netIncome: NetIncomeEffect;
  readonly netIncomeAfter: UsdMillions;
  /** EBITDA ÷ total interest; absent where no interest is due. */
  readonly coverageBefore?: Multiple;
  readonly coverageAfter?: Multiple;
  /** The move at which the floating rate reaches zero, where the move asked for goes further. */
  readonly floorAt?: BasisPoints;
}

const interest = (floatingDebt: number, fixedDebt: number, floatingRate: number, fixedRate: number): InterestBill => {
  const floating = (floatingDebt * floatingRate) / 100;
  const fixed = (fixedDebt * fixedRate) / 100;
  return { floating: usdMillions(floating), fixed: usdMillions(fixed), total: usdMillions(floating + fixed) };
};

/** EBITDA ÷ interest; none where the interest is nothing, or so little that the quotient is no number. */
const coverage = (ebitda: number, interestDue: number): Multiple | undefined => {
  const times = ebitda / interestDue;
  return Number.isFinite(times) ? multiple(times) : undefined;
};

/**
 * What a move of the Fed's rate does to a borrower's yearly interest bill and net income. Only floating debt reprices,
 * in full and at once; no tax, hedges, interest income or refinancing.
 *
 * - total debt = EBITDA × (debt ÷ EBITDA); floating debt = total debt × floating share
 * - interest = debt × rate; floating rate after = max(0, rate + move)
 * - saving = floating debt × fall in rate; net-income lift = saving ÷ net income
 *
 * @param borrower amounts in US$ millions, share and rate in percent
 * @param move basis points, negative for a cut; zero changes nothing
 * @returns the working, unrounded
 * @see note 000, "Debt Sensitivity Dynamics", steps 1 to 4
 * @example
 * effectOf(SMALL_CAP, basisPoints(-50)).saving    // 2.612025: 178.6 × 6.5 × 45 % × 0.50 %
 * effectOf(SMALL_CAP, basisPoints(-50)).netIncome // a lift of 4.389958 %: 2.612025 ÷ 59.5
 */
export const effectOf = (borrower: Borrower, move: BasisPoints): RateMoveEffect => {
  const totalDebt = borrower.ebitda * borrower.debtToEbitda;
  const floatingDebt = (totalDebt * borrower.floatingShare) / 100;
  const fixedDebt = totalDebt - floatingDebt;
  const rateBps = borrower.rate * 100;
  const fallBps = Math.min(-move, rateBps);
  const floatingRateAfter = fallBps === rateBps ? 0 : borrower.rate - fallBps / 100;
  const before = interest(floatingDebt, fixedDebt, borrower.rate, borrower.rate);
  const after = interest(floatingDebt, fixedDebt, floatingRateAfter, borrower.rate);
  const saving = (floatingDebt * fallBps) / 10_000;
  const coverageBefore = coverage(borrower.ebitda, before.total);
  const coverageAfter = coverage(borrower.ebitda, after.total);
  return {
    borrower,
    move,
    totalDebt: usdMillions(totalDebt),
    floatingDebt: usdMillions(floatingDebt),
    fixedDebt: usdMillions(fixedDebt),
    floatingRateAfter: percent(floatingRateAfter),
    before,
    after,
    saving: usdMillions(saving),
    netIncome:
      borrower.netIncome > 0
        ? { kind: 'lift', lift: percent((saving / borrower.netIncome) * 100) }
        : { kind: 'no-profit', change: usdMillions(saving) },
    netIncomeAfter: usdMillions(borrower.netIncome + saving),
    ...(coverageBefore !== undefined && { coverageBefore }),
    ...(coverageAfter !== undefined && { coverageAfter }),
    ...(-move > rateBps && { floorAt: basisPoints(-rateBps) }),
  };
};

/**
 * How many times larger one lift is than the other. Below the floor it does not depend on the size of the move.
 *
 * @returns absent where either side has no percentage lift, or the second lift is zero
 * @example
 * liftRatio(effectOf(SMALL_CAP, basisPoints(-50)), effectOf(LARGE_CAP, basisPoints(-50))) // 18.807141
 */
export const liftRatio = (one: RateMoveEffect, other: RateMoveEffect): Multiple | undefined => {
  if (one.netIncome.kind !== 'lift' || other.netIncome.kind !== 'lift' || other.netIncome.lift === 0) return undefined;
  return multiple(one.netIncome.lift / other.netIncome.lift);
};

/**
 * The change in EBITDA that takes net income back to where it was before the move, every other cost unchanged:
 * −saving ÷ EBITDA.
 *
 * @returns percent of EBITDA, before tax: negative after a cut, positive after a hike
 * @example
 * breakEvenEbitdaChange(effectOf(SMALL_CAP, basisPoints(-100))) // −2.925000 %: 5.22405 ÷ 178.6
 * breakEvenEbitdaChange(effectOf(LARGE_CAP, basisPoints(-100))) // −0.207000 %: 17.7399 ÷ 8,570
 */
export const breakEvenEbitdaChange = ({ borrower, saving }: RateMoveEffect): Percent =>
  percent((-saving / borrower.ebitda) * 100);

/** What a borrower's lift is made of, besides the fall in the rate. */
export interface LiftFactors {
  /** Total debt ÷ EBITDA. */
  readonly leverage: Multiple;
  /** Floating debt ÷ total debt: 0.45, not 45. */
  readonly floating: Multiple;
  /** EBITDA ÷ net income: the larger, the thinner the profit margin. */
  readonly ebitdaToNetIncome: Multiple;
}

/**
 * The three factors of a lift: lift = fall in rate × leverage × floating share × EBITDA ÷ net income.
 *
 * @returns absent for a borrower without profit
 * @example
 * liftFactorsOf(SMALL_CAP) // 6.5, 0.45 and 3.001681: times 1 % they make 8.779916 %
 */
export const liftFactorsOf = (borrower: Borrower): LiftFactors | undefined =>
  borrower.netIncome > 0 && Number.isFinite(borrower.ebitda / borrower.netIncome)
    ? {
        leverage: borrower.debtToEbitda,
        floating: multiple(borrower.floatingShare / 100),
        ebitdaToNetIncome: multiple(borrower.ebitda / borrower.netIncome),
      }
    : undefined;

/**
 * How many times larger each factor of one lift is than the other's. Their product is the ratio of the lifts, until a
 * rate reaches zero.
 *
 * @returns absent where a factor of the other is zero
 * @example
 * factorRatios(liftFactorsOf(SMALL_CAP), liftFactorsOf(LARGE_CAP)) // 2.826087 × 5 × 1.330967 = 18.807141
 */
export const factorRatios = (one: LiftFactors, other: LiftFactors): LiftFactors | undefined => {
  const [leverage, floating, ebitdaToNetIncome] = [
    one.leverage / other.leverage,
    one.floating / other.floating,
    one.ebitdaToNetIncome / other.ebitdaToNetIncome,
  ];
  if (![leverage, floating, ebitdaToNetIncome].every(Number.isFinite)) return undefined;
  return { leverage: multiple(leverage), floating: multiple(floating), ebitdaToNetIncome: multiple(ebitdaToNetIncome) };
};
