import { CHANNELS, handleOf, NAMED_WITH_AT } from '../cast.ts';

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
