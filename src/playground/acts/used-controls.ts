import { z } from 'zod';
import type { Act, Filled } from '../protocol.ts';

/** The controls in a message or a view, and what each reports when it is used. */

const OptionSchema = z.looseObject({ value: z.string() });

const ControlSchema = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  text: z.unknown().optional(),
  value: z.string().optional(),
  options: z.array(OptionSchema).default([]),
  positive_button: OptionSchema.optional(),
  negative_button: OptionSchema.optional(),
});

type Control = z.infer<typeof ControlSchema>;
type Set = Filled[string];
type Option = NonNullable<Set['selected_option']>;
type Use = Extract<Act, { kind: 'use' }>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Everything within a block that has an action id, however deep. */
const controlsIn = (part: unknown): readonly Control[] => {
  if (!isObject(part)) return [];
  const control = ControlSchema.safeParse(part);
  return control.success ? [control.data] : Object.values(part).flatMap(controlsIn);
};

/** What a control is set to, with its options as it lists them: what is reported is the whole of an option. */
const completed = ({ options }: Control, { selected_option: one, selected_options: several, ...rest }: Set) => {
  const listed = (chosen: Option) => options.find(({ value }) => value === chosen.value) ?? chosen;
  return {
    ...rest,
    ...(one !== undefined && { selected_option: one && listed(one) }),
    ...(several && { selected_options: several.map(listed) }),
  };
};

const reported = (control: Control, { value, set }: Use): object => {
  if (control.type === 'button') return { text: control.text, value: control.value };
  if (control.type === 'feedback_buttons') {
    return { ...[control.positive_button, control.negative_button].find((thumb) => thumb?.value === value) };
  }
  return completed(control, set?.[control.action_id] ?? { type: control.type });
};

const controlsOf = (blocks: readonly object[], blockId: string): readonly Control[] =>
  blocks.filter((block) => 'block_id' in block && block.block_id === blockId).flatMap(controlsIn);

/**
 * What Slack reports as the action.
 *
 * @param blocks of the message or the view that the control stands on
 * @returns undefined where there is no such control
 */
export const actionOf = (
  blocks: readonly object[],
  use: Use,
  actionTs: string,
): Record<string, unknown> | undefined => {
  const control = controlsOf(blocks, use.blockId).find(({ action_id: id }) => id === use.actionId);
  if (control === undefined) return undefined;
  const { type, action_id: id } = control;
  return { ...reported(control, use), type, action_id: id, block_id: use.blockId, action_ts: actionTs };
};

/** What all controls of a message or a view are set to, by block id and action id, as Slack reports it. */
export const valuesOf = (blocks: readonly object[], values: Readonly<Record<string, Filled>>) =>
  Object.fromEntries(
    Object.entries(values).map(([blockId, filled]) => [
      blockId,
      Object.fromEntries(
        controlsOf(blocks, blockId).flatMap((control) => {
          const set = filled[control.action_id];
          return set === undefined ? [] : [[control.action_id, completed(control, set)]];
        }),
      ),
    ]),
  );

/** The values that an act brings: all inputs of a modal, else the control's own. */
export const valuesIn = ({ blockId, set, values }: Use): Readonly<Record<string, Filled>> =>
  values ?? (set === undefined ? {} : { [blockId]: set });
