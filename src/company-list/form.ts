import {
  COMPANY_LIMITS,
  type CompanyTexts,
  type FieldProblem,
  type ListChange,
  type ListedCompany,
  parseCompany,
} from '../companies/index.ts';
import {
  capitalized,
  context,
  type FieldText,
  type FilledIn,
  field,
  type ModalView,
  modal,
  textInput,
} from '../message/index.ts';

export const COMPANY_FORM = 'company';
/** Action id of every field; the block id tells them apart. */
const FIELD_ACTION = 'company-field';
const FIELD_BLOCK = 'company-';

type Field = keyof ListedCompany;

/** In the order in which a person knows them. What moves the answer is asked for, and never guessed. */
const FIELDS: Readonly<Record<Field, FieldText>> = {
  name: { label: 'Name' },
  ticker: { label: 'Ticker', isOptional: true },
  ebitda: { label: 'EBITDA, US$ m a year', hint: 'Below zero where it is negative', isOptional: true },
  netIncome: { label: 'Net income, US$ m a year', hint: 'Below zero, or in brackets, for a loss' },
  debt: { label: 'Total debt, US$ m' },
  floatingShare: { label: 'Floating share of debt, %', hint: 'Not tagged in filings: see the note on debt' },
  hedgedShare: { label: 'Hedged share of the floating debt, %', hint: '0 where nothing is swapped or capped' },
  rate: { label: 'Interest rate on debt, %', hint: 'Not needed without debt', isOptional: true },
  cash: { label: 'Cash whose yield floats, US$ m', isOptional: true },
  weight: { label: 'Weight in the portfolio, %', isOptional: true },
};
const NAMES = Object.keys(FIELDS) as readonly Field[];

const blockId = (field: Field): string => `${FIELD_BLOCK}${field}`;

/** What the form of a company is opened with. */
interface CompanyFormInput {
  /** Comes back with what is filled in. */
  readonly privateMetadata: string;
  /** The company that is edited; absent for a new one. */
  readonly edited?: ListedCompany | undefined;
  /** What a new one begins with. */
  readonly begins?: Partial<ListedCompany> | undefined;
}

/** Renders the form: empty for a new company, or filled in with one of the list. */
export const renderCompanyForm = ({ privateMetadata, edited, begins = {} }: CompanyFormInput): ModalView => {
  // a company of a file may not have said what is hedged: it is asked for here
  const given: Partial<ListedCompany> = edited ?? begins;
  const texts: Partial<Record<Field, string>> = Object.fromEntries(
    NAMES.flatMap((field) => (given[field] === undefined ? [] : [[field, String(given[field])]])),
  );
  const { title, submit } = edited
    ? { title: 'Edit company', submit: 'Save' }
    : { title: 'New company', submit: 'Add' };
  return modal(COMPANY_FORM, { title, submit }, privateMetadata, [
    ...NAMES.map((name) => field(blockId(name), FIELDS[name], textInput(FIELD_ACTION, texts[name]))),
    context('Floating share and hedges decide what a rate move does: nothing is assumed where they are not known.'),
  ]);
};

/** The form, read: a company, or what is wrong, by block id. */
type ParsedCompanyForm =
  | { readonly kind: 'company'; readonly company: ListedCompany }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

const problemWords = ({ field, kind }: FieldProblem): string => {
  if (kind === 'no number') return 'A number, such as 1,160.9 or −12';
  if (kind === 'missing') return field === 'rate' ? 'Needed where there is debt' : 'Needed: nothing is assumed';
  return capitalized(COMPANY_LIMITS[field]);
};

/** Reads the form field by field. */
export const parseCompanyForm = (filledIn: FilledIn): ParsedCompanyForm => {
  const texts: CompanyTexts = Object.fromEntries(
    NAMES.map((field) => {
      const typed = filledIn[blockId(field)];
      return [field, typeof typed === 'string' ? typed : ''];
    }),
  );
  const parsed = parseCompany(texts);
  const problems: readonly FieldProblem[] = [
    ...(parsed.kind === 'wrong' ? parsed.problems : []),
    ...(texts.hedgedShare?.trim() === '' ? [{ field: 'hedgedShare', kind: 'missing' } as const] : []),
  ];
  if (parsed.kind === 'company' && problems.length === 0) return parsed;
  return { kind: 'wrong', errors: Object.fromEntries(problems.map((one) => [blockId(one.field), problemWords(one)])) };
};

/** What is said at which field where the list does not take a company; undefined where it does. */
export const listErrors = (change: ListChange): Readonly<Record<string, string>> | undefined => {
  if (change.kind === 'taken') return { [blockId(change.field)]: `${change.by.name} is in the list already` };
  if (change.kind === 'full') return { [blockId('name')]: 'The list is full: it holds 500 companies' };
  if (change.kind === 'gone') return { [blockId('name')]: 'Somebody has removed it from the list meanwhile' };
  return undefined;
};
