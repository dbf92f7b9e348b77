import { z } from 'zod';
import type { PostedMessage } from '../protocol.ts';
import { BOT, CHANNELS, directMessageId, TEAM, USERS, usernameOf } from '../seed.ts';
import type { StoredMessage, Workspace } from '../workspace/workspace.ts';
import { type ApiArguments, type ApiMethods, type ApiResponse, apiError, parseMessage } from './call.ts';

const isTrue = z.union([z.boolean(), z.stringbool()]).default(false);

const SpanSchema = z.looseObject({
  channel: z.string(),
  oldest: z.coerce.number().default(0),
  latest: z.coerce.number().default(Number.POSITIVE_INFINITY),
  inclusive: isTrue,
  limit: z.coerce.number().int().positive().max(999).default(100),
  include_all_metadata: isTrue,
});
type Span = z.infer<typeof SpanSchema>;

const isWithin = ({ ts }: StoredMessage, { oldest, latest, inclusive }: Span): boolean => {
  const at = Number(ts);
  return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
};

const infoOf = ({ members }: Workspace, id: string) => {
  const channel = CHANNELS.find((one) => one.id === id);
  if (channel === undefined) return undefined;
  const isDirect = channel.kind === 'direct message';
  return {
    id,
    ...(isDirect ? { user: channel.user } : { name: channel.name }),
    is_channel: !isDirect,
    is_im: isDirect,
    is_archived: false,
    is_private: isDirect,
    is_member: members.has(id),
    is_ext_shared: false,
    is_pending_ext_shared: false,
  };
};

/** `conversations.*`, `users.info` and `auth.test`. */
export const conversationMethods = (workspace: Workspace): ApiMethods => {
  const { messages, members } = workspace;

  /** @param inOrder which of them come first, where there are more than `limit` */
  const look = (
    given: ApiArguments,
    choose: (message: StoredMessage) => boolean,
    inOrder: (found: readonly StoredMessage[]) => readonly StoredMessage[],
  ): ApiResponse => {
    const read = SpanSchema.safeParse(given);
    if (!read.success) return apiError('invalid_arguments');
    const { channel, limit, include_all_metadata: withMetadata } = read.data;
    if (infoOf(workspace, channel) === undefined) return apiError('channel_not_found');
    if (!members.has(channel)) return apiError('not_in_channel');
    const found = inOrder(messages.publicIn(channel).filter((one) => choose(one) && isWithin(one, read.data)));
    const page = found.slice(0, limit).map(({ metadata, ...one }) => ({ ...one, ...(withMetadata && { metadata }) }));
    return { ok: true, messages: page.map(toSlackMessage), has_more: found.length > limit };
  };

  return {
    'conversations.info': ({ channel }) => {
      const info = infoOf(workspace, String(channel));
      return info === undefined ? apiError('channel_not_found') : { ok: true, channel: info };
    },
    'conversations.open': ({ users }) => {
      const user = USERS.find(({ id }) => id === users);
      return user === undefined ? apiError('user_not_found') : { ok: true, channel: { id: directMessageId(user.id) } };
    },
    'conversations.history': (given) =>
      look(
        given,
        ({ threadTs }) => threadTs === undefined,
        (found) => found.toReversed(),
      ),
    'conversations.replies': (given) =>
      look(
        given,
        ({ ts, threadTs }) => ts === given['ts'] || threadTs === given['ts'],
        (found) => found,
      ),
    'users.info': ({ user: userId }) => {
      const user = USERS.find(({ id }) => id === userId);
      if (user === undefined) return apiError('user_not_found');
      const { id, name, timeZone, isAdmin } = user;
      return {
        ok: true,
        user: {
          ...{ id, team_id: TEAM.id, name: usernameOf(id), real_name: name, tz: timeZone },
          ...{ is_admin: isAdmin, is_owner: false, is_bot: false, deleted: false },
        },
      };
    },
    'auth.test': () => ({
      ok: true,
      ...{ team: 'Playground', team_id: TEAM.id, user: BOT.name, user_id: BOT.user, bot_id: BOT.bot },
    }),
  };
};

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
