import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '../config.ts';
import { createApp, type DeskApp } from './app.ts';
import { refusal } from './identity.ts';
import { type Health, healthServer, httpReceiver, type OwnReceiver, socketReceiver } from './receivers.ts';

/** The three ways in which requests reach the bot, each until it is stopped. */

const LAST_ANSWERS_MS = 5_000;

/** A bot that takes requests. */
export interface Connected {
  /** The port in use; absent where nothing listens. */
  readonly port?: number;
  /** Takes no more requests, and waits up to five seconds for the answers that are under way. */
  readonly stop: () => Promise<void>;
}

type Parts = Omit<Parameters<typeof createApp>[0], 'receiver'>;

const stopping = async ({ app, settled }: DeskApp): Promise<void> => {
  await app.stop();
  await Promise.race([settled(), wait(LAST_ANSWERS_MS, undefined, { ref: false })]);
};

const startOwn = async ({ receiver }: OwnReceiver, parts: Parts): Promise<Connected> => {
  const deskApp = createApp({ ...parts, receiver });
  await parts.identity;
  await deskApp.app.start();
  return { stop: () => stopping(deskApp) };
};

const startHttp = async (connection: Extract<Connection, { kind: 'http' }>, parts: Parts): Promise<Connected> => {
  const { host, port } = connection;
  const health: Health = { ready: false };
  const deskApp = createApp({ ...parts, receiver: httpReceiver(connection, health, parts.log) });
  const server = await deskApp.app.start({ host, port });
  try {
    await parts.identity;
  } catch (error) {
    await deskApp.app.stop();
    throw error;
  }
  health.ready = true;
  return { port: portOf(server), stop: () => stopping(deskApp) };
};

const startSocket = async (connection: Extract<Connection, { kind: 'socket' }>, parts: Parts): Promise<Connected> => {
  const health: Health = { ready: false };
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

/** Connects, and resolves once requests are answered. @throws {ConfigError} where Slack refuses a token */
export const connect = (connection: Connection | OwnReceiver, parts: Parts): Promise<Connected> => {
  switch (connection.kind) {
    case 'http':
      return startHttp(connection, parts);
    case 'socket':
      return startSocket(connection, parts);
    case 'own':
      return startOwn(connection, parts);
  }
};
