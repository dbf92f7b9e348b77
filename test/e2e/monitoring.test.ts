import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect } from 'vitest';
import { createMetrics } from '../../src/metrics.ts';
import { createMemoryStore } from '../../src/store/create-store.ts';
import { StoreAwayError } from '../../src/store/index.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { isoInstant } from '../../src/units.ts';
import { ASKER, mentionEvent } from '../doubles/payloads.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { callBody, postSigned } from '../mcp/calling.ts';
import { BOT, briefing, conversing, newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { it, NOW, type Workspace } from './workspace.ts';

const ready = async ({ port }: Workspace) => {
  const page = await fetch(`http://127.0.0.1:${port}/readyz`);
  return { status: page.status, words: (await page.text()).trim() };
};

const READY = { status: 200, words: 'ready' };

describe.concurrent('/readyz', () => {
  it.for(['token_revoked', 'account_inactive', 'invalid_auth', 'token_expired'])(
    'falls when Slack answers any call with %s, and comes back when it takes the token again',
    async (error, { workspace }) => {
      const { slack, type, through } = workspace;
      expect(await ready(workspace)).toEqual(READY);
      slack.script.once('chat.postMessage', { error });
      await type('50bps');
      await through(1);
      expect(await ready(workspace)).toEqual({ status: 503, words: `Slack refuses the bot token: ${error}` });
      await type('50bps');
      await through(2);
      expect(await ready(workspace)).toEqual(READY);
    },
  );

  it.for(['not_in_channel', 'ratelimited', 'internal_error', 'missing_scope'])(
    'stays where Slack answers %s, which says nothing of the token',
    async (error, { workspace }) => {
      workspace.slack.script.once('chat.update', { error });
      workspace.slack.script.once('chat.postMessage', { error });
      await workspace.type('50bps');
      await eventually(() => expect(workspace.slack.callsTo('chat.postMessage').length).toBeGreaterThan(0));
      expect(await ready(workspace)).toEqual(READY);
    },
  );

  it.for<[string, object]>([
    ['the app is uninstalled', { type: 'app_uninstalled' }],
    ['its token is revoked', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0BOT'] } }],
  ])('falls when Slack reports that %s', async ([, event], { workspace }) => {
    await conversing(workspace).sent([() => workspace.sender.sendEvent(event)]);
    expect(await ready(workspace)).toEqual({ status: 503, words: 'the app is no longer installed' });
  });

  it('stays when a person takes back a token of their own', async ({ workspace }) => {
    await workspace.sender.sendEvent({ type: 'tokens_revoked', tokens: { oauth: ['U0ASKER'], bot: [] } });
    await conversing(workspace).say(`${BOT} 50bps`);
    expect(await ready(workspace)).toEqual(READY);
  });

  it('falls when the store cannot be written, and comes back when it can', { timeout: 20_000 }, async ({
    open,
    storePath,
  }) => {
    const store = await openStore({ path: storePath, now: NOW, report: () => undefined });
    const workspace = await open('http', { store });
    expect(await ready(workspace)).toEqual(READY);
    const folder = dirname(storePath);
    renameSync(folder, `${folder}-away`);
    await eventually(
      async () => expect(await ready(workspace)).toEqual({ status: 503, words: 'the store cannot be written' }),
      8_000,
    );
    renameSync(`${folder}-away`, folder);
    await eventually(async () => expect(await ready(workspace)).toEqual(READY), 8_000);
  });

  it('over Socket Mode tells what is wrong with the connection', async ({ open }) => {
    const workspace = await open('socket with health pages');
    expect(await ready(workspace)).toEqual(READY);
    workspace.slack.link.disconnect('link_disabled');
    await eventually(async () =>
      expect(await ready(workspace)).toEqual({ status: 503, words: 'no WebSocket to Slack is open' }),
    );
  });

  it('says in one line of the log what it listens on', async ({ workspace: { log, port } }) => {
    const lines = log.entries().filter(({ msg }) => msg === 'listening');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ at: `http://127.0.0.1:${port}`, paths: ['/slack/events', '/healthz', '/readyz'] });
  });
});

const counting = () => {
  const { metrics, registry } = createMetrics();
  const counted = async (line: string): Promise<number | undefined> => {
    const found = (await registry.metrics()).split('\n').find((one) => one.startsWith(`rotation_desk_${line} `));
    return found === undefined ? undefined : Number(found.split(' ').at(-1));
  };
  return { metrics, registry, counted };
};

describe.concurrent('metrics of a workspace', () => {
  it('count what was asked, answered, asked back and not understood, with no id and no word of it', async ({
    open,
  }) => {
    const { metrics, registry, counted } = counting();
    const workspace = await open('http', { metrics });
    await workspace.type('50bps');
    await workspace.type('50bps private');
    await workspace.type('50bps ebitda=178,600');
    await workspace.type('25 50');
    await workspace.type('xylophones quickly');
    await workspace.through(5);
    await conversing(workspace).say(`${BOT} who is bearish`);
    expect(await counted('requests_total{kind="/ratecut",outcome="channel"}')).toBe(1);
    expect(await counted('requests_total{kind="/ratecut",outcome="private"}')).toBe(4);
    expect(await counted('requests_total{kind="app_mention",outcome="channel"}')).toBe(1);
    expect(await counted('answers_total{topic="rate-move"}')).toBe(2);
    expect(await counted('answers_total{topic="views"}')).toBe(1);
    expect(await counted('asked_back_total')).toBe(2);
    expect(await counted('not_understood_total{reason="not-a-move"}')).toBe(1);
    expect(await counted('requests_in_hand')).toBe(0);
    // a mention comes as a message too
    expect(await counted('ack_seconds_count')).toBe(7);
    const text = await registry.metrics();
    for (const secret of [ASKER, MEMBER, 'T0TEAM', 'xylophone', 'bearish', '50bps']) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/"[^"]*[A-Z][0-9A-Z]{4,}[^"]*"/);
  });

  it('time the calls of the tools by the status of their answers', async ({ open }) => {
    const { metrics, counted } = counting();
    const { port } = await open('http', { metrics });
    const of = { user_id: ASKER, team_id: 'T0TEAM', enterprise_id: null };
    const call = callBody('rate_move', { direction: 'cut', sizeBps: 50 }, of);
    await postSigned(new URL(`http://127.0.0.1:${port}/mcp`), call);
    expect(await counted('tool_call_seconds_count{status="200"}')).toBe(1);
  });

  it('count one message once, however often Slack sends it', async ({ open }) => {
    const { metrics, counted } = counting();
    const workspace = await open('http', { metrics });
    const mention = mentionEvent({ user: ASKER, channel: MEMBER, text: `${BOT} 50bps`, ts: newTs() });
    await workspace.sender.sendEvent(mention);
    await workspace.sender.sendEvent(mention);
    await workspace.through(2);
    expect(await counted('answers_total{topic="rate-move"}')).toBe(1);
    expect(await counted('requests_total{kind="app_mention",outcome="answered before"}')).toBe(1);
    expect(await counted('request_seconds_count{kind="app_mention"}')).toBe(1);
  });

  it('count briefs by what came of them', async ({ open }) => {
    const { metrics, counted } = counting();
    const clock = { now: isoInstant('2026-11-22T12:00:00Z') };
    const workspace = await open('http', { metrics, clock });
    await briefing(workspace).type('weekdays 07:30 New York');
    clock.now = isoInstant('2026-11-23T12:30:00Z');
    await workspace.runDue();
    expect(await counted('deliveries_total{outcome="posted"}')).toBe(1);
    clock.now = isoInstant('2026-11-24T15:30:00Z');
    await workspace.runDue();
    expect(await counted('deliveries_total{outcome="too late"}')).toBe(1);
  });

  it('count each failure of the store, of which the log has one line', async ({ open }) => {
    const { metrics, counted } = counting();
    const store = createMemoryStore();
    const away = () => Promise.reject(new StoreAwayError('the database is away'));
    const workspace = await open('http', { metrics, store: { ...store, settings: away, keepRequest: away } });
    await workspace.type('50bps');
    await workspace.through(1);
    await eventually(async () => expect(await counted('store_errors_total{kind="away"}')).toBeGreaterThan(1));
    expect(await counted('store_errors_total{kind="failed"}')).toBe(0);
  });
});
