import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DataTableBlock,
  HeaderBlock,
  PlainText,
  SectionBlock,
} from './block-kit.ts';

/** The blocks and views of modals and the Home tab. @see https://docs.slack.dev/reference/views */

interface DividerBlock {
  readonly type: 'divider';
}

export interface Option {
  readonly text: PlainText;
  readonly value: string;
}

export interface TextInput {
  readonly type: 'plain_text_input';
  readonly action_id: string;
  readonly initial_value?: string;
  readonly multiline?: true;
}

interface Select {
  readonly type: 'static_select';
  readonly action_id: string;
  readonly options: readonly Option[];
  /** One of the options, the same in all. */
  readonly initial_option: Option;
}

/** A select in which nothing may be chosen yet. */
export interface OpenSelect extends Omit<Select, 'initial_option'> {
  /** Shown where nothing is chosen. */
  readonly placeholder: PlainText;
  readonly initial_option?: Option;
}

/** The same, its options in groups, each under a label. */
export interface GroupedSelect extends Omit<OpenSelect, 'options'> {
  readonly option_groups: readonly { readonly label: PlainText; readonly options: readonly Option[] }[];
}

export interface MultiSelect {
  readonly type: 'multi_static_select';
  readonly action_id: string;
  readonly placeholder: PlainText;
  readonly options: readonly Option[];
  /** Some of the options, the same in all. */
  readonly initial_options: readonly Option[];
}

export interface RadioButtons {
  readonly type: 'radio_buttons';
  readonly action_id: string;
  readonly options: readonly Option[];
  /** One of the options, the same in all. */
  readonly initial_option: Option;
}

export interface TimePicker {
  readonly type: 'timepicker';
  readonly action_id: string;
  /** `07:30` */
  readonly initial_time: string;
}

interface DatePicker {
  readonly type: 'datepicker';
  readonly action_id: string;
  /** `2026-12-09` */
  readonly initial_date?: string;
}

interface ChannelFilter {
  readonly include: readonly ('public' | 'private')[];
  readonly exclude_bot_users: true;
}

/** One channel. */
interface ChannelSelect {
  readonly type: 'conversations_select';
  readonly action_id: string;
  readonly placeholder: PlainText;
  readonly initial_conversation?: string;
  readonly filter: ChannelFilter;
}

export interface ChannelsSelect {
  readonly type: 'multi_conversations_select';
  readonly action_id: string;
  readonly placeholder: PlainText;
  /** Left out where none is chosen: Slack refuses an empty list. */
  readonly initial_conversations?: readonly string[];
  readonly filter: ChannelFilter;
}

export interface InputBlock {
  readonly type: 'input';
  readonly block_id: string;
  readonly label: PlainText;
  readonly element: TextInput | Select | MultiSelect | RadioButtons | TimePicker | DatePicker | ChannelSelect;
  readonly hint?: PlainText;
  /** Slack takes the form where it is left empty. */
  readonly optional?: true;
}

/** A section with a control at its right. */
export interface ControlBlock extends SectionBlock {
  readonly accessory: Button | ChannelsSelect | GroupedSelect | OpenSelect;
  /** Tells it from the others where it stays and what stands around it changes. */
  readonly block_id?: string;
}

export type ViewBlock =
  | ActionsBlock
  | ContextBlock
  | ControlBlock
  | DataTableBlock
  | DividerBlock
  | HeaderBlock
  | InputBlock
  | SectionBlock;

export interface ModalView {
  readonly type: 'modal';
  readonly callback_id: string;
  readonly title: PlainText;
  readonly submit: PlainText;
  readonly close: PlainText;
  /** Comes back with what was filled in; nobody sees it. */
  readonly private_metadata: string;
  readonly blocks: readonly ViewBlock[];
}

export interface HomeTab {
  readonly type: 'home';
  readonly blocks: readonly ViewBlock[];
}

export type View = ModalView | HomeTab;

export const divider: DividerBlock = { type: 'divider' };
