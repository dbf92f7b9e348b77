import { setTimeout as wait } from 'node:timers/promises';
import { App, type Context, type Receiver } from '@slack/bolt';
import { z } from 'zod';
import type { Command } from '../../commands/command.ts';
import type { BotContext } from './asker.ts';
import { answerBrokenRequests, carryOutOnce, ignoreOtherInstallations } from './before-listeners.ts';
import type { Health } from './health.ts';
import { listenToAssumptionsForm } from './listeners/assumptions-form.ts';
import { listenToBriefs, listenToInvitations } from './listeners/briefs.ts';
import { listenToButtons } from './listeners/buttons.ts';
import { listenToCommands } from './listeners/commands.ts';
import { listenToCompanies } from './listeners/companies.ts';
import { listenToHome } from './listeners/home.ts';
import { listenToMessages } from './listeners/messages.ts';
import { listenToNotes } from './listeners/notes.ts';
import { boltLogger, type Log } from './log.ts';
import { authorizeBy, createWorkspaceFinder, isInstalledIn, originOf } from './request-origin.ts';
import { createRequestRunner, type RunRequest, reportFailure } from './request-runner.ts';
import { webClientOptions } from './web-client.ts';
import type { Workspaces } from './workspaces.ts';

const EnvelopeSchema = z.looseObject({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  event_time: z.number(),
});
/** What was under way for a workspace has come to its end by then. */
const AFTERWARDS_MS = 20_000;

const RevokedSchema = z.looseObject({ tokens: z.looseObject({ bot: z.array(z.string()).default([]) }) });

/** Registers what Slack sends when a workspace uninstalls the bot: all data of the workspace are deleted. */
const listenToUninstall = (
  app: App,
  { store, inBackground }: BotContext,
  runRequest: RunRequest,
  workspaces: Workspaces,
): void => {
  const deleteData = (what: 'app_uninstalled' | 'tokens_revoked', body: unknown, context: Context): Promise<void> =>
    runRequest(what, async () => {
      const { workspace } = originOf(context);
      const { installation } = workspace;
      const { team_id: team, enterprise_id: enterprise, event_time: at } = EnvelopeSchema.parse(body);
      // another workspace of the organisation has an installation of its own
      if (!isInstalledIn(team ?? '', enterprise ?? undefined, installation)) return 'refused';
      // Slack may say so again, hours later
      const happened = what === 'app_uninstalled' ? 'removed' : 'token revoked';
      if (!(await workspaces.forget(workspace, at, happened))) return 'answered before';
      const isKept = !(await store.deleteTeam(installation.team));
      if (isKept) throw new Error('the data of the workspace could not be removed');
      inBackground('uninstall', async () => {
        await wait(AFTERWARDS_MS, undefined, { ref: false });
        // what was under way, in this process or another, may have been written behind it
        if (!(await workspace.isInstalled())) await store.deleteTeam(installation.team);
      });
      return 'forgotten';
    });

  app.event('app_uninstalled', ({ body, context }) => deleteData('app_uninstalled', body, context));
  app.event('tokens_revoked', async ({ event, body, context }) => {
    // a person's own token is none of the bot's
    const { tokens } = RevokedSchema.parse(event);
    if (tokens.bot.length > 0) await deleteData('tokens_revoked', body, context);
  });
};

/** What the Slack edge is built from. */
interface SlackParts {
  readonly receiver: Receiver;
  /** Asked for by every request, so that none is answered before Slack has accepted the token. */
  readonly workspaces: Workspaces;
  readonly apiUrl: string;
  readonly commands: readonly Command[];
  readonly bot: BotContext;
  readonly log: Log;
  readonly health: Health;
  /** How long a call to Slack may take, its answer included; ten seconds unless said. */
  readonly callTimeoutMs?: number | undefined;
}

/** The Bolt app, and a promise that what it has acknowledged so far is answered. */
export interface BotApp {
  readonly app: App;
  readonly settled: () => Promise<void>;
}

/** Creates the Bolt app. Every listener acks first; whatever fails after that is caught in one place, the request runner. */
export const createApp = ({
  receiver,
  workspaces,
  apiUrl,
  commands,
  bot,
  log,
  health,
  callTimeoutMs,
}: SlackParts): BotApp => {
  const find = createWorkspaceFinder(workspaces);
  const app = new App({
    receiver,
    authorize: authorizeBy(find),
    clientOptions: webClientOptions(apiUrl, log, { timeoutMs: callTimeoutMs, heard: health.heard }),
    logger: boltLogger(log),
    convoStore: false,
  });
  carryOutOnce(app, bot, log);
  const { runRequest, settled } = createRequestRunner(log, bot);
  answerBrokenRequests(app, log);
  ignoreOtherInstallations(app, find, bot.channels, log);
  const listening = { app, bot, runRequest };
  listenToCommands(app, bot, runRequest, commands);
  listenToMessages(app, bot, runRequest, log);
  listenToButtons(listening);
  listenToAssumptionsForm(listening);
  listenToHome(listening);
  listenToBriefs(listening);
  listenToCompanies(listening);
  listenToNotes(listening);
  listenToInvitations(listening);
  listenToUninstall(app, bot, runRequest, workspaces);
  app.error(async (error) => reportFailure(log, 'bolt', error));
  return { app, settled };
};
