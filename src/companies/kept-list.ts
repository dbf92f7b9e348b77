import { z } from 'zod';
import type { IsoInstant } from '../units.ts';
import { companyNamed, type ListedCompany, ListedCompanySchema, MOST_COMPANIES, plainName } from './company.ts';

/** What `/company` can be told to do with a team's list. None of it is a question. */
export type CompanyListEffect = { readonly kind: 'company' } & (
  | { readonly do: 'help' /** Words that were not understood. */; readonly unread?: string }
  /** `name`: what the form begins with. */
  | { readonly do: 'add'; readonly name?: string }
  | { readonly do: 'list' }
  /** `name`: a name or a ticker. */
  | { readonly do: 'edit'; readonly name: string }
  | { readonly do: 'remove'; readonly name: string }
  | { readonly do: 'import' }
);

/** A list of companies as a team keeps it. */
export interface KeptCompanies {
  /** Another one after each change: what was answered from an earlier list is not answered again. */
  readonly version: string;
  readonly companies: readonly ListedCompany[];
  readonly changedAt: IsoInstant;
  /** The id of whoever changed it last. */
  readonly changedBy: string;
}

/** A company as it is kept: what a later version says of it stays. */
export const KeptCompanySchema = z.looseObject(ListedCompanySchema.shape);

/** What comes of a change to a list. */
export type ListChange =
  | { readonly kind: 'changed'; readonly companies: readonly ListedCompany[]; readonly company: ListedCompany }
  | { readonly kind: 'taken'; readonly field: 'name' | 'ticker'; readonly by: ListedCompany }
  | { readonly kind: 'full' }
  | { readonly kind: 'gone' };

const isOf = (name: string) => {
  const plain = plainName(name);
  return (one: ListedCompany): boolean => plainName(one.name) === plain;
};

const sameTicker = (one: ListedCompany, other: ListedCompany): boolean =>
  one.ticker !== undefined && one.ticker.toLowerCase() === other.ticker?.toLowerCase();

const clashIn = (companies: readonly ListedCompany[], company: ListedCompany): ListChange | undefined => {
  const byName = companies.find(isOf(company.name));
  if (byName) return { kind: 'taken', field: 'name', by: byName };
  const byTicker = companies.find((one) => sameTicker(one, company));
  return byTicker && { kind: 'taken', field: 'ticker', by: byTicker };
};

/** The list with one company more. */
export const withCompany = (companies: readonly ListedCompany[], company: ListedCompany): ListChange =>
  clashIn(companies, company) ??
  (companies.length >= MOST_COMPANIES
    ? { kind: 'full' }
    : { kind: 'changed', companies: [...companies, company], company });

const KNOWN_FIELDS = new Set(Object.keys(ListedCompanySchema.shape));

/** The list with one company as it is from now on, in its place. @param name as it is in the list */
export const withEdited = (companies: readonly ListedCompany[], name: string, company: ListedCompany): ListChange => {
  const at = companies.findIndex(isOf(name));
  const before = companies[at];
  if (before === undefined) return { kind: 'gone' };
  const kept = Object.entries(before).filter(([field]) => !KNOWN_FIELDS.has(field));
  const edited = { ...Object.fromEntries(kept), ...company };
  return (
    clashIn(companies.toSpliced(at, 1), company) ?? {
      kind: 'changed',
      companies: companies.with(at, edited),
      company: edited,
    }
  );
};

/** The list without one of them. @param said its name or ticker */
export const withoutCompany = (companies: readonly ListedCompany[], said: string): ListChange => {
  const company = companyNamed(said, companies);
  return company
    ? { kind: 'changed', companies: companies.filter((one) => one !== company), company }
    : { kind: 'gone' };
};

/**
 * The list with those of a file: each takes the place of one of the same name or ticker, and the others come behind it.
 *
 * @returns undefined where there would be more than a list holds
 */
export const withImported = (
  companies: readonly ListedCompany[],
  imported: readonly ListedCompany[],
): readonly ListedCompany[] | undefined => {
  const names = new Map(imported.map((one) => [plainName(one.name), one]));
  const tickers = new Set(imported.flatMap(({ ticker }) => ticker?.toLowerCase() ?? []));
  const left = companies.filter(
    ({ name, ticker }) => !names.has(plainName(name)) && !tickers.has(ticker?.toLowerCase() ?? ''),
  );
  const all = [...left, ...imported];
  return all.length > MOST_COMPANIES ? undefined : all;
};
