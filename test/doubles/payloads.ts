import type { Block, Message } from '../../src/message/block-kit.ts';
import { MEMBER, TEAM } from './web-api.ts';

/** What Slack reports over the Events API, and what comes from Home tabs and forms. */

export const BOT_USER = 'U0BOT';

let lastEvent = 0;

/** An event in its envelope; each has an id of its own. @param more what else the envelope holds, or in the place of what */
export const eventPayload = (event: object, more: object = {}): Record<string, unknown> => {
  lastEvent += 1;
  return {
    token: 'verification-token',
    team_id: TEAM,
    api_app_id: 'A0DESK',
    event,
    type: 'event_callback',
    event_id: `Ev${lastEvent}`,
    event_time: 1795185000,
    authorizations: [{ team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    ...more,
  };
};

/** Something written, as one of Slack's two events reports it. */
interface Written {
  readonly text: string;
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string | undefined;
  /** What else the event holds: a subtype, a bot's id. */
  readonly more?: Readonly<Record<string, unknown>>;
}

const kindOf = (channel: string): string => (channel.startsWith('D') ? 'im' : 'channel');

export const messageEvent = ({ text, user, channel, ts, threadTs, more }: Written): object => ({
  type: 'message',
  ...{ text, user, channel, ts, team: TEAM, event_ts: ts, channel_type: kindOf(channel) },
  ...(threadTs !== undefined && { thread_ts: threadTs }),
  ...more,
});

export const mentionEvent = (written: Written): object => {
  const { channel_type: _, ...event } = messageEvent(written) as Record<string, unknown>;
  return { ...event, type: 'app_mention' };
};

export const isMention = (text: string): boolean => text.includes(`<@${BOT_USER}>`);

export const homeOpenedEvent = (user: string, channel: string, tab: 'home' | 'messages'): object => ({
  type: 'app_home_opened',
  ...{ user, channel, tab, event_ts: '1795185002.000001' },
});

/** A control on the Home tab that was used, with what it carries. */
export const homeClickPayload = (user: string, action: object): Record<string, unknown> => ({
  type: 'block_actions',
  user: { id: user, username: user.toLowerCase(), team_id: TEAM },
  api_app_id: 'A0DESK',
  token: 'verification-token',
  container: { type: 'view', view_id: 'VHOME' },
  trigger_id: newTrigger(),
  team: { id: TEAM, domain: 'fake' },
  enterprise: null,
  is_enterprise_install: false,
  view: {
    id: 'VHOME',
    team_id: TEAM,
    type: 'home',
    blocks: [],
    private_metadata: '',
    callback_id: '',
    state: { values: {} },
  },
  actions: [{ type: 'button', block_id: 'b1', action_ts: '1795185001.000001', ...action }],
});

/** A form as it stands, with what was filled in, by block id. */
export interface FormState {
  readonly id: string;
  readonly callbackId: string;
  readonly privateMetadata: string;
  /** A text or the value of a select; anything else as Slack has it. */
  readonly filledIn: Readonly<Record<string, string | object>>;
}

const stateOf = (block: string, value: string | object): object => {
  if (typeof value !== 'string') return value;
  return block.startsWith('move')
    ? { type: 'static_select', selected_option: { value } }
    : { type: 'plain_text_input', value };
};

const viewOf = ({ id, callbackId, privateMetadata, filledIn }: FormState) => ({
  id,
  team_id: TEAM,
  type: 'modal',
  callback_id: callbackId,
  private_metadata: privateMetadata,
  state: {
    values: Object.fromEntries(
      Object.entries(filledIn).map(([block, value]) => [block, { value: stateOf(block, value) }]),
    ),
  },
  blocks: [],
});

export const submitPayload = (user: string, form: FormState): Record<string, unknown> => ({
  type: 'view_submission',
  team: { id: TEAM, domain: 'fake' },
  user: { id: user, username: user.toLowerCase(), team_id: TEAM },
  api_app_id: 'A0DESK',
  token: 'verification-token',
  trigger_id: newTrigger(),
  enterprise: null,
  is_enterprise_install: false,
  view: viewOf(form),
  response_urls: [],
});

/** A button inside a form. */
export const formClickPayload = (user: string, form: FormState, action: object): Record<string, unknown> => ({
  ...homeClickPayload(user, action),
  container: { type: 'view', view_id: form.id },
  view: viewOf(form),
});

/** Somebody came into a channel, or the bot was invited there. */
export const joinedEvent = (user: string, channel: string): object => ({
  type: 'member_joined_channel',
  ...{ user, channel, channel_type: 'C', team: TEAM, inviter: 'U0ASKER', event_ts: '1795185003.000001' },
});

/** The form of briefs, filled in: Mondays at 06:00 in London. */
export const filledInBrief = (channel = MEMBER) => ({
  'brief-channel': { type: 'conversations_select', selected_conversation: channel },
  'brief-days': { type: 'multi_static_select', selected_options: [{ value: 'mon' }] },
  'brief-time': { type: 'timepicker', selected_time: '06:00' },
  'brief-zone': { type: 'static_select', selected_option: { value: 'Europe/London' } },
  'brief-closed': { type: 'static_select', selected_option: { value: 'skip' } },
  'brief-stale': { type: 'static_select', selected_option: { value: 'hold' } },
});

/** What Slack sends when somebody types a command or clicks a button. */

export const ASKER = 'U0ASKER';
export const CLICKER = 'U0CLICKER';

export interface Typed {
  readonly text: string;
  readonly command?: string;
  readonly user?: string;
  readonly channel?: string;
  readonly team?: string;
  readonly responseUrl: string;
  /** What else the payload holds, or in the place of what. */
  readonly more?: Readonly<Record<string, string>>;
}

export const commandPayload = ({
  text,
  command = '/ratecut',
  user = ASKER,
  channel = MEMBER,
  team = TEAM,
  responseUrl,
  more = {},
}: Typed): Record<string, string> => ({
  token: 'verification-token',
  team_id: team,
  team_domain: 'fake',
  channel_id: channel,
  channel_name: 'desk',
  user_id: user,
  user_name: user.toLowerCase(),
  command,
  text,
  api_app_id: 'A0DESK',
  is_enterprise_install: 'false',
  response_url: responseUrl,
  trigger_id: newTrigger(),
  ...more,
});

let lastTrigger = 0;

/** A trigger opens one form, within three seconds. */
export const newTrigger = (): string => {
  lastTrigger += 1;
  return `${lastTrigger}.2.3`;
};

export type Button = Extract<Block, { type: 'actions' }>['elements'][number];

export const buttonsOf = ({ blocks }: Message): readonly Button[] =>
  blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));

export const labelsOf = (message: Message): readonly string[] => buttonsOf(message).map(({ text }) => text.text);

/** @param label as shown, plain or no-break spaces */
export const buttonOf = (message: Message, label: string): Button => {
  const found = buttonsOf(message).find(({ text }) => text.text.replaceAll('\u00a0', ' ') === label);
  if (found === undefined) throw new Error(`no button ${label} among ${labelsOf(message).join(', ')}`);
  return found;
};

/** What was clicked, with what it carries. */
export type Clickable =
  | Pick<Button, 'action_id' | 'value' | 'text'>
  | { readonly type: 'feedback_buttons'; readonly action_id: string; readonly value: string };

export interface Clicked {
  readonly button: Clickable;
  /** Seen by the clicker only; Slack sends no message with such a click. */
  readonly isPrivate: boolean;
  readonly ts: string;
  readonly threadTs?: string | undefined;
  readonly user?: string;
  readonly channel?: string;
  readonly responseUrl: string;
  /** What else the payload holds, or in the place of what. */
  readonly more?: object;
}

export const clickPayload = ({
  button,
  isPrivate,
  ts,
  threadTs,
  user = CLICKER,
  channel = MEMBER,
  responseUrl,
  more = {},
}: Clicked): Record<string, unknown> => {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: TEAM },
    api_app_id: 'A0DESK',
    token: 'verification-token',
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isPrivate, ...thread },
    trigger_id: newTrigger(),
    team: { id: TEAM, domain: 'fake' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: 'desk' },
    ...(!isPrivate && { message: { type: 'message', bot_id: 'B0BOT', user: 'U0BOT', text: '', ts, ...thread } }),
    state: { values: {} },
    response_url: responseUrl,
    actions: [
      { type: 'button', ...button, block_id: 'b1', action_ts: `1795185001.${String(lastTrigger).padStart(6, '0')}` },
    ],
    ...more,
  };
};
