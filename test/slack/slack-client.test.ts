import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSlackClient } from '../../src/slack/slack-client.ts';
import { webClientOptions } from '../../src/slack/web-client.ts';

/** Requests as they came in, and what the next one is answered with. */
const taken: { readonly url: string | undefined; readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
let next: { status: number; headers?: OutgoingHttpHeaders; body: string } = { status: 200, body: '{"ok":true}' };

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('latin1');
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    taken.push({ url: request.url, headers: request.headers, body });
    response.writeHead(next.status, { 'content-type': 'application/json', ...next.headers }).end(next.body);
  });
});

beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const options = () => {
  const { port } = server.address() as AddressInfo;
  return { ...webClientOptions(`http://127.0.0.1:${port}/api/`, pino({ level: 'silent' })), teamId: 'T1' };
};
/** The package's own client, and the one that is sent with. */
const clients = () => [
  new webApi.WebClient('xoxb-1', options()),
  createSlackClient('xoxb-1', { ...options(), fetch: options().fetch }),
];

it.each<[string, Record<string, unknown>]>([
  ['words', { channel: 'C1', text: 'a & b = c + d % "e" <f> \n é − × 日本 🎉 !\'()*~' }],
  [
    'numbers, what is true or false, and what is not there',
    { limit: 5, flag: false, other: true, a: undefined, b: null },
  ],
  ['blocks and metadata', { blocks: [{ type: 'section', text: { text: '+4.39%' } }], metadata: { event_type: 'x' } }],
  ['nothing', {}],
  ['a team of its own', { team_id: 'T2' }],
])('sends %s as the package does, byte for byte', async (_, call) => {
  next = { status: 200, body: '{"ok":true,"ts":"1.2"}' };
  taken.length = 0;
  const results = [];
  for (const client of clients()) results.push(await client.apiCall('chat.postMessage', call));
  const [one, other] = taken;
  expect(other).toEqual(one);
  expect(other?.url).toBe('/api/chat.postMessage');
  expect(other?.headers.authorization).toBe('Bearer xoxb-1');
  expect(results[1]).toEqual(results[0]);
});

it('sends words with half of a surrogate pair, which the package does not', async () => {
  next = { status: 200, body: '{"ok":true}' };
  const [theirs, ours] = clients();
  await expect(theirs?.apiCall('chat.postMessage', { text: '\ud83c' })).rejects.toThrow();
  taken.length = 0;
  await ours?.apiCall('chat.postMessage', { text: '\ud83c' });
  expect(taken.at(-1)?.body).toBe(`team_id=T1&text=${encodeURIComponent('\ufffd')}`);
});

it.each<[string, typeof next]>([
  ['what was done', { status: 200, headers: { 'x-oauth-scopes': 'chat:write, commands' }, body: '{"ok":true}' }],
  ['where to go on', { status: 200, body: '{"ok":true,"response_metadata":{"next_cursor":"abc"}}' }],
  ['a refusal', { status: 200, body: '{"ok":false,"error":"channel_not_found"}' }],
  [
    'a refusal for a time',
    { status: 200, headers: { 'retry-after': '7' }, body: '{"ok":false,"error":"ratelimited"}' },
  ],
  ['a refusal by status', { status: 429, headers: { 'retry-after': '12' }, body: '' }],
  ['the same without a time', { status: 429, body: '' }],
  ['a fault', { status: 503, body: 'not now' }],
  ['a page', { status: 200, body: '<html>' }],
])('hands over %s as the package does', async (_, answer) => {
  next = answer;
  const outcomes = [];
  for (const client of clients()) {
    outcomes.push(await client.apiCall('conversations.info', { channel: 'C1' }).catch((error: unknown) => error));
  }
  const [theirs, ours] = outcomes;
  expect(ours).toBeDefined();
  expect((ours as object).constructor).toBe((theirs as object).constructor);
  const shown = (outcome: unknown) => {
    // when it was answered differs; that it is not tried again is known
    const {
      headers: _,
      stack: __,
      attemptNumber: ___,
      retriesLeft: ____,
      ...rest
    } = outcome as Record<string, unknown>;
    return { ...rest, message: outcome instanceof Error ? outcome.message : undefined };
  };
  expect(shown(ours)).toEqual(shown(theirs));
});

it('sends a file as the package does', async () => {
  next = { status: 200, body: '{"ok":true}' };
  taken.length = 0;
  for (const client of clients()) await client.apiCall('files.upload', { file: Buffer.from('a,b') });
  expect(taken.map(({ headers }) => headers['content-type']?.split(';')[0])).toEqual([
    'multipart/form-data',
    'multipart/form-data',
  ]);
});
