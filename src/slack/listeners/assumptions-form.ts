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
import { parseButtonQuestion, parseClick, parseForm, requestId, type SubmittedForm } from '../interaction-payload.ts';
import { askerOfClick, ifMayAsk } from '../members.ts';
import { answerFor } from '../own-facts.ts';
import { answerPrivately, postAnswer } from '../post-answer.ts';
import { originOf } from '../request-origin.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { slackView } from '../slack-client.ts';
import { isDirectMessage } from '../visibility.ts';
import { type Listening, listenToForm } from './controls.ts';

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

/** Every field of it holds one text. */
const textsOf = ({ values }: SubmittedForm<FormOrigin>): AssumptionsFormValues =>
  Object.fromEntries(
    Object.entries(values).map(([block, value]) => [block, typeof value === 'string' ? value : undefined]),
  );

const parseButtonRateMove = (value: string | undefined): RateMoveQuestion => {
  const question = parseButtonQuestion(value);
  if (question.kind !== 'rate-move') throw new Error('the button carries no rate move');
  return question;
};

/** Answers the submitted form beside the answer that it was opened from. */
const recalculate = async (
  bot: BotContext,
  sender: Asker,
  { carried, id }: SubmittedForm<FormOrigin>,
  question: RateMoveQuestion,
): Promise<RequestOutcome> => {
  const { channel, threadTs, isPrivate } = carried;
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
      const form = parseForm(body.view, FormOriginSchema);
      const again: FormOrigin = { ...form.carried, drawing: form.carried.drawing + 1 };
      const question: RateMoveQuestion = { kind: 'rate-move', moveBps: parseFormMove(textsOf(form)) ?? 0 };
      const view = slackView(renderAssumptionsForm(question, JSON.stringify(again), again.drawing));
      await originOf(context).workspace.client.views.update({ view_id: form.id, view });
      return 'changed';
    });
  });

const listenToSubmit = (listening: Listening): void =>
  listenToForm(listening, CHANGE_FORM, { kind: 'again' }, FormOriginSchema, async (form, asker) => {
    const read = parseAssumptionsForm(textsOf(form));
    if (read.kind === 'wrong') return read;
    const { bot } = listening;
    const { threadTs, isPrivate } = form.carried;
    return {
      kind: 'taken',
      work: () => ifMayAsk(bot, asker, () => recalculate(bot, asker, form, read.question)),
      keptAs: {
        asked: { kind: 'question', question: read.question, private: false },
        ...(threadTs !== undefined && { threadTs }),
        ...(isPrivate && { isPrivate }),
      },
    };
  });

/** Registers the form *Change assumptions*: opened by a button under a rate move, answered beside that answer. */
export const listenToAssumptionsForm = (listening: Listening): void => {
  listenToOpening(listening);
  listenToReset(listening);
  listenToSubmit(listening);
};
