import { type BasisPoints, isoDate, type Multiple, multiple, type Percent, percent } from '../units.ts';
import type { Borrower } from './borrower.ts';
import type { NetIncomeEffect } from './note-sum.ts';
import { effectOf, factorRatios, liftFactorsOf } from './rate-move.ts';

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
