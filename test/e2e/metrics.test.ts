import { describe, expect } from 'vitest';
import { createMetrics } from '../../src/metrics.ts';
import { createMemoryStore } from '../../src/store/create-store.ts';
import { StoreAwayError } from '../../src/store/index.ts';
import { isoInstant } from '../../src/units.ts';
import { ASKER, mentionEvent } from '../doubles/payloads.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { callBody, postSigned } from '../mcp/serving.ts';
import { briefing } from './briefing.ts';
import { BOT, conversing, newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { it } from './workspace.ts';

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
