import { z } from 'zod';
import { canSee, directMessageOf } from '../cast.ts';
import type { Act, Acted, OpenModal } from '../protocol.ts';
import { viewIn } from '../web-api/sent.ts';
import type { Kept } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { eventPayload, homeOpenedEvent } from './event-payloads.ts';
import { messageClick, submission, type Used, viewClick } from './payloads.ts';
import { actedBy, type Deliver } from './receiver.ts';
import { actionOf, valuesIn, valuesOf } from './used-controls.ts';

type Use = Extract<Act, { kind: 'use' }>;
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
