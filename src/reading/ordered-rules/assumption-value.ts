import { ASSUMPTIONS, type Assumption } from '../../sensitivity/index.ts';
import { numberAt, unitAt } from './amounts.ts';
import { inOwnUnit } from './own-unit.ts';
import { plainWords, tokensOf } from './tokens.ts';

const DECIMALS_KEPT = 6;

/**
 * Reads a value typed into a field that names its assumption and its unit, such as `Interest rate, %`. A share typed as
 * a fraction is read as one, as behind a command; a rate that could be either (`0.5`) is in the field's own unit.
 *
 * @returns undefined where it is no such value, or out of range
 */
export const readAssumptionValue = (assumption: Assumption, typed: string): number | undefined => {
  const tokens = tokensOf(plainWords(typed));
  const number = numberAt(tokens, 0);
  if (number === undefined) return undefined;
  const { unit, length } = unitAt(tokens, number.length);
  if (unit === 'points' || number.length + length !== tokens.length) return undefined;
  const inFieldsUnit = unit === undefined && assumption === 'rate' ? inOwnUnit(assumption, number, '%') : undefined;
  const value = inOwnUnit(assumption, number, unit) ?? inFieldsUnit;
  const { least, most } = ASSUMPTIONS[assumption];
  return value !== undefined && value >= least && value <= most ? Number(value.toFixed(DECIMALS_KEPT)) : undefined;
};
