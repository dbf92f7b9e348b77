import type { IncomingMessage, ServerResponse } from 'node:http';

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
