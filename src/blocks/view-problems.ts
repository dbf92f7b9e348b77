import { buttonChecks, type Checks, checksOf, count, text, unique } from './block-problems.ts';
import { LIMITS } from './limits.ts';
import type { ChannelsSelect, InputBlock, Select, View, ViewBlock } from './view-kit.ts';

const select = ({ options, initial_option: initial, action_id: id }: Select, name: string): Checks => [
  ...count(options, 1, LIMITS.options, `${name} options`),
  ...unique(
    options.map(({ value }) => value),
    `${name} option values`,
  ),
  ...options.flatMap((option) => [
    ...text(option.text.text, LIMITS.optionText, `${name} option`),
    ...text(option.value, LIMITS.optionValue, `${name} option value`),
  ]),
  ...text(id, LIMITS.actionId, `${name} action id`),
  [
    options.some((option) => JSON.stringify(option) === JSON.stringify(initial)),
    `${name} begins with no option of its`,
  ],
];

const channels = (
  { placeholder, initial_conversations: initial, action_id: id }: ChannelsSelect,
  name: string,
): Checks => [
  ...text(placeholder.text, LIMITS.placeholder, `${name} placeholder`),
  ...text(id, LIMITS.actionId, `${name} action id`),
  [initial === undefined || initial.length > 0, `${name} begins with an empty list`],
];

const input = ({ label, hint, element, block_id: id }: InputBlock, name: string): Checks => [
  ...text(label.text, LIMITS.inputLabel, `${name} label`),
  ...text(id, LIMITS.blockId, `${name} block id`),
  ...(hint ? text(hint.text, LIMITS.inputHint, `${name} hint`) : []),
  ...(element.type === 'static_select'
    ? select(element, name)
    : [
        ...text(element.initial_value, LIMITS.inputValue, `${name} value`),
        ...text(element.action_id, LIMITS.actionId, `${name} action id`),
      ]),
];

const viewBlock = (block: ViewBlock, name: string): Checks => {
  if (block.type === 'divider') return [];
  if (block.type === 'input') return input(block, name);
  if (block.type !== 'section' || !('accessory' in block)) return checksOf(block, name);
  const { accessory } = block;
  return [
    ...checksOf(block, name),
    ...(accessory.type === 'button' ? buttonChecks(accessory, name) : channels(accessory, name)),
  ];
};

/** Every way in which Slack would refuse a modal or a Home tab; empty for a sound one. */
export const problemsWithView = (view: View): readonly string[] => {
  const { blocks } = view;
  const inputs = blocks.filter((block) => block.type === 'input');
  const tables = blocks.filter(({ type }) => type === 'data_table');
  const checks: Checks = [
    ...count(blocks, 1, LIMITS.viewBlocks, 'blocks'),
    ...count(tables, 0, view.type === 'home' ? LIMITS.tablesPerMessage : 0, 'tables'),
    ...unique(
      inputs.map(({ block_id: id }) => id),
      'block ids',
    ),
    ...(view.type === 'modal'
      ? [
          ...text(view.title.text, LIMITS.viewTitle, 'title'),
          ...text(view.submit.text, LIMITS.viewButton, 'submit'),
          ...text(view.close.text, LIMITS.viewButton, 'close'),
          ...text(view.callback_id, LIMITS.callbackId, 'callback id'),
          ...text(view.private_metadata, LIMITS.privateMetadata, 'private metadata'),
        ]
      : []),
    ...blocks.flatMap((block, at) => viewBlock(block, `block ${at} (${block.type})`)),
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
};
