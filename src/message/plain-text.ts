import { section } from './block-builders.ts';
import { type Block, type Cell, type ChartBlock, type Message, SLACK_LIMITS } from './block-kit.ts';
import { change, escaped, NBSP, unescaped } from './formats.ts';

/** mrkdwn as bare words: links keep their name, bold and code lose their signs. */
const bare = (mrkdwn: string): string =>
  unescaped(mrkdwn.replace(/<[^|>]+\|([^>]+)>/g, '$1').replace(/\*([^*\n]+)\*/g, '$1')).replaceAll('`', '');

const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart((widths[at] ?? 0) + 3)))
        .join('')
        .trimEnd(),
    )
    .join('\n');
};

const chartRows = ({ chart }: ChartBlock, title: string): readonly (readonly string[])[] => [
  [title, ...chart.series.map(({ name }) => name)],
  ...chart.axis_config.categories.map((category, at) => [
    category,
    ...chart.series.map(({ data }) => change(data[at]?.value ?? 0)),
  ]),
];

const cellText = ({ text }: Cell): string => text;

/** One block as readable words; nothing for buttons, which need a place to click. */
const wordsOf = (block: Block): string => {
  switch (block.type) {
    case 'header':
      return block.text.text;
    case 'section':
      return bare(block.text.text);
    case 'context':
      return block.elements.map(({ text }) => bare(text)).join('\n');
    case 'data_table':
      return columns(block.rows.map((row) => row.map(cellText)));
    case 'data_visualization':
      return columns(chartRows(block, block.title));
    case 'rich_text':
      return block.elements
        .map((element) => {
          const sections = element.type === 'rich_text_list' ? element.elements : [element];
          const prefix = element.type === 'rich_text_list' ? '  - ' : '';
          return sections.map((one) => prefix + one.elements.map(({ text }) => text).join('')).join('\n');
        })
        .join('\n');
    case 'container':
      return [block.title.text, ...block.child_blocks.map(wordsOf)].join('\n\n');
    case 'actions':
    case 'context_actions':
      return '';
  }
};

/** The message as a terminal shows it: the same content, plain spaces, nothing escaped. */
export const asPlainText = ({ blocks }: Message): string =>
  blocks
    .map(wordsOf)
    .filter((words) => words.length > 0)
    .join('\n\n')
    .replaceAll(NBSP, ' ');

/** One block as mrkdwn texts: what is mrkdwn already stays, tables keep their columns, the rest is escaped words. */
const mrkdwnOf = (block: Block): readonly string[] => {
  if (block.type === 'section') return [block.text.text];
  if (block.type === 'context') return [block.elements.map(({ text }) => text).join('\n')];
  if (block.type === 'container') return block.child_blocks.flatMap(mrkdwnOf);
  const words = escaped(wordsOf(block));
  const isTabular = block.type === 'data_table' || block.type === 'data_visualization';
  return words.length === 0 ? [] : [isTabular ? `\`\`\`${words}\`\`\`` : words];
};

/** The message in sections and text only: what is posted where Slack refuses the richer blocks. */
export const asSections = ({ text, blocks }: Message): Message => ({
  text,
  blocks: blocks.flatMap(mrkdwnOf).map(section),
});

/** Cut where no link, mention or escaped character is split. @param most characters, the ellipsis included */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[<&][^>;\s]*$/, '')}…`;

/** The top-level text alone, cut to one section: what is posted where Slack refuses the sections too. */
export const asOneSection = ({ text }: Message): Message => {
  const short = cut(text, SLACK_LIMITS.sectionText);
  return { text: short, blocks: [section(short)] };
};
