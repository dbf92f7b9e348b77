import type { Assumption } from '../sensitivity/index.ts';
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

/**
 * A typed value in the assumption's own unit. A share or rate typed as a decimal fraction is read as one: 0.6 floating
 * is 60 %, a rate of 0.05 is 5 %.
 *
 * @returns undefined where the unit does not fit the assumption (`debt=60%`)
 */
export const inOwnUnit = (
  assumption: Assumption,
  value: number,
  unit: TypedUnit,
  typed: string,
): number | undefined => {
  const isFraction = unit === undefined && typed.includes('.');
  switch (ASSUMPTIONS[assumption].unit) {
    case '%': {
      if (unit === 'bp' && assumption === 'rate') return value / 100;
      if (unit !== undefined && unit !== '%') return undefined;
      const largestFraction = assumption === 'floatingShare' ? 1 : 0.25;
      return isFraction && value <= largestFraction ? scaled(value, 100) : value;
    }
    case '×':
      return unit === undefined || unit === '×' ? value : undefined;
    case 'US$ m': {
      if (unit === undefined || unit === 'millions') return value;
      if (unit === 'billions') return scaled(value, 1_000);
      return unit === 'thousands' ? scaled(value, 0.001) : undefined;
    }
  }
};
