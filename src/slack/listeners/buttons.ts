import type { BlockAction, ButtonAction } from '@slack/bolt';
import { z } from 'zod';
import { ASK_ACTION, SHARE_ACTION } from '../../message/index.ts';
import type { Asked } from '../../store/index.ts';
import {
  FEEDBACK_ACTION,
  parseReason,
  parseThumb,
  REASON_ACTION,
  reasonsMessage,
  thanksMessage,
} from '../../surface/index.ts';
import type { Question } from '../../topics/questions.ts';
import { answerOnce } from '../answer-message.ts';
import type { Asker, BotContext } from '../asker.ts';
import { type Click, parseButtonQuestion, parseClick, requestId } from '../interaction-payload.ts';
import { askerOfClick, ifMayAsk, isColleague, refuseChange } from '../members.ts';
import { answerFor } from '../own-facts.ts';
import { answerPrivately, isForChannel, postAnswer, shareAnswer } from '../post-answer.ts';
import { postPrivately } from '../post-message.ts';
import { keepFor, takeInHand } from '../request-in-hand.ts';
import { type RequestOutcome, refuseBusy } from '../request-runner.ts';
import { isDirectMessage } from '../visibility.ts';
import type { Listening } from './controls.ts';

/** A click on a button that carries a question. */
interface QuestionClick extends Pick<Click, 'channel' | 'isPrivate' | 'begunThreadTs'> {
  readonly threadTs?: string | undefined;
  readonly question: Question;
  readonly request: string;
}

/** Answers a button: in place on a private message, in the thread of a public one, by direct message on the Home tab. */
export const answerClick = async (bot: BotContext, clicker: Asker, click: QuestionClick): Promise<RequestOutcome> => {
  const { question, request, isPrivate, threadTs, channel } = click;
  return answerOnce(bot, clicker, { question, request, threadTs }, async (asker) => {
    await asker.request?.begin();
    const rendered = await answerFor(bot, asker, { kind: 'question', question, private: false });
    if (!isPrivate && (isForChannel(rendered.answer) || isDirectMessage(channel))) {
      return postAnswer(bot, asker, rendered, { threadTs, namesAsker: !isDirectMessage(channel) });
    }
    return answerPrivately(bot, asker, rendered, isPrivate);
  });
};

/** Ids that the bot gives to buttons; any other may be somebody's word, and stays out of the log. */
const OUR_ID = new RegExp(`^(?:${ASK_ACTION}:\\d{1,3}|${SHARE_ACTION})$`);

/** What is done with a question that a button carries. */
interface ButtonWork {
  readonly asks: 'question' | 'share';
  readonly handle: (asker: Asker, click: QuestionClick) => Promise<RequestOutcome>;
}

/** Registers the buttons that ask a question, and the one that shares a private answer. */
const listenToQuestionButtons = ({ app, bot, runRequest }: Listening): void => {
  const onButton = (actionId: RegExp, { asks, handle }: ButtonWork): void =>
    app.action<BlockAction<ButtonAction>>({ action_id: actionId, type: 'block_actions' }, async (args) => {
      const { ack, body, action } = args;
      const click = parseClick(body);
      const { action_ts: actionTs, action_id: id, value } = action;
      const request = requestId(actionTs, id, value, click.triggerId, click.messageTs, click.user);
      const asker = askerOfClick(args, click, takeInHand(bot.store, request));
      const question = parseButtonQuestion(value);
      const name = OUR_ID.test(id) ? id : 'button';
      if (bot.backlogOf(asker.team).isFull()) {
        await ack();
        return runRequest(name, () => refuseBusy(bot, asker), asker);
      }
      const { threadTs, isPrivate, isHome } = click;
      const isNew = await keepFor(asker, {
        asked: asks === 'share' ? { kind: 'share', question } : { kind: 'question', question, private: false },
        via: 'control',
        ...(threadTs !== undefined && { threadTs, claim: request }),
        ...(isPrivate && { isPrivate }),
        ...(!isHome && body.response_url && { responseUrl: body.response_url }),
      });
      await ack();
      const work = async (): Promise<RequestOutcome> =>
        isNew ? ifMayAsk(bot, asker, () => handle(asker, { ...click, request, question })) : 'answered before';
      await runRequest(name, work, asker);
    });
  onButton(new RegExp(`^${ASK_ACTION}:`), {
    asks: 'question',
    handle: (asker, click) => answerClick(bot, asker, click),
  });
  onButton(new RegExp(`^${SHARE_ACTION}$`), {
    asks: 'share',
    handle: (asker, { question, begunThreadTs }) => shareAnswer(bot, asker, question, begunThreadTs),
  });
};

const VoteSchema = z.looseObject({ value: z.string() });

/** Counts a vote, and thanks for it where it is a new one; of a thumb down it asks why, of a reason nothing more. */
export const countThumb = async (
  { store }: BotContext,
  asker: Asker,
  { message, on, thumb }: Extract<Asked, { kind: 'vote' }>,
): Promise<RequestOutcome> => {
  if (!(await isColleague(asker))) return refuseChange(asker);
  const { team, channel, user } = asker;
  const outcome = await store.vote({ team, channel, message, user, kind: on, thumb });
  const isReason = message.endsWith(':why');
  const asksWhy = thumb === 'down' && !isReason;
  if (outcome !== 'unchanged')
    await postPrivately(asker, asksWhy ? reasonsMessage(on, message) : thanksMessage, isReason);
  return 'counted';
};

/** The vote that a thumb or a reason carries; undefined for what no button of ours does. @param message the one clicked on */
const voteIn = (value: string, message: string | undefined): Extract<Asked, { kind: 'vote' }> | undefined => {
  const reason = parseReason(value);
  if (reason) return { kind: 'vote', message: reason.message, on: reason.kind, thumb: 'down' };
  const voted = parseThumb(value);
  return voted && message !== undefined ? { kind: 'vote', message, on: voted.kind, thumb: voted.thumb } : undefined;
};

const OUR_FEEDBACK = new RegExp(`^(?:${FEEDBACK_ACTION}|${REASON_ACTION}:[a-z]{1,10})$`);

/** Registers the two thumbs and the reasons: one vote a person and answer, counted by the kind of the answer. */
const listenToFeedback = ({ app, bot, runRequest }: Listening): void =>
  app.action<BlockAction>({ action_id: OUR_FEEDBACK, type: 'block_actions' }, async (args) => {
    const { ack, body, action } = args;
    const click = parseClick(body);
    const { messageTs: message, triggerId, user } = click;
    const { value } = VoteSchema.parse(action);
    const asked = voteIn(value, message);
    if (asked === undefined) throw new Error('the thumb stands on no answer');
    const request = requestId(action.action_ts, value, triggerId, message, user);
    const asker = askerOfClick(args, click, takeInHand(bot.store, request));
    const isNew = await keepFor(asker, {
      ...{ asked, via: 'control' },
      ...(body.response_url && { responseUrl: body.response_url }),
    });
    await ack();
    await runRequest(FEEDBACK_ACTION, async () => (isNew ? countThumb(bot, asker, asked) : 'answered before'), asker);
  });

/** Registers the buttons under answers. */
export const listenToButtons = (listening: Listening): void => {
  listenToQuestionButtons(listening);
  listenToFeedback(listening);
};
