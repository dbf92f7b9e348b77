import type { ActionsBlock, Block, ContextActionsBlock, PlainText } from './block-kit.ts';
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
export interface ToolSelect {
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
export const SLACKBOT_LIMITS = {
  /** Over all tables of a result. */
  tableCharacters: 20_000,
} as const;
