import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface LoopbackServer {
  /** `http://127.0.0.1:port`, without a slash. */
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  readonly stop: () => Promise<void>;
}

/** A server on this machine that answers as it is told: slowly, endlessly, or like a provider. */
export const startServer = async (handler: Handler): Promise<LoopbackServer> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    handler(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

/** Sends headers at once and a byte now and then, for ever. */
export const trickle: Handler = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** Accepts the request and says nothing. */
export const silence: Handler = () => undefined;

/** Sends as much as is taken, for ever. */
export const flood: Handler = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/csv' });
  const chunk = Buffer.alloc(64_000, 'x');
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  pour();
};
