/**
 * Block Kit as the page draws it: what the bot sends and the elements its forms may come to use, read from JSON.
 * Every field that Slack lets an app leave out may be missing.
 *
 * @see https://docs.slack.dev/reference/block-kit
 */

export interface Text {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
}

export interface Option {
  readonly text: Text;
  readonly value: string;
  readonly description?: Text;
}

export interface Confirm {
  readonly title: Text;
  readonly text: Text;
  readonly confirm: Text;
  readonly deny: Text;
  readonly style?: 'primary' | 'danger';
}

interface Interactive {
  readonly action_id: string;
  readonly confirm?: Confirm;
  readonly placeholder?: Text;
}

export interface Button extends Interactive {
  readonly type: 'button';
  readonly text: Text;
  readonly value?: string;
  readonly url?: string;
  readonly style?: 'primary' | 'danger';
  readonly accessibility_label?: string;
}

export interface StaticSelect extends Interactive {
  readonly type: 'static_select';
  readonly options?: readonly Option[];
  readonly option_groups?: readonly { readonly label: Text; readonly options: readonly Option[] }[];
  readonly initial_option?: Option;
}

export interface MultiStaticSelect extends Interactive {
  readonly type: 'multi_static_select';
  readonly options: readonly Option[];
  readonly initial_options?: readonly Option[];
}

export interface ConversationFilter {
  readonly include?: readonly ('public' | 'private' | 'im' | 'mpim')[];
  readonly exclude_bot_users?: boolean;
}

export interface ConversationsSelect extends Interactive {
  readonly type: 'conversations_select';
  readonly initial_conversation?: string;
  readonly filter?: ConversationFilter;
}

export interface MultiConversationsSelect extends Interactive {
  readonly type: 'multi_conversations_select';
  readonly initial_conversations?: readonly string[];
  readonly filter?: ConversationFilter;
}

export interface Overflow extends Interactive {
  readonly type: 'overflow';
  readonly options: readonly Option[];
}

export interface Checkboxes extends Interactive {
  readonly type: 'checkboxes';
  readonly options: readonly Option[];
  readonly initial_options?: readonly Option[];
}

export interface RadioButtons extends Interactive {
  readonly type: 'radio_buttons';
  readonly options: readonly Option[];
  readonly initial_option?: Option;
}

export interface TimePicker extends Interactive {
  readonly type: 'timepicker';
  /** `HH:mm`. */
  readonly initial_time?: string;
}

export interface DatePicker extends Interactive {
  readonly type: 'datepicker';
  /** `YYYY-MM-DD`. */
  readonly initial_date?: string;
}

export interface TextInput extends Interactive {
  readonly type: 'plain_text_input' | 'number_input' | 'email_text_input' | 'url_text_input';
  readonly initial_value?: string;
  readonly multiline?: boolean;
  readonly is_decimal_allowed?: boolean;
  readonly min_value?: string;
  readonly max_value?: string;
  readonly max_length?: number;
}

interface FeedbackButton {
  readonly text: Text;
  readonly value: string;
  readonly accessibility_label?: string;
}

export interface FeedbackButtons {
  readonly type: 'feedback_buttons';
  readonly action_id: string;
  readonly positive_button: FeedbackButton;
  readonly negative_button: FeedbackButton;
}

/** A control that holds a value. */
export type Field =
  | StaticSelect
  | MultiStaticSelect
  | ConversationsSelect
  | MultiConversationsSelect
  | Checkboxes
  | RadioButtons
  | TimePicker
  | DatePicker
  | TextInput;

export type Control = Field | Button | Overflow | FeedbackButtons;

export type Cell =
  | { readonly type: 'raw_text'; readonly text: string }
  | { readonly type: 'raw_number'; readonly value: number; readonly text?: string };

export interface DataTable {
  readonly type: 'data_table';
  readonly caption: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly row_header_column_index?: number;
  readonly page_size?: number;
}

export interface Series {
  readonly name: string;
  readonly data: readonly { readonly label: string; readonly value: number }[];
}

export interface Chart {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar' | 'line';
    readonly series: readonly Series[];
    readonly axis_config: {
      readonly categories: readonly string[];
      readonly x_label?: string;
      readonly y_label?: string;
    };
  };
}

export interface RichTextSection {
  readonly type: 'rich_text_section';
  readonly elements: readonly {
    readonly type: 'text';
    readonly text: string;
    readonly style?: { readonly bold?: boolean; readonly code?: boolean };
  }[];
}

export type RichTextElement =
  | RichTextSection
  | { readonly type: 'rich_text_list'; readonly style: 'bullet'; readonly elements: readonly RichTextSection[] };

export interface RichText {
  readonly type: 'rich_text';
  readonly elements: readonly RichTextElement[];
}

export interface Container {
  readonly type: 'container';
  readonly title?: Text;
  readonly subtitle?: Text;
  readonly is_collapsible?: boolean;
  readonly default_collapsed?: boolean;
  readonly child_blocks: readonly Block[];
}

export interface Input {
  readonly type: 'input';
  readonly block_id?: string;
  readonly label: Text;
  readonly element: Field;
  readonly hint?: Text;
  readonly optional?: boolean;
  readonly dispatch_action?: boolean;
}

export interface Section {
  readonly type: 'section';
  readonly text?: Text;
  readonly fields?: readonly Text[];
  readonly accessory?: Control;
}

export type Block = (
  | { readonly type: 'header'; readonly text: Text }
  | { readonly type: 'divider' }
  | Section
  | { readonly type: 'context'; readonly elements: readonly Text[] }
  | { readonly type: 'actions' | 'context_actions'; readonly elements: readonly Control[] }
  | RichText
  | DataTable
  | Chart
  | Container
  | Input
) & { readonly block_id?: string };
