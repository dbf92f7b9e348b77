import type { ActionResult, Channel, UserAction } from '../protocol.ts';
import {
  BOT,
  BUILT_IN_COMMANDS,
  CHANNELS,
  canSee,
  MANIFEST_COMMANDS,
  MENTIONABLE,
  SHORTCUTS,
  usernameOf,
} from '../seed.ts';
import { type Deliver, resultOf } from '../session.ts';
import type { Workspace } from '../workspace/workspace.ts';
import {
  botJoinedEvent,
  commandPayload,
  eventPayload,
  mentionEvent,
  messageEvent,
  messageShortcutPayload,
} from './payloads.ts';

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Named = (typeof MENTIONABLE)[number];

const NAMED_CHANNELS: readonly Named[] = CHANNELS.filter(({ kind }) => kind === 'channel');

const anyOf = (named: readonly Named[]): string => named.map(({ name }) => name).join('|');

const MARKUP = new RegExp(
  `(?<![\\w@#/])(?:@(?<user>${anyOf(MENTIONABLE)})|#(?<channel>${anyOf(NAMED_CHANNELS)}))(?![\\w-])|(?<link>https?://[^\\s<>]+)`,
  'gi',
);

const named = (all: readonly Named[], name = ''): Named | undefined =>
  all.find((one) => one.name.toLowerCase() === name.toLowerCase());

/**
 * Typed text as Slack passes it on: mentions, channels and links in angle brackets, the rest escaped.
 *
 * @param asMention formats a mention: Slack adds the user name in a command, and leaves it out in a message
 */
const convert = (typed: string, asMention: (id: string) => string): string => {
  let [text, from] = ['', 0];
  for (const { 0: found, index, groups: { user, channel, link = '' } = {} } of typed.matchAll(MARKUP)) {
    const [who, where] = [named(MENTIONABLE, user), named(NAMED_CHANNELS, channel)];
    text += escaped(typed.slice(from, index));
    if (who !== undefined) text += asMention(who.id);
    else text += where === undefined ? `<${escaped(link)}>` : `<#${where.id}|${where.name}>`;
    from = index + found.length;
  }
  return text + escaped(typed.slice(from));
};

/** Typed text as the text of a message. */
export const toMessageText = (typed: string): string => convert(typed, (id) => `<@${id}>`);

/** Typed text as the `text` of a command whose manifest entry has `should_escape`. */
export const toCommandText = (typed: string): string => convert(typed, (id) => `<@${id}|${usernameOf(id)}>`);

type SendText = Extract<UserAction, { kind: 'send text' }>;

const COMMAND = /^(?<name>\/[a-z][\w-]*)(?:\s+(?<words>.*))?$/is;

/** A typed slash command. */
interface TypedCommand {
  /** With its slash, in lower case. */
  readonly name: string;
  readonly words: string;
}

const parseCommand = (text: string): TypedCommand | undefined => {
  const { name, words = '' } = COMMAND.exec(text)?.groups ?? {};
  return name === undefined ? undefined : { name: name.toLowerCase(), words };
};

const rejected = (problem: string): ActionResult => ({ ok: false, problem });

/** Sends a slash command to the bot. */
const runCommand = async (
  { triggers, responseUrls }: Workspace,
  deliver: Deliver,
  { user, channel }: SendText,
  { name, words }: TypedCommand,
): Promise<ActionResult> => {
  const listed = MANIFEST_COMMANDS.find((one) => one.name === name);
  if (listed === undefined) return rejected(`${name} is not a command here.`);
  const text = listed.isEscaped ? toCommandText(words) : words;
  const [trigger, responseUrl] = [triggers.issue(user), responseUrls.issue({ user, channel })];
  return resultOf(await deliver(commandPayload({ user, channel, command: name, text, trigger, responseUrl })));
};

/** Carries out /invite or /remove, posts the result in the channel, and tells the bot of an invitation. */
const changeMembers = async (
  { members, messages, newId }: Workspace,
  deliver: Deliver,
  { user, channel }: SendText,
  { name, words }: TypedCommand,
  { kind }: Channel,
): Promise<ActionResult> => {
  if (kind !== 'channel') return rejected(`${name} is for channels.`);
  if (toMessageText(words) !== `<@${BOT.user}>`) return rejected(`Write ${name} @${BOT.name}.`);
  const isInvited = name === '/invite';
  if (members.has(channel) === isInvited) {
    return rejected(`${BOT.name} is ${isInvited ? 'in this channel already' : 'not in this channel'}.`);
  }
  if (isInvited) members.add(channel);
  else members.delete(channel);
  const came = isInvited ? 'was added to' : 'was removed from';
  const { ts } = messages.add({ channel, author: 'bot', text: `${came} the channel by <@${user}>.`, blocks: [] });
  return isInvited
    ? resultOf(await deliver(eventPayload(newId('Ev'), botJoinedEvent(channel, user, ts))))
    : { ok: true };
};

/** Posts a message. The bot gets a `message` event if it is a member, and an `app_mention` too if it is mentioned. */
const postMessage = async (
  workspace: Workspace,
  deliver: Deliver,
  action: SendText,
  channelInfo: Channel,
): Promise<ActionResult> => {
  const { messages, members, newId } = workspace;
  const { user: author, channel, threadTs } = action;
  const root = threadTs === undefined ? undefined : messages.threadRoot(channel, threadTs);
  if (threadTs !== undefined && root === undefined) return rejected('That thread is not there.');
  const text = toMessageText(action.text.trim());
  const message = messages.add({ channel, author, text, blocks: [], ...(threadTs !== undefined && { threadTs }) });
  const isNamed = channelInfo.kind === 'channel' && text.includes(`<@${BOT.user}>`);
  if (!members.has(channel)) {
    const notice = `${BOT.name} is not in #${channelInfo.name} and has not read this. Write /invite @${BOT.name} first.`;
    return { ok: true, ...(isNamed && { notice }) };
  }
  const events = [...(isNamed ? [mentionEvent] : []), messageEvent].map((event) => event(message, root?.author));
  return resultOf(...(await Promise.all(events.map((event) => deliver(eventPayload(newId('Ev'), event))))));
};

type SendFile = Extract<UserAction, { kind: 'send file' }>;

/** Sends a file in the direct message with the bot, which gets a `file_share` message. */
export const sendFile = async (
  { address, messages, newId, sharedFiles }: Workspace,
  deliver: Deliver,
  { user: author, channel, name, base64 }: SendFile,
): Promise<ActionResult> => {
  const isDirect = CHANNELS.some(({ id, kind }) => id === channel && kind === 'direct message');
  if (!isDirect || !canSee(author, channel)) return rejected('Files go to the bot’s direct message.');
  const bytes = Buffer.from(base64, 'base64');
  const id = newId('F0SENT');
  sharedFiles.set(id, bytes);
  const sharedFile = { id, name, bytes: bytes.byteLength };
  const message = messages.add({ channel, author, text: '', blocks: [], sharedFile });
  const at = `${address}/files/${id}`;
  const file = { id, name, title: name, size: bytes.byteLength, url_private: at, url_private_download: at };
  const event = { ...messageEvent(message), subtype: 'file_share', files: [file] };
  return resultOf(await deliver(eventPayload(newId('Ev'), event)));
};

type MessageShortcut = Extract<UserAction, { kind: 'message shortcut' }>;

/** Uses a shortcut in the menu of a message. */
export const sendMessageShortcut = async (
  { messages, triggers, responseUrls }: Workspace,
  deliver: Deliver,
  { user, channel, ts, callback }: MessageShortcut,
): Promise<ActionResult> => {
  const message = canSee(user, channel) ? messages.of(channel, ts) : undefined;
  if (message === undefined || !SHORTCUTS.some((one) => one.callback === callback))
    return rejected('That is no longer there.');
  const [trigger, responseUrl] = [triggers.issue(user), responseUrls.issue({ user, channel })];
  return resultOf(await deliver(messageShortcutPayload(message, { user, callback, trigger, responseUrl })));
};

/** Sends what a user typed in a composer: a slash command or a message. */
export const sendText = async (workspace: Workspace, deliver: Deliver, action: SendText): Promise<ActionResult> => {
  const channelInfo = CHANNELS.find(({ id }) => id === action.channel);
  const text = action.text.trim();
  if (channelInfo === undefined || !canSee(action.user, action.channel))
    return rejected('There is no such channel for you.');
  if (text === '') return rejected('There is nothing to send.');
  const typed = parseCommand(text);
  if (typed === undefined) return postMessage(workspace, deliver, action, channelInfo);
  if (action.threadTs !== undefined) {
    return rejected('Slack takes no commands in threads. Write the words without the slash.');
  }
  return BUILT_IN_COMMANDS.some(({ name }) => name === typed.name)
    ? changeMembers(workspace, deliver, action, typed, channelInfo)
    : runCommand(workspace, deliver, action, typed);
};
