import {
  type LineProblem,
  type ListedCompany,
  MOST_COMPANIES,
  parseCompanies,
  withImported,
} from '../companies/index.ts';
import {
  context,
  escaped,
  type InputBlock,
  type ModalView,
  type Option,
  plainText,
  SLACK_LIMITS,
  section,
  type ViewBlock,
} from '../message/index.ts';

export const IMPORT_FORM = 'company-import';
const FIELD_ACTION = 'company-table';
const TABLE_BLOCK = 'company-table-';
const MODE_BLOCK = 'company-mode';
/** Slack takes 3,000 characters in a field: together about 500 lines. */
const PARTS = 10;

const COLUMNS = 'name,ticker,ebitda,net_income,debt,floating_share,rate,cash,hedged_share,weight';

const MODES: readonly [Option, Option] = [
  { text: plainText('Add to the list; same name or ticker: replaced'), value: 'add' },
  { text: plainText('Replace the whole list'), value: 'replace' },
];

const part = (number: number): InputBlock => ({
  type: 'input',
  block_id: `${TABLE_BLOCK}${number}`,
  label: plainText(number === 1 ? 'Table, with its line of headings' : `Table, part ${number}`),
  element: { type: 'plain_text_input', action_id: FIELD_ACTION, multiline: true },
  ...(number === 1
    ? { hint: plainText('Copied from a spreadsheet or a CSV file; US$ m and %') }
    : { optional: true as const }),
});

/** A pasted table, as it was filled in. */
export interface PastedTable {
  readonly text: string;
  readonly mode: 'add' | 'replace';
}

/** What was pasted, its parts put together. */
export const pastedTable = (filledIn: Readonly<Record<string, unknown>>): PastedTable => {
  const parts = Array.from({ length: PARTS }, (_, at) => filledIn[`${TABLE_BLOCK}${at + 1}`]);
  const texts = parts.flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one.replace(/\s+$/, '')] : []));
  return { text: texts.join('\n'), mode: filledIn[MODE_BLOCK] === 'replace' ? 'replace' : 'add' };
};

/** What a pasted table comes to beside the list there is. */
export type CheckedImport =
  | {
      readonly kind: 'ready';
      readonly imported: readonly ListedCompany[];
      readonly problems: readonly LineProblem[];
      /** The list as it is from then on. */
      readonly companies: readonly ListedCompany[];
    }
  | { readonly kind: 'none'; readonly problems: readonly LineProblem[] }
  /** By block id. */
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

const LONGEST_ERROR = 150;

/** Reads a pasted table, each line that cannot be read named by its number. */
export const checkImport = ({ text, mode }: PastedTable, before: readonly ListedCompany[]): CheckedImport => {
  const wrong = (words: string): CheckedImport => ({
    kind: 'wrong',
    errors: { [`${TABLE_BLOCK}1`]: words.slice(0, LONGEST_ERROR) },
  });
  const parsed = parseCompanies(text);
  if (parsed.kind === 'refused') return wrong(parsed.words);
  const { companies: imported, problems } = parsed;
  if (imported.length === 0) return { kind: 'none', problems };
  const companies = withImported(mode === 'replace' ? [] : before, imported);
  return companies
    ? { kind: 'ready', imported, problems, companies }
    : wrong(`With these the list would have more than ${MOST_COMPANIES} companies`);
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Lines in as few sections as hold them. */
const sectionsOf = (lines: readonly string[]): readonly ViewBlock[] => {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < SLACK_LIMITS.sectionText)
      texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts.map((text) => section(text));
};

const found = (checked: Exclude<CheckedImport, { kind: 'wrong' }>): readonly ViewBlock[] => {
  const { problems } = checked;
  const left = problems.length > 0 ? `, ${counted(problems.length, 'line is', 'lines are')} left out` : '';
  const headline =
    checked.kind === 'none'
      ? `*No line can be used*${left}. Nothing is kept.`
      : `*${counted(checked.imported.length, 'company', 'companies')} read*${left}. The list then has ${checked.companies.length}. Nothing is kept until you press Keep.`;
  return [section(headline), ...sectionsOf(problems.map(({ line, words }) => `Line ${line}: ${escaped(words)}`))];
};

/** What the form of an import shows. */
export interface ImportFormInput {
  /** Comes back with what is filled in. */
  readonly privateMetadata: string;
  /** What was read of what is filled in; absent before. */
  readonly checked?: Exclude<CheckedImport, { kind: 'wrong' }>;
}

/**
 * Renders the form of an import. The first time it reads what is pasted, and says line by line what cannot be used; what is
 * pasted can be corrected there, since Slack keeps what stands in fields whose ids stay.
 */
export const renderImportForm = ({ privateMetadata, checked }: ImportFormInput): ModalView => ({
  type: 'modal',
  callback_id: IMPORT_FORM,
  title: plainText('Import companies'),
  submit: plainText(checked?.kind === 'ready' ? `Keep ${checked.imported.length}` : 'Check'),
  close: plainText('Cancel'),
  private_metadata: privateMetadata,
  blocks: [
    ...(checked
      ? found(checked)
      : [section(`Up to ${MOST_COMPANIES} lines under these headings, in any order:\n\`${COLUMNS}\``)]),
    {
      type: 'input',
      block_id: MODE_BLOCK,
      label: plainText('What becomes of the list'),
      element: { type: 'radio_buttons', action_id: FIELD_ACTION, options: MODES, initial_option: MODES[0] },
    },
    ...Array.from({ length: PARTS }, (_, at) => part(at + 1)),
    context('A field takes 3,000 characters: a longer table goes on in the next one, from a whole line on.'),
  ],
});
