import { webApi } from '@slack/bolt';
import { isDirectMessage } from './heard.ts';
import type { Memory } from './memory.ts';
import { withSecondTries } from './retry.ts';

/** Where an answer to somebody in a channel may be posted, as the channel itself is. */
export type ChannelPlace =
  | 'channel'
  | 'private: not a member'
  | 'private: may not post'
  | 'private: not confirmed'
  | 'private: not taken'
  | 'private: shared'
  | 'private: unknown';

const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 5_000;
/** Who is told to invite the bot does so, and asks again at once. */
const PASSING = new Set<ChannelPlace>(['private: not a member', 'private: unknown']);

/** A channel of a workspace; one that several share has the same id in each, and may be to each another thing. */
interface ChannelOf {
  readonly team: string;
  readonly channel: string;
}

const nameOf = ({ team, channel }: ChannelOf): string => JSON.stringify([team, channel]);

/**
 * Says where an answer may go: to the channel where the bot is a member, privately elsewhere and in a channel shared
 * with another company. Remembered for a minute, except where an invitation changes it, and asked once for many at a
 * time, so that a busy channel costs one call.
 */
export const createChannels = (nowMs: () => number) => {
  const known = new Map<string, { readonly place: Promise<ChannelPlace>; readonly until: number }>();
  return {
    placeFor: async ({
      client,
      team,
      channel,
    }: ChannelOf & { readonly client: webApi.WebClient }): Promise<ChannelPlace> => {
      const name = nameOf({ team, channel });
      const remembered = known.get(name);
      if (remembered && remembered.until > nowMs()) return remembered.place;
      if (known.size >= MOST_REMEMBERED) known.clear();
      const place = lookUp(client, channel);
      known.set(name, { place, until: nowMs() + REMEMBERED_MS });
      if (PASSING.has(await place)) known.delete(name);
      return place;
    },
    forget: (of: ChannelOf): void => void known.delete(nameOf(of)),
  };
};

export type Channels = ReturnType<typeof createChannels>;

const lookUp = async (client: webApi.WebClient, channel: string): Promise<ChannelPlace> => {
  try {
    const { channel: info } = await withSecondTries(() => client.conversations.info({ channel }));
    if (info?.is_ext_shared || info?.is_pending_ext_shared) return 'private: shared';
    return info?.is_member === false ? 'private: not a member' : 'channel';
  } catch (error) {
    const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
    if (code === 'channel_not_found') return 'private: not a member';
    // a stand-in for Slack without this method knows no shared channels either
    return code === 'unknown_method' ? 'channel' : 'private: unknown';
  }
};

/** Where an answer may go, as the channel is and as the workspace has set it. */
export type Place = ChannelPlace | 'private: silent' | 'private: set so';

/** Said under a private answer: why it is private, and what to do about it. */
export const HINTS: Record<Exclude<Place, 'channel'>, string> = {
  'private: not a member':
    'Only you see this: I am not in this channel. Type /invite @Rotation Desk to have answers posted here.',
  'private: may not post': 'Only you see this: I may not post in this conversation.',
  'private: not confirmed': 'Only you see this: Slack did not confirm the post in the channel.',
  'private: not taken': 'Only you see this: Slack did not take the post in the channel.',
  'private: shared': 'Only you see this: the channel is shared with another company.',
  'private: unknown': 'Only you see this: I could not find out who can read this channel.',
  'private: silent': 'Only you see this: an admin has set this channel to silent.',
  'private: set so': 'Only you see this: an admin has set replies in this channel to private.',
};

/** Said behind it, where the private answer has a Share button. */
export const SHARE_HINTS: Partial<Record<Place, string>> = {
  'private: not confirmed': 'If it is not there, press Share.',
  'private: not taken': 'Press Share to try again.',
};

/** Where even the asker's wish does not make an answer public. */
export const mayBeShared = (place: Place): boolean => place !== 'private: shared' && place !== 'private: silent';

/** Whom an answer is for, as far as it decides where it goes. */
interface Towards {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly channel: string;
}

/** Looks up where an answer may go. */
export const placeIn = async (
  { channels, memory }: { readonly channels: Channels; readonly memory: Memory },
  { client, team, channel }: Towards,
): Promise<Place> => {
  // a direct message is the asker's own; whether it is the bot's shows when the post is tried
  if (isDirectMessage(channel)) return 'channel';
  const { silentChannels, allowedSharedChannels, replies } = await memory.settings(team);
  if (silentChannels.includes(channel)) return 'private: silent';
  const place = await channels.placeFor({ client, team, channel });
  if (place !== 'channel' && !(place === 'private: shared' && allowedSharedChannels.includes(channel))) return place;
  return replies[channel] === 'private' ? 'private: set so' : 'channel';
};
