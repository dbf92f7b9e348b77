import { type Assumed, valueIn } from '../../language/index.ts';
import { ASSUMPTIONS } from '../../sensitivity/index.ts';

const DECIMALS_KEPT = 6;

/**
 * Reads a value typed into a field that names its assumption and its unit, such as `Interest rate, %`. A share typed as a
 * fraction is read as one, as behind a command; a rate that could be either (`0.5`) is in the field's own unit.
 *
 * @returns undefined where it is no such value, or out of range
 */
export const readAssumptionValue = (assumption: Assumed, typed: string): number | undefined => {
  const value = valueIn(assumption, typed);
  const { least, most } = ASSUMPTIONS[assumption];
  return value !== undefined && value >= least && value <= most ? Number(value.toFixed(DECIMALS_KEPT)) : undefined;
};
