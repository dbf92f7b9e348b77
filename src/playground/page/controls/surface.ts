import { createContext, use, useState } from 'react';
import type { Filled, Surface as Place } from '../../protocol.ts';
import type { Block, Control, Field } from '../block-kit.ts';
import { useWorkspace } from '../workspace.ts';

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

/** A message, a form or the Home tab, as its controls see it. */
export interface Surface {
  readonly changed: FilledBlocks;
  /** Remembers what a control was set to. */
  readonly fill: (blockId: string, actionId: string, value: FilledValue) => void;
  /** Tells the bot that a control was used. */
  readonly use: (
    blockId: string,
    actionId: string,
    how: { readonly value?: string; readonly set?: Filled },
  ) => Promise<void>;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export const useSurface = (): Surface => {
  const surface = use(SurfaceContext);
  if (surface === undefined) throw new Error('a control outside of a surface');
  return surface;
};

/** @param form of a modal, its blocks: all its inputs go with every use of a control */
export const useNewSurface = (on: Place, form?: readonly Block[]): Surface => {
  const { act } = useWorkspace();
  const [changed, setChanged] = useState<FilledBlocks>({});
  return {
    changed,
    fill: (blockId, actionId, value) =>
      setChanged((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: value } })),
    use: async (blockId, actionId, how) => {
      const now = how.set === undefined ? changed : { ...changed, [blockId]: { ...changed[blockId], ...how.set } };
      await act({ kind: 'use', on, blockId, actionId, ...how, ...(form && { values: valuesOf(form, now) }) });
    },
  };
};

/** How a control is called, for those who cannot see it, and whether what it holds was refused. */
export interface Naming {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

export interface ControlProps<Element> {
  readonly element: Element;
  readonly blockId: string;
  readonly naming: Naming;
  /** Whether the bot hears of every change, or only with the form. */
  readonly isHeard: boolean;
}

/** What a control is set to, and how to set it. */
export const useField = ({ element, blockId, isHeard }: Omit<ControlProps<Field>, 'naming'>) => {
  const surface = useSurface();
  const value = surface.changed[blockId]?.[element.action_id] ?? initialOf(element);
  const set = (to: Omit<FilledValue, 'type'>): void => {
    const filled = { type: element.type, ...to };
    surface.fill(blockId, element.action_id, filled);
    if (isHeard) void surface.use(blockId, element.action_id, { set: { [element.action_id]: filled } });
  };
  return { value, set };
};
