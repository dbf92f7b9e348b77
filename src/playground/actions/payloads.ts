import type { View } from '../../message/index.ts';
import type { OpenModal } from '../protocol.ts';
import { BOT, CHANNELS, TEAM, usernameOf } from '../seed.ts';
import { toSlackMessage } from '../web-api/methods.ts';
import type { StoredMessage } from '../workspace/workspace.ts';

type Payload = Record<string, unknown>;

/** An `event_callback` request with this event. */
export const eventPayload = (id: string, event: Payload): Payload => ({
  ...{ token: 'verification-token', type: 'event_callback', event_id: id, event },
  ...{ api_app_id: BOT.app, team_id: TEAM.id, is_ext_shared_channel: false },
  event_time: Math.floor(Number(event['event_ts'])),
  authorizations: [{ team_id: TEAM.id, user_id: BOT.user, is_bot: true, is_enterprise_install: false }],
});

/**
 * A `message` event.
 *
 * @param rootAuthor the author of the thread's first message
 */
export const messageEvent = ({ author, text, channel, ts, threadTs }: StoredMessage, rootAuthor?: string): Payload => ({
  ...{ type: 'message', user: author, text, channel, ts, event_ts: ts, team: TEAM.id },
  channel_type: channel.startsWith('D') ? 'im' : 'channel',
  ...(threadTs !== undefined && { thread_ts: threadTs, parent_user_id: rootAuthor === 'bot' ? BOT.user : rootAuthor }),
});

/** An `app_mention` event. */
export const mentionEvent = (message: StoredMessage, rootAuthor?: string): Payload => {
  const { channel_type: _, ...event } = messageEvent(message, rootAuthor);
  return { ...event, type: 'app_mention' };
};

/** An `app_home_opened` event. */
export const appHomeOpenedEvent = (user: string, channel: string, tab: 'home' | 'messages', ts: string): Payload => ({
  ...{ type: 'app_home_opened', user, channel, tab, event_ts: ts },
});

/** A `member_joined_channel` event: the bot was invited. */
export const botJoinedEvent = (channel: string, inviter: string, ts: string): Payload => ({
  ...{ type: 'member_joined_channel', user: BOT.user, channel, channel_type: 'C' },
  ...{ team: TEAM.id, inviter, event_ts: ts },
});

/** The values of controls by block id and action id. */
type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const channelNameOf = (channel: string): string => {
  const { kind, name } = CHANNELS.find(({ id }) => id === channel) ?? {};
  return kind === 'channel' && name !== undefined ? name : 'directmessage';
};

const userOf = (user: string) => ({
  ...{ id: user, username: usernameOf(user), name: usernameOf(user), team_id: TEAM.id },
});

/** Fields of every payload except events and commands. */
const common = {
  team: { id: TEAM.id, domain: TEAM.domain },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: BOT.app,
  token: 'verification-token',
};

/** A slash command that a user sends. */
interface CommandInput {
  readonly user: string;
  readonly channel: string;
  readonly command: string;
  readonly text: string;
  readonly trigger: string;
  readonly responseUrl: string;
}

/** The request of a slash command. */
export const commandPayload = ({ user, channel, command, text, trigger, responseUrl }: CommandInput): Payload => ({
  ...{ token: common.token, api_app_id: BOT.app, team_id: TEAM.id, team_domain: TEAM.domain },
  ...{ channel_id: channel, channel_name: channelNameOf(channel), user_id: user, user_name: usernameOf(user) },
  ...{ command, text, trigger_id: trigger, response_url: responseUrl, is_enterprise_install: 'false' },
});

/** Who uses a shortcut of the bot's, and the way back to them. */
interface ShortcutUse {
  readonly user: string;
  /** Its `callback_id`. */
  readonly callback: string;
  readonly trigger: string;
  readonly responseUrl: string;
}

/** The `message_action` request of a shortcut in a message's menu. */
export const messageShortcutPayload = (
  message: StoredMessage,
  { user, callback, trigger, responseUrl }: ShortcutUse,
): Payload => ({
  ...{ type: 'message_action', ...common, user: userOf(user), callback_id: callback, trigger_id: trigger },
  action_ts: message.ts,
  message_ts: message.ts,
  channel: { id: message.channel, name: channelNameOf(message.channel) },
  message: toSlackMessage(message),
  response_url: responseUrl,
});

/** The use of a control: its `actions` entry, the values of all controls around it, and the trigger for opening a modal. */
export interface ControlUse {
  readonly user: string;
  readonly action: Payload;
  readonly values: Values;
  readonly trigger: string;
}

const actionsPayload = ({ user, action, trigger }: ControlUse): Payload => ({
  ...{ type: 'block_actions', ...common, user: userOf(user), trigger_id: trigger, actions: [action] },
});

/** The `block_actions` request of a control in a message. */
export const messageActionsPayload = (
  used: ControlUse,
  message: StoredMessage,
  { responseUrl, hasReplies }: { readonly responseUrl: string; readonly hasReplies: boolean },
): Payload => {
  const { channel, ts, threadTs = hasReplies ? ts : undefined, onlyFor } = message;
  const isPrivate = onlyFor !== undefined;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return {
    ...actionsPayload(used),
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isPrivate, ...thread },
    channel: { id: channel, name: channelNameOf(channel) },
    ...(!isPrivate && { message: { ...toSlackMessage(message), ...thread } }),
    state: { values: used.values },
    response_url: responseUrl,
  };
};

/** An open modal or a published Home tab. */
interface ShownView {
  readonly id: string;
  readonly view: View;
}

const viewState = ({ id, view }: ShownView, values: Values): Payload => ({
  ...{ id, team_id: TEAM.id, app_id: BOT.app, bot_id: BOT.bot, root_view_id: id, hash: id },
  ...{ private_metadata: '', callback_id: '', ...view, state: { values } },
});

/** The `block_actions` request of a control in a modal or on the Home tab. */
export const viewActionsPayload = (used: ControlUse, standing: ShownView): Payload => ({
  ...actionsPayload(used),
  container: { type: 'view', view_id: standing.id },
  view: viewState(standing, used.values),
});

/** The `view_submission` request of a modal. */
export const viewSubmissionPayload = (modal: OpenModal, values: Values, trigger: string): Payload => ({
  ...{ type: 'view_submission', ...common, user: userOf(modal.user), trigger_id: trigger },
  view: viewState(modal, values),
  response_urls: [],
});
