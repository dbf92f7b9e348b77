import { createHmac } from 'node:crypto';

export const nowSeconds = (): number => Math.floor(Date.now() / 1_000);

/**
 * The headers by which Slack proves that a request is its own.
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export const signatureOf = (body: string, secret: string, atSeconds: number): Record<string, string> => ({
  'x-slack-request-timestamp': String(atSeconds),
  'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${atSeconds}:${body}`).digest('hex')}`,
});
