import type { IncomingMessage, ServerResponse } from 'node:http';
import { ActSchema } from '../acts/act-schema.ts';
import { SCOPES } from '../cast.ts';
import type { Playground } from '../playground.ts';
import { type Acted, type Change, PATHS } from '../protocol.ts';
import { type Arguments, argumentsOf, refusal } from '../web-api/call.ts';
import { respond } from '../web-api/web-api.ts';
import { pageFile } from './page-files.ts';

/** A body that is longer than it may be. */
export class TooLongError extends Error {
  override readonly name = 'TooLongError';
}

/**
 * The body of a request.
 *
 * @throws {TooLongError} as soon as it is longer than so many bytes
 */
export const bodyOf = async (request: IncomingMessage, mostBytes: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) throw new TooLongError(`more than ${mostBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** The text of the one file in a form with a file, or of the body where it is no form. */
export const fileIn = async (body: Buffer, contentType = ''): Promise<string> => {
  if (!contentType.startsWith('multipart/form-data')) return body.toString();
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const [file] = form.values();
  return typeof file === 'string' || file === undefined ? (file ?? '') : file.text();
};

const MOST_BYTES = 5_000_000;
const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 500;
/** What the bot calls. */
const CALLED = new Set(['api', 'response', 'upload']);
const SCOPES_GRANTED = { 'x-oauth-scopes': SCOPES.join(',') };

const send = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers })
    .end(JSON.stringify(body));
};

const sendText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
};

/** Every change from now on, after the whole state. */
const streamChanges = ({ state, follow }: Playground, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const write = (change: Change): void => void response.write(`data: ${JSON.stringify(change)}\n\n`);
  response.write(`retry: ${RECONNECT_MS}\n\n`);
  write({ kind: 'state', state: state() });
  const unfollow = follow(write);
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    unfollow();
  });
};

const jsonIn = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
};

const takeAct = async ({ act }: Playground, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const isJson = request.headers['content-type']?.startsWith('application/json') === true;
  const read = ActSchema.safeParse(isJson ? jsonIn(await bodyOf(request, MOST_BYTES)) : undefined);
  const acted: Acted = read.success
    ? await act(read.data)
    : { ok: false, problem: `${read.error.issues.map(({ message }) => message).join('; ')}.` };
  send(response, read.success ? 200 : 400, acted);
};

/** The Web API, response addresses and uploads: what the bot calls. */
const takeCall = async (
  { session }: Playground,
  [door, name = '']: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { workspace, answer } = session();
  const { authorization, 'content-type': contentType } = request.headers;
  const body = await bodyOf(request, MOST_BYTES);
  if (door === 'upload') {
    const isKnown = workspace.files.receive(name, await fileIn(body, contentType));
    return sendText(response, isKnown ? 200 : 404, isKnown ? 'OK' : 'no such upload');
  }
  let given: Arguments;
  try {
    given = argumentsOf(body.toString(), contentType);
  } catch {
    return send(response, 200, refusal('invalid_arguments'));
  }
  if (door === 'api') return send(response, 200, answer(name, given, authorization), SCOPES_GRANTED);
  const { status, body: said } = respond(workspace, name, given);
  sendText(response, status, said);
};

/** Answers one request that the guard let through. */
export const route = async (
  playground: Playground,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { method = '', url = '/' } = request;
  const path = decodeURIComponent(url.split('?')[0] ?? '/');
  const [door = '', ...rest] = path.split('/').slice(1);
  if (method === 'POST' && path === PATHS.act) return takeAct(playground, request, response);
  if (method === 'POST' && CALLED.has(door)) return takeCall(playground, [door, ...rest], request, response);
  if (method !== 'GET') return sendText(response, 405, 'There is nothing to be done here.');
  if (path === PATHS.state) return send(response, 200, playground.state());
  if (path === PATHS.changes) return streamChanges(playground, response);
  const file = await pageFile(path);
  if (file === undefined) return sendText(response, 404, 'There is no such page.');
  response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-cache' }).end(file.content);
};
