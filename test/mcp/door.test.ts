import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isSignedBySlack, signatureOf as signed } from '../../src/signed-request.ts';
import { nowSeconds, signatureOf } from '../doubles/sending.ts';
import { temporaryFolder } from '../doubles/temporary.ts';
import { callBody, postSigned, SLACK_CALLER, serve } from './calling.ts';

const CUT = callBody('rate_move', { direction: 'cut', sizeBps: 50 });
const SECRET = 'fake-signing-secret-0123456789';

interface Result {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  readonly structuredContent?: { readonly id: string };
  readonly _meta?: { readonly slack: { readonly blocks: readonly { readonly type: string }[] } };
}

describe('a signature', () => {
  it('is the one of Slack’s own example', () => {
    const body = Buffer.from(
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
    );
    const due = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
    expect(signed('8f742231b10e8888abcd99yyyzzz85a5', '1531420618', body)).toBe(due);
  });

  it.each([
    ['now', 0, true],
    ['five minutes old', -300, true],
    ['older', -301, false],
    ['five minutes ahead', 300, true],
    ['further ahead', 301, false],
  ])('of %s', (_, offset, holds) => {
    const [now, body] = [1_800_000_000, Buffer.from('{}')];
    const timestamp = String(now + offset);
    const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signed(SECRET, timestamp, body) };
    expect(isSignedBySlack(headers, body, SECRET, now)).toBe(holds);
  });
});

describe('the door over HTTP', () => {
  it('answers a call that Slack signed: text, figures and blocks', async () => {
    const { url, refused } = await serve();
    const { status, message } = await postSigned(url, CUT);
    const { content, structuredContent, _meta } = (message?.result ?? {}) as Result;
    expect({ status, refused }).toEqual({ status: 200, refused: [] });
    expect(content[0]?.text).toMatch(/^50 bp cut: SmallCap net income \+4\.39%/);
    expect(structuredContent?.id).toMatch(/^[0-9A-Z]{6}$/);
    expect(_meta?.slack.blocks.map(({ type }) => type)).toContain('data_table');
  });

  it('answers the same call again while its time holds: nothing is changed by one', async () => {
    const { url } = await serve();
    const headers = signatureOf(CUT, SECRET, nowSeconds());
    const [one, other] = await Promise.all([postSigned(url, CUT, headers), postSigned(url, CUT, headers)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.message).toEqual(other.message);
  });

  it.each([
    ['no signature', { 'x-slack-signature': '' }],
    ['another secret', signatureOf(CUT, 'another-secret-000000000', nowSeconds())],
    ['another body', signatureOf(`${CUT} `, SECRET, nowSeconds())],
    ['an old time', signatureOf(CUT, SECRET, nowSeconds() - 600)],
    ['a time ahead', signatureOf(CUT, SECRET, nowSeconds() + 600)],
    ['no number for a time', { 'x-slack-request-timestamp': 'abc' }],
    ['an old time with a signature of now', { 'x-slack-request-timestamp': String(nowSeconds() - 600) }],
  ])('refuses with 401 what has %s', async (_, headers) => {
    const { url, refused } = await serve();
    const { status, message } = await postSigned(url, CUT, headers);
    expect(status).toBe(401);
    expect(message).toEqual({ jsonrpc: '2.0', id: null, error: { code: -32_001, message: expect.any(String) } });
    expect(refused).toEqual([401]);
  });

  it.each([
    ['another workspace', { ...SLACK_CALLER, team_id: 'T0OTHER' }],
    ['no workspace', { user_id: 'U0MIA' }],
    ['a form that is not known', 'T0DESK'],
    ['a list for an id', { user_id: 'U0MIA', team_id: ['T0DESK'] }],
  ])('refuses with 403 a caller of %s', async (_, slack) => {
    const { url } = await serve();
    const { status, message } = await postSigned(url, callBody('rate_move', { direction: 'hold' }, slack));
    expect({ status, id: message?.id, code: message?.error?.code }).toEqual({ status: 403, id: 1, code: -32_001 });
  });

  it('refuses a stranger among several messages', async () => {
    const { url } = await serve();
    const batch = `[${CUT},${callBody('rate_move', {}, { ...SLACK_CALLER, team_id: 'T0OTHER' })}]`;
    expect((await postSigned(url, batch)).status).toBe(403);
  });

  it('refuses pages of other sites, other methods, what is too large and what is no JSON', async () => {
    const { url } = await serve();
    expect((await postSigned(url, CUT, { origin: 'https://evil.example' })).status).toBe(403);
    for (const method of ['GET', 'DELETE', 'PUT']) {
      const response = await fetch(url, { method });
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
    const large = callBody('rate_move', { direction: 'x'.repeat(100_000) });
    expect((await postSigned(url, large)).status).toBe(413);
    expect((await postSigned(url, '{"jsonrpc":')).message?.error?.code).toBe(-32_700);
  });

  it('takes any media types that a caller accepts', async () => {
    const { url } = await serve();
    expect((await postSigned(url, CUT, { accept: 'application/json' })).status).toBe(200);
    expect((await postSigned(url, CUT, { accept: '*/*' })).status).toBe(200);
  });

  it('names a tool that is not there, and no more', async () => {
    const { url } = await serve();
    const { status, message } = await postSigned(url, callBody('delete_everything'));
    expect(status).toBe(200);
    expect(message?.error).toEqual({ code: -32_602, message: 'There is no tool delete_everything' });
  });

  it('tells of a failure of its own by an id, never by what was thrown', async () => {
    const { url, failures } = await serve({
      facts: () => {
        throw new Error('secret path /etc/desk');
      },
    });
    const { message } = await postSigned(url, CUT);
    expect(message?.result).toEqual({
      isError: true,
      content: [{ type: 'text', text: 'That failed on Rotation Desk’s side, and nothing was computed. Error e1.' }],
    });
    expect(failures).toHaveLength(1);
  });

  it('tells the same of a failure before any tool', async () => {
    const { url } = await serve({
      isOurs: async () => {
        throw new Error('secret');
      },
    });
    const { status, message } = await postSigned(url, CUT);
    expect({ status, said: message?.error?.message }).toEqual({
      status: 500,
      said: 'That failed on Rotation Desk’s side. Error e1',
    });
  });

  it('waits five seconds for a request to come, and no longer', async () => {
    const { url } = await serve();
    const status = await new Promise<number | undefined>((resolve) => {
      const slow = request(url, { method: 'POST', headers: { 'content-length': '5000' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      slow.on('error', () => resolve(undefined));
      slow.write('{"jsonrpc"');
    });
    expect(status).toBe(408);
  });

  it('goes on where a caller breaks off in the middle of a request', async () => {
    const { url, failures } = await serve();
    await new Promise<void>((resolve) => {
      const broken = request(url, { method: 'POST', headers: { 'content-length': '5000' } });
      broken.on('error', () => resolve());
      broken.write('{"jsonrpc"');
      setTimeout(() => broken.destroy(), 50);
    });
    expect((await postSigned(url, CUT)).status).toBe(200);
    expect(failures).toEqual([]);
  });
});

const ROOT = resolve(import.meta.dirname, '../..');

interface Ended {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly said: string;
  /** What was written to the folder it ran in. */
  readonly files: readonly string[];
}

/** Runs the server over what a client writes, until that ends. */
const served = async (messages: readonly object[], env: Readonly<Record<string, string>> = {}): Promise<Ended> => {
  const folder = temporaryFolder(onTestFinished);
  const child = spawn(process.execPath, [join(ROOT, 'src/mcp.ts')], {
    cwd: folder,
    env: { NODE_COMPILE_CACHE: resolve(ROOT, 'node_modules/.cache/e2e'), ...env },
  });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const [out, said] = [text(child.stdout), text(child.stderr)];
  child.stdin.end(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
  const [code] = await exit;
  const lines = (await out).split('\n').filter((line) => line !== '');
  return { code, lines, said: await said, files: readdirSync(folder) };
};

const rpcRequest = (id: number, method: string, params: object) => ({ jsonrpc: '2.0', id, method, params });
const INITIALIZE = rpcRequest(1, 'initialize', {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'test', version: '1' },
});
const INITIALIZED = { jsonrpc: '2.0', method: 'notifications/initialized' };
const call = (id: number, name: string, args: object = {}) => rpcRequest(id, 'tools/call', { name, arguments: args });

describe('the tools on standard input and output', () => {
  it('write nothing but JSON-RPC, and end with their input; no network, token or file is needed', async () => {
    const wrong = call(4, 'rate_move', { direction: 'sideways' });
    const calls = [call(2, 'rate_move', { direction: 'cut', sizeBps: 50 }), call(3, 'morning_brief'), wrong];
    const { code, lines, said, files } = await served([INITIALIZE, INITIALIZED, ...calls, call(5, 'nothing')]);
    expect({ code, said, files }).toEqual({ code: 0, said: '', files: [] });
    const answers = lines.map((line) => JSON.parse(line) as { jsonrpc: string; id: number });
    expect(answers.map(({ jsonrpc, id }) => [jsonrpc, id])).toEqual([1, 2, 3, 4, 5].map((id) => ['2.0', id]));
  });

  it('take MARKET_DATA as the bot does', async () => {
    const { lines } = await served([INITIALIZE, INITIALIZED, call(2, 'index_ratio')], { MARKET_DATA: 'synthetic' });
    expect(lines[1]).toContain('Synthetic data');
  });

  it('say on standard error what is wrong with a setting, and nothing on standard output', async () => {
    const { code, lines, said } = await served([INITIALIZE], { MARKET_DATA: 'nonsense' });
    expect({ code, lines }).toEqual({ code: 1, lines: [] });
    expect(said).toMatch(/^MARKET_DATA must be/);
  });
});
