import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Client, createClient } from '../../src/market-data/http-client.ts';
import {
  flood,
  type Handler,
  NEVER,
  recorded,
  silence,
  startServer,
  type TestTools,
  testTools,
  trickle,
} from '../doubles/market-providers.ts';

const BASE = 'https://prices.example';
const NOON = '2026-11-20T17:00:00Z';

const clientOf = (tools: TestTools, base = BASE): Client => createClient('Yahoo', base, tools, NEVER);
const problemOf = (kind: string, words: RegExp) => ({
  kind: 'unavailable',
  problems: [{ provider: 'Yahoo', kind, words: expect.stringMatching(words) }],
});

beforeEach(() => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});

afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('asking a provider', () => {
  it('sends its own name and gives the text', async () => {
    const seen = nock(BASE, { reqheaders: { 'user-agent': /^RotationDesk\// } })
      .get('/x')
      .reply(200, 'hello');
    expect(await clientOf(testTools(NOON), `${BASE}/`)('/x', 'x')).toEqual({ kind: 'ok', value: 'hello' });
    expect(seen.isDone()).toBe(true);
  });

  it.each([
    [404, 'not-found', /^Yahoo answered 404 \(not found\)$/],
    [400, 'rejected', /^Yahoo answered 400$/],
    [401, 'refused', /^Yahoo answered 401 \(not allowed\)$/],
    [403, 'refused', /403/],
    [429, 'refused', /^Yahoo answered 429 \(too many requests\)$/],
  ])('once, where the answer is %i', async (status, kind, words) => {
    nock(BASE).get('/x').reply(status, 'Too Many Requests\r\n', { 'content-type': 'text/plain' });
    expect(await clientOf(testTools(NOON))('/x', 'x')).toEqual(problemOf(kind, words));
  });

  it('again once, after a pause with jitter, where the server is at fault', async () => {
    const tools = testTools(NOON);
    nock(BASE).get('/x').reply(502, recorded('page.html')).get('/x').reply(200, 'hello');
    expect(await clientOf(tools)('/x', 'x')).toEqual({ kind: 'ok', value: 'hello' });
    expect(tools.waits).toEqual([650]);
  });

  it('twice and no more where the connection breaks', async () => {
    let tries = 0;
    const fetch = async (): Promise<Response> => {
      tries += 1;
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
    };
    const reply = await clientOf(testTools(NOON, { fetch }))('/x', 'x');
    expect(reply).toEqual(problemOf('no-answer', /^Yahoo did not answer \(ECONNRESET\)$/));
    expect(tries).toBe(2);
  });
});

describe('a provider that refuses', () => {
  const refusing = async (headers: Record<string, string> = {}) => {
    const tools = testTools(NOON);
    const client = clientOf(tools);
    nock(BASE).get('/x').reply(429, 'Too Many Requests', headers);
    await client('/x', 'x');
    return { tools, client };
  };

  it('gets no request for a quarter of an hour, which is reported', async () => {
    const { tools, client } = await refusing();
    expect(await client('/x', 'x')).toEqual(problemOf('paused', /left alone until 17:15 UTC$/));
    tools.setClock('2026-11-20T17:14:59Z');
    expect((await client('/y', 'y')).kind).toBe('unavailable');
    tools.setClock('2026-11-20T17:15:00Z');
    nock(BASE).get('/x').reply(200, 'hello');
    expect(await client('/x', 'x')).toEqual({ kind: 'ok', value: 'hello' });
  });

  it('is left alone twice as long after refusing again, and as long as it asks', async () => {
    const { tools, client } = await refusing();
    tools.setClock('2026-11-20T17:15:00Z');
    nock(BASE).get('/x').reply(403);
    await client('/x', 'x');
    expect(await client('/x', 'x')).toEqual(problemOf('paused', /until 17:45 UTC$/));
    const asked = await refusing({ 'retry-after': '7200' });
    expect(await asked.client('/x', 'x')).toEqual(problemOf('paused', /until 19:00 UTC$/));
    const unreasonable = await refusing({ 'retry-after': '99999999' });
    expect(await unreasonable.client('/x', 'x')).toEqual(problemOf('paused', /until 21:00 UTC$/));
  });
});

describe('a reply that does not end', () => {
  const against = async (handler: Handler, more: { timeoutMs?: number; maxBytes?: number }) => {
    const server = await startServer(handler);
    onTestFinished(server.stop);
    const tools = testTools(NOON, more);
    const began = performance.now();
    const reply = await clientOf(tools, server.url)('/x', 'x');
    return { reply, tookMs: performance.now() - began, asked: server.asked.length };
  };

  it.each([
    ['never begins', silence],
    ['trickles', trickle],
  ])('is given up after the time allowed where it %s, and not asked for again', async (_, handler) => {
    const { reply, tookMs, asked } = await against(handler, { timeoutMs: 150 });
    expect(reply).toEqual(problemOf('too-slow', /^Yahoo took longer than 0.15 s$/));
    expect(tookMs).toBeLessThan(1_500);
    expect(asked).toBe(1);
  });

  it('is given up after the bytes allowed', async () => {
    const { reply, asked } = await against(flood, { maxBytes: 2_000_000 });
    expect(reply).toEqual(problemOf('too-long', /^Yahoo sent more than 2 MB$/));
    expect(asked).toBe(1);
  });

  it('ends with the program', async () => {
    const server = await startServer(silence);
    onTestFinished(server.stop);
    const stop = new AbortController();
    const reply = createClient('Yahoo', server.url, testTools(NOON), stop.signal)('/x', 'x');
    stop.abort();
    expect(await reply).toEqual(problemOf('no-answer', /did not answer/));
  });
});

it('a long reply reports how much of it has arrived', async () => {
  const seen: number[] = [];
  nock(BASE).get('/x').reply(200, 'x'.repeat(100_000));
  await clientOf(testTools(NOON, { onProgress: ({ bytes }) => seen.push(bytes) }))('/x', 'x');
  expect(seen.at(-1)).toBe(100_000);
});
