import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOOL_PATH } from '../../mcp/index.ts';
import { ToolCallSchema, UserActionSchema } from '../actions/action-schema.ts';
import type { Playground } from '../playground.ts';
import { type ActionResult, PATHS, type PlaygroundEvent } from '../protocol.ts';
import { BOT, SCOPES } from '../seed.ts';
import { type ApiArguments, apiError, parseArguments } from '../web-api/call.ts';
import { postToResponseUrl } from '../web-api/web-api.ts';

/** Where the page is built to. */
const BUILD_FOLDER = fileURLToPath(new URL('../../../build/playground/', import.meta.url));

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.woff2', 'font/woff2'],
]);

interface PageFile {
  readonly type: string;
  readonly content: Buffer | string;
}

const NOT_BUILT: PageFile = {
  type: 'text/html; charset=utf-8',
  content: [
    '<!doctype html><html lang="en"><title>Rotation Desk playground</title>',
    '<h1>This installation leaves the page out</h1>',
    '<p>An installation for Slack (<code>npm ci --omit=dev</code>) has no page. For it run <code>npm ci</code> in the folder of',
    'Rotation Desk, which builds it, then load this page again.</p>',
    '<p>Without the page: <code>npm run -s ask -- "/ratecut 50bps"</code> asks from the terminal.</p></html>',
  ].join('\n'),
};

/**
 * A file of the built page. The front page says how to build it where it is not there.
 *
 * @param path of the request: `/`, `/assets/page.js`
 */
export const readPageFile = async (path: string, folder = BUILD_FOLDER): Promise<PageFile | undefined> => {
  const isFront = path === '/' || path === '/index.html';
  const file = join(folder, isFront ? 'index.html' : path);
  const type = CONTENT_TYPES.get(extname(file));
  if (type === undefined || !file.startsWith(join(folder, sep))) return undefined;
  try {
    return { type, content: await readFile(file) };
  } catch {
    return isFront ? NOT_BUILT : undefined;
  }
};

/** A request body is longer than allowed. */
export class TooLongError extends Error {
  override readonly name = 'TooLongError';
}

/**
 * Reads the body of a request.
 *
 * @throws {TooLongError} as soon as it is longer than the given number of bytes
 */
const readBody = async (request: IncomingMessage, mostBytes: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) throw new TooLongError(`more than ${mostBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** The text of the only file in a multipart form, or of the whole body if it is not a form. */
const uploadedText = async (body: Buffer, contentType = ''): Promise<string> => {
  if (!contentType.startsWith('multipart/form-data')) return body.toString();
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const [file] = form.values();
  return typeof file === 'string' || file === undefined ? (file ?? '') : file.text();
};

const MAX_BODY_BYTES = 5_000_000;
const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 500;
/** First segments of the paths that the bot posts to. */
const API_PREFIXES = new Set(['api', 'response', 'upload']);
const SCOPES_GRANTED = { 'x-oauth-scopes': SCOPES.join(',') };

const send = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers })
    .end(JSON.stringify(body));
};

const sendText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
};

/** Streams the whole state, then every event. */
const streamEvents = ({ state, subscribe }: Playground, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const write = (change: PlaygroundEvent): void => void response.write(`data: ${JSON.stringify(change)}\n\n`);
  response.write(`retry: ${RECONNECT_MS}\n\n`);
  write({ kind: 'state', state: state() });
  const unsubscribe = subscribe(write);
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
};

const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
};

const handleAction = async (
  { perform }: Playground,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const isJson = request.headers['content-type']?.startsWith('application/json') === true;
  const read = UserActionSchema.safeParse(isJson ? parseJson(await readBody(request, MAX_BODY_BYTES)) : undefined);
  const result: ActionResult = read.success
    ? await perform(read.data)
    : { ok: false, problem: `${read.error.issues.map(({ message }) => message).join('; ')}.` };
  send(response, read.success ? 200 : 400, result);
};

/** What Slackbot would do with a call of a tool. */
const handleToolCall = async (
  { slackbot }: Playground,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const isJson = request.headers['content-type']?.startsWith('application/json') === true;
  const read = ToolCallSchema.safeParse(isJson ? parseJson(await readBody(request, MAX_BODY_BYTES)) : undefined);
  if (read.success) return send(response, 200, await slackbot.call(read.data));
  sendText(response, 400, `${read.error.issues.map(({ message }) => message).join('; ')}.`);
};

/** The Web API, response addresses and uploads: what the bot calls. */
const handleApiCall = async (
  { session }: Playground,
  [door, name = '']: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { workspace, answer } = session();
  const { authorization, 'content-type': contentType } = request.headers;
  const body = await readBody(request, MAX_BODY_BYTES);
  if (door === 'upload') {
    const isKnown = workspace.uploads.receive(name, await uploadedText(body, contentType));
    return sendText(response, isKnown ? 200 : 404, isKnown ? 'OK' : 'no such upload');
  }
  let given: ApiArguments;
  try {
    given = parseArguments(body.toString(), contentType);
  } catch {
    return send(response, 200, apiError('invalid_arguments'));
  }
  if (door === 'api') return send(response, 200, answer(name, given, authorization), SCOPES_GRANTED);
  const { status, body: action } = postToResponseUrl(workspace, name, given);
  sendText(response, status, action);
};

/** A file that a person has sent, for the bot alone. */
const sendSharedFile = (
  { session }: Playground,
  id: string,
  { headers }: IncomingMessage,
  response: ServerResponse,
): void => {
  const bytes = headers.authorization === `Bearer ${BOT.token}` ? session().workspace.sharedFiles.get(id) : undefined;
  if (bytes === undefined) sendText(response, 404, 'There is no such file.');
  else response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' }).end(bytes);
};

/** Answers one request that the server has accepted. */
export const route = async (
  playground: Playground,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { method = '', url = '/' } = request;
  const path = decodeURIComponent(url.split('?')[0] ?? '/');
  const [door = '', ...rest] = path.split('/').slice(1);
  if (path === TOOL_PATH) return playground.toolDoor(request, response);
  if (method === 'POST' && path === PATHS.action) return handleAction(playground, request, response);
  if (method === 'POST' && path === PATHS.callTool) return handleToolCall(playground, request, response);
  if (method === 'POST' && API_PREFIXES.has(door)) return handleApiCall(playground, [door, ...rest], request, response);
  if (method !== 'GET') return sendText(response, 405, 'There is nothing to be done here.');
  if (door === 'files') return sendSharedFile(playground, rest[0] ?? '', request, response);
  if (path === PATHS.state) return send(response, 200, playground.state());
  if (path === PATHS.tools) return send(response, 200, await playground.slackbot.list());
  if (path === PATHS.events) return streamEvents(playground, response);
  const file = await readPageFile(path);
  if (file === undefined) return sendText(response, 404, 'There is no such page.');
  response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-cache' }).end(file.content);
};
