import {
  type LineProblem,
  type ListedCompany,
  MOST_COMPANIES,
  parseCompanies,
  withImported,
} from '../companies/index.ts';
import {
  choiceInput,
  context,
  escaped,
  type FilledIn,
  field,
  type ModalView,
  modal,
  option,
  pastedParts,
  pasteFields,
  plural,
  SLACK_LIMITS,
  section,
  type ViewBlock,
} from '../message/index.ts';

export const IMPORT_FORM = 'company-import';
const FIELD_ACTION = 'company-table';
const TABLE_BLOCK = 'company-table-';
const MODE_BLOCK = 'company-mode';
const COLUMNS = 'name,ticker,ebitda,net_income,debt,floating_share,rate,cash,hedged_share,weight';

const MODES = [
  option('add', 'Add to the list; same name or ticker: replaced'),
  option('replace', 'Replace the whole list'),
] as const;

/** A pasted table, as it was filled in. */
interface PastedTable {
  readonly text: string;
  readonly mode: 'add' | 'replace';
}

/** What was pasted, its parts put together. */
export const pastedTable = (filledIn: FilledIn): PastedTable => {
  const texts = pastedParts(filledIn, TABLE_BLOCK).filter((one) => one.trim() !== '');
  return {
    text: texts.map((one) => one.replace(/\s+$/, '')).join('\n'),
    mode: filledIn[MODE_BLOCK] === 'replace' ? 'replace' : 'add',
  };
};

/** What a pasted table comes to beside the list there is. */
type CheckedImport =
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
  const left = problems.length > 0 ? `, ${plural(problems.length, 'line is', 'lines are')} left out` : '';
  const headline =
    checked.kind === 'none'
      ? `*No line can be used*${left}. Nothing is kept.`
      : `*${plural(checked.imported.length, 'company', 'companies')} read*${left}. The list then has ${checked.companies.length}. Nothing is kept until you press Keep.`;
  return [section(headline), ...sectionsOf(problems.map(({ line, words }) => `Line ${line}: ${escaped(words)}`))];
};

/** What the form of an import shows. */
interface ImportFormInput {
  /** Comes back with what is filled in. */
  readonly privateMetadata: string;
  /** What was read of what is filled in; absent before. */
  readonly checked?: Exclude<CheckedImport, { kind: 'wrong' }>;
}

/**
 * Renders the form of an import. The first time it reads what is pasted, and says line by line what cannot be used; what is
 * pasted can be corrected there, since Slack keeps what stands in fields whose ids stay.
 */
export const renderImportForm = ({ privateMetadata, checked }: ImportFormInput): ModalView => {
  const submit = checked?.kind === 'ready' ? `Keep ${checked.imported.length}` : 'Check';
  return modal(IMPORT_FORM, { title: 'Import companies', submit }, privateMetadata, [
    ...(checked
      ? found(checked)
      : [section(`Up to ${MOST_COMPANIES} lines under these headings, in any order:\n\`${COLUMNS}\``)]),
    field(MODE_BLOCK, { label: 'What becomes of the list' }, choiceInput('radio_buttons', FIELD_ACTION, MODES)),
    ...pasteFields(
      TABLE_BLOCK,
      FIELD_ACTION,
      { label: 'Table, with its line of headings', hint: 'Copied from a spreadsheet or a CSV file; US$ m and %' },
      'Table',
    ),
    context('A field takes 3,000 characters: a longer table goes on in the next one, from a whole line on.'),
  ]);
};
