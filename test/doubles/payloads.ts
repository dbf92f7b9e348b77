import type { Block, Message } from '../../src/message/block-kit.ts';
import { MEMBER, TEAM } from './web-api.ts';

/** What Slack sends when somebody types a command or clicks a button. */

export const ASKER = 'U0ASKER';
export const CLICKER = 'U0CLICKER';

export interface Typed {
  readonly text: string;
  readonly command?: string;
  readonly user?: string;
  readonly channel?: string;
  readonly team?: string;
  readonly responseUrl: string;
  /** What else the payload holds, or in the place of what. */
  readonly more?: Readonly<Record<string, string>>;
}

export const commandPayload = ({
  text,
  command = '/ratecut',
  user = ASKER,
  channel = MEMBER,
  team = TEAM,
  responseUrl,
  more = {},
}: Typed): Record<string, string> => ({
  token: 'verification-token',
  team_id: team,
  team_domain: 'fake',
  channel_id: channel,
  channel_name: 'desk',
  user_id: user,
  user_name: user.toLowerCase(),
  command,
  text,
  api_app_id: 'A0DESK',
  is_enterprise_install: 'false',
  response_url: responseUrl,
  trigger_id: newTrigger(),
  ...more,
});

let lastTrigger = 0;

/** A trigger opens one form, within three seconds. */
export const newTrigger = (): string => {
  lastTrigger += 1;
  return `${lastTrigger}.2.3`;
};

export type Button = Extract<Block, { type: 'actions' }>['elements'][number];

export const buttonsOf = ({ blocks }: Message): readonly Button[] =>
  blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));

export const labelsOf = (message: Message): readonly string[] => buttonsOf(message).map(({ text }) => text.text);

/** @param label as shown, plain or no-break spaces */
export const buttonOf = (message: Message, label: string): Button => {
  const found = buttonsOf(message).find(({ text }) => text.text.replaceAll('\u00a0', ' ') === label);
  if (found === undefined) throw new Error(`no button ${label} among ${labelsOf(message).join(', ')}`);
  return found;
};

/** What was clicked, with what it carries. */
export type Clickable =
  | Pick<Button, 'action_id' | 'value' | 'text'>
  | { readonly type: 'feedback_buttons'; readonly action_id: string; readonly value: string };

export interface Clicked {
  readonly button: Clickable;
  /** Seen by the clicker only; Slack sends no message with such a click. */
  readonly isPrivate: boolean;
  readonly ts: string;
  readonly threadTs?: string | undefined;
  readonly user?: string;
  readonly channel?: string;
  readonly responseUrl: string;
  /** What else the payload holds, or in the place of what. */
  readonly more?: object;
}

export const clickPayload = ({
  button,
  isPrivate,
  ts,
  threadTs,
  user = CLICKER,
  channel = MEMBER,
  responseUrl,
  more = {},
}: Clicked): Record<string, unknown> => {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: TEAM },
    api_app_id: 'A0DESK',
    token: 'verification-token',
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isPrivate, ...thread },
    trigger_id: newTrigger(),
    team: { id: TEAM, domain: 'fake' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: 'desk' },
    ...(!isPrivate && { message: { type: 'message', bot_id: 'B0BOT', user: 'U0BOT', text: '', ts, ...thread } }),
    state: { values: {} },
    response_url: responseUrl,
    actions: [
      { type: 'button', ...button, block_id: 'b1', action_ts: `1795185001.${String(lastTrigger).padStart(6, '0')}` },
    ],
    ...more,
  };
};
