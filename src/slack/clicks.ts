import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { ASK_ACTION, SHARE_ACTION } from '../blocks/index.ts';
import type { Question } from '../questions/index.ts';
import { fromIn } from './admission.ts';
import { isForAll, publish, shareAnswer, tellAsker } from './answering.ts';
import type { Attempt, Outcome } from './attempts.ts';
import { type Clicked, carriedQuestion, clickIn, requestName } from './clicked.ts';
import type { Desk } from './desk.ts';
import { type Caller, whereMayAsk } from './guests.ts';
import { isDirectMessage } from './heard.ts';
import type { Asker } from './posting.ts';
import { takeQuestion, threadName } from './threads.ts';

interface Click extends Clicked {
  readonly question: Question;
  readonly request: string;
}

/** Answers a button: in place on a private message, in the thread of a public one, by direct message on the Home tab. */
const answerClick = async (desk: Desk, asker: Asker, click: Click): Promise<Outcome> => {
  const { question, isPrivate, threadTs, channel, request, user } = click;
  const drawn = desk.answers.to(question);
  const answerIt = async (): Promise<Outcome> => {
    if (!isPrivate && (isForAll(drawn.answered) || isDirectMessage(channel))) {
      return publish(desk, asker, drawn, { threadTs, isNamed: !isDirectMessage(channel) });
    }
    return tellAsker(desk, asker, drawn, isPrivate);
  };
  if (threadTs === undefined) return answerIt();
  const key = { team: asker.team, channel, thread: threadTs };
  return desk.inOrder(threadName(key), async () => {
    const claimed = await takeQuestion(desk, key, { user, question, request });
    return claimed === 'taken' ? answerIt() : 'answered before';
  });
};

/** Wires the buttons that ask a question, and the one that shares a private answer. */
export const listenToClicks = (app: App, desk: Desk, attempt: Attempt): void => {
  const onButton = (id: RegExp, handle: (asker: Asker, click: Click) => Promise<Outcome>): void =>
    app.action<BlockAction<ButtonAction>>({ action_id: id, type: 'block_actions' }, async (args) => {
      const { ack, client, respond, body, action, context } = args;
      await ack();
      const clicked = clickIn(body);
      const from = fromIn(context);
      const asker: Caller = {
        ...{ client, from },
        ...(!clicked.isHome && { respond }),
        team: from.installation.team,
        channel: clicked.channel,
        user: clicked.user,
        privateThreadTs: clicked.begunThreadTs,
      };
      const request = requestName(
        action.action_ts,
        action.action_id,
        action.value,
        clicked.triggerId,
        clicked.messageTs,
        clicked.user,
      );
      await attempt(
        action.action_id,
        () =>
          whereMayAsk(desk, asker, async () =>
            handle(asker, { ...clicked, request, question: carriedQuestion(action.value) }),
          ),
        asker,
      );
    });
  onButton(new RegExp(`^${ASK_ACTION}:`), (asker, click) => answerClick(desk, asker, click));
  onButton(new RegExp(`^${SHARE_ACTION}$`), (asker, { question, begunThreadTs }) =>
    shareAnswer(desk, asker, question, begunThreadTs),
  );
};
