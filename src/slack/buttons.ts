import { hash } from 'node:crypto';
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { z } from 'zod';
import { ASK_ACTION, SHARE_ACTION } from '../message/index.ts';
import { type Question, QuestionSchema } from '../topics/questions.ts';
import { fromIn } from './admission.ts';
import { isForAll, publish, shareAnswer, tellAsker } from './answering.ts';
import type { Desk } from './context.ts';
import type { Attempt, Outcome } from './failure.ts';
import { type Caller, whereMayAsk } from './guests.ts';
import { isDirectMessage } from './heard.ts';
import type { Asker } from './posting.ts';
import { takeQuestion, threadName } from './reply-policy.ts';

const Container = z.looseObject({
  message_ts: z.string().optional(),
  thread_ts: z.string().optional(),
  channel_id: z.string().optional(),
  is_ephemeral: z.boolean().optional(),
});

/** What Slack sends about a click, on a message or on the Home tab. */
const ClickSchema = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  trigger_id: z.string().default(''),
  channel: z.looseObject({ id: z.string() }).optional(),
  container: Container.default({}),
  message: z.looseObject({ ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
});

/** Where a clicked button stands. */
export interface Clicked {
  readonly user: string;
  /** The direct message with the clicker, where the button stands on the Home tab. */
  readonly channel: string;
  readonly isHome: boolean;
  /** The message holding it is seen by the clicker only. */
  readonly isPrivate: boolean;
  readonly messageTs?: string;
  /** The thread that a reply belongs in. */
  readonly threadTs?: string;
  /** That thread, where it has begun already. */
  readonly begunThreadTs?: string;
  readonly triggerId: string;
}

export const clickIn = (body: unknown): Clicked => {
  const { user, trigger_id: triggerId, channel, container, message } = ClickSchema.parse(body);
  const channelId = channel?.id ?? container.channel_id;
  const begun = message?.thread_ts ?? container.thread_ts;
  const isPrivate = container.is_ephemeral === true;
  const messageTs = message?.ts ?? container.message_ts;
  const threadTs = begun ?? (isPrivate ? undefined : messageTs);
  return {
    user: user.id,
    channel: channelId ?? user.id,
    isHome: channelId === undefined,
    isPrivate,
    triggerId,
    ...(messageTs !== undefined && { messageTs }),
    ...(threadTs !== undefined && { threadTs }),
    ...(begun !== undefined && { begunThreadTs: begun }),
  };
};

/** The question a button carries. What it carries instead is not repeated, so that it never reaches a log. */
export const carriedQuestion = (value = ''): Question => {
  try {
    return QuestionSchema.parse(JSON.parse(value));
  } catch {
    throw new Error('the button carries no question');
  }
};

/** One name for one request: the same parts give the same name. */
export const requestName = (...parts: readonly (string | undefined)[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);

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
