import { context, plainText, section } from './build.ts';
import type { ControlBlock, ViewBlock } from './view-kit.ts';
import { escaped } from './wording.ts';

/** The three lists of channels that a workspace sets. */
const CHANNEL_LISTS = ['private', 'silent', 'shared'] as const;
export type ChannelList = (typeof CHANNEL_LISTS)[number];

const SETTINGS_ACTION = 'settings';
const ACTION = /^settings:(?<list>private|silent|shared)$/;

/** Which list a control changes; undefined for one that is none of these. */
export const channelListOf = (actionId: string): ChannelList | undefined =>
  ACTION.exec(actionId)?.groups?.['list'] as ChannelList | undefined;

/** A workspace's settings as one person sees them. */
export interface WorkspaceSettings {
  readonly channels: Readonly<Record<ChannelList, readonly string[]>>;
  /** May this person change them? */
  readonly mayChange: boolean;
  /** What became of a change just tried. */
  readonly notice?: string;
}

const NAMES: Readonly<Record<ChannelList, readonly [title: string, words: string]>> = {
  private: ['Private replies', 'only the asker sees the answer, and may share it'],
  silent: ['Silent', 'I post nothing; who mentions me is answered privately'],
  shared: ['Public in shared channels', 'another company reads along; otherwise I answer there privately'],
};

const WHO_MAY = 'Workspace owners and admins, and whoever installed me, may change them.';

const control = (list: ChannelList, chosen: readonly string[]): ControlBlock => {
  const [title, words] = NAMES[list];
  return {
    ...section(`*${title}*  ${escaped(words)}`),
    accessory: {
      type: 'multi_conversations_select',
      action_id: `${SETTINGS_ACTION}:${list}`,
      placeholder: plainText('Choose channels'),
      ...(chosen.length > 0 && { initial_conversations: chosen }),
      filter: { include: ['public', 'private'], exclude_bot_users: true },
    },
  };
};

/** Channels are counted, not named, to those who may not change them: some of them may be private. */
const counted = (list: ChannelList, { length }: readonly string[]): string =>
  `*${NAMES[list][0]}*  ${length === 0 ? 'no channel' : length === 1 ? '1 channel' : `${length} channels`}`;

export const settingsBlocks = ({ channels, mayChange, notice }: WorkspaceSettings): readonly ViewBlock[] => [
  section(`*Settings*  answers go to the channel unless it is listed here${notice ? `\n${escaped(notice)}` : ''}`),
  ...(mayChange
    ? CHANNEL_LISTS.map((list) => control(list, channels[list]))
    : [section(CHANNEL_LISTS.map((list) => counted(list, channels[list])).join('\n'))]),
  context(WHO_MAY),
];
