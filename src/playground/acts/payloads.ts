import type { View } from '../../message/index.ts';
import { BOT, CHANNELS, handleOf, TEAM } from '../cast.ts';
import type { OpenModal } from '../protocol.ts';
import { asSlackGives } from '../web-api/chat-methods.ts';
import type { Kept } from '../workspace/messages.ts';

/** What Slack reports over the Events API. */

type Payload = Record<string, unknown>;

/** An event in its envelope. */
export const eventPayload = (id: string, event: Payload): Payload => ({
  ...{ token: 'verification-token', type: 'event_callback', event_id: id, event },
  ...{ api_app_id: BOT.app, team_id: TEAM.id, is_ext_shared_channel: false },
  event_time: Math.floor(Number(event['event_ts'])),
  authorizations: [{ team_id: TEAM.id, user_id: BOT.user, is_bot: true, is_enterprise_install: false }],
});

/**
 * Something a person wrote, as the channel's members hear of it.
 *
 * @param rootAuthor who wrote the message that the thread hangs from
 */
export const messageEvent = ({ author, text, channel, ts, threadTs }: Kept, rootAuthor?: string): Payload => ({
  ...{ type: 'message', user: author, text, channel, ts, event_ts: ts, team: TEAM.id },
  channel_type: channel.startsWith('D') ? 'im' : 'channel',
  ...(threadTs !== undefined && {
    thread_ts: threadTs,
    parent_user_id: rootAuthor === 'bot' ? BOT.user : rootAuthor,
  }),
});

/** The same as who is named in it hears of it. */
export const mentionEvent = (message: Kept, rootAuthor?: string): Payload => {
  const { channel_type: _, ...event } = messageEvent(message, rootAuthor);
  return { ...event, type: 'app_mention' };
};

export const homeOpenedEvent = (person: string, channel: string, tab: 'home' | 'messages', ts: string): Payload => ({
  ...{ type: 'app_home_opened', user: person, channel, tab, event_ts: ts },
});

/** What controls are set to, by block id and action id. */
type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const nameOf = (channel: string): string => {
  const { kind, name } = CHANNELS.find(({ id }) => id === channel) ?? {};
  return kind === 'channel' && name !== undefined ? name : 'directmessage';
};

const userOf = (person: string) => ({
  ...{ id: person, username: handleOf(person), name: handleOf(person), team_id: TEAM.id },
});

/** In every payload but an event. */
const common = {
  team: { id: TEAM.id, domain: TEAM.domain },
  enterprise: null,
  is_enterprise_install: false,
  api_app_id: BOT.app,
  token: 'verification-token',
};

export interface CommandGiven {
  readonly person: string;
  readonly channel: string;
  readonly command: string;
  readonly text: string;
  readonly trigger: string;
  readonly responseUrl: string;
}

export const commandPayload = ({ person, channel, command, text, trigger, responseUrl }: CommandGiven): Payload => ({
  ...{ token: common.token, api_app_id: BOT.app, team_id: TEAM.id, team_domain: TEAM.domain },
  ...{ channel_id: channel, channel_name: nameOf(channel), user_id: person, user_name: handleOf(person) },
  ...{ command, text, trigger_id: trigger, response_url: responseUrl, is_enterprise_install: 'false' },
});

/** A control that was used: what it reports, what all controls beside it are set to, and what it lets the bot open. */
export interface Used {
  readonly person: string;
  readonly action: Payload;
  readonly values: Values;
  readonly trigger: string;
}

const actionsPayload = ({ person, action, trigger }: Used): Payload => ({
  ...{ type: 'block_actions', ...common, user: userOf(person), trigger_id: trigger, actions: [action] },
});

/** A click on a message. */
export const messageClick = (
  used: Used,
  message: Kept,
  { responseUrl, hasReplies }: { readonly responseUrl: string; readonly hasReplies: boolean },
): Payload => {
  const { channel, ts, threadTs = hasReplies ? ts : undefined, onlyFor } = message;
  const isPrivate = onlyFor !== undefined;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return {
    ...actionsPayload(used),
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isPrivate, ...thread },
    channel: { id: channel, name: nameOf(channel) },
    ...(!isPrivate && { message: { ...asSlackGives(message), ...thread } }),
    state: { values: used.values },
    response_url: responseUrl,
  };
};

/** A modal or a Home tab as it stands. */
interface Standing {
  readonly id: string;
  readonly view: View;
}

const viewState = ({ id, view }: Standing, values: Values): Payload => ({
  ...{ id, team_id: TEAM.id, app_id: BOT.app, bot_id: BOT.bot, root_view_id: id, hash: id },
  ...{ private_metadata: '', callback_id: '', ...view, state: { values } },
});

/** A click in a modal or on a Home tab. */
export const viewClick = (used: Used, standing: Standing): Payload => ({
  ...actionsPayload(used),
  container: { type: 'view', view_id: standing.id },
  view: viewState(standing, used.values),
});

export const submission = (modal: OpenModal, values: Values, trigger: string): Payload => ({
  ...{ type: 'view_submission', ...common, user: userOf(modal.person), trigger_id: trigger },
  view: viewState(modal, values),
  response_urls: [],
});
