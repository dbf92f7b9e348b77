import { parse } from 'csv-parse/sync';
import { type ListedCompany, MOST_COMPANIES, plainName } from './company.ts';
import { COMPANY_LIMITS, type FieldProblem, parseCompany, REQUIRED_FIELDS } from './fields.ts';

/** The columns of a file of companies, and what spreadsheets call them. */
const COLUMNS: Readonly<Record<keyof ListedCompany, readonly string[]>> = {
  name: ['name', 'company', 'company name', 'issuer'],
  ticker: ['ticker', 'symbol'],
  ebitda: ['ebitda'],
  netIncome: ['net_income', 'net income', 'netincome', 'income', 'ni'],
  debt: ['debt', 'total debt', 'total_debt'],
  floatingShare: ['floating_share', 'floating share', 'floating', 'floating %'],
  rate: ['rate', 'interest rate', 'interest_rate', 'coupon'],
  cash: ['cash'],
  hedgedShare: ['hedged_share', 'hedged share', 'hedged', 'hedged %'],
  weight: ['weight', 'portfolio weight'],
};

/** How a column is named to whoever made the file. */
const heading = (field: keyof ListedCompany): string => COLUMNS[field][0] as string;

/** What a file of companies holds, or why it holds none. */
type ParsedCompanies =
  | {
      readonly kind: 'read';
      readonly companies: readonly ListedCompany[];
      /** Each line that was left out, by its number in the file, with the reason in words. */
      readonly problems: readonly LineProblem[];
    }
  | { readonly kind: 'refused'; readonly words: string };

export interface LineProblem {
  readonly line: number;
  readonly words: string;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const problemWords = (
  { cells }: Row,
  fields: readonly (keyof ListedCompany | undefined)[],
  problems: readonly FieldProblem[],
): string => {
  const isOf = (kind: FieldProblem['kind']) => problems.filter((one) => one.kind === kind).map(({ field }) => field);
  const [first] = isOf('no number');
  if (first !== undefined) {
    const text = (cells[fields.indexOf(first)] ?? '').trim();
    return `“${text.slice(0, 30)}” under ${heading(first)} is no number`;
  }
  const missing = isOf('missing');
  if (missing.length > 0) return `no ${missing.map(heading).join(' and no ')}`;
  const [field = 'name'] = isOf('out of range');
  return `${heading(field)} has to be ${COMPANY_LIMITS[field]}`;
};

const companyIn = (
  row: Row,
  fields: readonly (keyof ListedCompany | undefined)[],
  isCommaDecimal: boolean,
): ListedCompany | LineProblem => {
  if (row.cells.slice(fields.length).some((one) => one.trim() !== '')) {
    const words = `${row.cells.length} cells below ${fields.length} headings: a number with a comma in it needs quotes`;
    return { line: row.line, words };
  }
  const texts = fields.flatMap((field, at) => (field === undefined ? [] : [[field, row.cells[at] ?? ''] as const]));
  const parsed = parseCompany(Object.fromEntries(texts), isCommaDecimal);
  return parsed.kind === 'company'
    ? parsed.company
    : { line: row.line, words: problemWords(row, fields, parsed.problems) };
};

const isProblem = (one: ListedCompany | LineProblem): one is LineProblem => 'line' in one;

/** A company that stands in the file twice counts once: the later line is named. */
const twiceIn = (
  rows: readonly { readonly line: number; readonly company: ListedCompany }[],
): readonly LineProblem[] => {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, company: { name, ticker } }) => {
    const keys = [
      [`name ${plainName(name)}`, name] as const,
      ...(ticker ? [[ticker.toLowerCase(), ticker] as const] : []),
    ];
    const known = keys.find(([key]) => first.has(key));
    if (known) return [{ line, words: `${known[1]} stands on line ${first.get(known[0])} already` }];
    for (const [key] of keys) first.set(key, line);
    return [];
  });
};

const lineWords =
  'A file of companies begins with the line name,ticker,ebitda,net_income,debt,floating_share,rate,cash,hedged_share,weight';

/**
 * Reads a file of companies as a spreadsheet exports it: commas, semicolons or tabs, amounts in US$ m, shares and rates in
 * percent. A line that cannot be read is named and left out; what a file does not say is asked for and never guessed.
 */
export const parseCompanies = (text: string): ParsedCompanies => {
  let parsed: { readonly record: string[]; readonly info: { readonly lines: number } }[];
  try {
    // with 'info' each record comes with its line, which the types do not say
    parsed = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: delimiterOf(text),
    }) as unknown as typeof parsed;
  } catch (error) {
    return { kind: 'refused', words: `This is no table with commas: ${(error as Error).message.split(' at ')[0]}` };
  }
  const [head, ...body] = parsed;
  const fields = (head?.record ?? []).map((name) => fieldOf(name));
  const missing = REQUIRED_FIELDS.filter((field) => !fields.includes(field));
  if (missing.length > 0)
    return { kind: 'refused', words: `${lineWords}; there is no column ${missing.map(heading).join(', ')}` };
  if (body.length > MOST_COMPANIES)
    return {
      kind: 'refused',
      words: `The file has ${body.length} lines, and a list holds up to ${MOST_COMPANIES} companies`,
    };
  const isCommaDecimal = hasDecimalCommas(
    body.flatMap(({ record }) => record.filter((_, at) => fields[at] !== 'name' && fields[at] !== 'ticker')),
  );
  const rows = body.map(({ record, info }) => ({
    line: info.lines,
    read: companyIn({ line: info.lines, cells: record }, fields, isCommaDecimal),
  }));
  const whole = rows.flatMap(({ line, read }) => (isProblem(read) ? [] : [{ line, company: read }]));
  const twice = twiceIn(whole);
  const problems = [...rows.flatMap(({ read }) => (isProblem(read) ? [read] : [])), ...twice];
  const companies = whole.flatMap(({ line, company }) => (twice.some((one) => one.line === line) ? [] : [company]));
  if (companies.length === 0 && problems.length === 0)
    return { kind: 'refused', words: `${lineWords}; there is none below it` };
  if (areFractions(companies.map(({ floatingShare }) => floatingShare)))
    return { kind: 'refused', words: 'Every floating_share is at most 1: shares are in percent, 45 for 45%' };
  return { kind: 'read', companies, problems: problems.sort((one, other) => one.line - other.line) };
};

/** Some numbers can only have a decimal comma, and none a decimal point: so have the others. */
const hasDecimalCommas = (cells: readonly string[]): boolean =>
  cells.some((one) => /^\D*\d+(?:\.\d{3})*,(?:\d{1,2}|\d{4,})\D*$/.test(one)) &&
  !cells.some((one) => /^\D*[\d,]*\.(?:\d{1,2}|\d{4,})\D*$/.test(one));

/** Shares as a spreadsheet keeps them, `0.45`. */
const areFractions = (shares: readonly number[]): boolean =>
  shares.every((share) => share <= 1) && shares.some((share) => share > 0 && share < 1);

const fieldOf = (name: string): keyof ListedCompany | undefined => {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/\s*\((?:us\$|\$)?\s*(?:m|mn|%)?\)$/, '');
  return (Object.keys(COLUMNS) as (keyof ListedCompany)[]).find((field) => COLUMNS[field].includes(plain));
};

const delimiterOf = (text: string): string => {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  return [';', '\t'].find((one) => head.split(one).length > head.split(',').length) ?? ',';
};
