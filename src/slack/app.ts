import { App, type Receiver } from '@slack/bolt';
import type { Command } from '../../commands/index.ts';
import { admitOwnRequests, fromIn } from './admission.ts';
import { answerWords } from './answering.ts';
import { listenToForm } from './assumptions-form.ts';
import { type Attempt, createAttempts, type Outcome } from './attempts.ts';
import { carryOut } from './briefs/carrying-out.ts';
import { listenToBriefs, openBriefForm } from './briefs/listening.ts';
import { listenToClicks } from './clicks.ts';
import { interactiveClientOptions } from './client-options.ts';
import type { Desk } from './desk.ts';
import { reportFailure } from './failure.ts';
import { listenToFarewell } from './farewell.ts';
import { listenToFeedback } from './feedback.ts';
import { type Caller, whereMayAsk } from './guests.ts';
import { listenToHome } from './home.ts';
import type { Identity } from './identity.ts';
import { boltLogger, type Log } from './log.ts';
import { listenToMessages } from './messages.ts';

/** What the Slack edge is built from. */
export interface SlackParts {
  readonly receiver: Receiver;
  /** Who the bot is; awaited by every request, so that none is answered before Slack has accepted the token. */
  readonly identity: Promise<Identity>;
  readonly apiUrl: string;
  readonly commands: readonly Command[];
  readonly desk: Desk;
  readonly log: Log;
  /** How long a call to Slack may take, its answer included; ten seconds unless said. */
  readonly callTimeoutMs?: number | undefined;
}

/** The Bolt app, and a promise that what it has acknowledged so far is answered. */
export interface DeskApp {
  readonly app: App;
  readonly settled: () => Promise<void>;
}

const listenToCommands = (app: App, commands: readonly Command[], desk: Desk, attempt: Attempt): void => {
  for (const command of commands) {
    app.command(command.name, async ({ ack, client, respond, payload, context }) => {
      await ack();
      const { channel_id: channel, user_id: user } = payload;
      const from = fromIn(context);
      const asker: Caller = { client, respond, from, team: from.installation.team, channel, user };
      const carriedOut = async (): Promise<Outcome> => {
        const turn = command.read(payload.text);
        if (turn.kind !== 'brief') return whereMayAsk(desk, asker, () => answerWords(desk, asker, turn));
        if (turn.do !== 'form') return carryOut(desk, asker, turn);
        return openBriefForm(asker, payload.trigger_id, { channel, isHome: false });
      };
      await attempt(command.name, carriedOut, asker);
    });
  }
};

/** Wires everything to Bolt. Every listener acks first; whatever fails after that is caught in one place. */
export const createApp = ({ receiver, identity, apiUrl, commands, desk, log, callTimeoutMs }: SlackParts): DeskApp => {
  const app = new App({
    receiver,
    // Bolt writes the asker into what it is given: a copy each time
    authorize: async () => ({ ...(await identity).authorized }),
    clientOptions: interactiveClientOptions(apiUrl, log, callTimeoutMs),
    logger: boltLogger(log),
    convoStore: false,
  });
  const { attempt, settled } = createAttempts(log);
  admitOwnRequests(app, identity, desk.channels, log);
  listenToCommands(app, commands, desk, attempt);
  listenToMessages(app, desk, attempt, log);
  listenToClicks(app, desk, attempt);
  listenToForm(app, desk, attempt);
  listenToFeedback(app, desk, attempt);
  listenToHome(app, desk, attempt);
  listenToBriefs(app, desk, attempt);
  listenToFarewell(app, desk, attempt);
  app.error(async (error) => reportFailure(log, 'bolt', error));
  return { app, settled };
};
