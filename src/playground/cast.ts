import manifest from '../../manifest.json' with { type: 'json' };
import type { Channel, Command, Person, Suggestion } from './protocol.ts';

/** Who and what is in the local workspace when it opens. */

export const TEAM = { id: 'T0PLAYGROUND', domain: 'playground' } as const;

export const BOT = {
  user: 'U0ROTATION',
  bot: 'B0ROTATION',
  app: 'A0ROTATION',
  name: manifest.features.bot_user.display_name,
  /** Opens nothing: it is known to everybody, and good for this workspace alone. */
  token: 'xoxb-playground',
} as const;

/** All that manifest.json asks for is granted. */
export const SCOPES: readonly string[] = [
  ...manifest.oauth_config.scopes.bot,
  ...manifest.oauth_config.scopes.bot_optional,
];

export const PEOPLE: readonly Person[] = [
  { id: 'U0MAYA', name: 'Maya Ferrer', initials: 'MF', zone: 'America/New_York', isAdmin: true },
  { id: 'U0JONAS', name: 'Jonas Weck', initials: 'JW', zone: 'Europe/Stockholm', isAdmin: false },
];

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everybody who can be named with an `@`. */
export const NAMED_WITH_AT: readonly Named[] = [{ id: BOT.user, name: BOT.name }, ...PEOPLE];

/** A name as payloads have it: `maya.ferrer`. */
export const handleOf = (user: string): string =>
  (NAMED_WITH_AT.find(({ id }) => id === user)?.name ?? user).toLowerCase().replaceAll(' ', '.');

/** The id of a person's direct message with the bot. */
export const directMessageOf = (person: string): string => `D${person.slice(1)}`;

/** A channel, and whether the bot is in it from the start. */
interface Opened extends Channel {
  readonly isMember: boolean;
}

export const CHANNELS: readonly Opened[] = [
  { id: 'C0MACRO', name: 'macro', kind: 'channel', isMember: true },
  { id: 'C0GENERAL', name: 'general', kind: 'channel', isMember: true },
  { id: 'C0RANDOM', name: 'random', kind: 'channel', isMember: false },
  ...PEOPLE.map(
    ({ id }): Opened => ({
      id: directMessageOf(id),
      name: BOT.name,
      kind: 'direct message',
      person: id,
      isMember: true,
    }),
  ),
];

/** Whether a channel is there for a person: everybody's, or their own direct message. */
export const canSee = (viewer: string, channel: string): boolean =>
  CHANNELS.some(({ id, person = viewer }) => id === channel && person === viewer);

interface Listed extends Command {
  /** Slack hands names and channels on as ids, and escapes the rest. */
  readonly isEscaped: boolean;
}

/** The bot's own, as manifest.json lists them. */
export const COMMANDS: readonly Listed[] = manifest.features.slash_commands.map((listed) => ({
  name: listed.command,
  description: listed.description,
  usageHint: listed.usage_hint,
  isEscaped: listed.should_escape,
}));

/** Slack's own, for who is in a channel. */
export const OWN_COMMANDS: readonly Command[] = [
  { name: '/invite', description: `Brings ${BOT.name} into this channel`, usageHint: `@${BOT.name}` },
  { name: '/remove', description: `Takes ${BOT.name} out of this channel`, usageHint: `@${BOT.name}` },
];

export const SUGGESTIONS: readonly Suggestion[] = [
  { label: 'What does a 50 bp cut do?', text: '/ratecut 50bps' },
  { label: 'Who is bearish, and why?', text: '/views bearish' },
  { label: 'Which figures are wrong?', text: `@${BOT.name} check the notes` },
];
