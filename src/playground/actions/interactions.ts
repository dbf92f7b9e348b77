import { z } from 'zod';
import type { ActionResult, ControlValues, OpenModal, UserAction } from '../protocol.ts';
import { canSee, directMessageId } from '../seed.ts';
import { type Deliver, resultOf } from '../session.ts';
import { parseView } from '../web-api/call.ts';
import type { StoredMessage, Workspace } from '../workspace/workspace.ts';
import {
  appHomeOpenedEvent,
  type ControlUse,
  eventPayload,
  messageActionsPayload,
  viewActionsPayload,
  viewSubmissionPayload,
} from './payloads.ts';

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
type ControlValue = ControlValues[string];
type Option = NonNullable<ControlValue['selected_option']>;
type BlockAction = Extract<UserAction, { kind: 'block action' }>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** All controls within a block, however deeply nested. */
const controlsIn = (part: unknown): readonly Control[] => {
  if (!isObject(part)) return [];
  const control = ControlSchema.safeParse(part);
  return control.success ? [control.data] : Object.values(part).flatMap(controlsIn);
};

/** A control's value with whole option objects, as Slack reports them; the page sends only their values. */
const withListedOptions = (
  { options }: Control,
  { selected_option: one, selected_options: several, ...rest }: ControlValue,
) => {
  const listed = (chosen: Option) => options.find(({ value }) => value === chosen.value) ?? chosen;
  return {
    ...rest,
    ...(one !== undefined && { selected_option: one && listed(one) }),
    ...(several && { selected_options: several.map(listed) }),
  };
};

const reportedValue = (control: Control, { value, set }: BlockAction): object => {
  if (control.type === 'button') return { text: control.text, value: control.value };
  if (control.type === 'feedback_buttons') {
    return { ...[control.positive_button, control.negative_button].find((thumb) => thumb?.value === value) };
  }
  return withListedOptions(control, set?.[control.action_id] ?? { type: control.type });
};

const controlsOf = (blocks: readonly object[], blockId: string): readonly Control[] =>
  blocks.filter((block) => 'block_id' in block && block.block_id === blockId).flatMap(controlsIn);

/**
 * The `actions` entry of a `block_actions` payload.
 *
 * @param blocks the blocks of the message or view
 * @returns undefined if there is no such control
 */
const actionPayload = (
  blocks: readonly object[],
  use: BlockAction,
  actionTs: string,
): Record<string, unknown> | undefined => {
  const control = controlsOf(blocks, use.blockId).find(({ action_id: id }) => id === use.actionId);
  if (control === undefined) return undefined;
  const { type, action_id: id } = control;
  return { ...reportedValue(control, use), type, action_id: id, block_id: use.blockId, action_ts: actionTs };
};

/** The values of a message's or view's controls by block id and action id, as in `state.values`. */
const stateValues = (blocks: readonly object[], values: Readonly<Record<string, ControlValues>>) =>
  Object.fromEntries(
    Object.entries(values).map(([blockId, filled]) => [
      blockId,
      Object.fromEntries(
        controlsOf(blocks, blockId).flatMap((control) => {
          const set = filled[control.action_id];
          return set === undefined ? [] : [[control.action_id, withListedOptions(control, set)]];
        }),
      ),
    ]),
  );

/** The values that come with an action: all inputs in a modal, else the control's own. */
const changedValues = ({ blockId, set, values }: BlockAction): Readonly<Record<string, ControlValues>> =>
  values ?? (set === undefined ? {} : { [blockId]: set });

type Submit = Extract<UserAction, { kind: 'submit modal' }>;
type Close = Extract<UserAction, { kind: 'close modal' }>;

const GONE: ActionResult = { ok: false, problem: 'That is no longer there.' };

/** A modal that this user has open. */
const openModalOf = ({ views }: Workspace, user: string, id: string): OpenModal | undefined => {
  const modal = views.modal(id);
  return modal?.user === user ? modal : undefined;
};

/** A message that this user can see. */
const visibleMessageOf = (
  { messages }: Workspace,
  user: string,
  channel: string,
  ts: string,
): StoredMessage | undefined => {
  const message = canSee(user, channel) ? messages.of(channel, ts) : undefined;
  return message?.onlyFor === undefined || message.onlyFor === user ? message : undefined;
};

/** The `block_actions` payload, or undefined if the user can see no such control. */
const payloadOf = (workspace: Workspace, use: BlockAction): Record<string, unknown> | undefined => {
  const { messages, views, triggers, responseUrls, newTimestamp } = workspace;
  const { user, on } = use;
  const used = (blocks: readonly object[]): ControlUse | undefined => {
    const action = actionPayload(blocks, use, newTimestamp());
    return action && { user, action, trigger: triggers.issue(user), values: stateValues(blocks, changedValues(use)) };
  };
  if (on.kind !== 'message') {
    const standing = on.kind === 'home' ? views.home(user) : openModalOf(workspace, user, on.id);
    const click = standing && used(standing.view.blocks);
    return click && viewActionsPayload(click, standing);
  }
  const { channel, ts } = on;
  const message = visibleMessageOf(workspace, user, channel, ts);
  const click = message && used(message.blocks);
  if (click === undefined || message === undefined) return undefined;
  const responseUrl = responseUrls.issue({ user, channel, ts });
  return messageActionsPayload(click, message, { responseUrl, hasReplies: messages.hasReplies(channel, ts) });
};

/** Sends the bot a `block_actions` request: a button, a select, a feedback button. */
export const sendBlockAction = async (
  workspace: Workspace,
  deliver: Deliver,
  use: BlockAction,
): Promise<ActionResult> => {
  const payload = payloadOf(workspace, use);
  return payload === undefined ? GONE : resultOf(await deliver(payload));
};

const ResponseSchema = z.discriminatedUnion('response_action', [
  z.looseObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.looseObject({ response_action: z.literal('clear') }),
  z.looseObject({ response_action: z.enum(['update', 'push']), view: z.unknown() }),
]);

/** Applies the bot's `response_action` to a submitted modal; without one the modal closes. */
const afterSubmit = (workspace: Workspace, { id, user }: OpenModal, response: unknown): ActionResult => {
  const { views } = workspace;
  const read = ResponseSchema.safeParse(response);
  if (!read.success) {
    views.close(id);
    return { ok: true };
  }
  if (read.data.response_action === 'errors') return { ok: false, errors: read.data.errors };
  if (read.data.response_action === 'clear') {
    views.closeAllOf(user);
    return { ok: true };
  }
  const parsed = parseView(workspace, { method: 'response_action', given: read.data }, 'modal', user);
  if ('error' in parsed) return { ok: false, problem: 'Slack would refuse what the form is to become.' };
  if (read.data.response_action === 'push') views.open(user, parsed.view);
  else views.update(id, parsed.view);
  return { ok: true };
};

/** Slack takes no more characters in a field of text, unless it says so itself. */
const MOST_TYPED = 3_000;

const TypedSchema = z.looseObject({
  block_id: z.string(),
  element: z.looseObject({
    type: z.literal('plain_text_input'),
    action_id: z.string(),
    max_length: z.number().default(MOST_TYPED),
  }),
});

/** What is said at fields that hold more than Slack lets anybody type. */
const tooLong = ({ view }: OpenModal, values: Submit['values']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    view.blocks.flatMap((block) => {
      const { data } = TypedSchema.safeParse(block);
      if (data === undefined) return [];
      const { action_id: action, max_length: most } = data.element;
      const typed = values[data.block_id]?.[action]?.value;
      return typeof typed === 'string' && typed.length > most
        ? [[data.block_id, `At most ${most.toLocaleString('en')} characters`] as const]
        : [];
    }),
  );

/** Sends the bot a `view_submission` and applies its response. */
export const submitModal = async (
  workspace: Workspace,
  deliver: Deliver,
  { user, modal: id, values }: Submit,
): Promise<ActionResult> => {
  const modal = openModalOf(workspace, user, id);
  if (modal === undefined) return GONE;
  const errors = tooLong(modal, values);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const delivered = await deliver(
    viewSubmissionPayload(modal, stateValues(modal.view.blocks, values), workspace.triggers.issue(user)),
  );
  return delivered.kind === 'acknowledged' ? afterSubmit(workspace, modal, delivered.response) : resultOf(delivered);
};

/** Closes a modal without submitting it. */
export const closeModal = (workspace: Workspace, { user, modal: id }: Close): ActionResult => {
  const modal = openModalOf(workspace, user, id);
  if (modal === undefined) return GONE;
  workspace.views.close(id);
  return { ok: true };
};

/** Sends the bot an `app_home_opened` event for one of the two tabs. */
export const openAppHome = async (
  { newId, newTimestamp }: Workspace,
  deliver: Deliver,
  user: string,
  tab: 'home' | 'messages',
): Promise<ActionResult> =>
  resultOf(
    await deliver(eventPayload(newId('Ev'), appHomeOpenedEvent(user, directMessageId(user), tab, newTimestamp()))),
  );
