import { App, type Context, type Receiver } from '@slack/bolt';
import { z } from 'zod';
import type { Command } from '../../commands/command.ts';
import { admitOwnRequests, fromIn } from './admission.ts';
import { answerWords } from './answering.ts';
import { listenToForm } from './assumptions-form.ts';
import { isInstalledIn } from './belonging.ts';
import { carryOut } from './briefs/carry-out.ts';
import { listenToBriefs, openBriefForm } from './briefs/listeners.ts';
import { listenToClicks } from './buttons.ts';
import type { Desk } from './context.ts';
import { type Attempt, createAttempts, type Outcome, reportFailure } from './failure.ts';
import { listenToFeedback } from './feedback.ts';
import { type Caller, whereMayAsk } from './guests.ts';
import { listenToHome } from './home.ts';
import type { Identity } from './identity.ts';
import { boltLogger, type Log } from './log.ts';
import { listenToMessages } from './messages.ts';
import { interactiveClientOptions } from './retry.ts';

const EnvelopeSchema = z.looseObject({ team_id: z.string(), enterprise_id: z.string().nullish() });
const RevokedSchema = z.looseObject({ tokens: z.looseObject({ bot: z.array(z.string()).default([]) }) });

/** Wires what Slack says when a workspace sends the bot away: all that is kept of it goes. */
export const listenToFarewell = (app: App, { memory }: Desk, attempt: Attempt): void => {
  const forget = (what: string, body: unknown, context: Context): Promise<void> =>
    attempt(what, async () => {
      const { installation } = fromIn(context);
      const { team_id: team, enterprise_id: enterprise } = EnvelopeSchema.parse(body);
      // another workspace of the organisation has an installation of its own
      if (!isInstalledIn(team, enterprise ?? undefined, installation)) return 'refused';
      const isKept = !(await memory.forget(installation.team));
      if (isKept) throw new Error('the data of the workspace could not be removed');
      return 'forgotten';
    });

  app.event('app_uninstalled', ({ body, context }) => forget('app_uninstalled', body, context));
  app.event('tokens_revoked', async ({ event, body, context }) => {
    // a person's own token is none of the bot's
    const { tokens } = RevokedSchema.parse(event);
    if (tokens.bot.length > 0) await forget('tokens_revoked', body, context);
  });
};

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
