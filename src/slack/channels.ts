import { webApi } from '@slack/bolt';
import { withSecondTries } from './second-tries.ts';

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
