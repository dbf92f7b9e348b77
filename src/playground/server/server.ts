import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../../slack/index.ts';
import type { Playground } from '../playground.ts';
import { route, TooLongError } from './routes.ts';

/** The machine's names for itself, as a browser writes them. */
const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

const parseHost = (address: string): { readonly name: string; readonly all: string } | undefined => {
  const url = URL.parse(address);
  return url === null ? undefined : { name: url.hostname, all: url.host };
};

/**
 * Why a request is refused, or undefined. Its `Host` must be a loopback name, which stops DNS rebinding, and its `Origin`,
 * if it has one, must be the playground itself.
 */
const refusalReason = ({ headers }: IncomingMessage): string | undefined => {
  const host = parseHost(`http://${headers.host}`);
  if (host === undefined || !LOOPBACK_NAMES.has(host.name))
    return 'The playground answers to 127.0.0.1 and localhost only.';
  const { origin } = headers;
  if (origin !== undefined && parseHost(origin)?.all !== host.all) return 'The playground answers its own page only.';
  return undefined;
};

/** Security headers of every response: the page may load only what this server sends. */
const HEADERS: Readonly<Record<string, string>> = {
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

/** The only address that the server listens on. */
export const LOOPBACK = '127.0.0.1';

const refuse = (response: ServerResponse, status: number, words: string): void => {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(words);
};

const errorResponse = (error: unknown): readonly [status: number, words: string] => {
  if (error instanceof TooLongError) return [413, 'That is too long for the playground.'];
  if (error instanceof URIError) return [400, 'That is no address.'];
  return [500, 'That failed on our side: the terminal that runs the playground names the error.'];
};

/**
 * Starts the HTTP server on the loopback address.
 *
 * @param port 0 lets the system choose one
 * @param playground returns undefined until it has opened; requests get 503 until then
 */
export const listen = async (port: number, playground: () => Playground | undefined, log: Log) => {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const why = refusalReason(request);
    if (why !== undefined) return refuse(response, 403, why);
    const opened = playground();
    if (opened === undefined) return refuse(response, 503, 'The playground is being opened.');
    try {
      await route(opened, request, response);
    } catch (error) {
      const [status, words] = errorResponse(error);
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
