import type { Block, Button, Message } from '../block-kit.ts';
import { context, section } from '../build.ts';
import { capitalized, escaped, sentence, spoken } from '../wording.ts';

/** A private reply about briefs. Every part is mrkdwn and escaped; mentions in it stay mentions. */
export interface Reply {
  /** One sentence with its full stop; it stands in bold. */
  readonly said: string;
  /** What to do, or what follows: lines right under it. */
  readonly lines?: readonly string[];
  /** One block each. */
  readonly rows?: readonly string[];
  readonly buttons?: readonly Button[];
  /** A last grey line. */
  readonly hint?: string;
}

/** What a person can type, in code style. */
export const typed = (words: string): string => `\`${escaped(words)}\``;

/** `Try a, b or c`: commands that work. */
export const examples = (...commands: readonly string[]): string =>
  `Try ${commands.map((one, at) => `${at === 0 ? '' : at === commands.length - 1 ? ' or ' : ', '}${typed(one)}`).join('')}`;

/** Without the signs of bold and code. */
const bare = (mrkdwn: string): string => mrkdwn.replaceAll('*', '').replaceAll('`', '').replaceAll('  ', ' ');

const spokenSentence = (mrkdwn: string): string =>
  mrkdwn
    .split('\n')
    .map((line) => sentence(capitalized(bare(line))))
    .join(' ');

/** Draws it; the text says the same in reading order. */
export const renderReply = ({ said, lines = [], rows = [], buttons = [], hint }: Reply): Message => {
  const blocks: Block[] = [
    section([`*${said}*`, ...lines].join('\n')),
    ...rows.map(section),
    ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
    ...(hint === undefined ? [] : [context(hint)]),
  ];
  const parts = [said, ...lines, ...rows, ...(hint === undefined ? [] : [hint])];
  return { text: spoken(parts.map(spokenSentence).join(' ')), blocks };
};
