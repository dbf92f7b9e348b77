import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../slack/index.ts';
import type { Playground } from '../playground.ts';
import { route, TooLongError } from './routes.ts';

/** Names of this machine to itself, as a browser writes them. */
const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

const hostIn = (address: string): { readonly name: string; readonly all: string } | undefined => {
  const url = URL.parse(address);
  return url === null ? undefined : { name: url.hostname, all: url.host };
};

/**
 * Why a request is not to be served: it came by a name that is not this machine's, as it does where a page elsewhere has
 * its own name lead here, or it was sent by a page of another place.
 */
export const whyRefused = ({ headers }: IncomingMessage): string | undefined => {
  const host = hostIn(`http://${headers.host}`);
  if (host === undefined || !LOOPBACK_NAMES.has(host.name))
    return 'The playground answers to 127.0.0.1 and localhost only.';
  const { origin } = headers;
  if (origin !== undefined && hostIn(origin)?.all !== host.all) return 'The playground answers its own page only.';
  return undefined;
};

/** What the page may load: what comes from here. */
export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

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
