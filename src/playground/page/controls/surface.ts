import { createContext, use, useState } from 'react';
import type { ControlValues, Surface as Place } from '../../protocol.ts';
import type { Block, Control, Field } from '../block-kit.ts';
import { useWorkspace } from '../workspace.ts';

/** The value of a control. */
export type ControlValue = ControlValues[string];

/** The values of a surface's controls, by block id and action id. */
export type FormValues = Readonly<Record<string, ControlValues>>;

/** The value of a control when it appears. */
const initialValue = (field: Field): ControlValue => {
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

/** The values of all inputs of a form: changed ones, and the rest as they appeared. */
export const formValues = (blocks: readonly Block[], changed: FormValues): FormValues =>
  Object.fromEntries(
    blocks.flatMap((block): readonly (readonly [string, ControlValues])[] => {
      const id = block.block_id ?? '';
      const fields = controlsOf(block).filter(isField);
      if (fields.length === 0) return [];
      return [
        [
          id,
          Object.fromEntries(fields.map((one) => [one.action_id, changed[id]?.[one.action_id] ?? initialValue(one)])),
        ],
      ];
    }),
  );

/** The values of the controls of a message, a modal or the Home tab, and how to change them. */
export interface SurfaceState {
  readonly changed: FormValues;
  /** Stores the new value of a control. */
  readonly setValue: (blockId: string, actionId: string, value: ControlValue) => void;
  /** Sends the bot a block action. */
  readonly dispatch: (
    blockId: string,
    actionId: string,
    how: { readonly value?: string; readonly set?: ControlValues },
  ) => Promise<void>;
}

/** Hands a surface's state to its controls. */
export const SurfaceContext = createContext<SurfaceState | undefined>(undefined);

/** @throws outside a {@link SurfaceContext} */
export const useSurface = (): SurfaceState => {
  const surface = use(SurfaceContext);
  if (surface === undefined) throw new Error('a control outside of a surface');
  return surface;
};

/**
 * The state of a surface.
 *
 * @param form a modal's blocks: the values of all its inputs go with every block action
 */
export const useSurfaceState = (on: Place, form?: readonly Block[]): SurfaceState => {
  const { perform } = useWorkspace();
  const [changed, setChanged] = useState<FormValues>({});
  return {
    changed,
    setValue: (blockId, actionId, value) =>
      setChanged((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: value } })),
    dispatch: async (blockId, actionId, how) => {
      const now = how.set === undefined ? changed : { ...changed, [blockId]: { ...changed[blockId], ...how.set } };
      await perform({
        kind: 'block action',
        on,
        blockId,
        actionId,
        ...how,
        ...(form && { values: formValues(form, now) }),
      });
    },
  };
};

/** The accessible name of a control, and whether its value is invalid. */
export interface AriaAttributes {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

export interface ControlProps<Element> {
  readonly element: Element;
  readonly blockId: string;
  readonly aria: AriaAttributes;
  /** Whether every change sends a block action, as `dispatch_action` asks for. */
  readonly dispatchesAction: boolean;
}

/** The value of a control, and how to set it. */
export const useField = ({ element, blockId, dispatchesAction }: Omit<ControlProps<Field>, 'naming'>) => {
  const surface = useSurface();
  const value = surface.changed[blockId]?.[element.action_id] ?? initialValue(element);
  const set = (to: Omit<ControlValue, 'type'>): void => {
    const filled = { type: element.type, ...to };
    surface.setValue(blockId, element.action_id, filled);
    if (dispatchesAction) void surface.dispatch(blockId, element.action_id, { set: { [element.action_id]: filled } });
  };
  return { value, set };
};
