import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { createMemoryStore } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/lowdb.ts';
import type { Store } from '../../src/store/store.ts';
import { ASKER } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE } from '../doubles/web-api.ts';
import { BOT, conversing, newTs } from './conversing.ts';
import { it, NOW, only } from './workspace.ts';

const opened = (path: string) => openStore({ path, now: NOW, report: () => undefined });

describe.concurrent('one message is answered once', () => {
  it.for([
    ['its two events, whichever comes first', ['message', 'app_mention']],
    ['its two events, the other way round', ['app_mention', 'message']],
    ['four events at once', ['app_mention', 'message', 'message', 'app_mention']],
  ] as const)('though Slack sends %s', async ([, as], { open }) => {
    const workspace = await open();
    expect(await conversing(workspace).ask(`${BOT} 50bps`, { as })).toHaveLength(1);
  });

  it('though Slack sends it again, three times', async ({ open }) => {
    const workspace = await open();
    const { say, ask } = conversing(workspace);
    const ts = await say(`${BOT} 50bps`);
    for (const retry of [1, 2, 3]) expect(await ask(`${BOT} 50bps`, { ts, retry })).toEqual([]);
    expect(workspace.slack.posted).toHaveLength(1);
  });

  it('over Socket Mode too', async ({ open }) => {
    const workspace = await open('socket');
    const { say, ask } = conversing(workspace);
    const ts = await say(`${BOT} 50bps`);
    expect(await ask(`${BOT} 50bps`, { ts })).toEqual([]);
    expect(await ask('and 100?', { thread: ts })).toHaveLength(1);
  });

  it('across a restart, after which the conversation goes on', async ({ open, storePath }) => {
    const first = await open('http', { store: await opened(storePath) });
    const ts = newTs();
    await conversing(first).say(`${BOT} 50bps floating=60%`, { ts });
    expect(first.slack.posted).toHaveLength(1);
    await first.close();
    const second = await open('http', { store: await opened(storePath) });
    const { ask } = conversing(second);
    expect(await ask(`${BOT} 50bps floating=60%`, { ts, retry: 1 })).toEqual([]);
    expect(only(await ask('and 100?', { thread: ts })).text).toMatch(/^100 bp cut: SmallCap net income \+11\.71%/);
  });

  it('though the button in its thread is reported twice', async ({ open }) => {
    const workspace = await open();
    const { slack, sender } = workspace;
    const { say, sent } = conversing(workspace);
    await say(`${BOT} 50bps`);
    const message = only(slack.posted);
    const payload = {
      type: 'block_actions',
      user: { id: ASKER },
      team: { id: 'T0TEAM' },
      trigger_id: '77.7.7',
      channel: { id: message.channel },
      container: { type: 'message', message_ts: message.ts, is_ephemeral: false },
      message: { ts: message.ts, thread_ts: message.threadTs },
      response_url: slack.newResponseUrl(),
      actions: [{ type: 'button', action_id: 'ask:0', action_ts: '7.7', value: '{"kind":"rate-move","moveBps":-25}' }],
    };
    await sent([() => sender.sendInteraction(payload), () => sender.sendInteraction(payload)]);
    expect(slack.posted).toHaveLength(2);
  });
});

describe.concurrent('a store that takes longer than Slack waits', () => {
  it('costs nobody an answer: what is acknowledged too late is sent again, and was answered', async ({ open }) => {
    const store = createMemoryStore();
    let waitMs = 3_500;
    const keepRequest: Store['keepRequest'] = async (...request) => {
      await wait(waitMs);
      waitMs = 0;
      return store.keepRequest(...request);
    };
    const workspace = await open('http', { store: { ...store, keepRequest } });
    const { ask } = conversing(workspace);
    const ts = newTs();
    expect(only(await ask(`${BOT} 50bps`, { ts })).text).toMatch(/^50 bp cut/);
    expect(await ask(`${BOT} 50bps`, { ts, retry: 1 })).toEqual([]);
    expect(workspace.slack.privateReplies).toEqual([]);
  });
});

describe.concurrent('a store that can no longer be written', () => {
  it('costs nobody an answer, is logged once, and lets nothing be answered twice', async ({ open, storePath }) => {
    const workspace = await open('http', { store: await opened(storePath) });
    const { ask } = conversing(workspace);
    // no file can be written where a folder stands
    const inTheWay = join(dirname(storePath), '.desk.json.tmp');
    mkdirSync(inTheWay);
    const ts = newTs();
    expect(await ask(`${BOT} 50bps`, { ts })).toHaveLength(1);
    expect(await ask(`${BOT} 50bps`, { ts, retry: 1 })).toEqual([]);
    expect(await ask('25bps', { channel: DIRECT_MESSAGE })).toHaveLength(1);
    expect(workspace.slack.privateReplies).toEqual([]);
    rmdirSync(inTheWay);
    expect(await ask(`${BOT} 50bps`, { ts, retry: 2 })).toEqual([]);
    const failures = workspace.log.entries().filter(({ msg }) => msg.includes('the store fails'));
    expect(failures).toHaveLength(1);
  });
});
