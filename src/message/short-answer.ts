import {
  askButton,
  type ButtonOffer,
  context,
  header,
  type Line,
  lineSentences,
  lines,
  section,
} from './block-builders.ts';
import type { Block, ChartBlock, DataTableBlock, Message } from './block-kit.ts';
import { SLACK_LIMITS } from './block-kit.ts';
import { change, escaped, NBSP, screenReaderText, sentence } from './formats.ts';

/** A block, and what the text says in its place. */
export interface MessagePart {
  readonly block?: Block | undefined;
  readonly text: string;
}

/** The outline of an answer: header, numbers, labelled lines, buttons, what is beneath them, sources. */
export interface ShortAnswer {
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
