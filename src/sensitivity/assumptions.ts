import type { Assumption } from './borrower.ts';

export interface AssumptionRule {
  /** As a form or a reply names it. */
  readonly label: string;
  readonly unit: '%' | '×' | 'US$ m';
  readonly least: number;
  readonly most: number;
  /** What people call it; the first is the one that help shows. */
  readonly names: readonly string[];
}

/** The assumptions a person may change, and how far. Bounds keep typing slips out, not views. */
export const ASSUMPTIONS: Record<Assumption, AssumptionRule> = {
  floatingShare: {
    label: 'floating share',
    unit: '%',
    least: 0,
    most: 100,
    names: ['floating', 'floating share', 'floating debt', 'float', 'floating rate share', 'floater', 'floaters'],
  },
  debtToEbitda: {
    label: 'debt',
    unit: '×',
    least: 0,
    most: 50,
    names: ['debt', 'leverage', 'debt to ebitda', 'debt/ebitda', 'debt ebitda', 'debt ratio'],
  },
  rate: {
    label: 'interest rate',
    unit: '%',
    least: 0,
    most: 50,
    names: ['rate', 'interest', 'interest rate', 'coupon', 'cost of debt'],
  },
  ebitda: { label: 'EBITDA', unit: 'US$ m', least: 0.01, most: 10_000_000, names: ['ebitda'] },
  netIncome: {
    label: 'net income',
    unit: 'US$ m',
    least: -10_000_000,
    most: 10_000_000,
    names: ['income', 'net income', 'netincome', 'net_income', 'ni', 'earnings', 'profit'],
  },
};

export const ASSUMPTION_BY_NAME: ReadonlyMap<string, Assumption> = new Map(
  (Object.keys(ASSUMPTIONS) as Assumption[]).flatMap((key) =>
    ASSUMPTIONS[key].names.map((name) => [name, key] as const),
  ),
);
