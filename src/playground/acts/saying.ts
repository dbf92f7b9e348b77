import { BOT, CHANNELS, COMMANDS, canSee, handleOf, NAMED_WITH_AT, OWN_COMMANDS } from '../cast.ts';
import type { Act, Acted, Channel } from '../protocol.ts';
import { actedBy, type Deliver } from '../session.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { commandPayload, eventPayload, mentionEvent, messageEvent } from './payloads.ts';

/** What a person types, as Slack hands it on: names and addresses in its own form, and nothing else that is markup. */

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Named = (typeof NAMED_WITH_AT)[number];

const NAMED_CHANNELS: readonly Named[] = CHANNELS.filter(({ kind }) => kind === 'channel');

const anyOf = (named: readonly Named[]): string => named.map(({ name }) => name).join('|');

const FOUND = new RegExp(
  `(?<![\\w@#/])(?:@(?<person>${anyOf(NAMED_WITH_AT)})|#(?<channel>${anyOf(NAMED_CHANNELS)}))(?![\\w-])|(?<link>https?://[^\\s<>]+)`,
  'gi',
);

const named = (all: readonly Named[], name = ''): Named | undefined =>
  all.find((one) => one.name.toLowerCase() === name.toLowerCase());

/** @param asMention how a person is named: Slack adds the name in a command, and leaves it out in a message */
const converted = (typed: string, asMention: (id: string) => string): string => {
  let [text, from] = ['', 0];
  for (const { 0: found, index, groups: { person, channel, link = '' } = {} } of typed.matchAll(FOUND)) {
    const [who, where] = [named(NAMED_WITH_AT, person), named(NAMED_CHANNELS, channel)];
    text += escaped(typed.slice(from, index));
    if (who !== undefined) text += asMention(who.id);
    else text += where === undefined ? `<${escaped(link)}>` : `<#${where.id}|${where.name}>`;
    from = index + found.length;
  }
  return text + escaped(typed.slice(from));
};

/** The text of a message. */
export const asMessageText = (typed: string): string => converted(typed, (id) => `<@${id}>`);

/** The words behind a command that asks for them escaped. */
export const asCommandText = (typed: string): string => converted(typed, (id) => `<@${id}|${handleOf(id)}>`);

type Said = Extract<Act, { kind: 'say' }>;

const COMMAND = /^(?<name>\/[a-z][\w-]*)(?:\s+(?<words>.*))?$/is;

/** A command as it was typed. */
interface Typed {
  /** With its slash, in small letters. */
  readonly name: string;
  readonly words: string;
}

const commandIn = (text: string): Typed | undefined => {
  const { name, words = '' } = COMMAND.exec(text)?.groups ?? {};
  return name === undefined ? undefined : { name: name.toLowerCase(), words };
};

const refused = (problem: string): Acted => ({ ok: false, problem });

/** Hands a command to the bot. */
const runCommand = async (
  { triggers, responseUrls }: Workspace,
  deliver: Deliver,
  { as: person, channel }: Said,
  { name, words }: Typed,
): Promise<Acted> => {
  const listed = COMMANDS.find((one) => one.name === name);
  if (listed === undefined) return refused(`${name} is not a command here.`);
  const text = listed.isEscaped ? asCommandText(words) : words;
  const [trigger, responseUrl] = [triggers.issue(person), responseUrls.issue({ person, channel })];
  return actedBy(await deliver(commandPayload({ person, channel, command: name, text, trigger, responseUrl })));
};

/** Slack's own commands for who is in a channel; the channel sees what came of them. */
const changeMembers = (
  { members, messages }: Workspace,
  { as: person, channel }: Said,
  { name, words }: Typed,
  { kind }: Channel,
): Acted => {
  if (kind !== 'channel') return refused(`${name} is for channels.`);
  if (asMessageText(words) !== `<@${BOT.user}>`) return refused(`Write ${name} @${BOT.name}.`);
  const isInvited = name === '/invite';
  if (members.has(channel) === isInvited) {
    return refused(`${BOT.name} is ${isInvited ? 'in this channel already' : 'not in this channel'}.`);
  }
  if (isInvited) members.add(channel);
  else members.delete(channel);
  const came = isInvited ? 'was added to' : 'was removed from';
  messages.add({ channel, author: 'bot', text: `${came} the channel by <@${person}>.`, blocks: [] });
  return { ok: true };
};

/** Puts a message into the channel. Where the bot is in it, it hears of that, and once more where it is named. */
const post = async (workspace: Workspace, deliver: Deliver, said: Said, place: Channel): Promise<Acted> => {
  const { messages, members, newName } = workspace;
  const { as: author, channel, threadTs } = said;
  const root = threadTs === undefined ? undefined : messages.rootOf(channel, threadTs);
  if (threadTs !== undefined && root === undefined) return refused('That thread is not there.');
  const text = asMessageText(said.text.trim());
  const message = messages.add({ channel, author, text, blocks: [], ...(threadTs !== undefined && { threadTs }) });
  const isNamed = place.kind === 'channel' && text.includes(`<@${BOT.user}>`);
  if (!members.has(channel)) {
    const notice = `${BOT.name} is not in #${place.name} and has not read this. Write /invite @${BOT.name} first.`;
    return { ok: true, ...(isNamed && { notice }) };
  }
  const events = [...(isNamed ? [mentionEvent] : []), messageEvent].map((event) => event(message, root?.author));
  return actedBy(...(await Promise.all(events.map((event) => deliver(eventPayload(newName('Ev'), event))))));
};

/** Words in a composer: a command, or a message. */
export const say = async (workspace: Workspace, deliver: Deliver, said: Said): Promise<Acted> => {
  const place = CHANNELS.find(({ id }) => id === said.channel);
  const text = said.text.trim();
  if (place === undefined || !canSee(said.as, said.channel)) return refused('There is no such channel for you.');
  if (text === '') return refused('There is nothing to send.');
  const typed = commandIn(text);
  if (typed === undefined) return post(workspace, deliver, said, place);
  if (said.threadTs !== undefined) {
    return refused('Slack takes no commands in threads. Write the words without the slash.');
  }
  return OWN_COMMANDS.some(({ name }) => name === typed.name)
    ? changeMembers(workspace, said, typed, place)
    : runCommand(workspace, deliver, said, typed);
};
