import { z } from 'zod';
import { type IsoDate, isIsoDate } from '../units.ts';

/**
 * The SEC's company facts: every tagged value of every filing of one company.
 * @see https://www.sec.gov/search-filings/edgar-application-programming-interfaces
 */

/** What a whole year brings. */
const FLOW_TAGS = [
  'NetIncomeLoss',
  'ProfitLoss',
  'NetIncomeLossAvailableToCommonStockholdersBasic',
  'OperatingIncomeLoss',
  'DepreciationDepletionAndAmortization',
  'DepreciationAmortizationAndAccretionNet',
  'DepreciationAndAmortization',
  'Depreciation',
  'AmortizationOfIntangibleAssets',
  'InterestExpense',
  'InterestExpenseDebt',
  'InterestExpenseNonoperating',
  'InterestPaidNet',
] as const;

/** What there is on a day. */
const BALANCE_TAGS = [
  'DebtLongtermAndShorttermCombinedAmount',
  'LongTermDebt',
  'LongTermDebtNoncurrent',
  'LongTermDebtCurrent',
  'DebtCurrent',
  'LongTermDebtAndCapitalLeaseObligationsIncludingCurrentMaturities',
  'LongTermDebtAndCapitalLeaseObligations',
  'LongTermDebtAndCapitalLeaseObligationsCurrent',
  'ShortTermBorrowings',
  'CommercialPaper',
  'CashAndCashEquivalentsAtCarryingValue',
  'CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
  'Cash',
] as const;

export type Tag = (typeof FLOW_TAGS)[number] | (typeof BALANCE_TAGS)[number];

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

const FactSchema = z.object({
  start: date.optional(),
  end: date,
  /** In units, not in millions. */
  val: z.number(),
  accn: z.string().regex(/^\d{10}-\d{2}-\d{6}$/),
  form: z.string(),
  filed: date,
});
export type Fact = z.output<typeof FactSchema>;

/** By unit: `USD`, `EUR`. */
const TagSchema = z.object({ units: z.record(z.string(), z.array(FactSchema)) }).optional();

const GaapSchema = z.object(
  Object.fromEntries([...FLOW_TAGS, ...BALANCE_TAGS].map((tag) => [tag, TagSchema])) as Record<Tag, typeof TagSchema>,
);

/** A company's facts; of the hundreds of tags only those that are used are read. */
export const CompanyFactsSchema = z.object({
  cik: z.coerce.number().int().positive(),
  entityName: z.string(),
  facts: z.object({ 'us-gaap': GaapSchema.optional(), 'ifrs-full': z.object({ ProfitLoss: TagSchema }).optional() }),
});
export type CompanyFacts = z.output<typeof CompanyFactsSchema>;

/** A row of the SEC's list of tickers. */
export const TickerListSchema = z.record(
  z.string(),
  z.object({ cik_str: z.coerce.number().int().positive(), ticker: z.string(), title: z.string() }),
);

/** The facts of one tag in one unit, in no order. */
export const factsOf = ({ facts }: CompanyFacts, tag: Tag, unit = 'USD'): readonly Fact[] =>
  facts['us-gaap']?.[tag]?.units[unit] ?? [];

/** Every yearly result that is tagged, in any currency and taxonomy. */
export const resultsOf = ({ facts }: CompanyFacts): readonly (Fact & { readonly unit: string })[] =>
  [
    facts['us-gaap']?.NetIncomeLoss,
    facts['us-gaap']?.ProfitLoss,
    facts['us-gaap']?.NetIncomeLossAvailableToCommonStockholdersBasic,
    facts['us-gaap']?.OperatingIncomeLoss,
    facts['ifrs-full']?.ProfitLoss,
  ].flatMap((tag) => Object.entries(tag?.units ?? {}).flatMap(([unit, rows]) => rows.map((row) => ({ ...row, unit }))));
