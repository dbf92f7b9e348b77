import type { Assumption } from '../../sensitivity/index.ts';
import type { NumberRead, TypedUnit } from './amounts.ts';
import { scaled } from './decimal.ts';

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
