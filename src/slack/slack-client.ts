import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { webApi } from '@slack/bolt';
import type { Message, View } from '../message/index.ts';

/** An answer, read to its end. */
export type HttpAnswer = Awaited<ReturnType<webApi.FetchFunction>>;
export type HttpInit = NonNullable<Parameters<webApi.FetchFunction>[1]>;

/** The code of an error whose request was not sent, since no connection came about in time. */
export const NOT_CONNECTED = 'NOT_CONNECTED';

/** The type of a form. */
export const FORM = 'application/x-www-form-urlencoded';

/** What is sent of a request. */
interface Encoded {
  readonly body: string | Buffer;
  readonly headers: Record<string, string>;
}

const encoded = async ({ body, headers = {} }: HttpInit): Promise<Encoded> => {
  if (body === undefined || typeof body === 'string') return { body: body ?? '', headers };
  const form = new Response(body);
  const type = form.headers.get('content-type');
  return {
    body: Buffer.from(await form.arrayBuffer()),
    headers: { ...headers, ...(type && { 'content-type': type }) },
  };
};

const answered = (url: string, { statusCode: status = 0, statusMessage, headers }: IncomingMessage, body: Buffer) => {
  const header = (name: string): string | null => {
    const value = headers[name];
    return value === undefined ? null : String(value);
  };
  const text = async (): Promise<string> => body.toString();
  return {
    ...{ url, status, ok: status >= 200 && status < 300, statusText: statusMessage ?? '' },
    headers: {
      get: (name: string) => header(name.toLowerCase()),
      entries: () => Object.keys(headers).map((name): [string, string] => [name, header(name) ?? '']),
    },
    text,
    json: async (): Promise<unknown> => JSON.parse(await text()),
    arrayBuffer: async () => new Uint8Array(body).buffer,
  } satisfies HttpAnswer;
};

/**
 * Sends one request and reads its answer to the end, or as far as it comes in time: an address that a reply is sent to says
 * all there is to know with its status, and what the Web API answers with is looked through by who called. A redirect is not
 * followed, and fails. Connections are kept open for the next ones, and go
 * through the proxy of the environment, where there is one. It takes half the time of `fetch`, whose streams and signals
 * nobody needs here, and holds nothing once an answer is there: a signal that counts ten seconds keeps its request for as
 * long.
 */
export const httpPost = async (url: string | URL, init: HttpInit, timeoutMs: number): Promise<HttpAnswer> => {
  const address = String(url);
  const { body, headers } = await encoded(init);
  return new Promise((resolve, reject) => {
    const { request: open } = address.startsWith('https:') ? https : http;
    /** Settles with what has come of an answer so far; undefined until its status has. */
    let finish: (() => void) | undefined;
    const request = open(address, { method: init.method ?? 'GET', headers }, (response) => {
      const parts: Buffer[] = [];
      finish = () => {
        const { statusCode: status = 0 } = response;
        clearTimeout(timer);
        if (status >= 300 && status < 400) reject(new Error('the answer is a redirect'));
        else resolve(answered(address, response, Buffer.concat(parts)));
      };
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', finish);
      response.on('error', finish);
    });
    const timer = setTimeout(() => {
      const late = new Error(`no answer within ${timeoutMs} ms`);
      const isConnected = request.socket?.connecting === false;
      finish?.();
      request.destroy(isConnected ? late : Object.assign(late, { code: NOT_CONNECTED }));
    }, timeoutMs);
    request.on('error', (error) => {
      clearTimeout(timer);
      if (finish) finish();
      else reject(error);
    });
    // a form is plain ASCII, which need not be looked through
    request.end(body, headers['Content-Type'] === FORM ? 'latin1' : 'utf8');
  });
};

/** The one place where our blocks and views become Slack's: its types lag behind its own reference. */

type SlackBlocks = (webApi.KnownBlock | webApi.Block)[];

/** Our blocks as Slack's types have them. */
export const slackBlocks = (blocks: Message['blocks']): SlackBlocks => blocks as unknown as SlackBlocks;

const inJson = new WeakMap<object, string>();

/** Keeps the JSON of a message that is posted again and again; its blocks are never changed. */
export const keepJson = ({ blocks }: Message): void => {
  for (const block of blocks) inJson.set(block, JSON.stringify(block));
};

const jsonOf = (block: Message['blocks'][number]): string => inJson.get(block) ?? JSON.stringify(block);

/**
 * Blocks for the Web API, as the JSON they are sent as: handed over as objects, the client walks and copies all of them
 * once more for a log line that is never written.
 */
export const slackBlocksAsSent = ({ blocks }: Message): SlackBlocks =>
  `[${blocks.map(jsonOf).join(',')}]` as unknown as SlackBlocks;

/** A modal or a Home tab as Slack's types have it. */
export const slackView = (view: View): webApi.ViewsOpenArguments['view'] =>
  view as unknown as webApi.ViewsOpenArguments['view'];

type Arguments = Readonly<Record<string, unknown>>;
type Result = webApi.WebAPICallResult;

/** What a client is made with. */
export type ClientOptions = webApi.WebClientOptions & { readonly fetch: webApi.FetchFunction };

/** What is sent in parts, by a request of another kind. */
const isSentInParts = (method: string, options: Arguments): boolean =>
  method === 'files.uploadV2' || Object.values(options).some((value) => Buffer.isBuffer(value));

/** As the package of the client writes a form, byte for byte; with the engine's own encoding, which takes a quarter of the time. */
const formOf = (options: Arguments): string => {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null) continue;
    const words = typeof value === 'object' ? JSON.stringify(value) : String(value);
    pairs.push(`${name}=${encodeURIComponent(words.toWellFormed())}`);
  }
  return pairs.join('&');
};

const listIn = (header: string | null): string[] | undefined => header?.trim().split(/\s*,\s*/);

/** What Slack says of a call beside its result. */
const metadataIn = ({ headers }: HttpAnswer): NonNullable<Result['response_metadata']> => {
  const scopes = listIn(headers.get('x-oauth-scopes'));
  const acceptedScopes = listIn(headers.get('x-accepted-oauth-scopes'));
  const retryAfter = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return {
    ...(scopes && { scopes }),
    ...(acceptedScopes && { acceptedScopes }),
    ...(!Number.isNaN(retryAfter) && { retryAfter }),
  };
};

const RATE_LIMITED = 429;
const OK = 200;

/** @throws what the package of the client throws of it */
const resultIn = async (answer: HttpAnswer): Promise<Result> => {
  const { status, statusText, headers } = answer;
  if (status === RATE_LIMITED) throw new webApi.WebAPIRateLimitedError(Number(headers.get('retry-after')));
  if (status !== OK)
    throw new webApi.WebAPIHTTPError(status, statusText, Object.fromEntries(headers.entries()), await answer.text());
  const said = (await answer.json()) as Result;
  const result: Result = { ...said, response_metadata: { ...said.response_metadata, ...metadataIn(answer) } };
  if (result.ok) return result;
  throw new webApi.WebAPIPlatformError(result as Result & { error: string });
};

/**
 * The package's client, whose calls go straight to its `fetch`: they are neither queued nor tried again by it, and its lines
 * for a debugger, for which it copies and rewrites all that is sent, are not made. A call takes half the time.
 */
class SlackClient extends webApi.WebClient {
  readonly #fetch: webApi.FetchFunction;
  readonly #always: Arguments;
  readonly #headers: Record<string, string>;

  constructor(token: string | undefined, options: ClientOptions) {
    super(token, options);
    this.#fetch = options.fetch;
    this.#always = options.teamId === undefined ? {} : { team_id: options.teamId };
    // with how the package introduces itself
    this.#headers = { ...this['defaultHeaders'], 'Content-Type': FORM };
  }

  override async apiCall(method: string, options: Record<string, unknown> = {}): Promise<Result> {
    if (isSentInParts(method, options)) return super.apiCall(method, options);
    const body = formOf({ ...this.#always, ...options });
    return resultIn(
      await this.#fetch(`${this.slackApiUrl}${method}`, { method: 'POST', headers: this.#headers, body }),
    );
  }
}

/** A client of the Web API with its own connections. @param token none where a call needs none */
export const createSlackClient = (token: string | undefined, options: ClientOptions): webApi.WebClient =>
  new SlackClient(token, options);
