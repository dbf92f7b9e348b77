import {
  type ActionsBlock,
  ASK_ACTION,
  type Block,
  type Button,
  context,
  type Message,
  NBSP,
  plainText,
  SLACK_LIMITS,
  type SlackbotBlock,
  TOOL_ACTION,
  type ToolActions,
  type ToolButton,
} from '../message/index.ts';
import { type Question, QuestionSchema } from '../topics/questions.ts';
import { TOPIC_TOOLS } from '../topics/registry.ts';
import type { FollowUp } from '../topics/tool.ts';

/** A message of the bot's as Slackbot draws it: its blocks are fewer, and a button calls a tool. */

/** A button that calls a tool. */
interface Call {
  readonly tool: string;
  readonly label: string;
  readonly spoken: string;
  /** The arguments as JSON. */
  readonly value: string;
}

/** The call that asks a question; none where no tool asks it. */
const callFor = (question: Question, label: string, spoken = label): readonly Call[] => {
  for (const { name, argumentsFor } of TOPIC_TOOLS) {
    const given = argumentsFor(question);
    if (given !== undefined) return [{ tool: name, label, spoken, value: JSON.stringify(given) }];
  }
  return [];
};

const questionOf = ({ action_id, value }: Button): Question | undefined => {
  if (!action_id.startsWith(`${ASK_ACTION}:`)) return undefined;
  const read = QuestionSchema.safeParse(JSON.parse(value));
  return read.success ? read.data : undefined;
};

const callOf = (button: Button): readonly Call[] => {
  const question = questionOf(button);
  return question === undefined ? [] : callFor(question, button.text.text, button.accessibility_label);
};

const toolButton = ({ tool, label, spoken, value }: Call): ToolButton => ({
  type: 'button',
  action_id: `${TOOL_ACTION}${tool}`,
  text: plainText(label),
  value,
  ...(spoken !== label && { accessibility_label: spoken }),
});

/** Several calls of one tool as one list to choose from, since an action id may stand in a block once. */
const select = (tool: string, calls: readonly Call[]): ToolActions['elements'][number] => ({
  type: 'static_select',
  action_id: `${TOOL_ACTION}${tool}`,
  placeholder: plainText(TOPIC_TOOLS.find(({ name }) => name === tool)?.others ?? 'More'),
  options: calls.map(({ spoken, value }) => ({ text: plainText(spoken), value })),
});

const fitsOption = ({ spoken, value }: Call): boolean =>
  value.length <= SLACK_LIMITS.optionValue && spoken.length <= SLACK_LIMITS.optionText;

/** One row with a list or a button a tool; what is too long for a list comes as buttons, each in a row of its own. */
const rowsOf = (calls: readonly Call[]): readonly ToolActions[] => {
  const byTool = new Map<string, readonly Call[]>();
  const seen = new Set<string>();
  for (const call of calls) {
    const key = `${call.tool} ${call.value}`;
    if (seen.has(key)) continue;
    seen.add(key);
    byTool.set(call.tool, [...(byTool.get(call.tool) ?? []), call]);
  }
  const rows: ToolActions['elements'][number][][] = [];
  for (const [tool, own] of byTool) {
    const listed = own.filter(fitsOption);
    const apart = listed.length > 1 ? own.filter((call) => !fitsOption(call)) : own;
    const elements = [...(listed.length > 1 ? [select(tool, listed)] : []), ...apart.map(toolButton)];
    for (const [at, element] of elements.entries()) rows[at] = [...(rows[at] ?? []), element];
  }
  return rows.map((elements) => ({ type: 'actions', elements }));
};

/** Who speaks: Slackbot shows the result under its own name. */
const BY = `Rotation${NBSP}Desk, computed, no language model`;

const isActions = (block: Block): block is ActionsBlock => block.type === 'actions';

/** Beneath the buttons stand views and charts that a button brings; what is folded and the sources stay. */
const staysBeneath = ({ type }: Block): boolean => type === 'container' || type === 'context';

const withSpeaker = (blocks: readonly SlackbotBlock[]): readonly SlackbotBlock[] => {
  const last = blocks.at(-1);
  if (last?.type !== 'context') return [...blocks, context(BY)];
  const [first, ...rest] = last.elements;
  return [...blocks.slice(0, -1), context(`${BY}${NBSP}· ${first?.text}`, ...rest.map(({ text }) => text))];
};

/** The blocks of a message for Slackbot. @param followUps further questions, for what the message leaves out here */
export const slackbotBlocks = ({ blocks }: Message, followUps: readonly FollowUp[] = []): readonly SlackbotBlock[] => {
  const first = blocks.findIndex(isActions);
  const calls = [
    ...blocks.filter(isActions).flatMap(({ elements }) => elements.flatMap(callOf)),
    ...followUps.flatMap(({ label, question }) => callFor(question, label)).filter(fitsOption),
  ];
  const rows = rowsOf(calls);
  const kept = blocks.flatMap((block, at): readonly SlackbotBlock[] => {
    if (block.type === 'context_actions') return [];
    if (isActions(block)) return at === first ? rows : [];
    return first === -1 || at < first || staysBeneath(block) ? [block] : [];
  });
  return withSpeaker(kept);
};
