import { createHmac, timingSafeEqual } from 'node:crypto';

/** Slack's signature of a request. @see https://docs.slack.dev/authentication/verifying-requests-from-slack */

const VERSION = 'v0';
/** Older and later requests are refused: one that was overheard is of no use for long. */
const MOST_SKEW_SECONDS = 300;

/** The value of `x-slack-signature`. @param seconds since 1970, as in `x-slack-request-timestamp` */
export const signatureOf = (secret: string, seconds: string, body: Buffer): string =>
  `${VERSION}=${createHmac('sha256', secret).update(`${VERSION}:${seconds}:`).update(body).digest('hex')}`;

/** What a request is verified by. */
export interface Signed {
  /** The header `x-slack-request-timestamp`. */
  readonly timestamp: string | undefined;
  /** The header `x-slack-signature`. */
  readonly signature: string | undefined;
  /** As received, before anything is parsed. */
  readonly body: Buffer;
}

/**
 * Whether Slack signed these bytes, within five minutes of now either way.
 *
 * @param nowSeconds since 1970
 */
export const isSignedBySlack = (
  { timestamp, signature, body }: Signed,
  secret: string,
  nowSeconds: number,
): boolean => {
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowSeconds - Number(timestamp)) > MOST_SKEW_SECONDS) return false;
  const [given, due] = [Buffer.from(signature), Buffer.from(signatureOf(secret, timestamp, body))];
  return given.length === due.length && timingSafeEqual(given, due);
};
