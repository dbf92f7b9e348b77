import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { isSignedBySlack, readBody } from '../signed-request.ts';
import { type Caller, callersIn } from './caller.ts';
import { TOOL_PATH } from './tool-path.ts';
import { createToolServer, type ToolServerParts } from './tool-server.ts';

/** The tools over HTTP, for Slackbot: signed requests only, each with a server of its own. */

const MOST_BYTES = 100_000;
const BODY_MS = 5_000;
/** Slackbot gives a tool 60 seconds; an answer takes milliseconds. */
const ANSWER_MS = 20_000;
const MS_A_SECOND = 1_000;

/** Passed on to the protocol's package: what names the protocol and the method of a request. */
const PASSED_ON = /^mcp-/;
const ACCEPTED = 'application/json, text/event-stream';

/** JSON-RPC's own codes, and one of the range that is left to servers. */
const PARSE_ERROR = -32_700;
const NOT_ALLOWED = -32_001;

/** What the door is made with. */
export interface ToolDoorParts extends ToolServerParts {
  readonly signingSecret: string;
  /** Whether a workspace is one that the bot is installed in. */
  readonly isOurs: (team: string, enterprise: string | undefined) => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Gets what was refused and with which status; for the log. */
  readonly refused: (status: number, why: string) => void;
  /** Gets every request that was let in: whose it was, as far as it says, how long it took and with which status it ended. */
  readonly answered: (callers: readonly Caller[], milliseconds: number, status: number) => void;
}

/** Answers one request; never rejects. */
export type ToolDoor = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly why: string;
}

const refusal = (status: number, why: string, code = NOT_ALLOWED): Refusal => ({ status, code, why });

/** The body, unless it is too large or takes too long to come. */
const bodyInTime = async (request: IncomingMessage): Promise<Buffer | Refusal> => {
  const inTime = new AbortController();
  const late = wait(BODY_MS, refusal(408, 'The request took too long to come'), { signal: inTime.signal, ref: false });
  try {
    const body = await Promise.race([readBody(request, MOST_BYTES), late]);
    return body ?? refusal(413, `The request has more than ${MOST_BYTES} bytes`);
  } finally {
    inTime.abort();
    late.catch(() => undefined);
  }
};

/** What keeps a request out before its body is read. */
const refusedUnread = (request: IncomingMessage): Refusal | undefined => {
  if (request.method !== 'POST') return refusal(405, 'Only POST is answered here: no session is kept');
  // browsers send it, and Slack does not
  return request.headers.origin === undefined ? undefined : refusal(403, 'Pages of other sites get no answer');
};

const parsed = (body: Buffer): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(body.toString()) };
  } catch {
    return undefined;
  }
};

const webRequest = (request: IncomingMessage, body: Buffer, signal: AbortSignal): Request => {
  const headers = new Headers({ 'content-type': 'application/json', accept: ACCEPTED });
  for (const [name, value] of Object.entries(request.headers)) {
    if (PASSED_ON.test(name) && typeof value === 'string') headers.set(name, value);
  }
  return new Request(`http://localhost${TOOL_PATH}`, { method: 'POST', headers, body: new Uint8Array(body), signal });
};

const send = async (answer: Response, response: ServerResponse): Promise<void> => {
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'cache-control': 'no-store' });
  for await (const chunk of answer.body ?? []) response.write(chunk);
  response.end();
};

const idOf = (body: unknown): string | number | null => {
  const { id } = (typeof body === 'object' && body !== null ? body : {}) as { id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? id : null;
};

/** Makes the door. */
export const createToolDoor = (parts: ToolDoorParts): ToolDoor => {
  const { signingSecret, isOurs, clock, refused, answered, failed } = parts;
  const handler = createMcpHandler(createToolServer(parts));

  const refuse = (response: ServerResponse, { status, code, why }: Refusal, body?: unknown): void => {
    refused(status, why);
    if (response.headersSent) return void response.destroy();
    response
      .writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        ...(status === 405 ? { allow: 'POST' } : {}),
        // what is left of a body that nobody reads
        ...(status === 413 || status === 408 ? { connection: 'close' } : {}),
      })
      .end(JSON.stringify({ jsonrpc: '2.0', id: idOf(body), error: { code, message: why } }));
  };

  const isCallerOurs = async ({ team, enterprise }: Caller): Promise<boolean> =>
    team !== undefined && (await isOurs(team, enterprise));

  const handle: ToolDoor = async (request, response) => {
    const began = performance.now();
    const unread = refusedUnread(request);
    if (unread !== undefined) {
      request.resume();
      return refuse(response, unread);
    }
    const body = await bodyInTime(request);
    if (!Buffer.isBuffer(body)) return refuse(response, body);
    if (!isSignedBySlack(request.headers, body, signingSecret, clock() / MS_A_SECOND)) {
      return refuse(response, refusal(401, 'The request is not signed by Slack, or its time is off'));
    }
    const read = parsed(body);
    if (read === undefined) return refuse(response, refusal(400, 'The request is no JSON', PARSE_ERROR));
    const callers = callersIn(read.value);
    const isLetIn = callers !== 'unreadable' && (await Promise.all(callers.map(isCallerOurs))).every(Boolean);
    if (!isLetIn) return refuse(response, refusal(403, 'The app is not installed in that workspace'), read.value);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(ANSWER_MS)]);
    const answer = await handler.fetch(webRequest(request, body, signal), { parsedBody: read.value });
    await send(answer, response);
    answered(callers, performance.now() - began, answer.status);
  };

  return (request, response) =>
    handle(request, response).catch((error: unknown) => {
      // who asked has gone
      if (response.destroyed) return;
      const id = failed('request', error);
      refuse(response, refusal(500, `That failed on Rotation Desk’s side. Error ${id}`));
    });
};
