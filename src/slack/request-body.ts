import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { isSignedBySlack } from '../signature.ts';

const MOST_BYTES = 4 * 1_024 * 1_024;
const FORM = 'application/x-www-form-urlencoded';

/** A request whose body has been read, as Bolt takes it. */
export type ReadRequest = IncomingMessage & { readonly rawBody: Buffer };

/** Reads a body to its end. @returns undefined where it is larger than 4 MB, which Slack sends nothing of */
export const readBody = async (request: IncomingMessage): Promise<ReadRequest | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Object.assign(request, { rawBody: Buffer.concat(chunks) });
};

/** Where a form carries JSON, how that begins: `{`, plain or encoded, behind white space. */
const PAYLOAD = /(?:^|&)payload=(?:[\s+]|%(?:20|09|0A|0D))*(?<first>%7B|.)?/i;

/**
 * False of JSON that is no object, such as `null`: Slack sends none, and Bolt would leave it without an answer. What is
 * no JSON at all Bolt refuses by itself.
 */
export const holdsObject = ({ headers, rawBody }: ReadRequest): boolean => {
  const body = rawBody.toString();
  if (headers['content-type'] !== FORM) return body.trimStart().startsWith('{');
  const payload = PAYLOAD.exec(body);
  return payload === null || ['{', '%7b'].includes(payload.groups?.['first']?.toLowerCase() ?? '');
};

const headerOf = ({ headers }: ReadRequest, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
};

/**
 * Checks who sent a request before Bolt sees it. Bolt's own check takes a request that is dated ahead, which could be kept
 * until its time comes, and `v0=…=anything` for `v0=…`, which could be sent again under another name; and it takes longer.
 */
export const isSigned = (request: ReadRequest, signingSecret: string): boolean => {
  const timestamp = headerOf(request, 'x-slack-request-timestamp');
  const signature = headerOf(request, 'x-slack-signature');
  return isSignedBySlack({ timestamp, signature, body: request.rawBody }, signingSecret, Date.now() / 1_000);
};

/** Slack checks the certificate of an address, now and then, with a form that it need not sign. */
export const isCertificateCheck = ({ headers, rawBody }: ReadRequest): boolean =>
  headers['content-type'] === FORM && parse(rawBody.toString())['ssl_check'] === '1';
