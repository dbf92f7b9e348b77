import { bold, context, header, inlineCode, plainText, section } from './block-builders.ts';
import type { ActionsBlock, Block, Button, Message } from './block-kit.ts';
import { escaped, screenReaderText, sentence } from './formats.ts';

/** What is said of things that a team keeps, such as notes, companies and briefs: buttons, notices, help, pages. */

/** Buttons of one kind of thing, told apart by what they do: `note:edit`, and `note:drop:2` where a message has several. */
export const buttonsOf = <Action extends string>(kind: string, actions: readonly Action[]) => ({
  /** @param more `at` tells buttons of one action apart in a message; `spoken` is what screen readers say instead of the label */
  button: (
    action: Action,
    label: string,
    value: string,
    { at, spoken }: { readonly at?: number; readonly spoken?: string } = {},
  ): Button => ({
    type: 'button',
    action_id: `${kind}:${action}${at === undefined ? '' : `:${at}`}`,
    text: plainText(label),
    value,
    ...(spoken !== undefined && { accessibility_label: spoken }),
  }),
  /** The action of a button by its action id; undefined for other buttons. */
  actionOf: (actionId: string): Action | undefined =>
    actions.find((one) => actionId === `${kind}:${one}` || actionId.startsWith(`${kind}:${one}:`)),
});

/** A row of buttons; nothing where there is none. */
export const buttonRow = (elements: readonly Button[]): readonly ActionsBlock[] =>
  elements.length > 0 ? [{ type: 'actions', elements }] : [];

/** A message. @param title not escaped @param more what its text says behind the title, escaped */
export const titledMessage = (title: string, blocks: readonly Block[], ...more: readonly string[]): Message => ({
  text: screenReaderText([escaped(sentence(title)), ...more.filter((one) => one !== '')].join(' ')),
  blocks,
});

/** A bold sentence, buttons, and a grey line under it. @param hint escaped already */
export const noticeMessage = (words: string, buttons: readonly Button[] = [], hint?: string): Message =>
  titledMessage(
    words,
    [section(bold(sentence(words))), ...buttonRow(buttons), ...(hint === undefined ? [] : [context(hint)])],
    ...(hint === undefined ? [] : [hint.replaceAll('`', '')]),
  );

/** One sentence, such as a terminal's. */
export const plainMessage = (words: string): Message => titledMessage(words, [section(escaped(sentence(words)))]);

/** What a command does. @param usage words may hold `code` @param foot a grey line */
export const usageMessage = (
  title: string,
  usage: readonly (readonly [command: string, words: string])[],
  buttons: readonly Button[],
  foot: string,
): Message =>
  titledMessage(
    title,
    [
      header(title),
      section(usage.map(([command, words]) => `${inlineCode(command)}  ${escaped(words)}`).join('\n')),
      ...buttonRow(buttons),
      context(foot),
    ],
    ...usage.map(([command, words]) => escaped(`${command}: ${words.replaceAll('`', '')}.`)),
    foot,
  );

/** The part of a list that begins at a place, from 0; the first part where there is no such place. */
export const pageFrom = <T>(all: readonly T[], from: number, most: number) => {
  const begin = from >= 0 && from < all.length ? from : 0;
  const shown = all.slice(begin, begin + most);
  return { shown, begin, end: begin + shown.length };
};
