import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Requests that Slack signs. @see https://docs.slack.dev/authentication/verifying-requests-from-slack */

const VERSION = 'v0';
/** Older and later requests are refused: one that was overheard is of no use for long. */
const MOST_SKEW_SECONDS = 300;

/** The value of `x-slack-signature`. @param seconds since 1970, as in `x-slack-request-timestamp` */
export const signatureOf = (secret: string, seconds: string, body: Buffer): string =>
  `${VERSION}=${createHmac('sha256', secret).update(`${VERSION}:${seconds}:`).update(body).digest('hex')}`;

/** Reads a body to its end. @returns undefined where it is larger */
export const readBody = async (request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/**
 * Whether Slack signed these bytes, within five minutes of now either way.
 *
 * @param body as received, before anything is parsed
 * @param nowSeconds since 1970
 */
export const isSignedBySlack = (
  headers: IncomingHttpHeaders,
  body: Buffer,
  secret: string,
  nowSeconds: number,
): boolean => {
  const { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } = headers;
  if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowSeconds - Number(timestamp)) > MOST_SKEW_SECONDS) return false;
  const [given, due] = [Buffer.from(signature), Buffer.from(signatureOf(secret, timestamp, body))];
  return given.length === due.length && timingSafeEqual(given, due);
};
