import type {
  Button,
  Cell,
  ContainerBlock,
  ContextBlock,
  DataTableBlock,
  HeaderBlock,
  Mrkdwn,
  PlainText,
  SectionBlock,
  TextRun,
} from './block-kit.ts';
import { escaped, sentence, unbroken } from './formats.ts';

/** The labels of lines; the same label means the same thing in every message. */
type Label =
  | 'Read'
  /** Words in doubt, and words that an answer takes no account of. */
  | 'Unsure'
  | 'Not used'
  | 'Floor'
  | 'Changed'
  | 'Loss'
  /** Companies whose loss has no percentage. */
  | 'No profit'
  | 'Why'
  | 'Range'
  | 'Market'
  | 'Catch'
  | 'Flag'
  /** One of the two example companies. */
  | 'SmallCap'
  | 'LargeCap'
  /** Interest a year. */
  | 'Interest'
  | 'Debt'
  | 'Floating'
  | 'Fixed'
  | 'Saving'
  | 'Lift'
  /** A sum, written out. */
  | 'Sum'
  /** How the model has it, and what it leaves out. */
  | 'Model'
  | 'Missing'
  /** What nobody but the asker can say. */
  | 'Asked'
  /** How large something left out would be. */
  | 'Size'
  /** A move in steps of 25 bp. */
  | 'Steps'
  | 'Ratio'
  /** What any window shows, a cut or none, and which shares so few cases leave open. */
  | 'Base'
  | 'Interval'
  /** A coefficient in standard errors, in words. */
  | 't'
  | 'Average'
  | 'Recession'
  /** By how much the Russell beats the S&P: the change of the ratio. */
  | 'Lead'
  | 'Rounded'
  | 'Cover'
  | 'Index'
  /** How a figure is measured, and of when it is. */
  | 'Basis'
  /** What another note, or the record, says of the same thing. */
  | 'Conflict'
  | 'Record'
  | 'Change'
  | 'Target'
  | 'Bullish'
  | 'Bearish'
  | 'Mixed'
  | 'Neutral'
  /** How a note's day is known. */
  | 'Dated'
  /** What can be had instead. */
  | 'Instead'
  | 'Nearest'
  | 'Tax'
  /** What somebody in the notes says of it. */
  | 'Said'
  /** Share of days on which the ratio stood no higher. */
  | 'Rank'
  | 'Trend'
  | 'Peak'
  | 'Russell'
  /** Readings that the notes print. */
  | 'Notes'
  /** What futures imply. */
  | 'Priced'
  | 'Path'
  /** The federal funds rate that futures imply, now and after meetings. */
  | 'Rate'
  | 'Fed'
  | 'Next'
  /** Meetings that left the range as it was, and the move before those listed. */
  | 'Held'
  /** A workspace's own companies. */
  | 'Ours'
  | 'Before'
  /** What a list is too long for. */
  | 'Left out'
  /** In how many cycles small caps led. */
  | 'Led'
  | 'Cycles'
  /** Of a brief: what has changed since the last one, the last closes, and why it is late. */
  | 'New'
  /** Of notes: what was added, what waits for a person, and what later views and days have made of earlier ones. */
  | 'Added'
  | 'Draft'
  | 'Need you'
  | 'Superseded'
  | 'Scored'
  | 'Last'
  | 'Late'
  | `Bullish ${number}`
  | `Bearish ${number}`
  /** `25 bp`: what a move of that size does; `9 Dec`: what futures imply of that meeting. */
  | `${number}\u00a0${string}`
  | `To ${string}`
  | `Note ${string}`;

/** A bold label and one short line. */
export interface Line {
  readonly label: Label;
  readonly words: string;
}

/** Text that Slack shows as it is: no markup, no emoji. */
export const plainText = (text: string): PlainText => ({ type: 'plain_text', text, emoji: false });

/** @param text escaped already */
export const mrkdwn = (text: string): Mrkdwn => ({ type: 'mrkdwn', text, verbatim: true });

/** @param text 150 characters at most; not escaped */
export const header = (text: string): HeaderBlock => ({ type: 'header', text: plainText(text) });

/** A command to type, as inline code. */
export const inlineCode = (words: string): string => `\`${escaped(words)}\``;

/** @param text escaped already */
export const section = (text: string): SectionBlock => ({ type: 'section', text: mrkdwn(text), expand: true });

/** Bold words; an asterisk in them would end it, so that another stands in its place. */
export const bold = (words: string): string => `*${escaped(words).replaceAll('*', '∗')}*`;

/** Labelled lines, one below the other. */
export const lines = (all: readonly Line[]): SectionBlock =>
  section(all.map(({ label, words }) => `*${label}*  ${escaped(words)}`).join('\n'));

/** The same as sentences, for the top-level text. */
export const lineSentences = (all: readonly Line[]): readonly string[] =>
  all.map(({ label, words }) => `${label}: ${sentence(words.replaceAll('\n', '. '))}`);

/** Blocks under a title, folded away until somebody opens them. */
export const foldedContainer = (title: string, children: ContainerBlock['child_blocks']): ContainerBlock => ({
  type: 'container',
  title: plainText(title),
  is_collapsible: true,
  default_collapsed: true,
  width: 'full',
  child_blocks: children,
});

/** Small and grey. @param texts escaped already */
export const context = (...texts: readonly string[]): ContextBlock => ({
  type: 'context',
  elements: texts.map(mrkdwn),
});

/** A cell of text. */
/** `S&P 500` does not break in two in a narrow column. */
export const cell = (text: string): Cell => ({
  type: 'raw_text',
  text: text.replaceAll('S&P 500', unbroken('S&P 500')),
});

/** @param value in full precision; `text` is what is shown */
export const numberCell = (value: number, text: string): Cell => ({ type: 'raw_number', value, text });

/** A table whose first column names its rows. @param head what stands above each column */
export const dataTable = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): DataTableBlock => ({ type: 'data_table', caption, rows: [head.map(cell), ...rows], row_header_column_index: 0 });

/** A run of text in a rich text block; not escaped. */
export const textRun = (text: string, style?: TextRun['style']): TextRun => ({
  type: 'text',
  text,
  ...(style && { style }),
});

/** What a button says, and the question that it carries as JSON. */
export interface ButtonOffer {
  readonly label: string;
  readonly question: object;
  /** For screen readers, where the label alone does not say it. */
  readonly accessibilityLabel?: string;
}

/** Action ids of buttons that ask a question start with this. */
export const ASK_ACTION = 'ask';
/** Action id of the button that posts a private reply to the channel. */
export const SHARE_ACTION = 'share';

/** A button that asks a question. @param at its place in the row, from 0: action ids differ within a message */
export const askButton = ({ label, question, accessibilityLabel }: ButtonOffer, at: number): Button => ({
  type: 'button',
  action_id: `${ASK_ACTION}:${at}`,
  text: plainText(label),
  value: JSON.stringify(question),
  ...(accessibilityLabel !== undefined && { accessibility_label: accessibilityLabel }),
});

/** The button that posts a private reply to the channel. */
export const shareButton = (question: object): Button => ({
  type: 'button',
  action_id: SHARE_ACTION,
  text: plainText('Share'),
  value: JSON.stringify(question),
  accessibility_label: 'Share this answer with the channel',
});
