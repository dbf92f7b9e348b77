import {
  type Block,
  type Button,
  capitalized,
  context,
  inlineCode,
  type Message,
  plainText,
  screenReaderText,
  section,
  sentence,
} from '../message/index.ts';

const ACTIONS = ['manage', 'new', 'edit', 'pause', 'resume', 'remove', 'choose'] as const;
/** What a button of briefs does. */
export type BriefAction = (typeof ACTIONS)[number];

const PREFIX = 'brief:';

/** Action id of the button under a brief: shows who may change it and how. */
export const BRIEF_MANAGE_ACTION = `${PREFIX}manage`;
/** Action id of the button that opens the form *New brief*. */
export const BRIEF_NEW_ACTION = `${PREFIX}new`;

/** The action of a button by its action id, which may end in its place among others; undefined for other buttons. */
export const briefActionOf = (actionId: string): BriefAction | undefined =>
  ACTIONS.find((one) => actionId.replace(/:\d$/, '') === `${PREFIX}${one}`);

/**
 * A button of briefs.
 *
 * @param value a schedule's id, or the action id where it is about no schedule
 * @param accessibleLabel what screen readers say instead of the label
 */
export const briefButton = (action: BriefAction, label: string, value: string, accessibleLabel?: string): Button => ({
  type: 'button',
  action_id: `${PREFIX}${action}`,
  text: plainText(label),
  value,
  ...(accessibleLabel !== undefined && { accessibility_label: accessibleLabel }),
});

/** A row of a reply, with what may be done about it. */
export interface ReplyRow {
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

const actions = (elements: readonly Button[]): readonly Block[] =>
  elements.length > 0 ? [{ type: 'actions', elements }] : [];

/** Renders a reply as a message, whose text says the same in reading order. */
export const renderReply = ({ headline, lines = [], rows = [], buttons = [], hint }: BriefReply): Message => {
  const blocks: Block[] = [
    section([`*${headline}*`, ...lines].join('\n')),
    ...rows.flatMap((row): readonly Block[] => [section(row.words), ...actions(row.buttons)]),
    ...actions(buttons),
    ...(hint === undefined ? [] : [context(hint)]),
  ];
  const parts = [headline, ...lines, ...rows.map(({ words }) => words), ...(hint === undefined ? [] : [hint])];
  return { text: screenReaderText(parts.map(plainSentence).join(' ')), blocks };
};
