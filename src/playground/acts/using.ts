import { z } from 'zod';
import { canSee, directMessageOf } from '../cast.ts';
import type { Act, Acted, Filled, OpenModal } from '../protocol.ts';
import { actedBy, type Deliver } from '../session.ts';
import { viewIn } from '../web-api/call.ts';
import type { Kept } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { eventPayload, homeOpenedEvent, messageClick, submission, type Used, viewClick } from './payloads.ts';

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

type Submit = Extract<Act, { kind: 'submit' }>;
type Close = Extract<Act, { kind: 'close' }>;

const GONE: Acted = { ok: false, problem: 'That is no longer there.' };

/** A modal that stands open before this person. */
const modalBefore = ({ views }: Workspace, person: string, id: string): OpenModal | undefined => {
  const modal = views.modal(id);
  return modal?.person === person ? modal : undefined;
};

/** A message that this person can see. */
const messageBefore = ({ messages }: Workspace, person: string, channel: string, ts: string): Kept | undefined => {
  const message = canSee(person, channel) ? messages.of(channel, ts) : undefined;
  return message?.onlyFor === undefined || message.onlyFor === person ? message : undefined;
};

/** What the bot hears of a control that was used; undefined where there is none such for this person. */
const payloadOf = (workspace: Workspace, use: Use): Record<string, unknown> | undefined => {
  const { messages, views, triggers, responseUrls, newStamp } = workspace;
  const { as: person, on } = use;
  const used = (blocks: readonly object[]): Used | undefined => {
    const action = actionOf(blocks, use, newStamp());
    return action && { person, action, trigger: triggers.issue(person), values: valuesOf(blocks, valuesIn(use)) };
  };
  if (on.kind !== 'message') {
    const standing = on.kind === 'home' ? views.home(person) : modalBefore(workspace, person, on.id);
    const click = standing && used(standing.view.blocks);
    return click && viewClick(click, standing);
  }
  const { channel, ts } = on;
  const message = messageBefore(workspace, person, channel, ts);
  const click = message && used(message.blocks);
  if (click === undefined || message === undefined) return undefined;
  const responseUrl = responseUrls.issue({ person, channel, ts });
  return messageClick(click, message, { responseUrl, hasReplies: messages.hasReplies(channel, ts) });
};

/** A button, a select or a thumb. */
export const operate = async (workspace: Workspace, deliver: Deliver, use: Use): Promise<Acted> => {
  const payload = payloadOf(workspace, use);
  return payload === undefined ? GONE : actedBy(await deliver(payload));
};

const ResponseSchema = z.discriminatedUnion('response_action', [
  z.looseObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.looseObject({ response_action: z.literal('clear') }),
  z.looseObject({ response_action: z.enum(['update', 'push']), view: z.unknown() }),
]);

/** Does with a form what the bot answered; without an answer it closes. */
const afterSubmit = (workspace: Workspace, { id, person }: OpenModal, response: unknown): Acted => {
  const { views } = workspace;
  const read = ResponseSchema.safeParse(response);
  if (!read.success) {
    views.close(id);
    return { ok: true };
  }
  if (read.data.response_action === 'errors') return { ok: false, errors: read.data.errors };
  if (read.data.response_action === 'clear') {
    views.closeAllOf(person);
    return { ok: true };
  }
  const drawn = viewIn(workspace, { method: 'response_action', given: read.data }, 'modal', person);
  if ('error' in drawn) return { ok: false, problem: 'Slack would refuse what the form is to become.' };
  if (read.data.response_action === 'push') views.open(person, drawn.view);
  else views.redraw(id, drawn.view);
  return { ok: true };
};

export const submit = async (
  workspace: Workspace,
  deliver: Deliver,
  { as, modal: id, values }: Submit,
): Promise<Acted> => {
  const modal = modalBefore(workspace, as, id);
  if (modal === undefined) return GONE;
  const delivered = await deliver(submission(modal, valuesOf(modal.view.blocks, values), workspace.triggers.issue(as)));
  return delivered.kind === 'acknowledged' ? afterSubmit(workspace, modal, delivered.response) : actedBy(delivered);
};

export const closeModal = (workspace: Workspace, { as, modal: id }: Close): Acted => {
  const modal = modalBefore(workspace, as, id);
  if (modal === undefined) return GONE;
  workspace.views.close(id);
  return { ok: true };
};

/** Opens the bot's own page, on one of its two tabs. */
export const openTab = async (
  { newName, newStamp }: Workspace,
  deliver: Deliver,
  person: string,
  tab: 'home' | 'messages',
): Promise<Acted> =>
  actedBy(
    await deliver(eventPayload(newName('Ev'), homeOpenedEvent(person, directMessageOf(person), tab, newStamp()))),
  );
