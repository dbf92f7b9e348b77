import { SLACK_LIMITS } from './block-kit.ts';
import { buttonChecks, type Checks, checksOf, countChecks, text, unique } from './message-problems.ts';
import { SLACKBOT_LIMITS, type SlackbotBlock, TOOL_ACTION, type ToolActions } from './slackbot-blocks.ts';

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
