import {
  askButton,
  type ButtonOffer,
  bold,
  context,
  header,
  inlineCode,
  type Line,
  lineSentences,
  lines,
  plainText,
  section,
} from './block-builders.ts';
import {
  type ActionsBlock,
  type Block,
  type Button,
  type ChartBlock,
  type DataTableBlock,
  type Message,
  SLACK_LIMITS,
} from './block-kit.ts';
import { change, escaped, NBSP, screenReaderText, sentence } from './formats.ts';

/** Messages of a fixed outline: the short answer to a question, and what is said of things that a team keeps. */

/** A block, and what the text says in its place. */
export interface MessagePart {
  readonly block?: Block | undefined;
  readonly text: string;
}

/** The outline of an answer: header, numbers, labelled lines, buttons, what is beneath them, sources. */
interface ShortAnswer {
  readonly heading: string;
  /** What the numbers are, before them. */
  readonly opening?: string | undefined;
  readonly table?: DataTableBlock | undefined;
  /** What the text says of the numbers; the rows of the table unless given. */
  readonly tableText?: string | undefined;
  readonly chart?: ChartBlock | undefined;
  readonly lines: readonly Line[];
  readonly offers: readonly ButtonOffer[];
  /** Under the buttons, in order. */
  readonly beneath?: readonly MessagePart[] | undefined;
  /** Where it is from. */
  readonly source: readonly string[];
  /** The id of the answer. */
  readonly id: string;
}

/** The first that a header has room for; the last, cut short, where none is short enough. */
export const fitHeading = (...headings: readonly [string, ...string[]]): string =>
  headings.find((heading) => heading.length <= SLACK_LIMITS.header) ??
  `${(headings.at(-1) as string).slice(0, SLACK_LIMITS.header - 1)}…`;

/** `SmallCap: Net income +4.39%, Interest p.a. −$2.61m.`, a row a sentence. */
export const rowSentences = ({ rows: [heads, ...rows] }: DataTableBlock): string =>
  rows
    .map(([name, ...cells]) => {
      const told = cells.map(({ text }, at) => `${heads?.[at + 1]?.text ?? ''} ${text}`.trim());
      return `${name?.text ?? ''}: ${told.join(', ')}.`;
    })
    .join(' ');

/** `Russell lead over S&P, %, since 18 Sep 2025: Oct −2.49%, Nov −5.70%.` */
const chartWords = ({ title, chart: { series } }: ChartBlock): string =>
  series
    .map(
      ({ name, data }) =>
        `${title}, ${name}: ${data.map(({ label, value }) => `${label} ${change(value)}`).join(', ')}.`,
    )
    .join(' ');

const unbrokenNames = (words: string): string => words.replace(/(?<=[Nn]ote|Answer) (?=\w)/g, NBSP);

const hasWords = (words: string | undefined): words is string => words !== undefined;

/** Renders it; the top-level text says the same in reading order. */
export const renderShortAnswer = (answer: ShortAnswer): Message => {
  const { heading, opening, table, tableText = table && rowSentences(table), chart, beneath = [], offers } = answer;
  const source = [...answer.source, 'Not investment advice', `Answer ${answer.id}`].map(unbrokenNames);
  const blocks: Block[] = [
    header(heading),
    ...(opening === undefined ? [] : [section(escaped(opening))]),
    ...(table ? [table] : []),
    ...(chart ? [chart] : []),
    ...(answer.lines.length > 0 ? [lines(answer.lines)] : []),
    ...(offers.length > 0 ? [{ type: 'actions' as const, elements: offers.map(askButton) }] : []),
    ...beneath.flatMap(({ block }) => block ?? []),
    context(escaped(source.join(`${NBSP}· `))),
  ];
  const text = [
    sentence(heading),
    opening,
    tableText,
    chart && chartWords(chart),
    ...lineSentences(answer.lines),
    ...beneath.map(({ text }) => text),
    ...source.map(sentence),
  ];
  return { text: screenReaderText(escaped(text.filter(hasWords).join(' '))), blocks };
};

/** Buttons of one kind of thing, told apart by what they do: `note:edit`, and `note:drop:2` where a message has several. */
export const buttonsOf = <Action extends string>(kind: string, actions: readonly Action[]) => ({
  /** @param more `at` tells buttons of one action apart in a message; `spoken` is what screen readers say instead of the label */
  button: (
    action: Action,
    label: string,
    value: string,
    { at, spoken }: { readonly at?: number; readonly spoken?: string } = {},
  ): Button => ({
    type: 'button',
    action_id: `${kind}:${action}${at === undefined ? '' : `:${at}`}`,
    text: plainText(label),
    value,
    ...(spoken !== undefined && { accessibility_label: spoken }),
  }),
  /** The action of a button by its action id; undefined for other buttons. */
  actionOf: (actionId: string): Action | undefined =>
    actions.find((one) => actionId === `${kind}:${one}` || actionId.startsWith(`${kind}:${one}:`)),
});

/** A row of buttons; nothing where there is none. */
export const buttonRow = (elements: readonly Button[]): readonly ActionsBlock[] =>
  elements.length > 0 ? [{ type: 'actions', elements }] : [];

/** A message. @param title not escaped @param more what its text says behind the title, escaped */
export const titledMessage = (title: string, blocks: readonly Block[], ...more: readonly string[]): Message => ({
  text: screenReaderText([escaped(sentence(title)), ...more.filter((one) => one !== '')].join(' ')),
  blocks,
});

/** A bold sentence, buttons, and a grey line under it. @param hint escaped already */
export const noticeMessage = (words: string, buttons: readonly Button[] = [], hint?: string): Message =>
  titledMessage(
    words,
    [section(bold(sentence(words))), ...buttonRow(buttons), ...(hint === undefined ? [] : [context(hint)])],
    ...(hint === undefined ? [] : [hint.replaceAll('`', '')]),
  );

/** One sentence, such as a terminal's. */
export const plainMessage = (words: string): Message => titledMessage(words, [section(escaped(sentence(words)))]);

/** What a command does. @param usage words may hold `code` @param foot a grey line */
export const usageMessage = (
  title: string,
  usage: readonly (readonly [command: string, words: string])[],
  buttons: readonly Button[],
  foot: string,
): Message =>
  titledMessage(
    title,
    [
      header(title),
      section(usage.map(([command, words]) => `${inlineCode(command)}  ${escaped(words)}`).join('\n')),
      ...buttonRow(buttons),
      context(foot),
    ],
    ...usage.map(([command, words]) => escaped(`${command}: ${words.replaceAll('`', '')}.`)),
    foot,
  );

/** The part of a list that begins at a place, from 0; the first part where there is no such place. */
export const pageFrom = <T>(all: readonly T[], from: number, most: number) => {
  const begin = from >= 0 && from < all.length ? from : 0;
  const shown = all.slice(begin, begin + most);
  return { shown, begin, end: begin + shown.length };
};
