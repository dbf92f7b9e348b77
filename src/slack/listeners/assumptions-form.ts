import type { BlockAction, ButtonAction } from '@slack/bolt';
import { z } from 'zod';
import {
  type AssumptionsFormValues,
  CHANGE_ACTION,
  CHANGE_FORM,
  parseAssumptionsForm,
  parseFormMove,
  RESET_ACTION,
  renderAssumptionsForm,
} from '../../surface/index.ts';
import type { RateMoveQuestion } from '../../topics/rate-move/question.ts';
import { answerOnce } from '../answer-message.ts';
import type { Asker, BotContext } from '../asker.ts';
import {
  type FieldValue,
  parseButtonQuestion,
  parseClick,
  parseForm,
  parseSender,
  requestId,
} from '../interaction-payload.ts';
import { askerOfClick, createAsker, ifMayAsk } from '../members.ts';
import { answerFor } from '../own-facts.ts';
import { answerPrivately, postAnswer } from '../post-answer.ts';
import { keepFor, takeInHand } from '../request-in-hand.ts';
import { originOf } from '../request-origin.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { slackView } from '../slack-client.ts';
import { isDirectMessage } from '../visibility.ts';
import type { Listening } from './controls.ts';

/** The answer that the form was opened from, where the new one is posted; it travels with the form and comes back. */
const FormOriginSchema = z.strictObject({
  /** A channel; or a user, for the direct message with them. */
  channel: z.string(),
  /** The thread that the new answer belongs in. */
  threadTs: z.string().optional(),
  isPrivate: z.boolean(),
  /** How often the form has been rendered anew. */
  drawing: z.int().nonnegative(),
});

type FormOrigin = z.infer<typeof FormOriginSchema>;

/** The form *Change assumptions*, filled in. */
interface Submission {
  readonly id: string;
  readonly origin: FormOrigin;
  readonly values: AssumptionsFormValues;
}

const textOf = (value: FieldValue): string | undefined => (typeof value === 'string' ? value : undefined);

const parseSubmission = (view: unknown): Submission => {
  const { id, carried, values } = parseForm(view, FormOriginSchema);
  const texts = Object.entries(values).map(([block, value]) => [block, textOf(value)]);
  return { id, origin: carried, values: Object.fromEntries(texts) };
};

const parseButtonRateMove = (value: string | undefined): RateMoveQuestion => {
  const question = parseButtonQuestion(value);
  if (question.kind !== 'rate-move') throw new Error('the button carries no rate move');
  return question;
};

/** Answers the submitted form beside the answer that it was opened from. */
const recalculate = async (
  bot: BotContext,
  sender: Asker,
  { origin, id }: Submission,
  question: RateMoveQuestion,
): Promise<RequestOutcome> => {
  const { channel, threadTs, isPrivate } = origin;
  const rendered = await answerFor(bot, sender, { kind: 'question', question, private: false });
  const request = requestId(id, JSON.stringify(question), sender.user);
  return answerOnce(bot, sender, { question, request, threadTs }, async (asker) => {
    if (isPrivate) return answerPrivately(bot, asker, rendered);
    return postAnswer(bot, asker, rendered, { threadTs, namesAsker: !isDirectMessage(channel) });
  });
};

const listenToOpening = ({ app, bot, runRequest }: Listening): void =>
  app.action<BlockAction<ButtonAction>>({ action_id: CHANGE_ACTION, type: 'block_actions' }, async (args) => {
    const { ack, body, action } = args;
    await ack();
    const click = parseClick(body);
    const { channel, threadTs, isPrivate, triggerId } = click;
    const asker = askerOfClick(args, click);
    const open = async (): Promise<RequestOutcome> => {
      const origin: FormOrigin = { channel, isPrivate, drawing: 0, ...(threadTs !== undefined && { threadTs }) };
      const view = slackView(renderAssumptionsForm(parseButtonRateMove(action.value), JSON.stringify(origin)));
      await asker.client.views.open({ trigger_id: triggerId, view });
      return 'opened';
    };
    await runRequest(CHANGE_ACTION, () => ifMayAsk(bot, asker, open), asker);
  });

/** Back to note 000's assumptions; the move stays as chosen. */
const listenToReset = ({ app, runRequest }: Listening): void =>
  app.action<BlockAction<ButtonAction>>({ action_id: RESET_ACTION, type: 'block_actions' }, async (args) => {
    const { ack, body, context } = args;
    await ack();
    await runRequest(RESET_ACTION, async () => {
      const { id, origin, values } = parseSubmission(body.view);
      const again: FormOrigin = { ...origin, drawing: origin.drawing + 1 };
      const question: RateMoveQuestion = { kind: 'rate-move', moveBps: parseFormMove(values) ?? 0 };
      const view = slackView(renderAssumptionsForm(question, JSON.stringify(again), again.drawing));
      await originOf(context).workspace.client.views.update({ view_id: id, view });
      return 'changed';
    });
  });

const listenToSubmit = ({ app, bot, runRequest }: Listening): void =>
  app.view(CHANGE_FORM, async ({ ack, view, body, ...args }) => {
    // what cannot be parsed is acknowledged, and told, before any listener: see answerBrokenRequests
    const form = parseSubmission(view);
    const user = parseSender(body);
    const read = parseAssumptionsForm(form.values);
    if (read.kind === 'wrong') return ack({ response_action: 'errors', errors: { ...read.errors } });
    const { channel, threadTs, isPrivate } = form.origin;
    const { context } = args;
    const privateThreadTs = isPrivate ? threadTs : undefined;
    const request = takeInHand(bot.store);
    const asker = createAsker({ context }, { channel, user, privateThreadTs, request });
    await keepFor(asker, {
      ...{ asked: { kind: 'question', question: read.question, private: false }, via: 'control' },
      ...(threadTs !== undefined && { threadTs }),
      ...(isPrivate && { isPrivate }),
    });
    await ack();
    const answer = () => recalculate(bot, asker, form, read.question);
    await runRequest(CHANGE_FORM, () => ifMayAsk(bot, asker, answer), asker);
  });

/** Registers the form *Change assumptions*: opened by a button under a rate move, answered beside that answer. */
export const listenToAssumptionsForm = (listening: Listening): void => {
  listenToOpening(listening);
  listenToReset(listening);
  listenToSubmit(listening);
};
