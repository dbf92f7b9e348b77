import type { IsoDate } from '../units.ts';
import { type CompanyFacts, type Fact, factsOf, resultsOf, type Tag } from './company-facts.ts';
import type { FiledValue } from './outcome.ts';

const DAY_MS = 86_400_000;
/** A fiscal year of 52 or 53 weeks has 364 or 371 days. */
const [SHORTEST_YEAR, LONGEST_YEAR] = [350, 380];
const MILLION = 1_000_000;

/** Days of a period, its first and its last included. */
const lengthOf = (start: IsoDate, end: IsoDate): number => (Date.parse(end) - Date.parse(start)) / DAY_MS + 1;

const isWholeYear = ({ start, end }: Fact): boolean => {
  const days = start === undefined ? 0 : lengthOf(start, end);
  return days >= SHORTEST_YEAR && days <= LONGEST_YEAR;
};

/** Filings have typing errors: a period that ends after it was reported is none. */
const isPast = ({ end, filed }: Fact): boolean => end <= filed;

const isAnnualReport = ({ form }: Fact): boolean => /^(?:10-K|20-F|40-F)/.test(form);
const isDomestic = ({ form }: { readonly form: string }): boolean => form.startsWith('10-K');

/** The newest fiscal year that an annual report covers, with the form and the currency of that report. */
export interface ReportedYear {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly form: string;
  readonly currency: string;
}

/** By the day it ends, whatever year the filing itself is of: each report gives the years before it too. */
export const newestYear = (facts: CompanyFacts): ReportedYear | undefined => {
  const [newest] = resultsOf(facts)
    .filter((row) => isAnnualReport(row) && isWholeYear(row) && isPast(row))
    // where a company reports one year in two currencies, the one that can be used
    .sort((one, other) => other.end.localeCompare(one.end) || Number(isUsable(other)) - Number(isUsable(one)));
  return newest && { start: newest.start as IsoDate, end: newest.end, form: newest.form, currency: newest.unit };
};

const isUsable = ({ form, unit }: { readonly form: string; readonly unit: string }): boolean =>
  isDomestic({ form }) && unit === 'USD';

/** The figures of such a year can be read: it is reported in US dollars, on the form of domestic companies. */
export const isReadable = ({ form, currency }: ReportedYear): boolean => isUsable({ form, unit: currency });

const significantDigits = (value: number): number => String(Math.abs(value)).replace(/0+$/, '').length;

/** Of the values that one filing gives for one period the most exact: its text rounds what its tables do not. */
const mostExact = (rows: readonly Fact[]): readonly Fact[] =>
  [...Map.groupBy(rows, ({ accn }) => accn).values()].map((same) =>
    same.reduce((best, row) => (significantDigits(row.val) > significantDigits(best.val) ? row : best)),
  );

const byFiling = (one: Fact, other: Fact): number =>
  one.filed.localeCompare(other.filed) || one.accn.localeCompare(other.accn);

const linkTo = (cik: number, accession: string): string =>
  `https://www.sec.gov/Archives/edgar/data/${cik}/${accession.replaceAll('-', '')}/${accession}-index.htm`;

/**
 * What the newest filing says of a tag in a year, or on its last day: amendments and later reports take the place of the
 * first one. Without an annual report among them there is no value.
 */
export const filedValueIn = (
  facts: CompanyFacts,
  tag: Tag,
  year: Pick<ReportedYear, 'end'>,
): FiledValue | undefined => {
  const rows = factsOf(facts, tag).filter(
    (row) => row.end === year.end && (row.start === undefined || isWholeYear(row)),
  );
  if (!rows.some(isDomestic)) return undefined;
  const filed = mostExact(rows).toSorted(byFiling);
  const newest = filed.at(-1) as Fact;
  const before = filed.findLast(({ val }) => val !== newest.val);
  // of filings that say the same, the one that said it first
  const said = filed.find((row) => row.val === newest.val && (!before || byFiling(row, before) > 0)) as Fact;
  return {
    tag,
    value: said.val / MILLION,
    ...(said.start !== undefined && { start: said.start }),
    end: said.end,
    form: said.form,
    filed: said.filed,
    accession: said.accn,
    link: linkTo(facts.cik, said.accn),
    ...(before && { restatedFrom: { value: before.val / MILLION, form: before.form, filed: before.filed } }),
  };
};

/** The end of the last year for which an annual report gave one of these tags; undefined where none ever did. */
export const lastTagged = (facts: CompanyFacts, tags: readonly Tag[]): IsoDate | undefined =>
  tags
    .flatMap((tag) => factsOf(facts, tag))
    .filter((row) => isDomestic(row) && (row.start === undefined || isWholeYear(row)))
    .map(({ end }) => end)
    .toSorted()
    .at(-1);
