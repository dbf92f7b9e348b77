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
import { type Borrower, REFINEMENTS } from './borrower.ts';

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

/** Percent where there is a profit to lift, US$ millions where there is none. */
export const sizeOfEffect = (effect: NetIncomeEffect): number => (effect.kind === 'lift' ? effect.lift : effect.change);

/** Why a move does not reach a floating rate in full. */
export interface MoveLimit {
  /** The Fed's own rate ends at zero, the company's does, or its loans have a floor. */
  readonly by: 'base rate' | 'own rate' | 'loan floor';
  /** How far a cut reaches, zero or negative. Positive for a hike: up to here a loan floor holds the rate where it is. */
  readonly at: BasisPoints;
}

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
  /** A year's change in net income, US$ millions: the saving, unless what the note leaves out is counted. */
  readonly change: UsdMillions;
  readonly netIncome: NetIncomeEffect;
  readonly netIncomeAfter: UsdMillions;
  /** EBITDA ÷ total interest; absent where no interest is due. */
  readonly coverageBefore?: Multiple;
  readonly coverageAfter?: Multiple;
  /** Where the move asked for does not reach the floating rate in full. */
  readonly limit?: MoveLimit;
}

/** @param change US$ millions a year */
export const netIncomeEffectOf = ({ netIncome }: Pick<Borrower, 'netIncome'>, change: number): NetIncomeEffect =>
  netIncome > 0
    ? { kind: 'lift', lift: percent((change / netIncome) * 100) }
    : { kind: 'no-profit', change: usdMillions(change) };

const interest = (floatingDebt: number, fixedDebt: number, floatingRate: number, fixedRate: number): InterestBill => {
  const floating = (floatingDebt * floatingRate) / 100;
  const fixed = (fixedDebt * fixedRate) / 100;
  return { floating: usdMillions(floating), fixed: usdMillions(fixed), total: usdMillions(floating + fixed) };
};

/** EBITDA ÷ interest; none where the interest is nothing, or so little that the quotient is no number. */
export const coverage = (ebitda: number, interestDue: number): Multiple | undefined => {
  const times = ebitda / interestDue;
  return Number.isFinite(times) ? multiple(times) : undefined;
};

/**
 * How far the floating rate falls, in basis points, negative where it rises. A cut ends where the Fed's rate is zero or at
 * the loan floor; where the Fed's rate is not known, where the company's own is zero.
 */
const fallOf = (
  { rate, loanFloor = percent(0) }: Borrower,
  move: number,
  baseRate: number | undefined,
): { fallBps: number; limit?: MoveLimit } => {
  const ownBps = rate * 100;
  const [baseBps, floorBps] = baseRate === undefined ? [Infinity, 0] : [baseRate * 100, loanFloor * 100];
  if (move >= 0) {
    const held = Math.max(0, floorBps - baseBps);
    return {
      fallBps: 0 - Math.max(0, move - held),
      ...(held > 0 && move > 0 && { limit: { by: 'loan floor', at: basisPoints(held) } }),
    };
  }
  const baseRoom = Math.max(0, baseBps - floorBps);
  const most = Math.min(baseRoom, ownBps);
  if (-move <= most) return { fallBps: -move };
  const by = ownBps < baseRoom ? 'own rate' : floorBps > 0 ? 'loan floor' : 'base rate';
  return { fallBps: most, limit: { by, at: basisPoints(0 - most) } };
};

/** True where anything is counted that note 000 leaves out. */
export const isRefined = (borrower: Borrower): boolean => REFINEMENTS.some((one) => borrower[one] !== undefined);

/**
 * Note 000's own sum: what a move of the Fed's rate does to a borrower's yearly interest bill and net income. Only floating
 * debt reprices, in full and at once; no tax, hedges, interest income or refinancing, whatever the borrower has of them.
 *
 * - total debt = EBITDA × (debt ÷ EBITDA); floating debt = total debt × floating share
 * - interest = debt × rate; floating rate after = rate + move, as far as the move reaches: the Fed's rate ends at zero
 * - saving = floating debt × fall in rate; net-income lift = saving ÷ net income
 *
 * @param borrower amounts in US$ millions, share and rate in percent
 * @param move basis points, negative for a cut; zero changes nothing
 * @param baseRate the Fed's rate before the move, percent: the upper bound of its range. Where it is not known, a cut ends
 *   where the borrower's own rate is zero, and a loan floor is left out of account
 * @returns the working, unrounded
 * @see note 000, "Debt Sensitivity Dynamics", steps 1 to 4
 * @example
 * noteSumOf(SMALL_CAP, basisPoints(-50)).saving    // 2.612025: 178.6 × 6.5 × 45 % × 0.50 %
 * noteSumOf(SMALL_CAP, basisPoints(-50)).netIncome // a lift of 4.389958 %: 2.612025 ÷ 59.5
 */
export const noteSumOf = (borrower: Borrower, move: BasisPoints, baseRate?: Percent): RateMoveEffect => {
  const totalDebt = borrower.debt ?? borrower.ebitda * borrower.debtToEbitda;
  const floatingDebt = (totalDebt * borrower.floatingShare) / 100;
  const fixedDebt = totalDebt - floatingDebt;
  const { fallBps, limit } = fallOf(borrower, move, baseRate);
  const floatingRateAfter = fallBps === borrower.rate * 100 ? 0 : borrower.rate - fallBps / 100;
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
    change: usdMillions(saving),
    netIncome: netIncomeEffectOf(borrower, saving),
    netIncomeAfter: usdMillions(borrower.netIncome + saving),
    ...(coverageBefore !== undefined && { coverageBefore }),
    ...(coverageAfter !== undefined && { coverageAfter }),
    ...(limit && { limit }),
  };
};
