import type { webApi } from '@slack/bolt';
import type { ChannelPlace, Channels } from './channels.ts';
import { isDirectMessage } from './heard.ts';
import type { Memory } from './memory.ts';

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
