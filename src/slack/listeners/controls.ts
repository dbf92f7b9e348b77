import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { ModalView } from '../../message/index.ts';
import type { Asked } from '../../store/index.ts';
import type { Asker, BotContext } from '../asker.ts';
import { type Click, parseClick, parseForm, parseSender, type SubmittedForm } from '../interaction-payload.ts';
import { askerOfClick, createAsker } from '../members.ts';
import { keepFor, takeInHand } from '../request-in-hand.ts';
import type { RequestOutcome, RunRequest } from '../request-runner.ts';
import { slackView } from '../slack-client.ts';

/** How forms, and the buttons of what a workspace keeps, are listened to: kept, acknowledged in time, and then carried out. */

/** What every listener is given. */
export interface Listening {
  readonly app: App;
  readonly bot: BotContext;
  readonly runRequest: RunRequest;
}

type Work = () => Promise<RequestOutcome>;
type KeptForm = Omit<Parameters<typeof keepFor>[1], 'via'>;

/** Where a form was asked for; of its sender's direct message where it carries no channel. */
const FormPlaceSchema = z.looseObject({
  channel: z.string().optional(),
  threadTs: z.string().optional(),
  /** Only the sender sees what it was asked for under. */
  isPrivate: z.boolean().optional(),
});

/** What becomes of a form that was filled in. */
export type FormOutcome =
  /** It stays open, and at its fields is said what is wrong, by block id. */
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> }
  /** Another takes its place. */
  | { readonly kind: 'next'; readonly view: ModalView; readonly work?: Work }
  /** `keptAs`: what it comes to where it is left open, if that depends on what was filled in; nothing where it is done already. */
  | { readonly kind: 'taken'; readonly work: Work; readonly keptAs?: KeptForm | 'nothing' }
  | { readonly kind: 'closed' };

/**
 * Listens to a form.
 *
 * @param asked what it comes to for a process that finds it left open
 * @param schema what the form carries: the channel that it was asked for in, unless that is the direct message with its sender
 * @param take decides within Slack's three seconds
 */
export const listenToForm = <Carried extends object>(
  { app, bot, runRequest }: Listening,
  formId: string,
  asked: Asked,
  schema: z.ZodType<Carried>,
  take: (form: SubmittedForm<Carried>, asker: Asker) => Promise<FormOutcome>,
): void =>
  app.view(formId, async ({ ack, view, body, context }) => {
    // what cannot be parsed is acknowledged, and told, before any listener: see answerBrokenRequests
    const form = parseForm(view, schema);
    const user = parseSender(body);
    const { channel = user, threadTs, isPrivate } = FormPlaceSchema.parse(form.carried);
    const privateThreadTs = isPrivate ? threadTs : undefined;
    const asker = createAsker({ context }, { channel, user, privateThreadTs, request: takeInHand(bot.store) });
    const outcome = await take(form, asker);
    if (outcome.kind === 'wrong') return ack({ response_action: 'errors', errors: { ...outcome.errors } });
    if (outcome.kind === 'closed') return ack();
    const { work } = outcome;
    const keptAs = (outcome.kind === 'taken' && outcome.keptAs) || { asked };
    if (work && keptAs !== 'nothing') await keepFor(asker, { ...keptAs, via: 'control' });
    await (outcome.kind === 'next' ? ack({ response_action: 'update', view: slackView(outcome.view) }) : ack());
    if (work) await runRequest(formId, work, asker);
  });

/** A click on one of the buttons of a kind. */
export interface ActionClick<Action> extends Click {
  readonly action: Action;
  /** What the button carries. */
  readonly value: string;
  /** The form that it stands in; its id. */
  readonly viewId?: string | undefined;
  readonly view?: unknown;
}

/**
 * Listens to all buttons of a kind.
 *
 * @param keptAs what a click comes to for a process that finds it left open; it is not kept where that is nothing
 */
export const listenToActions = <Action extends string>(
  { app, bot, runRequest }: Listening,
  kind: 'brief' | 'company' | 'note',
  {
    actionOf,
    keptAs,
    apply,
  }: {
    readonly actionOf: (actionId: string) => Action | undefined;
    readonly keptAs: (action: Action) => Asked | undefined;
    readonly apply: (asker: Asker, click: ActionClick<Action>) => Promise<RequestOutcome>;
  },
): void => {
  const isOurs = new RegExp(`^${kind}:`);
  app.action<BlockAction<ButtonAction>>({ action_id: isOurs, type: 'block_actions' }, async (args) => {
    const { ack, body, action: button } = args;
    const click = parseClick(body);
    const asker = askerOfClick(args, click, takeInHand(bot.store));
    const action = actionOf(button.action_id);
    const asked = action && keptAs(action);
    if (asked) await keepFor(asker, { asked, via: 'control' });
    await ack();
    const work = async (): Promise<RequestOutcome> => {
      if (action === undefined) throw new Error(`there is no such action of the kind ${kind}`);
      const { view } = body;
      const { value = '' } = button;
      if (typeof value !== 'string') throw new Error(`a button of the kind ${kind} carries no text`);
      return apply(asker, { ...click, action, value, view, viewId: view?.id });
    };
    await runRequest(action === undefined ? kind : `${kind}:${action}`, work, asker);
  });
};
