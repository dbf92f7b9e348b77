import manifest from '../../manifest.json' with { type: 'json' };
import type { Channel, CommandInfo, Suggestion, User } from './protocol.ts';

/** The Slack workspace that the playground pretends to be. */
export const TEAM = { id: 'T0PLAYGROUND', domain: 'playground' } as const;

/** The bot's ids, name and token. */
export const BOT = {
  user: 'U0ROTATION',
  bot: 'B0ROTATION',
  app: 'A0ROTATION',
  name: manifest.features.bot_user.display_name,
  /** Not a secret: it works in this workspace only. */
  token: 'xoxb-playground',
} as const;

/** The granted scopes: all that manifest.json asks for. */
export const SCOPES: readonly string[] = [
  ...manifest.oauth_config.scopes.bot,
  ...manifest.oauth_config.scopes.bot_optional,
];

/** Two users, one of them an admin. */
export const USERS: readonly User[] = [
  { id: 'U0MAYA', name: 'Maya Ferrer', initials: 'MF', timeZone: 'America/New_York', isAdmin: true },
  { id: 'U0JONAS', name: 'Jonas Weck', initials: 'JW', timeZone: 'Europe/Stockholm', isAdmin: false },
];

interface Mentionable {
  readonly id: string;
  readonly name: string;
}

/** Who can be mentioned with an `@`: the bot and the users. */
export const MENTIONABLE: readonly Mentionable[] = [{ id: BOT.user, name: BOT.name }, ...USERS];

/** The name in payloads: `maya.ferrer`. */
export const usernameOf = (user: string): string =>
  (MENTIONABLE.find(({ id }) => id === user)?.name ?? user).toLowerCase().replaceAll(' ', '.');

/** The id of a user's direct message with the bot. */
export const directMessageId = (user: string): string => `D${user.slice(1)}`;

/** A channel, and whether the bot is a member at the start. */
interface SeedChannel extends Channel {
  readonly isMember: boolean;
}

/** The channels, and each user's direct message with the bot. */
export const CHANNELS: readonly SeedChannel[] = [
  { id: 'C0MACRO', name: 'macro', kind: 'channel', isMember: true },
  { id: 'C0GENERAL', name: 'general', kind: 'channel', isMember: true },
  { id: 'C0RANDOM', name: 'random', kind: 'channel', isMember: false },
  ...USERS.map(
    ({ id }): SeedChannel => ({
      id: directMessageId(id),
      name: BOT.name,
      kind: 'direct message',
      user: id,
      isMember: true,
    }),
  ),
];

/** Whether a user can see a channel: it is public, or their own direct message. */
export const canSee = (viewer: string, channel: string): boolean =>
  CHANNELS.some(({ id, user = viewer }) => id === channel && user === viewer);

interface ManifestCommand extends CommandInfo {
  /** Whether Slack turns mentions into ids and escapes the rest of the text. */
  readonly isEscaped: boolean;
}

/** The bot's slash commands, from manifest.json. */
export const MANIFEST_COMMANDS: readonly ManifestCommand[] = manifest.features.slash_commands.map((listed) => ({
  name: listed.command,
  description: listed.description,
  usageHint: listed.usage_hint,
  isEscaped: listed.should_escape,
}));

/** What the menu of a message offers, from manifest.json. */
export const SHORTCUTS = manifest.features.shortcuts.map(({ name, callback_id: callback }) => ({ name, callback }));

/** Slack's own commands for a channel's members. */
export const BUILT_IN_COMMANDS: readonly CommandInfo[] = [
  { name: '/invite', description: `Brings ${BOT.name} into this channel`, usageHint: `@${BOT.name}` },
  { name: '/remove', description: `Takes ${BOT.name} out of this channel`, usageHint: `@${BOT.name}` },
];

/** What an empty channel suggests asking. */
export const SUGGESTIONS: readonly Suggestion[] = [
  { label: 'What does a 50 bp cut do?', text: '/ratecut 50bps' },
  { label: 'Who is bearish, and why?', text: '/views bearish' },
  { label: 'Which figures are wrong?', text: `@${BOT.name} check the notes` },
];
