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

const UNITS =
  /^(?<sign>[-−]?)\s*\(?\s*(?:us)?\$?\s*(?<minus>[-−]?)(?<digits>(?:\d[\d.,\s'’]*)?[.,]?\d+)\s*(?:m|mn|%|x)?\s*\)?$/i;
const GROUPED = { comma: /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/, dot: /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/ };

/** `1,160.9`, `1 160.9`, `1.160,9`, `1160,9`: undefined where the separators make no number. */
const amountIn = (digits: string, isCommaDecimal: boolean): number | undefined => {
  const text = digits.replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, '');
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  const isGroupedByDot = GROUPED.dot.test(text) && (commas > 0 || dots > 1 || isCommaDecimal);
  const isGroupedByComma = GROUPED.comma.test(text) && (dots > 0 || commas > 1 || !isCommaDecimal);
  const plain = isGroupedByDot
    ? text.replaceAll('.', '').replace(',', '.')
    : isGroupedByComma
      ? text.replaceAll(',', '')
      : dots === 0 && commas === 1
        ? text.replace(',', '.')
        : text;
  return /^\d*\.?\d+$/.test(plain) ? Number(plain) : undefined;
};

/** `1,160.9`, `$25m`, `45%`, `(10)` for a loss; undefined for what is no number. */
const numberIn = (text: string, isCommaDecimal: boolean): number | undefined => {
  const found = UNITS.exec(text.trim())?.groups;
  const value = amountIn(found?.['digits'] ?? '', isCommaDecimal);
  if (found === undefined || value === undefined) return undefined;
  const isNegative = found['sign'] !== '' || found['minus'] !== '' || /^\s*\(.*\)\s*$/.test(text);
  return isNegative ? -value : value;
};

/** What spreadsheets write where there is nothing. */
const NOTHING = /^(?:|[-–—]|n\/?a|#n\/a|none)$/i;

/** What is wrong with one field. */
export interface FieldProblem {
  readonly field: keyof ListedCompany;
  readonly kind: 'missing' | 'no number' | 'out of range';
}

/** A company, or all that is wrong with what was typed, field by field. */
type ParsedCompany =
  | { readonly kind: 'company'; readonly company: ListedCompany }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] };

/**
 * Parses what is said of a company. Amounts in US$ m, shares and rates in percent; without debt there needs to be neither a rate
 * nor a floating share.
 *
 * @param isCommaDecimal `1,160` is 1.16, as other numbers beside it show; otherwise it is 1160
 */
export const parseCompany = (texts: CompanyTexts, isCommaDecimal = false): ParsedCompany => {
  const given: Partial<Record<keyof ListedCompany, string | number>> = {};
  const problems: FieldProblem[] = [];
  for (const [name, typed] of Object.entries(texts)) {
    const field = name as keyof ListedCompany;
    const text = typed.trim();
    if (TEXTS.has(field) ? text === '' : NOTHING.test(text)) continue;
    const value = TEXTS.has(field) ? text : numberIn(text, isCommaDecimal);
    if (value === undefined) problems.push({ field, kind: 'no number' });
    else given[field] = value;
  }
  const isWrong = (field: keyof ListedCompany): boolean => problems.some((one) => one.field === field);
  for (const field of REQUIRED_FIELDS) {
    const isNeedless = (field === 'rate' || field === 'floatingShare') && given.debt === 0;
    if (given[field] === undefined && !isNeedless && !isWrong(field)) problems.push({ field, kind: 'missing' });
  }
  const read = ListedCompanySchema.safeParse({ ...(given.debt === 0 && { rate: 0, floatingShare: 0 }), ...given });
  if (read.success && problems.length === 0) return { kind: 'company', company: read.data };
  for (const { path } of read.error?.issues ?? []) {
    const field = path[0] as keyof ListedCompany;
    if (!isWrong(field)) problems.push({ field, kind: 'out of range' });
  }
  return { kind: 'wrong', problems };
};
