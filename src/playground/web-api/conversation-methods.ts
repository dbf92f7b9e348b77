import { z } from 'zod';
import { BOT, CHANNELS, directMessageOf, handleOf, PEOPLE, TEAM } from '../cast.ts';
import type { Kept } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Answer, type Arguments, type Methods, refusal } from './call.ts';
import { asSlackGives } from './chat-methods.ts';

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

const isWithin = ({ ts }: Kept, { oldest, latest, inclusive }: Span): boolean => {
  const at = Number(ts);
  return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
};

const infoOf = ({ members }: Workspace, id: string) => {
  const channel = CHANNELS.find((one) => one.id === id);
  if (channel === undefined) return undefined;
  const isDirect = channel.kind === 'direct message';
  return {
    id,
    ...(isDirect ? { user: channel.person } : { name: channel.name }),
    is_channel: !isDirect,
    is_im: isDirect,
    is_archived: false,
    is_private: isDirect,
    is_member: members.has(id),
    is_ext_shared: false,
    is_pending_ext_shared: false,
  };
};

/** The methods by which the bot looks at channels and at what stands in them. */
export const conversationMethods = (workspace: Workspace): Methods => {
  const { messages, members } = workspace;

  /** @param inOrder which of them come first, where there are more than were asked for */
  const look = (
    given: Arguments,
    choose: (message: Kept) => boolean,
    inOrder: (found: readonly Kept[]) => readonly Kept[],
  ): Answer => {
    const read = SpanSchema.safeParse(given);
    if (!read.success) return refusal('invalid_arguments');
    const { channel, limit, include_all_metadata: withMetadata } = read.data;
    if (infoOf(workspace, channel) === undefined) return refusal('channel_not_found');
    if (!members.has(channel)) return refusal('not_in_channel');
    const found = inOrder(messages.seenByAllIn(channel).filter((one) => choose(one) && isWithin(one, read.data)));
    const told = found.slice(0, limit).map(({ metadata, ...one }) => ({ ...one, ...(withMetadata && { metadata }) }));
    return { ok: true, messages: told.map(asSlackGives), has_more: found.length > limit };
  };

  return {
    'conversations.info': ({ channel }) => {
      const info = infoOf(workspace, String(channel));
      return info === undefined ? refusal('channel_not_found') : { ok: true, channel: info };
    },
    'conversations.open': ({ users }) => {
      const person = PEOPLE.find(({ id }) => id === users);
      return person === undefined
        ? refusal('user_not_found')
        : { ok: true, channel: { id: directMessageOf(person.id) } };
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
    'users.info': ({ user }) => {
      const person = PEOPLE.find(({ id }) => id === user);
      if (person === undefined) return refusal('user_not_found');
      const { id, name, zone, isAdmin } = person;
      return {
        ok: true,
        user: {
          ...{ id, team_id: TEAM.id, name: handleOf(id), real_name: name, tz: zone },
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
