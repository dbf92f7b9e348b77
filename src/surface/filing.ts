import type { FiledField, FiledFigure, FiledValue, FilingOutcome, MissingFigure } from '../filings/index.ts';
import {
  type Block,
  type Button,
  capitalized,
  cell,
  context,
  type DataTableBlock,
  dataTable,
  day,
  dollars,
  escaped,
  fitHeading,
  foldedContainer,
  header,
  type Line,
  lineSentences,
  lines,
  listed,
  type Message,
  numberCell,
  rowSentences,
  screenReaderText,
  section,
  sentence,
  share,
} from '../message/index.ts';

/** What `/company add TICKER` found in filings: each figure with its tags, period and filing, and what is to be asked. */

type Found = Extract<FilingOutcome, { kind: 'found' }>;

const NAMES: Readonly<Record<FiledField, string>> = {
  netIncome: 'net income',
  ebitda: 'EBITDA',
  debt: 'debt',
  rate: 'interest rate',
  cash: 'cash',
};
const ASKED_NAMES: Readonly<Record<Found['asked'][number], string>> = {
  floatingShare: 'the floating share',
  hedgedShare: 'the hedged share',
};

/** Behind a colon; a tag keeps its capital. */
const uncapitalized = (words: string): string => words.replace(/^[A-Z](?=[a-z]* )/, (first) => first.toLowerCase());

const amount = ({ field, value }: FiledFigure): string => (field === 'rate' ? share(value) : dollars(value));

const period = ({ start, end }: FiledValue): string =>
  start === undefined ? `at ${day(end)}` : `${day(start)} to ${day(end)}`;

const filing = ({ form, filed }: Pick<FiledValue, 'form' | 'filed'>): string => `${form} of ${day(filed)}`;

/** `OperatingIncomeLoss + DepreciationDepletionAndAmortization`, `InterestExpense ÷ debt`. */
const formula = ({ field, parts }: FiledFigure): string =>
  `${parts.map(({ tag }) => tag).join(' + ')}${field === 'rate' ? ' ÷ debt' : ''}`;

/** True where it is more than the value of one tag. */
const isBuilt = ({ field, parts }: FiledFigure): boolean => field === 'rate' || parts.length > 1;

/** The filings a figure is from, each once. */
const filingsOf = ({ parts }: FiledFigure): string => [...new Set(parts.map(filing))].join(', ');

const tableOf = ({ figures, year }: Found): DataTableBlock =>
  dataTable(
    `From filings, year to ${screenReaderText(day(year.end))}`,
    ['Figure', 'Value', 'Filing'],
    figures.map((figure) => [
      cell(capitalized(NAMES[figure.field])),
      numberCell(figure.value, amount(figure)),
      cell(filingsOf(figure)),
    ]),
  );

const missingWords = ({ field, words, lastTagged }: MissingFigure): string =>
  `${NAMES[field]}: ${uncapitalized(words)}${lastTagged === undefined ? '' : `; it last was for the year to ${day(lastTagged)}`}`;

const restatedWords = (figure: FiledFigure): readonly string[] =>
  figure.parts.flatMap(({ tag, value, form, filed, restatedFrom }) =>
    restatedFrom === undefined
      ? []
      : [
          `${NAMES[figure.field]}: ${tag} was ${dollars(restatedFrom.value)} in the ${filing(restatedFrom)} and is ${dollars(value)} in the ${filing({ form, filed })}`,
        ],
  );

const line = (label: Line['label'], words: readonly string[]): readonly Line[] =>
  words.length === 0 ? [] : [{ label, words: words.map(capitalized).join('. ') }];

const linesOf = ({ figures, missing, asked, isOld, year }: Found): readonly Line[] => [
  { label: 'Asked', words: `${capitalized(listed(asked.map((one) => ASKED_NAMES[one])))}: no filing tags them` },
  ...line('Missing', missing.map(missingWords)),
  ...line('Flag', [
    ...figures.flatMap(restatedWords),
    ...(isOld ? [`The newest annual report is for the year to ${day(year.end)}`] : []),
  ]),
  ...line(
    'Catch',
    figures.flatMap((figure) => figure.caveats.map((words) => `${NAMES[figure.field]}: ${uncapitalized(words)}`)),
  ),
];

const partWords = (part: FiledValue): string =>
  `${part.tag} ${dollars(part.value)}, ${period(part)}, <${part.link}|${filing(part)}, ${part.accession}>`;

const detailsOf = ({ figures }: Found): Block =>
  foldedContainer(
    'Tags, periods and filings',
    figures.map((figure) =>
      section(
        [
          `*${capitalized(NAMES[figure.field])}*  ${amount(figure)}${isBuilt(figure) ? ` = ${formula(figure)}` : ''}`,
          ...figure.parts.map(partWords),
        ].join('\n'),
      ),
    ),
  );

const SOURCE = ['SEC company facts', 'Not investment advice'];
const BY_HAND = 'In Slack /company add opens an empty form; in a terminal, --companies FILE.csv';

const renderNothing = (heading: string, label: Line['label'], words: string): Message => {
  const all = [{ label, words }];
  return {
    text: screenReaderText(escaped([sentence(heading), ...lineSentences(all)].join(' '))),
    blocks: [header(fitHeading(heading)), lines(all)],
  };
};

const renderFound = (found: Found): Message => {
  const { company, year, figures } = found;
  const heading = fitHeading(
    `${company.name} (${company.ticker}): filings for the year to ${day(year.end)}`,
    `${company.ticker}: filings for the year to ${day(year.end)}`,
  );
  const table = tableOf(found);
  const all = linesOf(found);
  const tags = figures.map((figure) => `${capitalized(NAMES[figure.field])} is ${formula(figure)}.`);
  const text = [sentence(heading), rowSentences(table), ...lineSentences(all), ...tags, ...SOURCE.map(sentence)];
  return {
    text: screenReaderText(escaped(text.join(' '))),
    blocks: [
      header(heading),
      ...(figures.length > 0 ? [table] : []),
      lines(all),
      ...(figures.length > 0 ? [detailsOf(found)] : []),
      context(SOURCE.join(' · ')),
    ],
  };
};

const rendered = (outcome: FilingOutcome): Message => {
  switch (outcome.kind) {
    case 'found':
      return renderFound(outcome);
    case 'unknown-ticker':
      return renderNothing(`The SEC lists no company under “${outcome.ticker}”`, 'Instead', BY_HAND);
    case 'no-facts':
      return renderNothing(
        `${outcome.name} (${outcome.ticker}) has filed no annual report with tagged figures`,
        'Instead',
        BY_HAND,
      );
    case 'foreign-report':
      return renderNothing(
        `${outcome.name} (${outcome.ticker}) reports on form ${outcome.form} in ${outcome.currency}, last for the year to ${day(outcome.end)}`,
        'Instead',
        `Only a 10-K in US dollars is read, and nothing is converted. ${BY_HAND}`,
      );
    case 'no-contact':
      return renderNothing(
        'Filings need to know who asks',
        'Missing',
        `SEC_CONTACT, a name with an e-mail address, which the SEC wants in every request; .env.example shows one. ${BY_HAND}`,
      );
    case 'unavailable':
      return renderNothing('Filings cannot be read at the moment', 'Why', `${outcome.words}. ${BY_HAND}`);
  }
};

/**
 * Renders what filings tell of a company, or in words why they tell nothing.
 *
 * @param buttons what can be done with it, where there is a place to click
 */
export const renderFiling = (outcome: FilingOutcome, buttons: readonly Button[] = []): Message => {
  const { text, blocks } = rendered(outcome);
  return { text, blocks: buttons.length > 0 ? [...blocks, { type: 'actions', elements: buttons }] : blocks };
};
