import type { Message as Drawn, View } from '../message/index.ts';
import type { IsoInstant } from '../units.ts';

/** What the page and the local workspace say to each other. The page imports nothing else from the house. */

/** Where the page reads and writes; all below the playground's own address. */
export const PATHS = {
  /** GET: a {@link State}. A page that follows the changes need not ask: they begin with it. */
  state: '/playground/state',
  /** GET: server-sent events, each a {@link Change} as JSON. */
  changes: '/playground/changes',
  /** POST: an {@link Act} as JSON; answers with an {@link Acted}. */
  act: '/playground/act',
} as const;

export interface Person {
  /** Slack's form, `U…`. */
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  /** IANA zone. */
  readonly zone: string;
  readonly isAdmin: boolean;
}

export interface Channel {
  readonly id: string;
  /** Without the `#`. For a direct message, the bot's name. */
  readonly name: string;
  readonly kind: 'channel' | 'direct message';
  /** Of a direct message, whose it is with the bot. */
  readonly person?: string;
}

export interface Command {
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

/** A message as it stands, a person's or the bot's. */
export interface Message {
  readonly channel: string;
  /** Slack's time stamp, which names the message in its channel. */
  readonly ts: string;
  /** The ts of the message whose thread it stands in; absent at top level. */
  readonly threadTs?: string;
  /** A person's id, or `bot`. */
  readonly author: string;
  /** By the clock of the workspace. */
  readonly at: IsoInstant;
  /** As Slack stores it: escaped, with `<@U…>` and `<#C…>`. */
  readonly text: string;
  readonly blocks: Drawn['blocks'];
  /** The only person who sees it. */
  readonly onlyFor?: string;
  readonly isEdited?: boolean;
  /** Sent while prices were made up. */
  readonly isSynthetic?: boolean;
  /** A file that hangs on it. */
  readonly file?: { readonly name: string; readonly title: string; readonly content: string };
  /** The JSON of the call that would have gone to Slack. */
  readonly sent?: { readonly method: string; readonly arguments: Readonly<Record<string, unknown>> };
  /** Blocks that Slack would refuse, and why; it is shown as a box instead of the message. */
  readonly refused?: readonly string[];
}

/** A form that stands open before one person. */
export interface OpenModal {
  readonly id: string;
  readonly person: string;
  readonly view: Extract<View, { type: 'modal' }>;
}

export type DataSource = 'notes' | 'synthetic' | 'csv' | 'live';

/** Everything that the page shows. */
export interface State {
  readonly botName: string;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly commands: readonly Command[];
  readonly suggestions: readonly Suggestion[];
  readonly messages: readonly Message[];
  readonly modals: readonly OpenModal[];
  /** The Home tab of each person who has opened it, by person id. */
  readonly homes: Readonly<Record<string, Extract<View, { type: 'home' }>>>;
  /** By person id: the prompts that the agent's Messages tab offers. */
  readonly prompts: Readonly<Record<string, readonly { readonly title: string; readonly message: string }[]>>;
  readonly clock: { readonly now: IsoInstant; readonly isSet: boolean };
  /** The bot works on something. */
  readonly isWorking: boolean;
  /** `label`: what data answers rest on, in a few words; `problem`: why the last choice did not work. */
  readonly data: { readonly source: DataSource; readonly label: string; readonly problem?: string };
}

/** One change of the state; the page applies them in order. */
export type Change =
  /** All of it: the first change of every stream, so that none is missed; and after `start over`. */
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'message'; readonly message: Message }
  /** The same message, changed. */
  | { readonly kind: 'message changed'; readonly message: Message }
  | { readonly kind: 'message gone'; readonly channel: string; readonly ts: string }
  /** Opened, or drawn anew under the same id. */
  | { readonly kind: 'modal'; readonly modal: OpenModal }
  | { readonly kind: 'modal closed'; readonly id: string }
  | { readonly kind: 'home'; readonly person: string; readonly view: Extract<View, { type: 'home' }> }
  | {
      readonly kind: 'prompts';
      readonly person: string;
      readonly prompts: readonly { readonly title: string; readonly message: string }[];
    }
  | { readonly kind: 'clock'; readonly clock: State['clock'] }
  | { readonly kind: 'data'; readonly data: State['data'] }
  /** The bot has begun to work on something, or has ended; for a line such as "Rotation Desk is thinking". */
  | { readonly kind: 'working'; readonly isWorking: boolean };

export type Emit = (change: Change) => void;

/** What a control was set to, as Slack reports it in `state.values`, by action id. */
export type Filled = Readonly<
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

/** Where a control stands. */
export type Surface =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'modal'; readonly id: string }
  | { readonly kind: 'home' };

/** What a person does. `as`: that person's id. `say`: words in the composer of a channel or a thread; `/…` is a slash command. */
export type Act = {
  readonly as: string;
} & (
  | { readonly kind: 'say'; readonly channel: string; readonly threadTs?: string; readonly text: string }
  /** A button, a select or another control; `set` is what it is set to now, by its action id. */
  | {
      readonly kind: 'use';
      readonly on: Surface;
      /** The `block_id` that the block carries here, as at Slack, where each is given one. */
      readonly blockId: string;
      readonly actionId: string;
      /** What a button carries. */
      readonly value?: string;
      readonly set?: Filled;
      /** Of a modal: all its inputs, by block id. */
      readonly values?: Readonly<Record<string, Filled>>;
    }
  | { readonly kind: 'submit'; readonly modal: string; readonly values: Readonly<Record<string, Filled>> }
  | { readonly kind: 'close'; readonly modal: string }
  | { readonly kind: 'open home' }
  | { readonly kind: 'open direct message' }
  /** Sets the clock, or lets it run again as the machine's (`null`). What falls due on the way is dealt with in order. */
  | { readonly kind: 'set clock'; readonly to: IsoInstant | null }
  /** Lets the clock run ahead. */
  | { readonly kind: 'run'; readonly minutes: number }
  | { readonly kind: 'use data'; readonly source: Exclude<DataSource, 'csv'> }
  | { readonly kind: 'use csv'; readonly name: string; readonly text: string }
  /** Ends everything said so far. */
  | { readonly kind: 'start over' }
);

/** `errors`: of a form, by block id. `problem`, `notice`: a sentence for the person, where it failed and where it did not. */
export type Acted =
  | { readonly ok: true; readonly notice?: string }
  | { readonly ok: false; readonly problem?: string; readonly errors?: Readonly<Record<string, string>> };
