import { BOT, TEAM } from '../cast.ts';
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
