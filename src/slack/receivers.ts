import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Connection, SlackApi } from '../config.ts';
import { boltLogger, type Log } from './log.ts';
import { connectionClientOptions } from './retry.ts';

/** Whether the process is up, and whether Slack has accepted the token and requests can be answered. */
export interface Health {
  ready: boolean;
}

const reply = (response: ServerResponse, status: number, words: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
};

export const healthRoutes = (health: Health) => [
  {
    path: '/healthz',
    method: 'GET',
    handler: (_request: IncomingMessage, response: ServerResponse) => reply(response, 200, 'ok'),
  },
  {
    path: '/readyz',
    method: 'GET',
    handler: (_request: IncomingMessage, response: ServerResponse) =>
      health.ready ? reply(response, 200, 'ready') : reply(response, 503, 'waiting for Slack to accept the bot token'),
  },
];

/** Requests come from a stand-in for Slack in this process, which is called at its own address. */
export interface OwnReceiver extends SlackApi {
  readonly kind: 'own';
  readonly receiver: Receiver;
}

const MAX_CLOCK_SKEW_SECONDS = 300;

/** Bolt refuses old timestamps only; a request dated ahead could be kept and replayed until its time comes. */
const isDatedAhead = (request: IncomingMessage): boolean =>
  Number(request.headers['x-slack-request-timestamp']) > Date.now() / 1000 + MAX_CLOCK_SKEW_SECONDS;

export const httpReceiver = (
  { signingSecret }: Extract<Connection, { kind: 'http' }>,
  health: Health,
  log: Log,
): HTTPReceiver => {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: '/slack/events',
    customRoutes: healthRoutes(health),
    logger: boltLogger(log),
  });
  const handle = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (!isDatedAhead(request)) return handle(request, response);
    log.warn('refused a request dated more than five minutes ahead');
    request.resume();
    response.writeHead(401).end();
  };
  return receiver;
};

/** A connection of its own options: Socket Mode writes its retry count into what it is handed. */
export const socketReceiver = (
  { appToken, apiUrl }: Extract<Connection, { kind: 'socket' }>,
  log: Log,
): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    installerOptions: { clientOptions: connectionClientOptions(apiUrl, log) },
  });

/** The health pages alone, for a process that Slack reaches over a WebSocket. */
export const healthServer = (health: Health): Server => {
  const routes = new Map(healthRoutes(health).map(({ path, handler }) => [path, handler]));
  return createServer((request, response) => {
    const handler = request.method === 'GET' ? routes.get((request.url ?? '').split('?')[0] ?? '') : undefined;
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
};
