import { App, type AuthorizeResult, type BlockAction, type ButtonAction, type Receiver } from '@slack/bolt';
import type { Command } from '../../commands/index.ts';
import { ASK_ACTION, SHARE_ACTION } from '../blocks/index.ts';
import { type Question, QuestionSchema } from '../questions/index.ts';
import { answerClick, answerWords, type Desk, type Outcome, shareAnswer } from './answering.ts';
import { interactiveClientOptions } from './client-options.ts';
import { reportFailure } from './failure.ts';
import { boltLogger, type Log } from './log.ts';
import type { Asker } from './posting.ts';

/** What the Slack edge is built from. */
export interface SlackParts {
  readonly receiver: Receiver;
  /** Who the bot is; awaited by every request, so that none is answered before Slack has accepted the token. */
  readonly identity: Promise<AuthorizeResult>;
  readonly apiUrl: string;
  readonly commands: readonly Command[];
  readonly desk: Desk;
  readonly log: Log;
}

const clickedPlace = ({ container, channel, message }: BlockAction) => {
  const { is_ephemeral: isEphemeral } = container as { is_ephemeral?: boolean };
  const threadTs = (message?.['thread_ts'] as string | undefined) ?? message?.ts;
  return { channel: channel?.id, isPrivate: isEphemeral === true, ...(threadTs !== undefined && { threadTs }) };
};

/** The Bolt app, and a promise that what it has acknowledged so far is answered. */
export interface DeskApp {
  readonly app: App;
  readonly settled: () => Promise<void>;
}

/** The question a button carries. What it carries instead is not repeated, so that it never reaches a log. */
const carriedQuestion = (value = ''): Question => {
  try {
    return QuestionSchema.parse(JSON.parse(value));
  } catch {
    throw new Error('the button carries no question');
  }
};

/** Wires commands and buttons to Bolt. Every listener acks first; whatever fails after that is caught here, once. */
export const createApp = ({ receiver, identity, apiUrl, commands, desk, log }: SlackParts): DeskApp => {
  const app = new App({
    receiver,
    // Bolt writes the asker into what it is given: a copy each time
    authorize: async () => ({ ...(await identity) }),
    clientOptions: interactiveClientOptions(apiUrl, log),
    logger: boltLogger(log),
    convoStore: false,
  });

  const running = new Set<Promise<void>>();

  const attempt = (what: string, asker: Asker, run: () => Promise<Outcome>): Promise<void> => {
    const attempted = answerOrReport(what, asker, run).finally(() => running.delete(attempted));
    running.add(attempted);
    return attempted;
  };

  const answerOrReport = async (what: string, asker: Asker, run: () => Promise<Outcome>): Promise<void> => {
    const start = performance.now();
    try {
      const outcome = await run();
      log.info({ what, outcome, ms: Math.round(performance.now() - start) }, 'answered');
    } catch (error) {
      await reportFailure(log, what, error, asker);
    }
  };

  for (const command of commands) {
    app.command(command.name, async ({ ack, client, respond, payload }) => {
      await ack();
      const asker: Asker = { client, respond, channel: payload.channel_id, user: payload.user_id };
      await attempt(command.name, asker, async () => answerWords(desk, asker, command.read(payload.text)));
    });
  }

  const onButton = (id: RegExp, handle: typeof answerClick): void =>
    app.action<BlockAction<ButtonAction>>({ action_id: id, type: 'block_actions' }, async (args) => {
      const { ack, client, respond, body, action } = args;
      await ack();
      const { channel = '', ...clicked } = clickedPlace(body);
      const asker: Asker = { client, respond, channel, user: body.user.id };
      await attempt(action.action_id, asker, async () => handle(desk, asker, carriedQuestion(action.value), clicked));
    });
  onButton(new RegExp(`^${ASK_ACTION}:`), answerClick);
  onButton(new RegExp(`^${SHARE_ACTION}$`), shareAnswer);

  app.error(async (error) => reportFailure(log, 'bolt', error));
  return { app, settled: async () => void (await Promise.allSettled(running)) };
};
