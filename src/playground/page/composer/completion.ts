import type { CommandInfo } from '../../protocol.ts';

/** What a word that was begun can become. */
export interface Completion {
  /** Stands in the place of what was begun. */
  readonly text: string;
  readonly name: string;
  readonly usage: string;
  readonly description: string;
}

const matchingCommands = (typed: string, commands: readonly CommandInfo[]): readonly Completion[] =>
  commands
    .filter(({ name }) => name.startsWith(typed.toLowerCase()))
    .map(({ name, usageHint, description }) => ({ text: `${name} `, name, usage: usageHint, description }));

const MENTION = /(?:^|\s)@(?<begun>[\p{L} ]*)$/u;

/**
 * What can be meant by what is typed so far: commands after a slash that begins the text, names after an `@` at its end.
 *
 * @param commands none in a thread: Slack takes none there
 */
export const findCompletions = (
  typed: string,
  commands: readonly CommandInfo[],
  names: readonly string[],
): readonly Completion[] => {
  if (/^\/\S*$/.test(typed)) return matchingCommands(typed, commands);
  const begun = MENTION.exec(typed)?.groups?.['begun'];
  if (begun === undefined) return [];
  const before = typed.slice(0, typed.length - begun.length - 1);
  return names
    .filter((name) => name.toLowerCase().startsWith(begun.toLowerCase()) && name !== begun)
    .map((name) => ({ text: `${before}@${name} `, name: `@${name}`, usage: '', description: '' }));
};
