import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/index.ts';
import { PATHS, type PlaygroundEvent } from '../../src/playground/protocol.ts';
import { readPageFile } from '../../src/playground/server/routes.ts';
import { temporaryFolder } from '../doubles/temporary.ts';
import { eventually } from '../e2e/eventually.ts';
import { it, MAYA, NOW } from './playground-client.ts';

/** A request with headers that a browser would not let a page set. */
const requested = (address: string, headers: Record<string, string>, path: string = PATHS.state) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const sent = request(`${address}${path}`, { headers }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => {
        body += part.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
    sent.on('error', reject).end();
  });

const act = (address: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${address}${PATHS.action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

describe.concurrent('the server', { timeout: 20_000 }, () => {
  it('lists the users, and no messages yet', async ({ playground: { state } }) => {
    const { messages, modals, homes, isWorking, data, clock, commands, channels, users, botName } = await state();
    expect({ messages, modals, homes, isWorking }).toEqual({ messages: [], modals: [], homes: {}, isWorking: false });
    expect(data).toEqual({ source: 'notes', label: 'the five notes only' });
    expect(clock).toEqual({ now: '2026-11-20T14:30:00.000Z', isSet: false });
    expect(commands.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['/ratecut', '/views', '/check', '/rotation', '/fed', '/invite']),
    );
    expect(channels.map(({ name, user = '' }) => `${name} ${user}`)).toEqual([
      'macro ',
      'general ',
      'random ',
      'Rotation Desk U0MAYA',
      'Rotation Desk U0JONAS',
    ]);
    expect(users.filter(({ isAdmin }) => isAdmin)).toHaveLength(1);
    expect(botName).toBe('Rotation Desk');
  });

  it('begins every stream of changes with the whole state, and sends it again after a new beginning', async ({
    playground: { changes, say, act: does, state },
  }) => {
    await say('/ratecut 50bps');
    await does({ user: MAYA, kind: 'reset' });
    const kinds = ['state', 'working', 'message', 'working', 'state'];
    await eventually(() => expect(changes.map(({ kind }) => kind)).toEqual(kinds));
    const [first, last] = [changes[0], changes.at(-1)] as Extract<PlaygroundEvent, { kind: 'state' }>[];
    expect(last?.state).toEqual(first?.state);
    expect(await state()).toEqual(first?.state);
    const again = await say('/ratecut 50bps');
    expect(again).toHaveLength(1);
  });

  it('starts over as often as requested, and performs what comes meanwhile after that', async ({
    playground: { act: does, state, changes },
  }) => {
    const over = { user: MAYA, kind: 'reset' } as const;
    const said = { user: MAYA, kind: 'send text', channel: 'C0MACRO', text: '/ratecut 50bps' } as const;
    expect(await Promise.all([does(over), does(over), does(said)])).toEqual(Array(3).fill({ ok: true }));
    await eventually(() => expect(changes.filter(({ kind }) => kind === 'state')).toHaveLength(3));
    expect(await does(said)).toEqual({ ok: true });
    expect((await state()).messages.at(-1)?.text).toContain('SmallCap net income +4.39%');
  });

  it.for([
    [{ host: 'playground.example:3000' }, 'The playground answers to 127.0.0.1 and localhost only.'],
    [{ host: '127.0.0.1.example' }, 'The playground answers to 127.0.0.1 and localhost only.'],
    [{ origin: 'https://elsewhere.example' }, 'The playground answers its own page only.'],
    [{ origin: 'http://127.0.0.1:1' }, 'The playground answers its own page only.'],
    [{ origin: 'null' }, 'The playground answers its own page only.'],
  ] as const)('refuses a request with %j', async ([headers, body], { playground: { address } }) => {
    for (const path of [PATHS.state, PATHS.events, '/']) {
      expect(await requested(address, headers, path)).toEqual({ status: 403, body });
    }
  });

  it('answers its own page, by either name', async ({ playground: { address } }) => {
    const { port } = new URL(address);
    for (const name of ['127.0.0.1', 'localhost']) {
      const headers = { host: `${name}:${port}`, origin: `http://${name}:${port}` };
      expect((await requested(address, headers)).status).toBe(200);
    }
  });

  it('lets its page load nothing from elsewhere, and nobody keep its state', async ({ playground: { address } }) => {
    const { headers } = await fetch(`${address}${PATHS.state}`);
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'self';.*connect-src 'self'/,
    );
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.for([
    ['nonsense', 'There is no such action'],
    ['{"user":"U0MAYA","kind":"dance"}', 'There is no such action'],
    ['{"user":"U0NOBODY","kind":"open home"}', 'There is no such person here'],
    ['{"user":"U0MAYA","kind":"advance clock","minutes":44641}', 'The clock runs ahead by at most 31 days at a time'],
    ['{"user":"U0MAYA","kind":"set clock","to":"tomorrow"}', 'The clock takes a date and a time'],
    [
      JSON.stringify({ user: MAYA, kind: 'send text', channel: 'C0MACRO', text: 'x'.repeat(4_001) }),
      'A message has at most 4000 characters',
    ],
  ] as const)('does not do what it cannot read: %s', async ([body, problem], { playground: { address } }) => {
    const response = await act(address, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  it('takes acts as JSON only, and no more than five megabytes', async ({ playground: { address } }) => {
    const body = JSON.stringify({ user: MAYA, kind: 'open home' });
    expect((await act(address, body, { 'content-type': 'text/plain' })).status).toBe(400);
    const long = JSON.stringify({ user: MAYA, kind: 'upload csv', name: 'a.csv', text: 'x'.repeat(5_000_000) });
    const response = await act(address, long).catch(() => undefined);
    // who sends on and on may find the line cut before the answer
    expect(response?.status ?? 413).toBe(413);
  });

  it('has nothing at other addresses, nor outside its page', async ({ playground: { address } }) => {
    for (const path of ['/nothing.js', '/../../package.json', '/%2e%2e/%2e%2e/package.json', '/assets']) {
      expect((await requested(address, {}, path)).status).toBe(404);
    }
    expect((await requested(address, {}, '/%E0%A4%A')).status).toBe(400);
    expect((await fetch(address, { method: 'DELETE' })).status).toBe(405);
  });

  it.for(['0.0.0.0', '192.168.1.4', '::'])('refuses to listen on %s', async (host) => {
    const live = { kind: 'live', yahooUrl: '', cboeUrl: '', newYorkFedUrl: '', fredUrl: '' } as const;
    const parts = { market: { kind: 'off' }, now: () => NOW, log: pino({ level: 'silent' }) } as const;
    await expect(startPlayground({ host, port: 0, live }, parts)).rejects.toThrow(
      new RegExp(`^HOST ${host.replaceAll('.', '[.]')} is not for the playground: it listens on 127\\.0\\.0\\.1 only`),
    );
  });

  it('serves the page as it is built, and says how to get it where it is not', async () => {
    const folder = temporaryFolder(onTestFinished);
    const missing = await readPageFile('/', folder);
    expect(missing?.content).toContain('npm ci</code>');
    expect(missing?.type).toMatch(/^text\/html/);
    writeFileSync(join(folder, 'index.html'), '<p>page</p>');
    writeFileSync(join(folder, 'page.js'), 'script');
    expect((await readPageFile('/', folder))?.content.toString()).toBe('<p>page</p>');
    expect(await readPageFile('/page.js', folder)).toMatchObject({ type: 'text/javascript; charset=utf-8' });
    expect(await readPageFile('/../page.js', join(folder, 'deeper'))).toBeUndefined();
  });
});
