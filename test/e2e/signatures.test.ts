import { describe, expect } from 'vitest';
import { commandPayload } from '../doubles/payloads.ts';
import { eventsUrl, formOf, nowSeconds, postRaw, SIGNING_SECRET, signatureOf } from '../doubles/sending.ts';
import { CUT_50, headerOf, it, only, type Workspace } from './workspace.ts';

const FORGED = formOf(commandPayload({ text: '100bps', responseUrl: 'http://127.0.0.1:9/response/none' }));
const MINUTE = 60;

const send = ({ port }: Workspace, headers: Record<string, string>, body = FORGED) =>
  postRaw(eventsUrl(port ?? 0), body, headers);

const now = nowSeconds;
const signed = (atSeconds: number) => signatureOf(FORGED, SIGNING_SECRET, atSeconds);

describe('a request that Slack did not sign', () => {
  it.for<[string, () => Record<string, string>]>([
    ['without a signature', () => ({})],
    ['without a timestamp', () => ({ 'x-slack-signature': signed(now())['x-slack-signature'] ?? '' })],
    ['with a timestamp that is no number', () => ({ ...signed(now()), 'x-slack-request-timestamp': 'now' })],
    ['signed with another secret', () => signatureOf(FORGED, 'another-signing-secret', now())],
    ['with the signature of another body', () => signatureOf(`${FORGED}&x=1`, SIGNING_SECRET, now())],
    [
      'with the timestamp of another signature',
      () => ({ ...signed(now()), 'x-slack-request-timestamp': `${now() - 1}` }),
    ],
    ['of another version', () => ({ ...signed(now()), 'x-slack-signature': 'v1=0' })],
    [
      'with more behind it',
      () => ({ ...signed(now()), 'x-slack-signature': `${signed(now())['x-slack-signature']}=1` }),
    ],
    [
      'in capitals',
      () => ({
        ...signed(now()),
        'x-slack-signature': `v0=${signed(now())['x-slack-signature']?.slice(3).toUpperCase()}`,
      }),
    ],
    ['six minutes old', () => signed(now() - 6 * MINUTE)],
    ['dated ten minutes ahead', () => signed(now() + 10 * MINUTE)],
  ])('%s, is refused, and the next one that is in order is answered', async ([, headers], { workspace }) => {
    const { slack, type, through } = workspace;
    const { status, body } = await send(workspace, headers());
    expect({ status, body }).toEqual({ status: 401, body: '' });
    await type('50bps');
    await through(1);
    expect(headerOf(only(slack.posted))).toBe(CUT_50);
    expect(slack.privateReplies).toEqual([]);
  });
});

describe('a request that Slack signed', () => {
  it('to another path is not found', async ({ workspace: { slack, port } }) => {
    const { status } = await postRaw(`http://127.0.0.1:${port}/`, FORGED, signed(now()));
    expect(status).toBe(404);
    expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  it('four minutes ago is answered', async ({ workspace }) => {
    const { slack, through } = workspace;
    expect((await send(workspace, signed(now() - 4 * MINUTE))).status).toBe(200);
    await through(1);
    expect(slack.posted).toHaveLength(1);
  });

  it('to verify the address gets its challenge back', async ({ workspace }) => {
    const body = JSON.stringify({ type: 'url_verification', token: 'verification-token', challenge: 'challenge-1' });
    const headers = { ...signatureOf(body, SIGNING_SECRET, now()), 'content-type': 'application/json' };
    const { status, body: answer } = await send(workspace, headers, body);
    expect(status).toBe(200);
    expect(JSON.parse(answer)).toEqual({ challenge: 'challenge-1' });
  });

  it('to verify the address is refused with a forged signature', async ({ workspace }) => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'challenge-1' });
    const headers = { ...signatureOf(body, 'another-signing-secret', now()), 'content-type': 'application/json' };
    expect((await send(workspace, headers, body)).status).toBe(401);
  });

  it('to check the certificate is answered with nothing', async ({ workspace }) => {
    const body = 'ssl_check=1&token=verification-token';
    const { status, body: answer } = await send(workspace, signatureOf(body, SIGNING_SECRET, now()), body);
    expect({ status, answer }).toEqual({ status: 200, answer: '' });
    expect(workspace.slack.calls).toHaveLength(1);
  });

  it('or did not, to check the certificate, is answered with nothing, whatever else it holds', async ({
    workspace,
  }) => {
    const { status, body: answer } = await send(workspace, {}, `ssl_check=1&${FORGED}`);
    expect({ status, answer }).toEqual({ status: 200, answer: '' });
    expect(workspace.slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });
});

describe('the health pages', () => {
  it('need no signature', async ({ workspace: { port } }) => {
    const pages = await Promise.all(
      ['/healthz', '/readyz'].map(async (path) => {
        const page = await fetch(`http://127.0.0.1:${port}${path}`);
        return [page.status, await page.text()];
      }),
    );
    expect(pages).toEqual([
      [200, 'ok\n'],
      [200, 'ready\n'],
    ]);
  });
});
