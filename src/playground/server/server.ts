import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../slack/index.ts';
import type { Playground } from '../playground.ts';
import { TooLongError } from './bodies.ts';
import { HEADERS, whyRefused } from './guard.ts';
import { route } from './routes.ts';

/** The one address it listens on. */
export const LOOPBACK = '127.0.0.1';

const refuse = (response: ServerResponse, status: number, words: string): void => {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(words);
};

const whatFailed = (error: unknown): readonly [status: number, words: string] => {
  if (error instanceof TooLongError) return [413, 'That is too long for the playground.'];
  if (error instanceof URIError) return [400, 'That is no address.'];
  return [500, 'That failed on our side: the terminal that runs the playground names the error.'];
};

/**
 * Listens on this machine, for this machine.
 *
 * @param playground undefined as long as it is being opened
 */
export const listen = async (port: number, playground: () => Playground | undefined, log: Log) => {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const why = whyRefused(request);
    if (why !== undefined) return refuse(response, 403, why);
    const opened = playground();
    if (opened === undefined) return refuse(response, 503, 'The playground is being opened.');
    try {
      await route(opened, request, response);
    } catch (error) {
      const [status, words] = whatFailed(error);
      if (status === 500) log.error({ error: String(error) }, 'the playground failed');
      refuse(response, status, words);
    }
  };
  const server = createServer((request, response) => void handle(request, response));
  await once(server.listen(port, LOOPBACK), 'listening');
  return {
    address: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`,
    close: async (): Promise<void> => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
};
