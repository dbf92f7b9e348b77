import { isIsoDate } from '../units.ts';
import type { PlainText } from './block-kit.ts';
import { SLACK_LIMITS } from './block-kit.ts';
import { buttonChecks, type Checks, checksOf, countChecks, text, unique } from './message-problems.ts';
import type { ChannelsSelect, GroupedSelect, InputBlock, OpenSelect, Option, View, ViewBlock } from './view-blocks.ts';

const same = (one: Option, other: Option): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Options, and that what a control begins with is among them. */
const choices = (options: readonly Option[], initial: readonly Option[], most: number, name: string): Checks => [
  ...countChecks(options, 1, most, `${name} options`),
  ...unique(
    options.map(({ value }) => value),
    `${name} option values`,
  ),
  ...options.flatMap((option) => [
    ...text(option.text.text, SLACK_LIMITS.optionText, `${name} option`),
    ...text(option.value, SLACK_LIMITS.optionValue, `${name} option value`),
  ]),
  [initial.every((one) => options.some((option) => same(option, one))), `${name} begins with no option of its`],
];

const placeholder = ({ text: words }: PlainText, name: string): Checks =>
  text(words, SLACK_LIMITS.placeholder, `${name} placeholder`);

const channels = (
  { placeholder: words, initial_conversations: initial, action_id: id }: ChannelsSelect,
  name: string,
): Checks => [
  ...placeholder(words, name),
  ...text(id, SLACK_LIMITS.actionId, `${name} action id`),
  [initial === undefined || initial.length > 0, `${name} begins with an empty list`],
];

const select = ({ options, initial_option: initial, placeholder: words }: OpenSelect, name: string): Checks => [
  ...choices(options, initial === undefined ? [] : [initial], SLACK_LIMITS.options, name),
  ...placeholder(words, name),
];

const grouped = ({ option_groups: groups, ...rest }: GroupedSelect, name: string): Checks => [
  ...select({ ...rest, options: groups.flatMap(({ options }) => options) }, name),
  ...groups.flatMap(({ label, options }) => [
    ...countChecks(options, 1, SLACK_LIMITS.options, `${name} group options`),
    ...text(label.text, SLACK_LIMITS.optionText, `${name} group label`),
  ]),
];

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const element = (control: InputBlock['element'], name: string): Checks => {
  switch (control.type) {
    case 'plain_text_input':
      return control.initial_value === undefined
        ? []
        : text(control.initial_value, SLACK_LIMITS.inputValue, `${name} value`);
    case 'static_select':
      return choices(control.options, [control.initial_option], SLACK_LIMITS.options, name);
    case 'radio_buttons':
      return choices(control.options, [control.initial_option], SLACK_LIMITS.choices, name);
    case 'multi_static_select':
      return [
        ...choices(control.options, control.initial_options, SLACK_LIMITS.options, name),
        [control.initial_options.length > 0, `${name} begins with no option of its`],
        ...unique(
          control.initial_options.map(({ value }) => value),
          `${name} beginning`,
        ),
        ...placeholder(control.placeholder, name),
      ];
    case 'timepicker':
      return [[CLOCK.test(control.initial_time), `${name} begins with no time: ${control.initial_time}`]];
    case 'datepicker':
      return [
        [
          control.initial_date === undefined || isIsoDate(control.initial_date),
          `${name} begins with no date: ${control.initial_date}`,
        ],
      ];
    case 'conversations_select':
      return [
        ...placeholder(control.placeholder, name),
        [control.initial_conversation !== '', `${name} begins with an empty channel`],
      ];
  }
};

const input = ({ label, hint, element: control, block_id: id }: InputBlock, name: string): Checks => [
  ...text(label.text, SLACK_LIMITS.inputLabel, `${name} label`),
  ...text(id, SLACK_LIMITS.blockId, `${name} block id`),
  ...(hint ? text(hint.text, SLACK_LIMITS.inputHint, `${name} hint`) : []),
  ...text(control.action_id, SLACK_LIMITS.actionId, `${name} action id`),
  ...element(control, name),
];

const viewBlock = (block: ViewBlock, name: string): Checks => {
  if (block.type === 'divider') return [];
  if (block.type === 'input') return input(block, name);
  if (block.type !== 'section' || !('accessory' in block)) return checksOf(block, name);
  const { accessory } = block;
  return [
    ...checksOf(block, name),
    ...(accessory.type === 'button'
      ? buttonChecks(accessory, name)
      : accessory.type === 'static_select'
        ? 'option_groups' in accessory
          ? grouped(accessory, name)
          : select(accessory, name)
        : channels(accessory, name)),
  ];
};

/** Every way in which Slack would refuse a modal or a Home tab; empty for a sound one. */
export const viewProblems = (view: View): readonly string[] => {
  const { blocks } = view;
  const inputs = blocks.filter((block) => block.type === 'input');
  const tables = blocks.filter(({ type }) => type === 'data_table');
  const checks: Checks = [
    ...countChecks(blocks, 1, SLACK_LIMITS.viewBlocks, 'blocks'),
    ...countChecks(tables, 0, view.type === 'home' ? SLACK_LIMITS.tablesPerMessage : 0, 'tables'),
    ...unique(
      inputs.map(({ block_id: id }) => id),
      'block ids',
    ),
    ...(view.type === 'modal'
      ? [
          ...text(view.title.text, SLACK_LIMITS.viewTitle, 'title'),
          ...text(view.submit.text, SLACK_LIMITS.viewButton, 'submit'),
          ...text(view.close.text, SLACK_LIMITS.viewButton, 'close'),
          ...text(view.callback_id, SLACK_LIMITS.callbackId, 'callback id'),
          ...text(view.private_metadata, SLACK_LIMITS.privateMetadata, 'private metadata'),
        ]
      : []),
    ...blocks.flatMap((block, at) => viewBlock(block, `block ${at} (${block.type})`)),
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
};
