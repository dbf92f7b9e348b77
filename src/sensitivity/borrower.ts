import { type Multiple, multiple, type Percent, percent, type UsdMillions, usdMillions } from '../units.ts';

/** What the model needs to know of a company. */
export interface Borrower {
  readonly name: string;
  /** Earnings before interest, taxes, depreciation and amortisation, a year. Positive: total debt is a multiple of it. */
  readonly ebitda: UsdMillions;
  /** A year's profit. Zero or less is a borrower without profit: it has no percentage lift. */
  readonly netIncome: UsdMillions;
  /** Total debt ÷ EBITDA. */
  readonly debtToEbitda: Multiple;
  /** Share of total debt whose rate moves with the Fed's, 0 to 100. */
  readonly floatingShare: Percent;
  /** Interest rate on all debt before the move, percent a year. */
  readonly rate: Percent;
}

export type Assumption = Exclude<keyof Borrower, 'name'>;

/** @see note 000, "Debt Sensitivity Dynamics": an example company, not the Russell 2000. */
export const SMALL_CAP: Borrower = {
  name: 'SmallCap',
  ebitda: usdMillions(178.6),
  netIncome: usdMillions(59.5),
  debtToEbitda: multiple(6.5),
  floatingShare: percent(45),
  rate: percent(6),
};

/** @see note 000, "Debt Sensitivity Dynamics": an example company, not the S&P 500. */
export const LARGE_CAP: Borrower = {
  name: 'LargeCap',
  ebitda: usdMillions(8_570),
  netIncome: usdMillions(3_800),
  debtToEbitda: multiple(2.3),
  floatingShare: percent(9),
  rate: percent(4),
};
