import type { Assumption } from '../sensitivity/index.ts';
import type { NumberRead } from './amounts.ts';
import { scaled } from './decimal.ts';

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

const BY_NAME: ReadonlyMap<string, Assumption> = new Map(
  (Object.keys(ASSUMPTIONS) as Assumption[]).flatMap((key) =>
    ASSUMPTIONS[key].names.map((name) => [name, key] as const),
  ),
);

/** The most words a name has. */
export const LONGEST_NAME = Math.max(...[...BY_NAME.keys()].map((name) => name.split(' ').length));

export const assumptionNamed = (name: string): Assumption | undefined => BY_NAME.get(name);

/** The unit somebody typed behind a number, if any. */
export type TypedUnit = '%' | '×' | 'bp' | 'thousands' | 'millions' | 'billions' | undefined;

/** The largest decimals that are read as a fraction: 0.6 floating is 60 %, a rate of 0.05 is 5 %. */
const LARGEST_FRACTION = { floatingShare: 1, rate: 0.15 } as const;

/**
 * A typed value in the assumption's own unit. A share or rate typed as a fraction is read as one.
 *
 * @returns undefined where the unit does not fit (`debt=60%`), and where a decimal could be either (`rate=0.5`)
 */
export const inOwnUnit = (
  assumption: Assumption,
  { value, sign, typed, isFraction }: NumberRead,
  unit: TypedUnit,
): number | undefined => {
  if (sign !== '' && assumption !== 'netIncome') return undefined;
  const amount = sign === '-' ? -value : value;
  switch (assumption) {
    case 'floatingShare':
    case 'rate': {
      if (unit === 'bp' && assumption === 'rate') return value / 100;
      if (unit === '%') return value;
      if (unit !== undefined) return undefined;
      if (isFraction) return scaled(value, 100);
      const isPart = /[.,]/.test(typed) && value < 1;
      if (!isPart && !/^1[.,]0*$/.test(typed)) return value;
      return value <= LARGEST_FRACTION[assumption] ? scaled(value, 100) : undefined;
    }
    case 'debtToEbitda':
      return unit === undefined || unit === '×' ? value : undefined;
    case 'ebitda':
    case 'netIncome':
      if (unit === undefined || unit === 'millions') return amount;
      if (unit === 'billions') return scaled(amount, 1_000);
      return unit === 'thousands' ? scaled(amount, 0.001) : undefined;
  }
};
