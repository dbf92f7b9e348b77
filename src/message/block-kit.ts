/** The blocks this product sends, as Slack's reference describes them. @see https://docs.slack.dev/reference/block-kit/blocks */

export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

export interface Mrkdwn {
  readonly type: 'mrkdwn';
  /** Escaped: `&amp;`, `&lt;`, `&gt;`. */
  readonly text: string;
  /** Names and addresses are not turned into links. */
  readonly verbatim: true;
}

/** Asked before a click counts. @see https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export interface Confirm {
  readonly title: PlainText;
  readonly text: PlainText;
  readonly confirm: PlainText;
  readonly deny: PlainText;
  /** Red, and only here: for what cannot be taken back. */
  readonly style?: 'danger';
}

export interface Button {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  /** A question as JSON, or what the action is done to. */
  readonly value: string;
  readonly accessibility_label?: string;
  /** Green; one button in the product has it. */
  readonly style?: 'primary';
  readonly confirm?: Confirm;
}

export interface HeaderBlock {
  readonly type: 'header';
  readonly text: PlainText;
}

export interface SectionBlock {
  readonly type: 'section';
  readonly text: Mrkdwn;
  /** Shows the whole text at once, with no "see more". */
  readonly expand: true;
}

export interface ContextBlock {
  readonly type: 'context';
  readonly elements: readonly Mrkdwn[];
}

export interface ActionsBlock {
  readonly type: 'actions';
  readonly elements: readonly Button[];
}

export type Cell =
  | { readonly type: 'raw_text'; readonly text: string }
  | { readonly type: 'raw_number'; readonly value: number; readonly text: string };

export interface DataTableBlock {
  readonly type: 'data_table';
  readonly caption: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly row_header_column_index: number;
  /** Rows shown at once; Slack shows five unless said. */
  readonly page_size?: number;
}

export interface TextRun {
  readonly type: 'text';
  /** Literal: nothing in it is markup, nothing needs escaping. */
  readonly text: string;
  readonly style?: { readonly bold?: true; readonly code?: true };
}

export interface RichTextSection {
  readonly type: 'rich_text_section';
  readonly elements: readonly TextRun[];
}

interface RichTextList {
  readonly type: 'rich_text_list';
  readonly style: 'bullet';
  readonly elements: readonly RichTextSection[];
}

export interface RichTextBlock {
  readonly type: 'rich_text';
  readonly elements: readonly (RichTextSection | RichTextList)[];
}

/** @see https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export interface ChartBlock {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar' | 'line';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: {
      readonly categories: readonly string[];
      readonly x_label?: string;
      readonly y_label?: string;
    };
  };
}

export interface ContainerBlock {
  readonly type: 'container';
  readonly title: PlainText;
  readonly is_collapsible: true;
  readonly default_collapsed: true;
  readonly width: 'full';
  readonly child_blocks: readonly (SectionBlock | ContextBlock | HeaderBlock)[];
}

interface FeedbackButton {
  readonly text: PlainText;
  readonly value: string;
  readonly accessibility_label: string;
}

/** @see https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element */
export interface FeedbackButtons {
  readonly type: 'feedback_buttons';
  readonly action_id: string;
  readonly positive_button: FeedbackButton;
  readonly negative_button: FeedbackButton;
}

export interface ContextActionsBlock {
  readonly type: 'context_actions';
  readonly elements: readonly FeedbackButtons[];
}

export type Block =
  | HeaderBlock
  | SectionBlock
  | ContextBlock
  | ActionsBlock
  | DataTableBlock
  | RichTextBlock
  | ChartBlock
  | ContainerBlock
  | ContextActionsBlock;

/** A message as Slack receives it. */
export interface Message {
  /** The whole essential answer in reading order, escaped: what a notification and a screen reader give. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * What Slack refuses, counted in characters unless named otherwise.
 * @see https://docs.slack.dev/reference/block-kit/blocks and https://docs.slack.dev/reference/methods/chat.postMessage
 */
export const SLACK_LIMITS = {
  blocks: 50,
  /** Slack cuts at 40,000; screen readers and `chat.update` are well served below 4,000. */
  topLevelText: 4_000,
  header: 150,
  sectionText: 3_000,
  contextElements: 10,
  contextText: 3_000,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  accessibilityLabel: 75,
  actionId: 255,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  /** Our own: a longer list is no longer read. */
  listItems: 50,
  tablesPerMessage: 1,
  tableRows: 101,
  tableColumns: 20,
  tableCharacters: 20_000,
  chartsPerMessage: 2,
  chartTitle: 50,
  /** Slack's pages differ between 6 and 12. */
  chartSeries: 6,
  chartSeriesName: 20,
  chartPoints: 20,
  chartLabel: 20,
  containerTitle: 150,
  containerChildren: 10,
  contextActions: 5,
  /** Of a modal or a Home tab. */
  viewBlocks: 100,
  viewTitle: 24,
  viewButton: 24,
  callbackId: 255,
  privateMetadata: 3_000,
  blockId: 255,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputValue: 3_000,
  placeholder: 150,
  options: 100,
  optionText: 75,
  optionValue: 150,
  /** Of radio buttons and checkboxes. */
  choices: 10,
} as const;
