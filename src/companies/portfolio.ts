import { effectOf, type RateMoveEffect } from '../sensitivity/index.ts';
import { type BasisPoints, type Percent, percent } from '../units.ts';
import { borrowerOf, type ListedCompany } from './company.ts';

/** What one move does to one company of a list. */
export interface CompanyEffect {
  readonly company: ListedCompany;
  readonly effect: RateMoveEffect;
}

/** What one move does to a whole list. */
export interface PortfolioEffect {
  /** Those with a profit, who gains most first. */
  readonly ranked: readonly CompanyEffect[];
  /** Those without one, whose loss narrows most first: they have no percentage. */
  readonly noProfit: readonly CompanyEffect[];
  readonly gain: number;
  readonly lose: number;
  readonly unchanged: number;
  /** Percent of net income by weight, of those with a profit and a weight; absent where none has one. */
  readonly weighted?: Percent;
  /** Weight of those that count, and of those without a profit, percent as they were given. */
  readonly weight: { readonly counted: number; readonly noProfit: number };
}

const liftOf = ({ effect }: CompanyEffect): number => (effect.netIncome.kind === 'lift' ? effect.netIncome.lift : 0);

const sumOf = (all: readonly CompanyEffect[], of: (one: CompanyEffect) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);

const weightOf = ({ company }: CompanyEffect): number => company.weight ?? 0;

/**
 * What a move does to each company of a list, and to all by weight.
 *
 * - lift = (debt × floating share × (1 − hedged share) × fall − cash × fall) ÷ net income
 * - weighted = Σ weight × lift ÷ Σ weight, over those with a profit
 *
 * @param move basis points, negative for a cut
 * @param baseRate the Fed's rate before the move, percent, where it is known
 * @param taxRate income tax on the change, percent, where it is to be counted
 * @example
 * // debt 610, 62 % floating, 10 % hedged, cash 18, net income 14.2, a 50 bp cut
 * // (610 × 0.62 × 0.9 − 18) × 0.5 % ÷ 14.2 = 11.351408 %
 */
export const portfolioEffect = (
  companies: readonly ListedCompany[],
  move: BasisPoints,
  baseRate?: Percent,
  taxRate?: Percent,
): PortfolioEffect => {
  const all = companies.map((company): CompanyEffect => {
    const borrower = { ...borrowerOf(company), ...(taxRate !== undefined && { taxRate }) };
    return { company, effect: effectOf(borrower, move, baseRate) };
  });
  const ranked = all
    .filter(({ effect }) => effect.netIncome.kind === 'lift')
    .sort((one, other) => liftOf(other) - liftOf(one) || one.company.name.localeCompare(other.company.name));
  const noProfit = all
    .filter(({ effect }) => effect.netIncome.kind === 'no-profit')
    .sort(
      (one, other) => other.effect.change - one.effect.change || one.company.name.localeCompare(other.company.name),
    );
  const counted = sumOf(ranked, weightOf);
  const count = (isCounted: (lift: number) => boolean): number => ranked.filter((one) => isCounted(liftOf(one))).length;
  return {
    ranked,
    noProfit,
    gain: count((lift) => lift > 0),
    lose: count((lift) => lift < 0),
    unchanged: count((lift) => lift === 0),
    ...(counted > 0 && { weighted: percent(sumOf(ranked, (one) => weightOf(one) * liftOf(one)) / counted) }),
    weight: { counted, noProfit: sumOf(noProfit, weightOf) },
  };
};
