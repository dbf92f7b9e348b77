import { filedValueIn, lastTagged, type ReportedYear } from './annual.ts';
import type { CompanyFacts, Tag } from './company-facts.ts';
import type { FiledField, FiledFigure, FiledValue, MissingFigure } from './outcome.ts';

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

const DEBT_TAGS: readonly Tag[] = DEBT_WAYS.flatMap(({ needed }) => needed);

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
const sumOfFiled = (parts: readonly FiledValue[]): number =>
  Number(parts.reduce((sum, { value }) => sum + value, 0).toFixed(6));

const tagsOf = (parts: readonly FiledValue[]): string => parts.map(({ tag }) => tag).join(' + ');

/**
 * All debt at the end of a year, by the best way that the tags allow; another whole way that gives something else is named.
 *
 * @returns undefined where no debt is tagged, which is not the same as none
 */
const debtIn = (facts: CompanyFacts, year: ReportedYear): FiledFigure | undefined => {
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

const NET_INCOME: readonly Tag[] = ['NetIncomeLoss', 'ProfitLoss', 'NetIncomeLossAvailableToCommonStockholdersBasic'];
const CASH: readonly Tag[] = [
  'CashAndCashEquivalentsAtCarryingValue',
  'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
  'Cash',
];
const INTEREST: readonly Tag[] = [
  'InterestExpense',
  'InterestExpenseDebt',
  'InterestExpenseNonoperating',
  'InterestPaidNet',
];
const DEPRECIATION: readonly (readonly Tag[])[] = [
  ['DepreciationDepletionAndAmortization'],
  ['DepreciationAmortizationAndAccretionNet'],
  ['DepreciationAndAmortization'],
  ['Depreciation', 'AmortizationOfIntangibleAssets'],
];

/** What a tag means that is not quite what is asked for. */
const CAVEATS: ReadonlyMap<string, string> = new Map([
  ['ProfitLoss', 'It includes what belongs to other shareholders of subsidiaries'],
  ['NetIncomeLossAvailableToCommonStockholdersBasic', 'It is what is left after preferred dividends'],
  ['CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents', 'Restricted cash is in it'],
  ['Cash', 'Cash equivalents are not in it'],
  ['InterestPaidNet', 'It is interest paid in the year, since no interest expense is tagged'],
]);

const CASH_CAVEAT = 'How much of it yields with the Fed’s rate is not tagged';
const RATE_CAVEAT = 'Interest of the year on the debt at its end';

/** Percent a year: an interest beyond it, for the debt there is at the end of the year, is of another debt. */
const HIGHEST_RATE = 50;

/** A figure, or why there is none. */
export type FoundFigure = FiledFigure | MissingFigure;

const figure = (field: FiledField, parts: readonly FiledValue[], caveats: readonly string[] = []): FiledFigure => ({
  field,
  value: sumOfFiled(parts),
  parts,
  caveats: [...parts.flatMap(({ tag }) => CAVEATS.get(tag) ?? []), ...caveats],
});

const firstOf = (facts: CompanyFacts, tags: readonly Tag[], year: ReportedYear): FiledValue | undefined =>
  tags.map((tag) => filedValueIn(facts, tag, year)).find((one) => one !== undefined);

const notTagged = (field: FiledField, what: string, tags: readonly Tag[], facts: CompanyFacts): MissingFigure => {
  const last = lastTagged(facts, tags);
  return {
    field,
    words: `No ${what} is tagged in the newest annual report`,
    ...(last !== undefined && { lastTagged: last }),
  };
};

const netIncomeIn = (facts: CompanyFacts, year: ReportedYear): FoundFigure => {
  const income = firstOf(facts, NET_INCOME, year);
  return income ? figure('netIncome', [income]) : notTagged('netIncome', 'net income', NET_INCOME, facts);
};

const cashIn = (facts: CompanyFacts, year: ReportedYear): FoundFigure => {
  const cash = firstOf(facts, CASH, year);
  if (cash && cash.value < 0) return { field: 'cash', words: 'The cash that is tagged is below zero' };
  return cash ? figure('cash', [cash], [CASH_CAVEAT]) : notTagged('cash', 'cash', CASH, facts);
};

/** Operating income + depreciation and amortisation of the same year. */
const ebitdaIn = (facts: CompanyFacts, year: ReportedYear): FoundFigure => {
  const operating = filedValueIn(facts, 'OperatingIncomeLoss', year);
  if (!operating) return notTagged('ebitda', 'operating income', ['OperatingIncomeLoss'], facts);
  for (const tags of DEPRECIATION) {
    const parts = tags.map((tag) => filedValueIn(facts, tag, year));
    if (parts.every((part) => part !== undefined)) return figure('ebitda', [operating, ...parts]);
  }
  return notTagged('ebitda', 'depreciation with amortization', DEPRECIATION.flat(), facts);
};

const twoDecimals = (value: number): number => Number(value.toFixed(2));

/**
 * Interest of the year ÷ debt at its end, percent a year, to two decimals.
 *
 * @example
 * // interest 36.6, debt 610: 36.6 ÷ 610 = 6 %
 */
const rateIn = (facts: CompanyFacts, year: ReportedYear, debt: FiledFigure | undefined): FoundFigure => {
  if (debt === undefined) return { field: 'rate', words: 'Without debt there is nothing to divide the interest by' };
  if (debt.value === 0) return { field: 'rate', words: 'There is no debt at the end of the year' };
  const interest = firstOf(facts, INTEREST, year);
  if (!interest) return notTagged('rate', 'interest expense', INTEREST, facts);
  const rate = twoDecimals((interest.value / debt.value) * 100);
  if (rate < 0 || rate > HIGHEST_RATE)
    return { field: 'rate', words: `Interest of $${interest.value}m on debt of $${debt.value}m would be ${rate}%` };
  return { ...figure('rate', [interest], [RATE_CAVEAT]), value: rate };
};

/** Every figure that a year's reports give, and why the others are not there. */
export const figuresIn = (facts: CompanyFacts, year: ReportedYear): readonly FoundFigure[] => {
  const debt = debtIn(facts, year);
  return [
    netIncomeIn(facts, year),
    ebitdaIn(facts, year),
    debt ?? notTagged('debt', 'debt', DEBT_TAGS, facts),
    rateIn(facts, year, debt),
    cashIn(facts, year),
  ];
};

export const isFigure = (found: FoundFigure): found is FiledFigure => 'parts' in found;
