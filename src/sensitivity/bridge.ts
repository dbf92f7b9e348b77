import { type BasisPoints, type Percent, type UsdMillions, usdMillions } from '../units.ts';
import type { Borrower } from './borrower.ts';
import { type NetIncomeEffect, netIncomeEffectOf, noteSumOf, type RateMoveEffect } from './note-sum.ts';

/** The lines between the note's sum and net income, in their order. */
export const BRIDGE_STEPS = ['cash', 'hedged', 'pass-through', 'loan floor', 'tax', 'interest cap'] as const;
export type BridgeStep = (typeof BRIDGE_STEPS)[number];

export interface Bridge {
  /** The note's own sum: all floating debt, in full and at once, without a loan floor. */
  readonly gross: RateMoveEffect;
  /** What each assumption that is on changes, US$ millions a year; they add up, with the gross saving, to `change`. */
  readonly lines: readonly { readonly step: BridgeStep; readonly change: UsdMillions }[];
  /** A year's change in net income, US$ millions. */
  readonly change: UsdMillions;
  readonly netIncome: NetIncomeEffect;
  /** Interest on all debt before and after the move, and the most of it that is deducted where there is a cap. */
  readonly interestBefore: UsdMillions;
  readonly interestAfter: UsdMillions;
  readonly deductible?: UsdMillions;
  /** With a cap: the change once a deferred tax asset is booked, taxed in full. */
  readonly bookChange?: UsdMillions;
}

const BPS_A_POINT = 100;
const NOISE = 1e-12;

/** Percentage points that a rate falls by; a cut ends at zero. Negative where it rises. */
export const pointsFallen = ({ borrower, floatingRateAfter }: RateMoveEffect): number =>
  borrower.rate - floatingRateAfter;

/**
 * From the note's saving to net income, line by line:
 *
 * - gross = floating debt × fall in rate
 * - cash: −cash × fall in its yield
 * - hedged: −hedged share × gross
 * - pass-through: −(1 − pass-through) × what is left of the floating debt × fall in rate
 * - loan floor: what a floor keeps the rest from falling (or, in a hike, from rising)
 * - tax: −tax rate × the sum so far; nothing where there is no profit
 * - interest cap: + tax rate × what of that sum changes no deduction. Net interest up to cap × EBITDA is deducted; the cash's
 *   interest counts against it
 *
 * @param move basis points, negative for a cut
 * @param baseRate the Fed's rate before the move, percent, where it is known
 * @param borrower with what is counted of it; what it has none of is left out
 * @returns US$ millions a year, unrounded; with nothing more the note's own sum
 * @see published check values: 21 % tax leaves SmallCap 6.94 % and LargeCap 0.369 % of a 100 bp cut
 * @example
 * bridgeOf({ ...SMALL_CAP, hedgedShare: percent(30), taxRate: percent(21), interestCap: percent(30) }, basisPoints(-100))
 * // 5.22405 − 1.567215 − 0.767935 + 0.767935 = 3.656835, 6.145941 %: its interest stays over 30 % of EBITDA
 */
export const bridgeOf = (borrower: Borrower, move: BasisPoints, baseRate?: Percent): Bridge => {
  const { loanFloor, ...withoutFloor } = borrower;
  const gross = noteSumOf(withoutFloor, move, baseRate);
  const fall = pointsFallen(gross) / 100;
  const { cash = 0, cashYield, hedgedShare = 0, passThrough = 100, taxRate = 0, interestCap } = borrower;
  const fedFall = fallOfFed(move, baseRate);
  // a yield ends at zero, whatever the rate of the debt
  const lostOnCash = cash * (cashYield === undefined ? fedFall : Math.min(fedFall, cashYield / 100));
  const repricing = gross.floatingDebt * (1 - hedgedShare / 100);
  const handedOn = passThrough / 100;
  const floored = loanFloor ? pointsFallen(noteSumOf(borrower, move, baseRate)) / 100 : fall;
  const keptByFloor = repricing * handedOn * (floored - fall);
  const saved = gross.saving * (1 - hedgedShare / 100) * handedOn + keptByFloor;
  const left = saved - lostOnCash;
  // what cancels leaves nothing, not the rounding of a sum
  const pretax = Math.abs(left) < Math.abs(saved) * NOISE ? 0 : left;
  const rate = borrower.netIncome > 0 ? taxRate / 100 : 0;
  const interestBefore = gross.before.total;
  const interestAfter = interestBefore - saved;
  const deductible = interestCap === undefined ? undefined : (borrower.ebitda * interestCap) / 100;
  const deductedLess = deductedLessOf(borrower, interestBefore, pretax);
  const changes: Readonly<Record<BridgeStep, number | undefined>> = {
    cash: borrower.cash === undefined ? undefined : -lostOnCash,
    hedged: borrower.hedgedShare === undefined ? undefined : (-gross.saving * hedgedShare) / 100,
    'pass-through': borrower.passThrough === undefined ? undefined : -repricing * (1 - handedOn) * fall,
    'loan floor': loanFloor ? keptByFloor : undefined,
    tax: borrower.taxRate === undefined ? undefined : -pretax * rate,
    'interest cap': deductible === undefined ? undefined : (pretax - deductedLess) * rate,
  };
  const change = pretax - deductedLess * rate;
  return {
    gross,
    lines: BRIDGE_STEPS.flatMap((step) => {
      const line = changes[step];
      return line === undefined ? [] : [{ step, change: usdMillions(line) }];
    }),
    change: usdMillions(change),
    netIncome: netIncomeEffectOf(borrower, change),
    interestBefore,
    interestAfter: usdMillions(interestAfter),
    ...(deductible !== undefined && {
      deductible: usdMillions(deductible),
      bookChange: usdMillions(pretax * (1 - rate)),
    }),
  };
};

/**
 * By how much less interest is deducted from taxable profit than before.
 *
 * @param interestBefore a year's interest on all debt, US$ millions
 * @param pretax what net interest falls by; negative where it rises
 * @example
 * // SmallCap pays 69.654 and may deduct 53.58: what a 100 bp cut saves changes no deduction
 * deductedLessOf({ ...SMALL_CAP, interestCap: percent(30) }, usdMillions(69.654), 5.22405) // 0
 */
export const deductedLessOf = (
  { ebitda, interestCap, cash, cashYield }: Borrower,
  interestBefore: UsdMillions,
  pretax: number,
): number => {
  if (interestCap === undefined) return pretax;
  const deductible = (ebitda * interestCap) / 100;
  const netBefore = interestBefore - ((cash ?? 0) * (cashYield ?? 0)) / 100;
  const netAfter = netBefore - pretax;
  return Math.max(netBefore, netAfter) <= deductible
    ? pretax
    : Math.min(netBefore, deductible) - Math.min(netAfter, deductible);
};

/** By how much the Fed's own rate falls, as a fraction; it ends at zero. Negative where it rises. */
const fallOfFed = (move: BasisPoints, baseRate: Percent | undefined): number =>
  Math.min(-move, (baseRate ?? Infinity) * BPS_A_POINT) / (BPS_A_POINT * 100);
