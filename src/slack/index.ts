import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type AuthorizeResult, webApi } from '@slack/bolt';
import type { Command } from '../../commands/index.ts';
import { ConfigError, type Connection } from '../config.ts';
import type { IsoInstant } from '../units.ts';
import { createApp } from './app.ts';
import { createChannels } from './channels.ts';
import { interactiveClientOptions } from './client-options.ts';
import type { Health } from './health.ts';
import type { Log } from './log.ts';
import { healthServer, httpReceiver, socketReceiver } from './receivers.ts';

export { createLog, type Log } from './log.ts';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

const refused = (setting: string, error: unknown): unknown =>
  error instanceof webApi.WebAPIPlatformError
    ? new ConfigError(`${setting} was refused by Slack: ${error.data.error}`)
    : error;

/** Asks Slack who the token belongs to, again and again while Slack cannot be reached. */
const identify = async ({ botToken, apiUrl }: Connection, log: Log): Promise<AuthorizeResult> => {
  const client = new webApi.WebClient(botToken, interactiveClientOptions(apiUrl, log));
  for (let pause = FIRST_RETRY_MS; ; pause = Math.min(pause * 2, LONGEST_RETRY_MS)) {
    try {
      const { bot_id: botId, user_id: botUserId, team_id: teamId } = await client.auth.test();
      return {
        botToken,
        ...(botId !== undefined && { botId }),
        ...(botUserId !== undefined && { botUserId }),
        ...(teamId !== undefined && { teamId }),
      };
    } catch (error) {
      if (error instanceof webApi.WebAPIPlatformError) {
        throw refused('SLACK_BOT_TOKEN', error);
      }
      log.warn({ retryInMs: pause }, 'Slack cannot be reached');
      await wait(pause);
    }
  }
};

export interface RunningDesk {
  /** The port in use; absent where nothing listens. */
  readonly port?: number;
  readonly stop: () => Promise<void>;
}

/** What the desk needs from the house. */
export interface DeskParts {
  readonly connection: Connection;
  readonly commands: readonly Command[];
  readonly now: () => IsoInstant;
  readonly log: Log;
}

/**
 * Starts the bot on Slack and resolves once requests are answered.
 *
 * @throws {ConfigError} where Slack refuses a token
 */
export const startDesk = async ({ connection, commands, now, log }: DeskParts): Promise<RunningDesk> => {
  const health: Health = { ready: false };
  const desk = { channels: createChannels(() => performance.now()), now };
  const identity = identify(connection, log);
  const parts = { identity, apiUrl: connection.apiUrl, commands, desk, log };
  if (connection.kind === 'http') {
    const app = createApp({ ...parts, receiver: httpReceiver(connection, health, log) });
    const { port, host } = connection;
    const [server] = await Promise.all([app.start({ port, host }), identity]);
    health.ready = true;
    return { port: portOf(server), stop: async () => void (await app.stop()) };
  }
  const app = createApp({ ...parts, receiver: socketReceiver(connection, log) });
  const pages = connection.health && healthServer(health);
  if (pages && connection.health) await once(pages.listen(connection.health.port, connection.health.host), 'listening');
  const opened = Promise.resolve(app.start()).catch((error) => {
    throw refused('SLACK_APP_TOKEN', error);
  });
  await Promise.all([opened, identity]);
  health.ready = true;
  return {
    ...(pages && { port: portOf(pages) }),
    stop: async () => {
      pages?.close();
      await app.stop();
    },
  };
};

const portOf = (server: unknown): number => {
  const address = (server as { address?: () => unknown }).address?.() as { port?: number } | null | undefined;
  if (address?.port === undefined) throw new Error('the server listens on no port');
  return address.port;
};
