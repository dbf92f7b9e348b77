import type { webApi } from '@slack/bolt';
import { type PostRefusal, slackMeaning } from './errors.ts';
import type { ResilientStore } from './resilient-store.ts';
import { retryRead } from './web-client.ts';

/** True of the id of a direct message, and of a user's id, by which Slack takes it too. */
export const isDirectMessage = (channel: string): boolean => /^[DUW]/.test(channel);

/** Where an answer to somebody in a channel may be posted, as the channel itself is. */
type ChannelVisibility = 'channel' | `private: ${PostRefusal}` | 'private: shared' | 'private: unknown';

const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 5_000;
/** Not remembered: whoever reads that the bot must be invited does so, and asks again at once. */
const PASSING = new Set<ChannelVisibility>(['private: not a member', 'private: unknown']);

/** A channel of a workspace; one that several share has the same id in each, and may be to each another thing. */
interface ChannelOf {
  readonly team: string;
  readonly channel: string;
}

const channelKey = ({ team, channel }: ChannelOf): string => JSON.stringify([team, channel]);

/**
 * Finds out who may see an answer: to the channel where the bot is a member, privately elsewhere and in a channel shared
 * with another company. Remembered for a minute, except where an invitation changes it, and looked up once for many at a
 * time, so that a busy channel costs one call.
 */
export const createChannels = (nowMs: () => number) => {
  const known = new Map<string, { readonly visibility: Promise<ChannelVisibility>; readonly until: number }>();
  return {
    visibilityFor: async ({
      client,
      team,
      channel,
    }: ChannelOf & { readonly client: webApi.WebClient }): Promise<ChannelVisibility> => {
      const name = channelKey({ team, channel });
      const remembered = known.get(name);
      if (remembered && remembered.until > nowMs()) return remembered.visibility;
      if (known.size >= MOST_REMEMBERED) known.clear();
      const visibility = loadVisibility(client, channel);
      known.set(name, { visibility, until: nowMs() + REMEMBERED_MS });
      if (PASSING.has(await visibility)) known.delete(name);
      return visibility;
    },
    forget: (of: ChannelOf): void => void known.delete(channelKey(of)),
  };
};

/** Who may see an answer in which channel, looked up and remembered. */
export type Channels = ReturnType<typeof createChannels>;

const loadVisibility = async (client: webApi.WebClient, channel: string): Promise<ChannelVisibility> => {
  try {
    const { channel: info } = await retryRead(() => client.conversations.info({ channel }));
    if (info?.is_ext_shared || info?.is_pending_ext_shared) return 'private: shared';
    return info?.is_member === false ? 'private: not a member' : 'channel';
  } catch (error) {
    const meaning = slackMeaning(error);
    if (meaning === 'channel not found') return 'private: not a member';
    // a stand-in for Slack without this method knows no shared channels either
    return meaning === 'unknown method' ? 'channel' : 'private: unknown';
  }
};

/** Where an answer may go, as the channel is and as the workspace has set it. */
export type Visibility = ChannelVisibility | 'private: silent' | 'private: set so';

/** Said under a private answer: why it is private, and what to do about it. */
export const PRIVATE_HINTS: Record<Exclude<Visibility, 'channel'>, string> = {
  'private: not a member':
    'Only you see this: I am not in this channel. Type /invite @Rotation Desk to have answers posted here.',
  'private: archived': 'Only you see this: this channel is archived.',
  'private: may not post': 'Only you see this: I may not post in this conversation.',
  'private: thread closed': 'Only you see this: this thread takes no replies of mine.',
  'private: no access': 'Only you see this: Slack refuses my access to this workspace. Tell whoever installed me.',
  'private: not confirmed': 'Only you see this: Slack did not confirm the post in the channel.',
  'private: not taken': 'Only you see this: Slack did not take the post in the channel.',
  'private: shared': 'Only you see this: the channel is shared with another company.',
  'private: unknown': 'Only you see this: I could not find out who can read this channel.',
  'private: silent': 'Only you see this: an admin has set this channel to silent.',
  'private: set so': 'Only you see this: an admin has set replies in this channel to private.',
};

/** Said behind it, where the private answer has a Share button. */
export const SHARE_HINTS: Partial<Record<Visibility, string>> = {
  'private: not confirmed': 'If it is not there, press Share.',
  'private: not taken': 'Press Share to try again.',
  'private: thread closed': 'Press Share to post it in the channel.',
};

/** Where even the asker's wish does not make an answer public. */
export const mayBeShared = (visibility: Visibility): boolean =>
  visibility !== 'private: shared' && visibility !== 'private: silent';

/** Whom an answer is for, as far as it decides where it goes. */
interface Recipient {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly channel: string;
}

/** Looks up where an answer may go. */
export const visibilityOf = async (
  { channels, store }: { readonly channels: Channels; readonly store: ResilientStore },
  { client, team, channel }: Recipient,
): Promise<Visibility> => {
  // a direct message is the asker's own; whether it is the bot's shows when the post is tried
  if (isDirectMessage(channel)) return 'channel';
  const { silentChannels, allowedSharedChannels, replies } = await store.settings(team);
  if (silentChannels.includes(channel)) return 'private: silent';
  const visibility = await channels.visibilityFor({ client, team, channel });
  const isAllowedShared = visibility === 'private: shared' && allowedSharedChannels.includes(channel);
  if (visibility !== 'channel' && !isAllowedShared) return visibility;
  return replies[channel] === 'private' ? 'private: set so' : 'channel';
};
