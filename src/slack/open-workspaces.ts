import type { Connection } from '../config.ts';
import type { Store } from '../store/index.ts';
import { renderWelcome } from '../surface/index.ts';
import type { BotContext } from './asker.ts';
import { type InProcessConnection, identify } from './connection.ts';
import type { Health } from './health.ts';
import { installRoutes } from './installing/install-routes.ts';
import { createInstalledWorkspaces } from './installing/installed-workspaces.ts';
import type { Log } from './log.ts';
import { postToChannel } from './post-message.ts';
import { type ClientOptions, createSlackClient } from './slack-client.ts';
import { type BotWorkspace, oneWorkspace, type Workspaces } from './workspaces.ts';

interface Parts {
  readonly bot: BotContext;
  readonly store: Store;
  /** Names this process in its leases. */
  readonly owner: string;
  readonly log: Log;
  readonly health: Health;
  /** Of a client of its own; `heard` hears what Slack answers. */
  readonly newOptions: (heard?: Health['heard']) => ClientOptions;
  /** What a workspace has to allow beside the scopes of the manifest. */
  readonly scopes: readonly string[];
}

/** Tells whoever installed the app what to do first, and nobody anything else. */
const welcome = async (
  { store }: BotContext,
  { client, installation: { team } }: BotWorkspace,
  installer: string,
  log: Log,
): Promise<void> => {
  await store.changeSettings(team, (was) => ({ ...was, installer: was.installer ?? installer }));
  const { outcome } = await postToChannel(client, installer, renderWelcome());
  log.info({ what: 'welcome', team, outcome }, 'told how to begin');
};

/** The workspaces that a process answers for, and the pages by which there come to be more. */
export const openWorkspaces = async (
  connection: Connection | InProcessConnection,
  { bot, store, owner, log, health, newOptions, scopes }: Parts,
): Promise<{ readonly workspaces: Workspaces; readonly routes?: ReturnType<typeof installRoutes> }> => {
  if (connection.kind !== 'installed') {
    const { botToken } = connection;
    const workspaces = oneWorkspace(
      identify(connection, log, health),
      ({ authorized: { teamId } }) => ({
        client: createSlackClient(botToken, { ...newOptions(health.heard), ...(teamId && { teamId }) }),
        spareClient: createSlackClient(botToken, newOptions(health.heard)),
      }),
      () => health.set('token', 'the app is no longer installed'),
    );
    return { workspaces };
  }
  const { now } = bot;
  const workspaces = createInstalledWorkspaces({ installing: connection, store, owner, now, log, newOptions });
  await workspaces.checkKeys();
  // whose token is refused is one workspace's trouble
  health.set('token', undefined);
  const routes = installRoutes({
    ...{ installing: connection, workspaces, store, now, log, scopes, options: newOptions() },
    installed: (workspace, installer) => bot.inBackground('welcome', () => welcome(bot, workspace, installer, log)),
  });
  return { workspaces, routes };
};
