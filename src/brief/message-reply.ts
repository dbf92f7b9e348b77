import {
  type Block,
  type Button,
  buttonRow,
  buttonsOf,
  capitalized,
  context,
  inlineCode,
  type Message,
  screenReaderText,
  section,
  sentence,
} from '../message/index.ts';

const ACTIONS = ['manage', 'new', 'edit', 'pause', 'resume', 'remove', 'choose'] as const;
/** What a button of briefs does. */
export type BriefAction = (typeof ACTIONS)[number];

export const { button: briefButton, actionOf: briefActionOf } = buttonsOf('brief', ACTIONS);

/** A row of a reply, with what may be done about it. */
interface ReplyRow {
  readonly words: string;
  readonly buttons: readonly Button[];
}

/** A private reply about briefs. Every part is mrkdwn and escaped; mentions in it stay mentions. */
export interface BriefReply {
  /** One sentence with its full stop, shown in bold. */
  readonly headline: string;
  /** Lines right under it: what to do, or what follows. */
  readonly lines?: readonly string[];
  /** One block each. */
  readonly rows?: readonly ReplyRow[];
  readonly buttons?: readonly Button[];
  /** A last grey line. */
  readonly hint?: string;
}

/** `Try a, b or c`: commands that work. */
export const tryCommands = (...commands: readonly string[]): string =>
  `Try ${commands.map((one, at) => `${at === 0 ? '' : at === commands.length - 1 ? ' or ' : ', '}${inlineCode(one)}`).join('')}`;

/** Mrkdwn without the marks of bold and code. */
const withoutMarkup = (mrkdwn: string): string => mrkdwn.replaceAll('*', '').replaceAll('`', '').replaceAll('  ', ' ');

const plainSentence = (mrkdwn: string): string =>
  mrkdwn
    .split('\n')
    .map((line) => sentence(capitalized(withoutMarkup(line))))
    .join(' ');

/** Renders a reply as a message, whose text says the same in reading order. */
export const renderReply = ({ headline, lines = [], rows = [], buttons = [], hint }: BriefReply): Message => {
  const blocks: Block[] = [
    section([`*${headline}*`, ...lines].join('\n')),
    ...rows.flatMap((row): readonly Block[] => [section(row.words), ...buttonRow(row.buttons)]),
    ...buttonRow(buttons),
    ...(hint === undefined ? [] : [context(hint)]),
  ];
  const parts = [headline, ...lines, ...rows.map(({ words }) => words), ...(hint === undefined ? [] : [hint])];
  return { text: screenReaderText(parts.map(plainSentence).join(' ')), blocks };
};
