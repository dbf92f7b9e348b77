import type { Message as OutgoingMessage, View } from '../message/index.ts';
import type { IsoInstant } from '../units.ts';

/** The interface between the page and the server. The page imports nothing else from `src`. */

/** Where the page reads and writes; all below the playground's own address. */
export const PATHS = {
  /** GET: a {@link PlaygroundState}. The page itself needs only `events`, whose first event carries the state. */
  state: '/playground/state',
  /** GET: server-sent events, each a {@link PlaygroundEvent} as JSON. */
  events: '/playground/events',
  /** POST: a {@link UserAction} as JSON; answers with an {@link ActionResult}. */
  action: '/playground/action',
  /** GET: the tools as the door lists them, each a {@link ToolInfo}. */
  tools: '/playground/tools',
  /** POST: a {@link ToolCall}; answers with a {@link ToolReply}. */
  callTool: '/playground/call-tool',
} as const;

/** A tool that Slackbot could call. */
export interface ToolInfo {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly inputSchema: { readonly properties?: Readonly<Record<string, ToolArgument>>; readonly required?: string[] };
}

/** The schema of one argument, as far as a form is made from it. */
export interface ToolArgument {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
}

/** A call of a tool that a user makes in Slackbot's place. */
export interface ToolCall {
  readonly user: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What the door answered, and what it was asked. */
export interface ToolReply {
  readonly status: number;
  /** The JSON-RPC message that was signed and sent. */
  readonly sent: unknown;
  /** The text for the model; the error's words where there is no result. */
  readonly text: string;
  readonly isError: boolean;
  readonly blocks: readonly unknown[];
  /** The figures, views and sources in full. */
  readonly structured?: unknown;
}

/** A person in the workspace. */
export interface User {
  /** `U…`, as in Slack. */
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly isAdmin: boolean;
}

/** A channel or a user's direct message with the bot. */
export interface Channel {
  readonly id: string;
  /** Without the `#`. For a direct message, the bot's name. */
  readonly name: string;
  readonly kind: 'channel' | 'direct message';
  /** Direct messages only: the id of the user whose conversation with the bot it is. */
  readonly user?: string;
}

/** A slash command as the composer lists it. */
export interface CommandInfo {
  /** With the slash. */
  readonly name: string;
  readonly description: string;
  readonly usageHint: string;
}

/** A question that one click asks. */
export interface Suggestion {
  readonly label: string;
  /** What is typed and sent, `/ratecut 50bps` or free words. */
  readonly text: string;
}

/** A message in its current form, a user's or the bot's. */
export interface PostedMessage {
  readonly channel: string;
  /** Slack's time stamp, which names the message in its channel. */
  readonly ts: string;
  /** The ts of the thread's first message; absent at top level. */
  readonly threadTs?: string;
  /** A user's id, or `bot`. */
  readonly author: string;
  /** By the clock of the workspace. */
  readonly at: IsoInstant;
  /** As Slack stores it: escaped, with `<@U…>` and `<#C…>`. */
  readonly text: string;
  readonly blocks: OutgoingMessage['blocks'];
  /** For an ephemeral message, the id of the only user who sees it. */
  readonly onlyFor?: string;
  readonly isEdited?: boolean;
  /** Sent while the market data were synthetic. */
  readonly isSynthetic?: boolean;
  /** A file that a person has sent. */
  readonly sharedFile?: { readonly id: string; readonly name: string; readonly bytes: number };
  /** A file of the bot's. */
  readonly file?: { readonly name: string; readonly title: string; readonly content: string };
  /** The JSON of the call that would have gone to Slack. */
  readonly sent?: { readonly method: string; readonly arguments: Readonly<Record<string, unknown>> };
  /** Why Slack would refuse the message; the page shows these reasons instead of its blocks. */
  readonly refused?: readonly string[];
}

/** A modal that one user has open. */
export interface OpenModal {
  readonly id: string;
  readonly user: string;
  readonly view: Extract<View, { type: 'modal' }>;
}

/** The market data that answers use; `notes` means none. */
type DataSource = 'notes' | 'synthetic' | 'csv' | 'live';

/** Everything the page shows. */
export interface PlaygroundState {
  readonly botName: string;
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  readonly commands: readonly CommandInfo[];
  /** What the menu of each message offers. */
  readonly shortcuts: readonly { readonly name: string; readonly callback: string }[];
  readonly suggestions: readonly Suggestion[];
  readonly messages: readonly PostedMessage[];
  readonly modals: readonly OpenModal[];
  /** The Home tab of each user who has opened it, by user id. */
  readonly homes: Readonly<Record<string, Extract<View, { type: 'home' }>>>;
  /** By user id: the prompts that the agent's Messages tab offers. */
  readonly prompts: Readonly<Record<string, readonly { readonly title: string; readonly message: string }[]>>;
  /** `run`: from and to when the clock is running ahead. */
  readonly clock: {
    readonly now: IsoInstant;
    readonly isSet: boolean;
    readonly run?: { readonly from: IsoInstant; readonly to: IsoInstant };
  };
  /** The bot is handling a request. */
  readonly isWorking: boolean;
  /** `label`: the data in a few words; `problem`: why the last choice failed. */
  readonly data: { readonly source: DataSource; readonly label: string; readonly problem?: string };
}

/** One change of the state; the page applies the events in order. */
export type PlaygroundEvent =
  /** The whole state: first in every stream, so that no change is missed, and after a `reset`. */
  | { readonly kind: 'state'; readonly state: PlaygroundState }
  | { readonly kind: 'message'; readonly message: PostedMessage }
  /** The message with the same channel and ts now looks like this. */
  | { readonly kind: 'message changed'; readonly message: PostedMessage }
  | { readonly kind: 'message gone'; readonly channel: string; readonly ts: string }
  /** Opened, or updated under the same id. */
  | { readonly kind: 'modal'; readonly modal: OpenModal }
  | { readonly kind: 'modal closed'; readonly id: string }
  | { readonly kind: 'home'; readonly user: string; readonly view: Extract<View, { type: 'home' }> }
  | {
      readonly kind: 'prompts';
      readonly user: string;
      readonly prompts: readonly { readonly title: string; readonly message: string }[];
    }
  | { readonly kind: 'clock'; readonly clock: PlaygroundState['clock'] }
  | { readonly kind: 'data'; readonly data: PlaygroundState['data'] }
  /** The bot has started or finished handling requests. */
  | { readonly kind: 'working'; readonly isWorking: boolean };

/** Sends an event to every open page. */
export type Emit = (event: PlaygroundEvent) => void;

/** The values of a block's controls by action id, as Slack reports them in `state.values`. */
export type ControlValues = Readonly<
  Record<
    string,
    {
      readonly type: string;
      readonly value?: string | null;
      readonly selected_option?: { readonly value: string } | null;
      readonly selected_options?: readonly { readonly value: string }[];
      readonly selected_time?: string | null;
      readonly selected_date?: string | null;
      readonly selected_conversation?: string | null;
      readonly selected_conversations?: readonly string[];
    }
  >
>;

/** Where a control is: a message, a modal or the Home tab. */
export type Surface =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'modal'; readonly id: string }
  | { readonly kind: 'home' };

/** Something a user does on the page. `user`: their id. `send text`: what they typed in a composer; `/…` is a slash command. */
export type UserAction = { readonly user: string } & (
  | { readonly kind: 'send text'; readonly channel: string; readonly threadTs?: string; readonly text: string }
  /** A file sent to the bot in the direct message; its bytes as base64. */
  | { readonly kind: 'send file'; readonly channel: string; readonly name: string; readonly base64: string }
  /** A shortcut of the bot's in the menu of a message, by its `callback_id`. */
  | { readonly kind: 'message shortcut'; readonly channel: string; readonly ts: string; readonly callback: string }
  /** A button was pressed or a control changed; `set` holds the control's new value by its action id. */
  | {
      readonly kind: 'block action';
      readonly on: Surface;
      /** The playground gives every block without a `block_id` one, as Slack does. */
      readonly blockId: string;
      readonly actionId: string;
      /** The button's `value`. */
      readonly value?: string;
      readonly set?: ControlValues;
      /** In a modal, the values of all its inputs by block id. */
      readonly values?: Readonly<Record<string, ControlValues>>;
    }
  | { readonly kind: 'submit modal'; readonly modal: string; readonly values: Readonly<Record<string, ControlValues>> }
  | { readonly kind: 'close modal'; readonly modal: string }
  | { readonly kind: 'open home' }
  | { readonly kind: 'open direct message' }
  /** Sets the clock, or returns it to the machine's time (`null`). Briefs that fall due in between are posted in order. */
  | { readonly kind: 'set clock'; readonly to: IsoInstant | null }
  /** Moves the clock ahead; briefs that fall due in between are posted in order. */
  | { readonly kind: 'advance clock'; readonly minutes: number }
  /** Ends a run; the clock goes on from where it is. */
  | { readonly kind: 'stop clock' }
  | { readonly kind: 'choose data'; readonly source: Exclude<DataSource, 'csv'> }
  | { readonly kind: 'upload csv'; readonly name: string; readonly text: string }
  /** Starts a new session: no messages, and a bot that remembers nothing. */
  | { readonly kind: 'reset' }
);

/** The outcome of an action. `errors`: of a modal's inputs, by block id. `problem`, `notice`: a sentence for the user. */
export type ActionResult =
  | { readonly ok: true; readonly notice?: string }
  | { readonly ok: false; readonly problem?: string; readonly errors?: Readonly<Record<string, string>> };
