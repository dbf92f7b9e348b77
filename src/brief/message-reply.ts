import {
  type Block,
  type Button,
  capitalized,
  context,
  escaped,
  type Message,
  plainText,
  screenReaderText,
  section,
  sentence,
} from '../message/index.ts';

/** What the buttons of briefs do. A button of one schedule carries its id. */
const ACTIONS = ['manage', 'new', 'pause', 'resume', 'remove'] as const;
export type BriefAction = (typeof ACTIONS)[number];

const PREFIX = 'brief:';

/** Under a brief: who may change it and how. */
export const BRIEF_MANAGE_ACTION = `${PREFIX}manage`;
/** Opens the form. */
export const BRIEF_NEW_ACTION = `${PREFIX}new`;

/** What a control of briefs does; undefined for one that is none of these. */
export const briefActionOf = (actionId: string): BriefAction | undefined =>
  ACTIONS.find((one) => actionId === `${PREFIX}${one}`);

/** @param value a schedule's id, or the action itself where it is about none */
export const briefButton = (action: BriefAction, label: string, value: string, spoken?: string): Button => ({
  type: 'button',
  action_id: `${PREFIX}${action}`,
  text: plainText(label),
  value,
  ...(spoken !== undefined && { accessibility_label: spoken }),
});

/** A private reply about briefs. Every part is mrkdwn and escaped; mentions in it stay mentions. */
export interface BriefReply {
  /** One sentence with its full stop; it stands in bold. */
  readonly headline: string;
  /** What to do, or what follows: lines right under it. */
  readonly lines?: readonly string[];
  /** One block each. */
  readonly rows?: readonly string[];
  readonly buttons?: readonly Button[];
  /** A last grey line. */
  readonly hint?: string;
}

/** What a person can type, in code style. */
export const inlineCode = (words: string): string => `\`${escaped(words)}\``;

/** `Try a, b or c`: commands that work. */
export const tryCommands = (...commands: readonly string[]): string =>
  `Try ${commands.map((one, at) => `${at === 0 ? '' : at === commands.length - 1 ? ' or ' : ', '}${inlineCode(one)}`).join('')}`;

/** Without the signs of bold and code. */
const bare = (mrkdwn: string): string => mrkdwn.replaceAll('*', '').replaceAll('`', '').replaceAll('  ', ' ');

const spokenSentence = (mrkdwn: string): string =>
  mrkdwn
    .split('\n')
    .map((line) => sentence(capitalized(bare(line))))
    .join(' ');

/** Draws it; the text says the same in reading order. */
export const renderReply = ({ headline, lines = [], rows = [], buttons = [], hint }: BriefReply): Message => {
  const blocks: Block[] = [
    section([`*${headline}*`, ...lines].join('\n')),
    ...rows.map(section),
    ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
    ...(hint === undefined ? [] : [context(hint)]),
  ];
  const parts = [headline, ...lines, ...rows, ...(hint === undefined ? [] : [hint])];
  return { text: screenReaderText(parts.map(spokenSentence).join(' ')), blocks };
};
