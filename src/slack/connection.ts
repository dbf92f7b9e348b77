import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Receiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import { ConfigError, type Connection, type SlackApi } from '../config.ts';
import { type BotApp, createApp } from './app.ts';
import { isTokenRefused, slackFailure } from './errors.ts';
import { type Health, healthServer } from './health.ts';
import { EVENTS_PATH, type HttpParts, httpReceiver } from './http-receiver.ts';
import { boltLogger, type Log, loggable } from './log.ts';
import { createSlackClient } from './slack-client.ts';
import { socketClientOptions, webClientOptions } from './web-client.ts';
import type { Identity } from './workspaces.ts';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

/** A ConfigError that names the setting, where Slack refused the token that it holds; else the error itself. */
const tokenRefusal = (setting: string, error: unknown): unknown => {
  const failure = slackFailure(error);
  return failure && isTokenRefused(failure.meaning)
    ? new ConfigError(`${setting} was refused by Slack: ${failure.code}`)
    : error;
};

type AuthTest = Awaited<ReturnType<webApi.WebClient['auth']['test']>>;

const identityIn = (test: AuthTest): Identity => {
  const { bot_id: botId, user_id: botUserId, team_id: teamId, enterprise_id: enterpriseId } = test;
  const team = teamId ?? enterpriseId;
  if (team === undefined) throw new ConfigError('SLACK_BOT_TOKEN belongs to no workspace');
  return {
    authorized: {
      ...(teamId !== undefined && { teamId }),
      ...(botId !== undefined && { botId }),
      ...(botUserId !== undefined && { botUserId }),
    },
    installation: {
      team,
      ...(enterpriseId && { enterprise: enterpriseId }),
      isOrgWide: test.is_enterprise_install === true,
    },
  };
};

/**
 * Asks Slack who the token belongs to, again and again while Slack cannot be reached or is out of order.
 *
 * @throws {ConfigError} where Slack refuses the token, or names no workspace
 */
export const identify = async ({ botToken, apiUrl }: SlackApi, log: Log, health: Health): Promise<Identity> => {
  const client = createSlackClient(botToken, webClientOptions(apiUrl, log, { heard: health.heard }));
  for (let pause = FIRST_RETRY_MS; ; pause = Math.min(pause * 2, LONGEST_RETRY_MS)) {
    try {
      return identityIn(await client.auth.test());
    } catch (error) {
      const refused = tokenRefusal('SLACK_BOT_TOKEN', error);
      if (refused instanceof ConfigError) throw refused;
      const { code: cause } = slackFailure(error) ?? { code: 'unknown' };
      log.warn({ address: apiUrl, cause, retryInMs: pause }, 'Slack cannot be reached');
      await wait(pause);
    }
  }
};

/** Requests come from a stand-in for Slack in this process, which is called at its own address. */
export interface InProcessConnection extends SlackApi {
  readonly kind: 'own';
  readonly receiver: Receiver;
}

type HttpConnection = Extract<Connection, { kind: 'http' | 'installed' }>;

/** A connection of its own options: Socket Mode writes its retry count into what it is handed. */
const socketReceiver = ({ appToken, apiUrl }: Extract<Connection, { kind: 'socket' }>, log: Log): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    // what Bolt cannot read is acknowledged, or Slack would send it again
    processEventErrorHandler: async ({ error, logger }) => {
      logger.error('An unhandled error occurred while Bolt processed an event');
      log.warn(loggable(error), 'a request could not be read');
      return true;
    },
    installerOptions: { clientOptions: socketClientOptions(apiUrl, log) },
  });

const NO_WEB_SOCKET = 'no WebSocket to Slack is open';

const LAST_ANSWERS_WAIT_MS = 5_000;

/** A bot that takes requests. */
export interface Connected {
  /** The port in use; absent where nothing listens. */
  readonly port?: number;
  /** Takes no more requests, and waits up to five seconds for the answers that are under way. */
  readonly stop: () => Promise<void>;
}

type Parts = Omit<Parameters<typeof createApp>[0], 'receiver'> & HttpParts;

const stopping = async ({ app, settled }: BotApp): Promise<void> => {
  await app.stop();
  await Promise.race([settled(), wait(LAST_ANSWERS_WAIT_MS, undefined, { ref: false })]);
};

const startOwn = async ({ receiver }: InProcessConnection, parts: Parts): Promise<Connected> => {
  const botApp = createApp({ ...parts, receiver });
  await parts.workspaces.all();
  await botApp.app.start();
  return { stop: () => stopping(botApp) };
};

const startHttp = async (connection: HttpConnection, parts: Parts): Promise<Connected> => {
  const { host, port } = connection;
  const botApp = createApp({ ...parts, receiver: httpReceiver(connection, parts) });
  const server = await botApp.app.start({ host, port });
  reportListening(server, [EVENTS_PATH, ...(parts.routes ?? []).map(({ path }) => path)], parts.log);
  try {
    await parts.workspaces.all();
  } catch (error) {
    await botApp.app.stop();
    throw error;
  }
  return { port: portOf(server), stop: () => stopping(botApp) };
};

const startSocket = async (connection: Extract<Connection, { kind: 'socket' }>, parts: Parts): Promise<Connected> => {
  const { health } = parts;
  health.set('connection', NO_WEB_SOCKET);
  const receiver = socketReceiver(connection, parts.log);
  const botApp = createApp({ ...parts, receiver });
  const pages = connection.health && healthServer(health);
  if (pages && connection.health) {
    await once(pages.listen(connection.health.port, connection.health.host), 'listening');
    reportListening(pages, [], parts.log);
  }
  // ready means that Slack has a connection to hand requests to
  receiver.client.on('connected', () => health.set('connection', undefined));
  for (const lost of ['close', 'reconnecting', 'disconnecting', 'disconnected']) {
    receiver.client.on(lost, () => health.set('connection', NO_WEB_SOCKET));
  }
  const stop = async (): Promise<void> => {
    pages?.close();
    await stopping(botApp);
  };
  try {
    await parts.workspaces.all();
    await botApp.app.start();
  } catch (error) {
    await stop();
    throw tokenRefusal('SLACK_APP_TOKEN', error);
  }
  return { ...(pages && { port: portOf(pages) }), stop };
};

const addressOf = (server: unknown): AddressInfo => {
  const address = (server as { address?: () => AddressInfo | string | null }).address?.();
  if (typeof address !== 'object' || address === null) throw new Error('the server listens on no port');
  return address;
};

const portOf = (server: unknown): number => addressOf(server).port;

/** Says where requests and health pages are waited for, in one line; whether they can be answered shows later. */
const reportListening = (server: unknown, paths: readonly string[], log: Log): void => {
  const { address, family, port } = addressOf(server);
  const at = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
  log.info({ at, paths: [...paths, '/healthz', '/readyz'] }, 'listening');
};

/** Connects, and resolves once requests are answered. @throws {ConfigError} where Slack refuses a token */
export const connect = (connection: Connection | InProcessConnection, parts: Parts): Promise<Connected> => {
  switch (connection.kind) {
    case 'http':
    case 'installed':
      return startHttp(connection, parts);
    case 'socket':
      return startSocket(connection, parts);
    case 'own':
      return startOwn(connection, parts);
  }
};

/** An error of a server that could not listen, as Node gives it. */
interface ListenError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly address?: unknown;
  readonly port?: unknown;
  readonly hostname?: unknown;
}

const CAUSES: ReadonlyMap<unknown, (error: ListenError, of: string) => string> = new Map([
  [
    'EADDRINUSE',
    ({ port }, of) => `${of}PORT ${port} is taken. Set ${of}PORT to another one, or end what listens there.`,
  ],
  [
    'EACCES',
    ({ port }, of) => `${of}PORT ${port} needs rights that this process lacks. Set ${of}PORT to one above 1023.`,
  ],
  [
    'EADDRNOTAVAIL',
    ({ address }, of) => `${of}HOST ${address} is no address of this machine. Set ${of}HOST to one that is.`,
  ],
]);

const UNKNOWN_NAME = (hostname: unknown, of: string): string =>
  `${of}HOST ${hostname} is no name that is known here. Set ${of}HOST to an address of this machine.`;

/**
 * Where a server was to listen and why it could not, in a sentence; undefined for any other error.
 *
 * @param of `METRICS_` where it is not the one that HOST and PORT are of
 */
export const listenProblem = (error: unknown, of: '' | 'METRICS_' = ''): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const given = error as ListenError;
  const { code, syscall, address, port, hostname } = given;
  if (syscall === 'getaddrinfo' && hostname !== undefined) return `Cannot listen. ${UNKNOWN_NAME(hostname, of)}`;
  if (syscall !== 'listen') return undefined;
  const at = port === undefined ? String(address) : `${address}:${port}`;
  return `Cannot listen on ${at}. ${CAUSES.get(code)?.(given, of) ?? `The system says ${code}.`}`;
};
