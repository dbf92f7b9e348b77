import { z } from 'zod';
import { BOT, CHANNELS, directMessageOf, PEOPLE, TEAM } from '../cast.ts';
import type { Message } from '../protocol.ts';
import type { Kept } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Answer, type Arguments, type Methods, messageIn, refusal } from './call.ts';

const PlaceSchema = z.looseObject({ channel: z.string(), thread_ts: z.string().optional() });
const PrivateSchema = PlaceSchema.extend({ user: z.string() });
const StandingSchema = z.looseObject({ channel: z.string(), ts: z.string() });

/** A post to a person goes to their direct message with the bot. */
const channelOf = (place: string): string => (PEOPLE.some(({ id }) => id === place) ? directMessageOf(place) : place);

/** A message as Slack gives it back. */
export const asSlackGives = ({ author, text, blocks, ts, threadTs, isEdited, metadata }: Kept) => ({
  type: 'message',
  ...{ text, ts, team: TEAM.id },
  ...(author === 'bot' ? { user: BOT.user, bot_id: BOT.bot, app_id: BOT.app } : { user: author }),
  ...(blocks.length > 0 && { blocks }),
  ...(threadTs !== undefined && { thread_ts: threadTs }),
  ...(isEdited && { edited: { user: BOT.user, ts } }),
  ...(metadata !== undefined && { metadata }),
});

/** The methods by which the bot says something. */
export const chatMethods = (workspace: Workspace): Methods => {
  const { messages, members } = workspace;

  const whyNotIn = (channel: string, threadTs: string | undefined): string | undefined => {
    if (!CHANNELS.some(({ id }) => id === channel)) return 'channel_not_found';
    if (!members.has(channel)) return 'not_in_channel';
    return threadTs === undefined || messages.rootOf(channel, threadTs) !== undefined ? undefined : 'thread_not_found';
  };

  const post = (method: string, given: Arguments): Answer => {
    const place = PlaceSchema.safeParse(given);
    if (!place.success) return refusal('channel_not_found');
    const { thread_ts: threadTs } = place.data;
    const channel = channelOf(place.data.channel);
    const why = whyNotIn(channel, threadTs);
    if (why !== undefined) return refusal(why);
    const read = messageIn(workspace, { method, given }, { channel, threadTs });
    if ('error' in read) return read;
    const message = messages.add(read.message, given['metadata']);
    return { ok: true, channel, ts: message.ts, message: asSlackGives(message) };
  };

  const tell = (method: string, given: Arguments): Answer => {
    const place = PrivateSchema.safeParse(given);
    if (!place.success) return refusal('channel_not_found');
    const { channel, user, thread_ts: threadTs } = place.data;
    const why = whyNotIn(channel, threadTs);
    if (why !== undefined) return refusal(why);
    if (!PEOPLE.some(({ id }) => id === user)) return refusal('user_not_in_channel');
    const read = messageIn(workspace, { method, given }, { channel, threadTs, onlyFor: user });
    return 'error' in read ? read : { ok: true, message_ts: messages.add(read.message).ts };
  };

  /** A message of the bot's that all can see; nothing else may be changed. */
  const ownMessage = (given: Arguments): Message | undefined => {
    const standing = StandingSchema.safeParse(given);
    const message = standing.success ? messages.of(standing.data.channel, standing.data.ts) : undefined;
    return message?.onlyFor === undefined && message?.refused === undefined ? message : undefined;
  };

  const update = (method: string, given: Arguments): Answer => {
    const before = ownMessage(given);
    if (before === undefined) return refusal('message_not_found');
    if (before.author !== 'bot') return refusal('cant_update_message');
    const { channel, ts, threadTs } = before;
    const read = messageIn(workspace, { method, given }, { channel, threadTs });
    if ('error' in read) return read;
    messages.change(channel, ts, { ...read.message, isEdited: true });
    return { ok: true, channel, ts, text: read.message.text };
  };

  const remove = (given: Arguments): Answer => {
    const message = ownMessage(given);
    if (message === undefined) return refusal('message_not_found');
    if (message.author !== 'bot') return refusal('cant_delete_message');
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
