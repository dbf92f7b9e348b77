import { type ListedCompany, ListedCompanySchema } from './company.ts';

/** What is said of a company, each as it is typed: empty where nothing is. */
export type CompanyTexts = Readonly<Partial<Record<keyof ListedCompany, string>>>;

export const REQUIRED_FIELDS: readonly (keyof ListedCompany)[] = ['name', 'netIncome', 'debt', 'floatingShare', 'rate'];
const TEXTS: ReadonlySet<string> = new Set(['name', 'ticker']);

/** What each field has to be, in words. */
export const COMPANY_LIMITS: Readonly<Record<keyof ListedCompany, string>> = {
  name: 'up to 60 characters',
  ticker: 'up to ten letters and digits',
  ebitda: 'in US$ m',
  netIncome: 'in US$ m',
  debt: 'zero or more, in US$ m',
  floatingShare: 'from 0 to 100%',
  rate: 'from 0 to 50%',
  cash: 'zero or more, in US$ m',
  hedgedShare: 'from 0 to 100%',
  weight: 'from 0 to 100%',
};

const UNITS = /^(?<sign>[-−]?)\(?\s*(?:us)?\$?\s*(?<digits>[\d,' ]*\.?\d+)\s*(?:m|mn|%|x)?\s*\)?$/i;

/** `1,160.9`, `$25m`, `45%`, `(10)` for a loss; undefined for what is no number. */
const numberIn = (text: string): number | undefined => {
  const found = UNITS.exec(text.trim())?.groups;
  if (found === undefined) return undefined;
  const value = Number((found['digits'] ?? '').replace(/[,' ]/g, ''));
  const isNegative = found['sign'] !== '' || /^\s*\(.*\)\s*$/.test(text);
  return Number.isFinite(value) ? (isNegative ? -value : value) : undefined;
};

/** What is wrong with one field. */
export interface FieldProblem {
  readonly field: keyof ListedCompany;
  readonly kind: 'missing' | 'no number' | 'out of range';
}

/** A company, or all that is wrong with what was typed, field by field. */
export type ParsedCompany =
  | { readonly kind: 'company'; readonly company: ListedCompany }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] };

/** Parses what is said of a company. Amounts in US$ m, shares and rates in percent; without debt there needs to be no rate. */
export const parseCompany = (texts: CompanyTexts): ParsedCompany => {
  const given: Partial<Record<keyof ListedCompany, string | number>> = {};
  const problems: FieldProblem[] = [];
  for (const [name, typed] of Object.entries(texts)) {
    const field = name as keyof ListedCompany;
    const text = typed.trim();
    if (text === '') continue;
    const value = TEXTS.has(field) ? text : numberIn(text);
    if (value === undefined) problems.push({ field, kind: 'no number' });
    else given[field] = value;
  }
  const isWrong = (field: keyof ListedCompany): boolean => problems.some((one) => one.field === field);
  for (const field of REQUIRED_FIELDS) {
    const isNeedless = field === 'rate' && given.debt === 0;
    if (given[field] === undefined && !isNeedless && !isWrong(field)) problems.push({ field, kind: 'missing' });
  }
  const read = ListedCompanySchema.safeParse({ ...(given.debt === 0 && { rate: 0 }), ...given });
  if (read.success && problems.length === 0) return { kind: 'company', company: read.data };
  for (const { path } of read.error?.issues ?? []) {
    const field = path[0] as keyof ListedCompany;
    if (!isWrong(field)) problems.push({ field, kind: 'out of range' });
  }
  return { kind: 'wrong', problems };
};
