import {
  type BasisPoints,
  basisPoints,
  isoDate,
  type Multiple,
  multiple,
  type Percent,
  percent,
  usdMillions,
} from '../units.ts';
import type { Borrower } from './borrower.ts';
import { bridgeOf } from './bridge.ts';
import {
  coverage,
  isRefined,
  type MoveLimit,
  type NetIncomeEffect,
  noteSumOf,
  type RateMoveEffect,
} from './note-sum.ts';

/**
 * What a move of the Fed's rate does to a borrower's yearly interest bill and net income: note 000's sum, and from there on
 * what the borrower has of cash, hedges, taxes and their like.
 *
 * saving and lift as of {@link noteSumOf}; with anything more, change in net income as of {@link bridgeOf}
 *
 * @param borrower amounts in US$ millions, shares and rates in percent
 * @param move basis points, negative for a cut; zero changes nothing
 * @param baseRate the Fed's rate before the move, percent: the upper bound of its range, where it is known
 * @returns the working, unrounded
 * @example
 * effectOf(SMALL_CAP, basisPoints(-50)).saving    // 2.612025: 178.6 × 6.5 × 45 % × 0.50 %
 * effectOf(SMALL_CAP, basisPoints(-50)).netIncome // a lift of 4.389958 %: 2.612025 ÷ 59.5
 * effectOf({ ...SMALL_CAP, taxRate: percent(21) }, basisPoints(-50)).netIncome // 3.468067 %
 */
export const effectOf = (borrower: Borrower, move: BasisPoints, baseRate?: Percent): RateMoveEffect => {
  const sum = noteSumOf(borrower, move, baseRate);
  if (!isRefined(borrower)) return sum;
  const { change, netIncome, interestBefore, interestAfter } = bridgeOf(borrower, move, baseRate);
  const coverageAfter = coverage(borrower.ebitda, interestAfter);
  const { coverageAfter: _, ...rest } = sum;
  return {
    ...rest,
    after: { ...sum.after, floating: usdMillions(interestAfter - sum.after.fixed), total: interestAfter },
    saving: usdMillions(interestBefore - interestAfter),
    change,
    netIncome,
    netIncomeAfter: usdMillions(borrower.netIncome + change),
    ...(coverageAfter !== undefined && { coverageAfter }),
  };
};

/**
 * How many times larger one lift is than the other. It does not depend on the size of a move that reaches both in full.
 *
 * @returns absent where either side has no percentage lift, or the second lift is zero
 * @example
 * liftRatio(effectOf(SMALL_CAP, basisPoints(-50)), effectOf(LARGE_CAP, basisPoints(-50))) // 18.807141
 */
export const liftRatio = (one: RateMoveEffect, other: RateMoveEffect): Multiple | undefined => {
  if (one.netIncome.kind !== 'lift' || other.netIncome.kind !== 'lift' || other.netIncome.lift === 0) return undefined;
  return multiple(one.netIncome.lift / other.netIncome.lift);
};

/** The move beyond which a cut brings nothing more, what it does, and what ends it there. @param baseRate as of {@link effectOf} */
export const deepestCut = (borrower: Borrower, baseRate?: Percent): RateMoveEffect & { readonly limit: MoveLimit } => {
  const { limit } = effectOf(borrower, basisPoints(-Number.MAX_VALUE), baseRate);
  if (limit === undefined) throw new Error('a cut without an end');
  return { ...effectOf(borrower, limit.at, baseRate), limit };
};

/** True where a profit before the move is a loss after it. */
export const turnsToLoss = ({ borrower, netIncomeAfter }: RateMoveEffect): boolean =>
  borrower.netIncome > 0 && netIncomeAfter < 0;

/** True where a year's interest before the move is more than the EBITDA it is paid from. */
export const owesMoreThanItEarns = ({ borrower, before }: RateMoveEffect): boolean => before.total > borrower.ebitda;

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
        leverage: borrower.debt === undefined ? borrower.debtToEbitda : multiple(borrower.debt / borrower.ebitda),
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

/**
 * What others have published for the floating share of debt, of the Russell 2000 and of the S&P 500: the lowest and the
 * highest. The definitions differ: the high one counts bonds and loan tranches of companies outside finance.
 */
export const FLOATING_SHARE_ESTIMATES = {
  low: {
    shares: { small: percent(30), large: percent(6) },
    by: 'Goldman Sachs',
    on: isoDate('2023-09-30'),
    month: 'Sep 2023',
    url: 'https://www.ft.com/content/9de514d5-678b-4b52-91e1-86fd53794d13',
  },
  high: {
    shares: { small: percent(51), large: percent(25) },
    by: 'Apollo',
    on: isoDate('2024-07-31'),
    month: 'Jul 2024',
    url: 'https://www.apolloacademy.com/small-cap-vs-large-cap-earnings-expectations',
  },
} as const;

/** The US federal corporate income tax rate, percent of profit. */
export const FEDERAL_TAX_RATE = {
  rate: percent(21),
  source: '26 U.S.C. § 11(b)',
  url: 'https://www.law.cornell.edu/uscode/text/26/11',
} as const;

/** One move's effect on net income under other assumptions than the borrower's own. */
export interface LiftRange {
  /** At the lower and the higher floating share of {@link FLOATING_SHARE_ESTIMATES}, before tax. */
  readonly low: NetIncomeEffect;
  readonly high: NetIncomeEffect;
  /** At the borrower's own floating share, after federal tax. */
  readonly afterTax: NetIncomeEffect;
}

/**
 * The same move on the same borrower at each publisher's floating share for its index, and at its own share after federal
 * tax on the saving.
 *
 * @param of whose shares: of small companies or of large ones
 * @param move basis points, negative for a cut
 * @param baseRate the Fed's rate before the move, percent, where it is known
 * @returns before tax for `low` and `high`; after 21 % tax for `afterTax`: lift × (1 − 0.21)
 * @example
 * liftRange('small', SMALL_CAP, basisPoints(-50)) // low 2.926639 %, high 4.975286 %, after tax 3.468067 %
 * liftRange('large', LARGE_CAP, basisPoints(-50)) // low 0.155613 %, high 0.648388 %, after tax 0.184402 %
 */
export const liftRange = (
  of: 'small' | 'large',
  borrower: Borrower,
  move: BasisPoints,
  baseRate?: Percent,
): LiftRange => {
  const at = (floatingShare: Percent) => effectOf({ ...borrower, floatingShare }, move, baseRate).netIncome;
  return {
    low: at(FLOATING_SHARE_ESTIMATES.low.shares[of]),
    high: at(FLOATING_SHARE_ESTIMATES.high.shares[of]),
    afterTax: afterTax(effectOf(borrower, move, baseRate).netIncome),
  };
};

/**
 * How many times larger the small company's lift is than the large one's, each with the publisher's floating share.
 *
 * @returns absent where either has no profit, or the large company's lift is always zero
 * @example publishedLiftRatio(SMALL_CAP, LARGE_CAP, 'high') // 7.673314 by Apollo's 51 and 25 %
 */
export const publishedLiftRatio = (
  small: Borrower,
  large: Borrower,
  which: keyof typeof FLOATING_SHARE_ESTIMATES,
): Multiple | undefined => {
  const { shares } = FLOATING_SHARE_ESTIMATES[which];
  const one = liftFactorsOf({ ...small, floatingShare: shares.small });
  const other = liftFactorsOf({ ...large, floatingShare: shares.large });
  const ratios = one && other && factorRatios(one, other);
  return ratios && multiple(ratios.leverage * ratios.floating * ratios.ebitdaToNetIncome);
};

/**
 * What is left of a change in net income after income tax: change × (1 − rate). A borrower without profit pays no income
 * tax on a smaller loss: its amount stays as it is.
 *
 * @param rate percent of profit, the US federal rate unless said
 * @example afterTax({ kind: 'lift', lift: percent(10) }) // a lift of 7.9 %
 */
export const afterTax = (effect: NetIncomeEffect, rate: Percent = FEDERAL_TAX_RATE.rate): NetIncomeEffect =>
  effect.kind === 'lift'
    ? { kind: 'lift', lift: percent((effect.lift * (100 - rate)) / 100) }
    : { kind: 'no-profit', change: effect.change };
