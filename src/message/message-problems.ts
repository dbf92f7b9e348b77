import type {
  ActionsBlock,
  Block,
  Button,
  ChartBlock,
  Confirm,
  ContainerBlock,
  ContextActionsBlock,
  DataTableBlock,
  Message,
  Mrkdwn,
  RichTextBlock,
} from './block-kit.ts';
import { SLACK_LIMITS } from './block-kit.ts';

/** A bare `&`, or a `<` that opens neither a link nor a mention of a person or a channel. */
const UNESCAPED = /&(?!(?:amp|lt|gt);)|<(?!https:\/\/[^|>]+\|[^>]+>|@[UW][A-Z0-9]+>|#[CGD][A-Z0-9]+>)/;
const BUG = /NaN|undefined|Infinity|\[object/;

/** A list of `[holds, what is wrong where it does not]`. */
export type Checks = readonly (readonly [holds: boolean, problem: string])[];

/** A text that Slack takes: not empty, not too long. @param most characters */
export const text = (value: string, most: number, name: string): Checks => [
  [value.length > 0, `${name} is empty`],
  [value.length <= most, `${name} has ${value.length} characters, at most ${most}`],
  [!BUG.test(value), `${name} shows a bug: ${value}`],
];

const mrkdwn = (value: Mrkdwn, most: number, name: string): Checks => [
  ...text(value.text, most, name),
  [!UNESCAPED.test(value.text), `${name} is not escaped: ${value.text}`],
];

/** Values that Slack wants to differ from one another. */
export const unique = (values: readonly string[], name: string): Checks => [
  [new Set(values).size === values.length, `${name} hold one value twice`],
];

/** As many as Slack takes. */
export const countChecks = (values: readonly unknown[], least: number, most: number, name: string): Checks => [
  [values.length >= least && values.length <= most, `${name}: ${values.length}, ${least} to ${most}`],
];

const confirmChecks = ({ title, text: asked, confirm, deny }: Confirm, name: string): Checks => [
  ...text(title.text, SLACK_LIMITS.confirmTitle, `${name} confirm title`),
  ...text(asked.text, SLACK_LIMITS.confirmText, `${name} confirm text`),
  ...[confirm, deny].flatMap((one) => text(one.text, SLACK_LIMITS.confirmButton, `${name} confirm button`)),
];

/** A button as Slack takes it. */
export const buttonChecks = (button: Button, name: string): Checks => [
  ...text(button.text.text, SLACK_LIMITS.buttonText, `${name} button`),
  ...text(button.value, SLACK_LIMITS.buttonValue, `${name} button value`),
  ...text(button.action_id, SLACK_LIMITS.actionId, `${name} action id`),
  ...text(button.accessibility_label ?? button.text.text, SLACK_LIMITS.accessibilityLabel, `${name} button label`),
  ...(button.confirm ? confirmChecks(button.confirm, name) : []),
];

const actions = ({ elements }: ActionsBlock, name: string): Checks => [
  ...countChecks(elements, 1, SLACK_LIMITS.actionsElements, `${name} buttons`),
  ...unique(
    elements.map((element) => element.action_id),
    `${name} action ids`,
  ),
  ...elements.flatMap((element) => buttonChecks(element, name)),
];

const feedback = ({ elements }: ContextActionsBlock, name: string): Checks => [
  ...countChecks(elements, 1, SLACK_LIMITS.contextActions, `${name} elements`),
  ...elements.flatMap(({ positive_button: up, negative_button: down, action_id: id }) =>
    [up, down].flatMap((one) => buttonChecks({ ...one, type: 'button', action_id: id }, name)),
  ),
];

const table = ({ caption, rows, page_size: atOnce = 5 }: DataTableBlock, name: string): Checks => [
  ...text(caption, SLACK_LIMITS.sectionText, `${name} caption`),
  ...countChecks(rows, 2, SLACK_LIMITS.tableRows, `${name} rows`),
  ...countChecks(rows[0] ?? [], 1, SLACK_LIMITS.tableColumns, `${name} columns`),
  [Number.isInteger(atOnce) && atOnce >= 1 && atOnce <= 100, `${name} shows ${atOnce} rows at once`],
  [new Set(rows.map((row) => row.length)).size === 1, `${name} rows have different lengths`],
  [
    rows.flat().reduce((sum, cell) => sum + cell.text.length, 0) <= SLACK_LIMITS.tableCharacters,
    `${name} has too many characters`,
  ],
  ...rows
    .flat()
    .flatMap((cell) => [
      ...text(cell.text, SLACK_LIMITS.sectionText, `${name} cell`),
      [cell.type === 'raw_text' || Number.isFinite(cell.value), `${name} holds a value that is no number`] as const,
    ]),
];

const richText = ({ elements }: RichTextBlock, name: string): Checks =>
  elements.flatMap((element) => {
    const sections = element.type === 'rich_text_list' ? element.elements : [element];
    return [
      ...countChecks(sections, 1, SLACK_LIMITS.listItems, `${name} items`),
      ...sections.flatMap((one) => one.elements.flatMap((run) => text(run.text, SLACK_LIMITS.sectionText, name))),
    ];
  });

const chart = ({ title, chart: { series, axis_config: axis } }: ChartBlock, name: string): Checks => [
  ...text(title, SLACK_LIMITS.chartTitle, `${name} title`),
  ...countChecks(series, 1, SLACK_LIMITS.chartSeries, `${name} series`),
  ...countChecks(axis.categories, 1, SLACK_LIMITS.chartPoints, `${name} points`),
  ...unique(axis.categories, `${name} categories`),
  ...unique(
    series.map((one) => one.name),
    `${name} series names`,
  ),
  ...axis.categories.flatMap((label) => text(label, SLACK_LIMITS.chartLabel, `${name} category`)),
  ...series.flatMap(({ name: series, data }) => [
    ...text(series, SLACK_LIMITS.chartSeriesName, `${name} series name`),
    [
      data.map(({ label }) => label).join('|') === axis.categories.join('|'),
      `${name} series ${series} leaves the categories`,
    ] as const,
    [data.every(({ value }) => Number.isFinite(value)), `${name} series ${series} holds no number`] as const,
  ]),
];

const container = ({ title, child_blocks: children }: ContainerBlock, name: string): Checks => [
  ...text(title.text, SLACK_LIMITS.containerTitle, `${name} title`),
  ...countChecks(children, 1, SLACK_LIMITS.containerChildren, `${name} children`),
  ...children.flatMap((child, at) => checksOf(child, `${name} child ${at}`)),
];

/** A block as Slack takes it. @param name names it in the problems */
export const checksOf = (block: Block, name: string): Checks => {
  switch (block.type) {
    case 'header':
      return text(block.text.text, SLACK_LIMITS.header, name);
    case 'section':
      return mrkdwn(block.text, SLACK_LIMITS.sectionText, name);
    case 'context':
      return [
        ...countChecks(block.elements, 1, SLACK_LIMITS.contextElements, `${name} elements`),
        ...block.elements.flatMap((element) => mrkdwn(element, SLACK_LIMITS.contextText, name)),
      ];
    case 'actions':
      return actions(block, name);
    case 'data_table':
      return table(block, name);
    case 'rich_text':
      return richText(block, name);
    case 'data_visualization':
      return chart(block, name);
    case 'container':
      return container(block, name);
    case 'context_actions':
      return feedback(block, name);
    default:
      return [[false, `${name} is of no type this product sends`]];
  }
};

/** Every way in which Slack would refuse a message or show it otherwise than meant; empty for a sound one. */
export const messageProblems = ({ text: topLevel, blocks }: Message): readonly string[] => {
  const ofType = (type: Block['type']) => blocks.filter((block) => block.type === type);
  const checks: Checks = [
    ...text(topLevel, SLACK_LIMITS.topLevelText, 'text'),
    [!UNESCAPED.test(topLevel), `text is not escaped: ${topLevel}`],
    [!topLevel.includes('\u00a0'), 'text holds a no-break space'],
    ...countChecks(blocks, 1, SLACK_LIMITS.blocks, 'blocks'),
    ...countChecks(ofType('header'), 0, 1, 'headers'),
    ...countChecks(ofType('data_table'), 0, SLACK_LIMITS.tablesPerMessage, 'tables'),
    ...countChecks(ofType('data_visualization'), 0, SLACK_LIMITS.chartsPerMessage, 'charts'),
    ...blocks.flatMap((block, at) => checksOf(block, `block ${at} (${block.type})`)),
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
};
