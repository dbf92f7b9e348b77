import type { CompanyListEffect, KeptCompanies, ListedCompany } from '../companies/index.ts';
import {
  type Button,
  buttonRow,
  buttonsOf,
  type Cell,
  cell,
  context,
  type DataTableBlock,
  dataTable,
  day,
  dollars,
  escaped,
  header,
  inlineCode,
  type Message,
  noticeMessage,
  numberCell,
  pageFrom,
  plainMessage,
  plural,
  rowSentences,
  share,
  titledMessage,
  usageMessage,
} from '../message/index.ts';
import { isoDate } from '../units.ts';

const ACTIONS = ['add', 'edit', 'import', 'list', 'list-next', 'show', 'remove', 'keep', 'fill'] as const;
/** What a button of the list does. */
export type CompanyAction = (typeof ACTIONS)[number];

const { button: companyButton, actionOf: companyActionOf } = buttonsOf('company', ACTIONS);

export { companyActionOf, companyButton };

const ADD = companyButton('add', 'Add a company', 'company:add');
const IMPORT = companyButton('import', 'Import a table', 'company:import');

const counted = (count: number): string => plural(count, 'company', 'companies');

const USAGE: readonly (readonly [command: string, words: string])[] = [
  [
    '/company add',
    'opens a form; `/company add ACME` begins it with the name, or with what filings give of the ticker',
  ],
  ['/company edit NAME', 'the same form, filled in; a name or a ticker'],
  ['/company remove NAME', 'asks back before anything is removed'],
  ['/company list', 'who is in the list, which only you see'],
  ['/company import', 'a table of up to 500, pasted from a spreadsheet'],
  ['/ratecut 50bps ours', 'what a move does to all of them'],
  ['/ratecut 50bps ACME vs LargeCap', 'and to some'],
];
const WHO_MAY = 'Members of this workspace may change the list; guests may not. Nobody else sees it.';

/** What `/company` does. @param unread words that were not understood */
export const renderCompanyHelp = (count: number, unread?: string): Message =>
  usageMessage(
    unread === undefined ? 'Companies of your own' : `“${unread}” is nothing that /company does`,
    USAGE,
    [ADD, IMPORT, ...(count > 0 ? [companyButton('list', `List ${count}`, '0')] : [])],
    WHO_MAY,
  );

/** So many are shown at once: a longer message is no longer read. */
const PAGE = 50;
const ROWS_AT_ONCE = 10;

const millions = (value: number): Cell => numberCell(value, dollars(value));

const tableOf = (companies: readonly ListedCompany[]): DataTableBlock => {
  const hasWeights = companies.some(({ weight }) => weight !== undefined);
  return {
    ...dataTable(
      'Companies of this workspace',
      ['Company', 'Net income', 'Debt', 'Floating', ...(hasWeights ? ['Weight'] : [])],
      companies.map(({ name, ticker, netIncome, debt, floatingShare, weight }) => [
        cell(ticker === undefined ? name : `${name} (${ticker})`),
        millions(netIncome),
        millions(debt),
        numberCell(floatingShare, share(floatingShare)),
        ...(hasWeights ? [weight === undefined ? cell('none') : numberCell(weight, share(weight))] : []),
      ]),
    ),
    page_size: ROWS_AT_ONCE,
  };
};

const HOW = `${inlineCode('/company edit NAME')} and ${inlineCode('/company remove NAME')} change one`;

const SPOKEN_WHOLE = 10;
const MOST_SPOKEN = 3_500;

/** What a screen reader gives of a page: a few rows whole, else the names, as far as a message's text goes. */
const spoken = (companies: readonly ListedCompany[], table: DataTableBlock): string => {
  if (companies.length <= SPOKEN_WHOLE) return escaped(rowSentences(table));
  const names = companies.map(({ name }) => escaped(name));
  const said = names.filter((_, at) => names.slice(0, at + 1).join(', ').length <= MOST_SPOKEN);
  const more = names.length - said.length;
  return `${said.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
};

const pageButton = (action: CompanyAction, words: string, from: number, to: number): Button =>
  companyButton(action, `${words}: ${from + 1} to ${to}`, String(from));

/** The list, fifty at a time. @param from where it begins, counted from 0 */
export const renderCompanyList = (list: KeptCompanies | undefined, from = 0): Message => {
  const count = list?.companies.length ?? 0;
  if (list === undefined || count === 0)
    return noticeMessage('No companies of your own are listed yet', [ADD, IMPORT], WHO_MAY);
  const { shown, begin, end } = pageFrom(list.companies, from, PAGE);
  const title = count <= PAGE ? counted(count) : `${counted(count)}, ${begin + 1} to ${end}`;
  const table = tableOf(shown);
  const changed = `Changed ${day(isoDate(list.changedAt.slice(0, 10)))} by <@${list.changedBy}>`;
  const pages = [
    ...(begin > 0 ? [pageButton('list', 'Before', Math.max(0, begin - PAGE), begin)] : []),
    ...(end < count ? [pageButton('list-next', 'Next', end, Math.min(count, end + PAGE))] : []),
  ];
  return titledMessage(
    title,
    [header(title), table, ...buttonRow(pages), context(`${changed} · ${HOW}`)],
    spoken(shown, table),
    `${changed}.`,
  );
};

/** What came of a change to the list. */
export type CompanyNotice =
  | { readonly kind: 'added' | 'saved' | 'removed'; readonly name: string; readonly count: number }
  | { readonly kind: 'imported'; readonly imported: number; readonly leftOut: number; readonly count: number }
  | { readonly kind: 'taken'; readonly name: string }
  | { readonly kind: 'full' }
  | { readonly kind: 'none of that name'; readonly name: string; readonly count: number }
  | { readonly kind: 'kept'; readonly name: string }
  | { readonly kind: 'not saved' }
  | { readonly kind: 'guest' }
  /** The form opens by a button, where nothing else may open one. */
  | { readonly kind: 'form'; readonly action: 'add' | 'import' }
  | { readonly kind: 'edit form'; readonly name: string }
  | { readonly kind: 'really'; readonly name: string };

const ASK_OURS = `Ask ${inlineCode('/ratecut 50bps ours')}`;

/** Says what came of a change. */
export const renderCompanyNotice = (said: CompanyNotice): Message => {
  switch (said.kind) {
    case 'added':
      return noticeMessage(`${said.name} is in the list, which has ${counted(said.count)}`, [ADD], ASK_OURS);
    case 'saved':
      return noticeMessage(`${said.name} is changed`, [], ASK_OURS);
    case 'removed':
      return noticeMessage(
        `${said.name} is removed; ${said.count === 0 ? 'none is left' : `${counted(said.count)} are left`}`,
      );
    case 'imported': {
      const left = said.leftOut === 0 ? '' : `, ${plural(said.leftOut, 'line was', 'lines were')} left out`;
      return noticeMessage(
        `${counted(said.imported)} imported${left}; the list has ${said.count}`,
        [companyButton('list', 'Show the list', '0')],
        ASK_OURS,
      );
    }
    case 'taken':
      return noticeMessage(`${said.name} is in the list already: nothing is changed`, [
        companyButton('edit', `Edit ${said.name}`.slice(0, 75), said.name),
      ]);
    case 'full':
      return noticeMessage('The list is full: it holds 500 companies. Nothing is changed');
    case 'none of that name':
      return noticeMessage(
        `No company “${said.name}” is in the list`,
        said.count > 0 ? [companyButton('list', `List ${said.count}`, '0'), ADD] : [ADD, IMPORT],
      );
    case 'kept':
      return noticeMessage(`${said.name} stays in the list`);
    case 'not saved':
      return noticeMessage('That could not be saved: nothing is changed. Try again in a minute');
    case 'guest':
      return noticeMessage('Guests of this workspace may not change its companies');
    case 'form':
      return noticeMessage('A form opens by this button', [said.action === 'add' ? ADD : IMPORT]);
    case 'edit form':
      return noticeMessage('A form opens by this button', [
        companyButton('edit', `Edit ${said.name}`.slice(0, 75), said.name),
      ]);
    case 'really':
      return noticeMessage(`Remove ${said.name} from the list?`, [
        companyButton('remove', 'Remove it', said.name),
        companyButton('keep', 'Keep it', said.name),
      ]);
  }
};

/** What the Home tab says of the list. */
export const companiesAtHome = (list: KeptCompanies | undefined): string => {
  const count = list?.companies.length ?? 0;
  const words =
    list === undefined || count === 0
      ? `none is listed yet; ${inlineCode('/company add')} takes one, ${inlineCode('/company import')} a table`
      : `${count} listed, changed ${day(isoDate(list.changedAt.slice(0, 10)))}; ${inlineCode('/company list')} shows them`;
  return `*Companies*  ${words}\nMembers of this workspace may change them; guests may not.`;
};

const terminalWords = (effect: CompanyListEffect): string => {
  switch (effect.do) {
    case 'help':
      return '/company add, edit NAME, remove NAME, list and import keep companies of your own in Slack; here they come from a file, with --companies FILE.csv';
    case 'list':
      return 'A terminal keeps no list: it has the companies of the file behind --companies. In Slack this lists them';
    case 'add':
    case 'import':
      return `A terminal has no form. In Slack this opens one; here companies come from a file, with --companies FILE.csv`;
    case 'edit':
      return `A terminal has no form. In Slack this opens that of ${effect.name}`;
    case 'remove':
      return `A terminal keeps no list. In Slack this removes ${effect.name}, once it is confirmed`;
  }
};

/** Renders what a `/company` command would do in Slack, for a terminal, where no list is kept. */
export const renderCompanyForTerminal = (effect: CompanyListEffect): Message => plainMessage(terminalWords(effect));
