import type { Block, ChartBlock, ContainerBlock, DataTableBlock, Message } from './block-kit.ts';
import { askButton, type ButtonOffer, context, header, type Line, lineSentences, lines, section } from './build.ts';
import { change, escaped, NBSP, sentence, spoken } from './formats.ts';
import { LIMITS } from './limits.ts';

/** An answer in one screen: header, numbers, labelled lines, buttons, sources. */
export interface ShortAnswer {
  readonly heading: string;
  /** What the numbers are, before them. */
  readonly opening?: string | undefined;
  readonly table?: DataTableBlock | undefined;
  readonly chart?: ChartBlock | undefined;
  readonly lines: readonly Line[];
  readonly offers: readonly ButtonOffer[];
  /** Folded away, with what is spoken of it. */
  readonly folded?: { readonly block: ContainerBlock; readonly spoken: string } | undefined;
  /** Where it is from. */
  readonly source: readonly string[];
  /** The id of the answer. */
  readonly id: string;
}

/** The first that a header has room for; the last, cut short, where none is short enough. */
export const fitted = (...headings: readonly [string, ...string[]]): string =>
  headings.find((heading) => heading.length <= LIMITS.header) ??
  `${(headings.at(-1) as string).slice(0, LIMITS.header - 1)}…`;

/** `SmallCap: Net income +4.39%, Interest p.a. −$2.61m.`, a row a sentence. */
export const tableWords = ({ rows: [heads, ...rows] }: DataTableBlock): string =>
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

/** Draws it; the text says the same in reading order. */
export const renderShort = (answer: ShortAnswer): Message => {
  const { heading, opening, table, chart, folded, offers } = answer;
  const source = [...answer.source, 'Not investment advice', `Answer ${answer.id}`].map(unbrokenNames);
  const blocks: Block[] = [
    header(heading),
    ...(opening === undefined ? [] : [section(escaped(opening))]),
    ...(table ? [table] : []),
    ...(chart ? [chart] : []),
    ...(answer.lines.length > 0 ? [lines(answer.lines)] : []),
    ...(offers.length > 0 ? [{ type: 'actions' as const, elements: offers.map(askButton) }] : []),
    ...(folded ? [folded.block] : []),
    context(escaped(source.join(`${NBSP}· `))),
  ];
  const text = [
    sentence(heading),
    ...(opening === undefined ? [] : [opening]),
    ...(table ? [tableWords(table)] : []),
    ...(chart ? [chartWords(chart)] : []),
    ...lineSentences(answer.lines),
    ...(folded ? [folded.spoken] : []),
    ...source.map(sentence),
  ].join(' ');
  return { text: spoken(escaped(text)), blocks };
};
