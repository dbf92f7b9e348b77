import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { z } from 'zod';
import {
  CHANGE_ACTION,
  CHANGE_FORM,
  changeForm,
  type FilledIn,
  moveIn,
  RESET_ACTION,
  readForm,
} from '../surface/index.ts';
import type { RateMoveQuestion } from '../topics/rate-move/question.ts';
import { fromIn } from './admission.ts';
import { publish, tellAsker } from './answering.ts';
import { carriedQuestion, clickIn, requestName } from './buttons.ts';
import type { Desk } from './context.ts';
import type { Attempt, Outcome } from './failure.ts';
import { type Caller, whereMayAsk } from './guests.ts';
import { isDirectMessage } from './heard.ts';
import type { Asker } from './posting.ts';
import { takeQuestion, threadName } from './reply-policy.ts';
import { slackView } from './slack-types.ts';

/** Where the answer stands that a form was opened from; it travels with the form and comes back. */
const OriginSchema = z.strictObject({
  /** A channel; or a user, for the direct message with them. */
  channel: z.string(),
  /** The thread that the new answer belongs in. */
  threadTs: z.string().optional(),
  isPrivate: z.boolean(),
  /** How often the form has been drawn anew. */
  drawing: z.int().nonnegative(),
});

export type Origin = z.infer<typeof OriginSchema>;

const ValueSchema = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

const FormSchema = z.looseObject({
  id: z.string(),
  private_metadata: z.string(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), ValueSchema)) }),
});

/** A form as Slack sends it back. */
export interface Form {
  readonly id: string;
  readonly origin: Origin;
  readonly filledIn: FilledIn;
}

/** @throws without repeating what was filled in */
export const formIn = (view: unknown): Form => {
  try {
    const { id, private_metadata: carried, state } = FormSchema.parse(view);
    const filledIn = Object.entries(state.values).map(([block, actions]) => {
      const [field] = Object.values(actions);
      return [block, field?.value ?? field?.selected_option?.value];
    });
    return { id, origin: OriginSchema.parse(JSON.parse(carried)), filledIn: Object.fromEntries(filledIn) };
  } catch {
    throw new Error('the form is none of ours');
  }
};

/** The form *Change assumptions*: opened by a button under a rate move, answered anew where that answer stands. */

const carriedMove = (value: string | undefined): RateMoveQuestion => {
  const question = carriedQuestion(value);
  if (question.kind !== 'rate-move') throw new Error('the button carries no rate move');
  return question;
};

const recalculate = async (desk: Desk, asker: Asker, form: Form, question: RateMoveQuestion): Promise<Outcome> => {
  const { origin, id } = form;
  const { channel, threadTs, isPrivate } = origin;
  const drawn = desk.answers.to(question);
  const answerIt = async (): Promise<Outcome> => {
    if (!isPrivate) return publish(desk, asker, drawn, { threadTs, isNamed: !isDirectMessage(channel) });
    return tellAsker(desk, asker, drawn);
  };
  if (threadTs === undefined) return answerIt();
  const key = { team: asker.team, channel, thread: threadTs };
  return desk.inOrder(threadName(key), async () => {
    const request = requestName(id, JSON.stringify(question), asker.user);
    const claimed = await takeQuestion(desk, key, { user: asker.user, question, request });
    return claimed === 'taken' ? answerIt() : 'answered before';
  });
};

const listenToOpening = (app: App, desk: Desk, attempt: Attempt): void =>
  app.action<BlockAction<ButtonAction>>({ action_id: CHANGE_ACTION, type: 'block_actions' }, async (args) => {
    const { ack, client, respond, body, action, context } = args;
    await ack();
    const clicked = clickIn(body);
    const { channel, user, threadTs, isPrivate, isHome, begunThreadTs: privateThreadTs, triggerId } = clicked;
    const from = fromIn(context);
    const asker: Caller = {
      ...{ client, from },
      team: from.installation.team,
      channel,
      user,
      privateThreadTs,
      ...(!isHome && { respond }),
    };
    const open = async (): Promise<Outcome> => {
      const origin: Origin = { channel, isPrivate, drawing: 0, ...(threadTs !== undefined && { threadTs }) };
      const view = slackView(changeForm(carriedMove(action.value), JSON.stringify(origin)));
      await client.views.open({ trigger_id: triggerId, view });
      return 'opened';
    };
    await attempt(CHANGE_ACTION, () => whereMayAsk(desk, asker, open), asker);
  });

/** Back to note 000's assumptions; the move stays as chosen. */
const listenToReset = (app: App, attempt: Attempt): void =>
  app.action<BlockAction<ButtonAction>>({ action_id: RESET_ACTION, type: 'block_actions' }, async (args) => {
    const { ack, client, body } = args;
    await ack();
    await attempt(RESET_ACTION, async () => {
      const { id, origin, filledIn } = formIn(body.view);
      const again = { ...origin, drawing: origin.drawing + 1 };
      const question: RateMoveQuestion = { kind: 'rate-move', moveBps: moveIn(filledIn) ?? 0 };
      const view = slackView(changeForm(question, JSON.stringify(again), again.drawing));
      await client.views.update({ view_id: id, view });
      return 'changed';
    });
  });

const listenToSubmit = (app: App, desk: Desk, attempt: Attempt): void =>
  app.view(CHANGE_FORM, async ({ ack, client, view, body, context }) => {
    const form = formIn(view);
    const read = readForm(form.filledIn);
    if (read.kind === 'wrong') return ack({ response_action: 'errors', errors: { ...read.errors } });
    await ack();
    const { channel, threadTs, isPrivate } = form.origin;
    const from = fromIn(context);
    const asker: Caller = {
      ...{ client, from, channel, team: from.installation.team, user: body.user.id },
      privateThreadTs: isPrivate ? threadTs : undefined,
    };
    const answerIt = () => recalculate(desk, asker, form, read.question);
    await attempt(CHANGE_FORM, () => whereMayAsk(desk, asker, answerIt), asker);
  });

export const listenToForm = (app: App, desk: Desk, attempt: Attempt): void => {
  listenToOpening(app, desk, attempt);
  listenToReset(app, attempt);
  listenToSubmit(app, desk, attempt);
};
