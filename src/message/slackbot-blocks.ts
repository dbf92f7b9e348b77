import { type ActionsBlock, type Block, type ContextActionsBlock, type PlainText, SLACK_LIMITS } from './block-kit.ts';
import { buttonChecks, type Checks, checksOf, countChecks, text, unique } from './message-problems.ts';
import type { Option } from './view-blocks.ts';

/**
 * The blocks that Slackbot draws of a tool's result, as Slack's reference describes them.
 * @see https://docs.slack.dev/ai/slackbot-mcp-client/returning-rich-responses
 */

/** A button that calls a tool; its action id is `tool:<name>`. */
export interface ToolButton {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  /** The tool's arguments as JSON. */
  readonly value: string;
  readonly accessibility_label?: string;
}

/** A choice among calls of one tool; each option's value is the arguments as JSON. */
interface ToolSelect {
  readonly type: 'static_select';
  readonly action_id: string;
  readonly placeholder: PlainText;
  readonly options: readonly Option[];
}

export interface ToolActions {
  readonly type: 'actions';
  readonly elements: readonly (ToolButton | ToolSelect)[];
}

export type SlackbotBlock = Exclude<Block, ActionsBlock | ContextActionsBlock> | ToolActions;

/** Action ids of controls that call a tool start with this; Slackbot strips any other. */
export const TOOL_ACTION = 'tool:';

/** What differs in a tool's result from a message of the app's own. */
const SLACKBOT_LIMITS = {
  /** Over all tables of a result. */
  tableCharacters: 20_000,
} as const;

const isArguments = (value: string): boolean => {
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === 'object' && read !== null && !Array.isArray(read);
  } catch {
    return false;
  }
};

type Control = ToolActions['elements'][number];

const callChecks = (control: Control, tools: ReadonlySet<string>, name: string): Checks => [
  [
    control.action_id.startsWith(TOOL_ACTION) && tools.has(control.action_id.slice(TOOL_ACTION.length)),
    `${name} calls no tool: ${control.action_id}`,
  ],
  ...(control.type === 'button' ? [control.value] : control.options.map(({ value }) => value)).map(
    (value) => [isArguments(value), `${name} has no arguments as its value: ${value}`] as const,
  ),
];

const controlChecks = (control: Control, name: string): Checks => {
  if (control.type === 'button') return buttonChecks(control, name);
  return [
    ...text(control.placeholder.text, SLACK_LIMITS.placeholder, `${name} placeholder`),
    ...countChecks(control.options, 1, SLACK_LIMITS.options, `${name} options`),
    ...unique(
      control.options.map(({ value }) => value),
      `${name} option values`,
    ),
    ...control.options.flatMap((option) => [
      ...text(option.text.text, SLACK_LIMITS.optionText, `${name} option`),
      ...text(option.value, SLACK_LIMITS.optionValue, `${name} option value`),
    ]),
  ];
};

const actionsChecks = ({ elements }: ToolActions, tools: ReadonlySet<string>, name: string): Checks => [
  ...countChecks(elements, 1, SLACK_LIMITS.actionsElements, `${name} controls`),
  ...unique(
    elements.map((element) => element.action_id),
    `${name} action ids`,
  ),
  ...elements.flatMap((element) => [...callChecks(element, tools, name), ...controlChecks(element, name)]),
];

/** Every type that Slackbot draws and this product sends; one block of another type and all are dropped. */
const ALLOWED: ReadonlySet<string> = new Set<SlackbotBlock['type']>([
  'header',
  'section',
  'context',
  'actions',
  'data_table',
  'rich_text',
  'data_visualization',
  'container',
]);

const tableCharacters = (blocks: readonly SlackbotBlock[]): number =>
  blocks
    .flatMap((block) => (block.type === 'data_table' ? block.rows.flat() : []))
    .reduce((sum, cell) => sum + cell.text.length, 0);

/**
 * Every way in which Slackbot would drop the blocks of a result; empty for sound ones.
 *
 * @param tools names of the tools that buttons may call
 */
export const slackbotProblems = (blocks: readonly SlackbotBlock[], tools: ReadonlySet<string>): readonly string[] => {
  const charts = blocks.filter(({ type }) => type === 'data_visualization');
  const checks: Checks = [
    ...countChecks(blocks, 1, SLACK_LIMITS.blocks, 'blocks'),
    ...countChecks(charts, 0, SLACK_LIMITS.chartsPerMessage, 'charts'),
    [tableCharacters(blocks) <= SLACKBOT_LIMITS.tableCharacters, 'the tables have too many characters'],
    ...blocks.flatMap((block, at): Checks => {
      const name = `block ${at} (${block.type})`;
      if (!ALLOWED.has(block.type)) return [[false, `${name} is of no type that Slackbot draws`]];
      return block.type === 'actions' ? actionsChecks(block, tools, name) : checksOf(block, name);
    }),
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
};
