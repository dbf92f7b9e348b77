import { filedValueIn, type ReportedYear } from './annual.ts';
import type { CompanyFacts, Tag } from './company-facts.ts';
import type { FiledFigure, FiledValue } from './outcome.ts';

/** One way to all debt: tags that are all needed, and the first of others that is there. */
interface DebtWay {
  readonly needed: readonly Tag[];
  readonly with?: readonly Tag[];
  /** What is wrong with it, a sentence without its full stop. */
  readonly caveat?: string;
}

const SHORT_TERM = ['ShortTermBorrowings', 'CommercialPaper'] as const;
const NO_CURRENT_PART = 'No part that is due within a year is tagged, so debt may be larger';

/** Best first: the whole as one tag, long-term debt with what is due, its two parts, and what is a part only. */
const DEBT_WAYS: readonly DebtWay[] = [
  { needed: ['DebtLongtermAndShorttermCombinedAmount'] },
  { needed: ['LongTermDebt'], with: SHORT_TERM },
  { needed: ['LongTermDebtNoncurrent', 'DebtCurrent'] },
  { needed: ['LongTermDebtNoncurrent', 'LongTermDebtCurrent'], with: SHORT_TERM },
  {
    needed: ['LongTermDebtAndCapitalLeaseObligationsIncludingCurrentMaturities'],
    with: SHORT_TERM,
    caveat: 'Leases are in it',
  },
  {
    needed: ['LongTermDebtAndCapitalLeaseObligations', 'LongTermDebtAndCapitalLeaseObligationsCurrent'],
    with: SHORT_TERM,
    caveat: 'Leases are in it',
  },
  { needed: ['LongTermDebtNoncurrent'], with: SHORT_TERM, caveat: NO_CURRENT_PART },
  {
    needed: ['LongTermDebtAndCapitalLeaseObligations'],
    with: SHORT_TERM,
    caveat: `Leases are in it. ${NO_CURRENT_PART}`,
  },
  { needed: ['ShortTermBorrowings'], caveat: 'Only short-term borrowings are tagged, so debt may be larger' },
];

export const DEBT_TAGS: readonly Tag[] = DEBT_WAYS.flatMap(({ needed }) => needed);

/** Two ways that differ by more are both named. */
const TOLERANCE = 0.01;

interface Debt {
  readonly value: number;
  readonly parts: readonly FiledValue[];
  readonly way: DebtWay;
}

const debtBy = (way: DebtWay, facts: CompanyFacts, year: ReportedYear): Debt | undefined => {
  const needed = way.needed.map((tag) => filedValueIn(facts, tag, year));
  if (!needed.every((one) => one !== undefined)) return undefined;
  const more = (way.with ?? []).map((tag) => filedValueIn(facts, tag, year)).find((one) => one !== undefined);
  const parts = more === undefined ? needed : [...needed, more];
  const value = sumOfFiled(parts);
  return value < 0 ? undefined : { value, parts, way };
};

/** US$ millions, without the noise of binary sums below a cent. */
export const sumOfFiled = (parts: readonly FiledValue[]): number =>
  Number(parts.reduce((sum, { value }) => sum + value, 0).toFixed(6));

const tagsOf = (parts: readonly FiledValue[]): string => parts.map(({ tag }) => tag).join(' + ');

/**
 * All debt at the end of a year, by the best way that the tags allow; another whole way that gives something else is named.
 *
 * @returns undefined where no debt is tagged, which is not the same as none
 */
export const debtIn = (facts: CompanyFacts, year: ReportedYear): FiledFigure | undefined => {
  const [best, ...others] = DEBT_WAYS.flatMap((way) => debtBy(way, facts, year) ?? []);
  if (best === undefined) return undefined;
  const other = others.find(
    ({ value, way }) =>
      way.caveat === undefined && Math.abs(value - best.value) > TOLERANCE * Math.max(value, best.value),
  );
  return {
    field: 'debt',
    value: best.value,
    parts: best.parts,
    caveats: [
      ...(best.way.caveat === undefined ? [] : [best.way.caveat]),
      ...(other === undefined ? [] : [`${tagsOf(other.parts)} would be $${other.value.toLocaleString('en-US')}m`]),
    ],
  };
};
