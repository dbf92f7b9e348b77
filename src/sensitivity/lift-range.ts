import { type BasisPoints, isoDate, type Percent, percent } from '../units.ts';
import type { Borrower } from './borrower.ts';
import { effectOf, type NetIncomeEffect } from './rate-move.ts';

/**
 * What others have published for the floating share of Russell 2000 debt, lowest and highest. The definitions differ:
 * the high one counts bonds and loan tranches of companies outside finance.
 */
export const FLOATING_SHARE_ESTIMATES = {
  low: {
    share: percent(30),
    by: 'Goldman Sachs',
    on: isoDate('2023-09-30'),
    month: 'Sep 2023',
    url: 'https://www.ft.com/content/9de514d5-678b-4b52-91e1-86fd53794d13',
  },
  high: {
    share: percent(51),
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
  /** At the lowest and highest floating share of {@link FLOATING_SHARE_ESTIMATES}, before tax. */
  readonly low: NetIncomeEffect;
  readonly high: NetIncomeEffect;
  /** At the borrower's own floating share, after federal tax. */
  readonly afterTax: NetIncomeEffect;
}

/**
 * The same move on the same borrower at the lowest and the highest published floating share, and at its own share after
 * federal tax on the saving.
 *
 * @param move basis points, negative for a cut
 * @returns before tax for `low` and `high`; after 21 % tax for `afterTax`: lift × (1 − 0.21)
 * @example
 * liftRange(SMALL_CAP, basisPoints(-50)) // low 2.926639 %, high 4.975286 %, after tax 3.468067 %
 */
export const liftRange = (borrower: Borrower, move: BasisPoints): LiftRange => {
  const at = (floatingShare: Percent) => effectOf({ ...borrower, floatingShare }, move).netIncome;
  return {
    low: at(FLOATING_SHARE_ESTIMATES.low.share),
    high: at(FLOATING_SHARE_ESTIMATES.high.share),
    afterTax: afterTax(effectOf(borrower, move).netIncome),
  };
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
