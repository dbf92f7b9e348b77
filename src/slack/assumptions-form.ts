import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { CHANGE_ACTION, CHANGE_FORM, changeForm, moveIn, RESET_ACTION, readForm } from '../blocks/index.ts';
import type { RateMoveQuestion } from '../questions/index.ts';
import { fromIn } from './admission.ts';
import { publish, tellAsker } from './answering.ts';
import type { Attempt, Outcome } from './attempts.ts';
import { carriedQuestion, clickIn, requestName } from './clicked.ts';
import type { Desk } from './desk.ts';
import { type Form, formIn, type Origin } from './form.ts';
import { type Caller, whereMayAsk } from './guests.ts';
import { isDirectMessage } from './heard.ts';
import type { Asker } from './posting.ts';
import { slackView } from './slack-types.ts';
import { takeQuestion, threadName } from './threads.ts';

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
