import { type Multiple, multiple } from '../units.ts';
import type { Borrower } from './borrower.ts';

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
