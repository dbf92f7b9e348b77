import { type Multiple, multiple, type Percent, percent, type UsdMillions, usdMillions } from '../units.ts';

/** What the model needs to know of a company: amounts in US$ millions a year. */
export interface Borrower {
  readonly name: string;
  /** Earnings before interest, taxes, depreciation and amortisation, a year. Positive where total debt is a multiple of it. */
  readonly ebitda: UsdMillions;
  /** A year's profit. Zero or less is a borrower without profit: it has no percentage lift. */
  readonly netIncome: UsdMillions;
  /** Total debt ÷ EBITDA. */
  readonly debtToEbitda: Multiple;
  /** Total debt as an amount, where it is known as one: it stands in place of EBITDA × debt ÷ EBITDA, whatever the EBITDA. */
  readonly debt?: UsdMillions;
  /** Share of total debt whose rate moves with the Fed's, 0 to 100. */
  readonly floatingShare: Percent;
  /** Interest rate on all debt before the move, percent a year. */
  readonly rate: Percent;
  /** The least that the Fed's rate counts as in the floating loans, percent; absent or zero where they have no floor. */
  readonly loanFloor?: Percent;
  /** Cash whose yield moves with the Fed's rate: its interest is lost in a cut. */
  readonly cash?: UsdMillions;
  /** What that cash yields before the move, percent a year; it ends at zero. Where it is not given, it falls with the Fed's rate. */
  readonly cashYield?: Percent;
  /** Share of floating debt that is hedged, 0 to 100: it does not reprice. */
  readonly hedgedShare?: Percent;
  /** Share of a move that lenders hand on, 0 to 100; all of it where it is not given. */
  readonly passThrough?: Percent;
  /** Income tax on the change in profit, percent. */
  readonly taxRate?: Percent;
  /** The most net interest that is deducted from taxable profit, percent of EBITDA: 30 under 26 U.S.C. § 163(j). Without a tax rate it changes nothing. */
  readonly interestCap?: Percent;
}

/** What note 000 leaves out, each on its own; absent is off. */
export const REFINEMENTS = ['cash', 'cashYield', 'hedgedShare', 'passThrough', 'taxRate', 'interestCap'] as const;
export type Refinement = (typeof REFINEMENTS)[number];

/** True of what note 000 leaves out, and not of an input of its own. */
export const isRefinement = (one: Assumption | Refinement): one is Refinement =>
  REFINEMENTS.some((other) => other === one);

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

/** Beyond so many times the profit, an EBITDA is rather typed in another unit. */
const MOST_EBITDA_TO_INCOME = 200;

/** Why two inputs cannot both be right. */
export type Misfit = 'net income above EBITDA' | 'EBITDA far above net income' | 'loss far above EBITDA';

/**
 * Two inputs of one company that do not fit each other: a profit above the earnings it is what remains of, or one that is
 * so far from them that it was typed in another unit.
 *
 * @returns undefined where they fit
 * @example misfitOf({ ...SMALL_CAP, ebitda: usdMillions(178_600) }) // 'EBITDA far above net income': 3,002 times
 */
export const misfitOf = ({ ebitda, netIncome }: Pick<Borrower, 'ebitda' | 'netIncome'>): Misfit | undefined => {
  if (netIncome > ebitda) return 'net income above EBITDA';
  if (netIncome > 0 && ebitda > netIncome * MOST_EBITDA_TO_INCOME) return 'EBITDA far above net income';
  return -netIncome > ebitda * MOST_EBITDA_TO_INCOME ? 'loss far above EBITDA' : undefined;
};

/** A number of a {@link Borrower} that a person may change. */
export type Assumption = Exclude<keyof Borrower, 'name' | 'debt' | Refinement>;

/** How an assumption is named and within which bounds it may be changed. */
export interface AssumptionRule {
  /** As a form or a reply names it. */
  readonly label: string;
  readonly unit: '%' | '×' | 'US$ m';
  /** The smallest and largest value accepted, in `unit`. */
  readonly least: number;
  readonly most: number;
}

interface NamedRule extends AssumptionRule {
  /** As it is typed. */
  readonly name: string;
}

/** The assumptions a person may change, and how far. Bounds keep typing slips out, not views. */
export const ASSUMPTIONS: Record<Assumption, NamedRule> = {
  floatingShare: { label: 'floating share', unit: '%', least: 0, most: 100, name: 'floating' },
  debtToEbitda: { label: 'debt', unit: '×', least: 0, most: 50, name: 'debt' },
  rate: { label: 'interest rate', unit: '%', least: 0, most: 50, name: 'rate' },
  loanFloor: { label: 'loan floor', unit: '%', least: 0, most: 20, name: 'loan floor' },
  ebitda: { label: 'EBITDA', unit: 'US$ m', least: 0.01, most: 10_000_000, name: 'ebitda' },
  netIncome: { label: 'net income', unit: 'US$ m', least: -10_000_000, most: 10_000_000, name: 'income' },
};

/** What note 000 leaves out, and how far it may be counted. */
export const REFINEMENT_RULES: Record<Refinement, AssumptionRule> = {
  cash: { label: 'cash', unit: 'US$ m', least: 0, most: 10_000_000 },
  cashYield: { label: 'yield on cash', unit: '%', least: 0, most: 20 },
  hedgedShare: { label: 'hedged share', unit: '%', least: 0, most: 100 },
  passThrough: { label: 'pass-through', unit: '%', least: 0, most: 100 },
  taxRate: { label: 'tax', unit: '%', least: 0, most: 60 },
  interestCap: { label: 'interest cap', unit: '%', least: 0, most: 100 },
};

/** The cap of 26 U.S.C. § 163(j): net interest is deducted up to this share of EBITDA, percent. */
export const INTEREST_CAP = percent(30);
