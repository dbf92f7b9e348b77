import { z } from 'zod';
import type { PostedMessage } from '../protocol.ts';
import { BOT, CHANNELS, directMessageId, TEAM, USERS } from '../seed.ts';
import type { StoredMessage } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ApiArguments, type ApiMethods, type ApiResponse, apiError, parseMessage } from './call.ts';

const PlaceSchema = z.looseObject({ channel: z.string(), thread_ts: z.string().optional() });
const PrivateSchema = PlaceSchema.extend({ user: z.string() });
const StandingSchema = z.looseObject({ channel: z.string(), ts: z.string() });

/** A message to a user goes to their direct message with the bot. */
const channelOf = (place: string): string => (USERS.some(({ id }) => id === place) ? directMessageId(place) : place);

/** A message in the form in which Slack returns it. */
export const toSlackMessage = ({ author, text, blocks, ts, threadTs, isEdited, metadata }: StoredMessage) => ({
  type: 'message',
  ...{ text, ts, team: TEAM.id },
  ...(author === 'bot' ? { user: BOT.user, bot_id: BOT.bot, app_id: BOT.app } : { user: author }),
  ...(blocks.length > 0 && { blocks }),
  ...(threadTs !== undefined && { thread_ts: threadTs }),
  ...(isEdited && { edited: { user: BOT.user, ts } }),
  ...(metadata !== undefined && { metadata }),
});

/** `chat.*`: posting, updating and deleting messages. */
export const chatMethods = (workspace: Workspace): ApiMethods => {
  const { messages, members } = workspace;

  const whyNotIn = (channel: string, threadTs: string | undefined): string | undefined => {
    if (!CHANNELS.some(({ id }) => id === channel)) return 'channel_not_found';
    if (!members.has(channel)) return 'not_in_channel';
    return threadTs === undefined || messages.threadRoot(channel, threadTs) !== undefined
      ? undefined
      : 'thread_not_found';
  };

  const post = (method: string, given: ApiArguments): ApiResponse => {
    const place = PlaceSchema.safeParse(given);
    if (!place.success) return apiError('channel_not_found');
    const { thread_ts: threadTs } = place.data;
    const channel = channelOf(place.data.channel);
    const why = whyNotIn(channel, threadTs);
    if (why !== undefined) return apiError(why);
    const read = parseMessage(workspace, { method, given }, { channel, threadTs });
    if ('error' in read) return read;
    const message = messages.add(read.message, given['metadata']);
    return { ok: true, channel, ts: message.ts, message: toSlackMessage(message) };
  };

  const tell = (method: string, given: ApiArguments): ApiResponse => {
    const place = PrivateSchema.safeParse(given);
    if (!place.success) return apiError('channel_not_found');
    const { channel, user, thread_ts: threadTs } = place.data;
    const why = whyNotIn(channel, threadTs);
    if (why !== undefined) return apiError(why);
    if (!USERS.some(({ id }) => id === user)) return apiError('user_not_in_channel');
    const read = parseMessage(workspace, { method, given }, { channel, threadTs, onlyFor: user });
    return 'error' in read ? read : { ok: true, message_ts: messages.add(read.message).ts };
  };

  /** A message that everyone sees; only such messages can be updated or deleted. */
  const publicMessage = (given: ApiArguments): PostedMessage | undefined => {
    const standing = StandingSchema.safeParse(given);
    const message = standing.success ? messages.of(standing.data.channel, standing.data.ts) : undefined;
    return message?.onlyFor === undefined && message?.refused === undefined ? message : undefined;
  };

  const update = (method: string, given: ApiArguments): ApiResponse => {
    const before = publicMessage(given);
    if (before === undefined) return apiError('message_not_found');
    if (before.author !== 'bot') return apiError('cant_update_message');
    const { channel, ts, threadTs } = before;
    const read = parseMessage(workspace, { method, given }, { channel, threadTs });
    if ('error' in read) return read;
    messages.update(channel, ts, { ...read.message, isEdited: true });
    return { ok: true, channel, ts, text: read.message.text };
  };

  const remove = (given: ApiArguments): ApiResponse => {
    const message = publicMessage(given);
    if (message === undefined) return apiError('message_not_found');
    if (message.author !== 'bot') return apiError('cant_delete_message');
    const { channel, ts } = message;
    messages.remove(channel, ts);
    return { ok: true, channel, ts };
  };

  return {
    'chat.postMessage': (given) => post('chat.postMessage', given),
    'chat.postEphemeral': (given) => tell('chat.postEphemeral', given),
    'chat.update': (given) => update('chat.update', given),
    'chat.delete': remove,
  };
};
