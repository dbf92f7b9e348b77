import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from '../../commands/index.ts';
import type { Connection } from '../config.ts';
import type { Store } from '../store/index.ts';
import type { IsoInstant } from '../units.ts';
import { createApp, type DeskApp } from './app.ts';
import { createChannels } from './channels.ts';
import { reportFailure } from './failure.ts';
import type { Health } from './health.ts';
import { identify, refusal } from './identity.ts';
import { createOrder } from './in-order.ts';
import type { Log } from './log.ts';
import { createMemory } from './memory.ts';
import { healthServer, httpReceiver, socketReceiver } from './receivers.ts';
import { createRecentAnswers, type FactsNow } from './recent-answers.ts';

export { createLog, type Log } from './log.ts';
export { PROMPTS } from './prompts.ts';
export type { FactsNow } from './recent-answers.ts';

const LAST_ANSWERS_MS = 5_000;

export interface RunningDesk {
  /** The port in use; absent where nothing listens. */
  readonly port?: number;
  /** Takes no more requests, and waits up to five seconds for the answers that are under way. */
  readonly stop: () => Promise<void>;
}

/** What the desk needs from the house. */
export interface DeskParts {
  readonly connection: Connection;
  readonly commands: readonly Command[];
  /** Who opened it closes it, once the desk has stopped. */
  readonly store: Store;
  readonly now: () => IsoInstant;
  /** Taken anew for each answer, without waiting for anything. */
  readonly facts: () => FactsNow;
  readonly log: Log;
}

/**
 * Starts the bot on Slack and resolves once requests are answered.
 *
 * @throws {ConfigError} where Slack refuses a token
 */
export const startDesk = async ({ connection, commands, store, now, facts, log }: DeskParts): Promise<RunningDesk> => {
  const health: Health = { ready: false };
  const desk = {
    channels: createChannels(() => performance.now()),
    answers: createRecentAnswers(facts),
    memory: createMemory(store, now, log),
    inOrder: createOrder(),
    inBackground: (what: string, work: () => Promise<void>) => {
      work().catch((error: unknown) => reportFailure(log, what, error));
    },
  };
  const identity = identify(connection, log);
  const parts = { identity, apiUrl: connection.apiUrl, commands, desk, log };
  return connection.kind === 'http'
    ? startHttp(connection, health, createApp({ ...parts, receiver: httpReceiver(connection, health, log) }), identity)
    : startSocket(connection, health, parts);
};

const stopping = async ({ app, settled }: DeskApp): Promise<void> => {
  await app.stop();
  await Promise.race([settled(), wait(LAST_ANSWERS_MS, undefined, { ref: false })]);
};

const startHttp = async (
  { host, port }: Extract<Connection, { kind: 'http' }>,
  health: Health,
  deskApp: DeskApp,
  identity: Promise<unknown>,
): Promise<RunningDesk> => {
  const server = await deskApp.app.start({ host, port });
  try {
    await identity;
  } catch (error) {
    await deskApp.app.stop();
    throw error;
  }
  health.ready = true;
  return { port: portOf(server), stop: () => stopping(deskApp) };
};

const startSocket = async (
  connection: Extract<Connection, { kind: 'socket' }>,
  health: Health,
  parts: Omit<Parameters<typeof createApp>[0], 'receiver'>,
): Promise<RunningDesk> => {
  const receiver = socketReceiver(connection, parts.log);
  const deskApp = createApp({ ...parts, receiver });
  const pages = connection.health && healthServer(health);
  if (pages && connection.health) await once(pages.listen(connection.health.port, connection.health.host), 'listening');
  // ready means that Slack has a connection to hand requests to
  receiver.client.on('connected', () => {
    health.ready = true;
  });
  for (const lost of ['reconnecting', 'disconnecting', 'disconnected']) {
    receiver.client.on(lost, () => {
      health.ready = false;
    });
  }
  const stop = async (): Promise<void> => {
    pages?.close();
    await stopping(deskApp);
  };
  try {
    await parts.identity;
    await deskApp.app.start();
  } catch (error) {
    await stop();
    throw refusal('SLACK_APP_TOKEN', error);
  }
  return { ...(pages && { port: portOf(pages) }), stop };
};

const portOf = (server: unknown): number => {
  const address = (server as { address?: () => unknown }).address?.() as { port?: number } | null | undefined;
  if (address?.port === undefined) throw new Error('the server listens on no port');
  return address.port;
};
