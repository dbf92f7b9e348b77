import type { Filled } from '../../protocol.ts';
import type { Block, Control, Field } from '../block-kit.ts';

/** What a control is set to. */
export type FilledValue = Filled[string];

/** What the controls of a surface were set to, by block id. */
export type FilledBlocks = Readonly<Record<string, Filled>>;

/** What a control is set to when it appears. */
export const initialOf = (field: Field): FilledValue => {
  const { type } = field;
  switch (field.type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: field.initial_option ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: field.initial_options ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: field.initial_conversation ?? null };
    case 'multi_conversations_select':
      return { type, selected_conversations: field.initial_conversations ?? [] };
    case 'timepicker':
      return { type, selected_time: field.initial_time ?? null };
    case 'datepicker':
      return { type, selected_date: field.initial_date ?? null };
    default:
      return { type, value: field.initial_value ?? null };
  }
};

const isField = (control: Control): control is Field =>
  !['button', 'overflow', 'feedback_buttons'].includes(control.type);

const controlsOf = (block: Block): readonly Control[] => {
  switch (block.type) {
    case 'input':
      return [block.element];
    case 'section':
      return block.accessory === undefined ? [] : [block.accessory];
    case 'actions':
      return block.elements;
    default:
      return [];
  }
};

/** Everything that a form is set to, by block id: what was changed, and the rest as it appeared. */
export const valuesOf = (blocks: readonly Block[], changed: FilledBlocks): FilledBlocks =>
  Object.fromEntries(
    blocks.flatMap((block): readonly (readonly [string, Filled])[] => {
      const id = block.block_id ?? '';
      const fields = controlsOf(block).filter(isField);
      if (fields.length === 0) return [];
      return [
        [id, Object.fromEntries(fields.map((one) => [one.action_id, changed[id]?.[one.action_id] ?? initialOf(one)]))],
      ];
    }),
  );
