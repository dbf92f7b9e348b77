import { z } from 'zod';
import { BOT, CHANNELS, directMessageId, TEAM, USERS, usernameOf } from '../seed.ts';
import type { StoredMessage } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ApiArguments, type ApiMethods, type ApiResponse, apiError } from './call.ts';
import { toSlackMessage } from './chat-methods.ts';

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
