import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { createMemoryStore } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/lowdb.ts';
import type { Store } from '../../src/store/store.ts';
import { ASKER, buttonOf, clickPayload, commandPayload, mentionEvent } from '../doubles/payloads.ts';
import {
  type Acknowledged,
  eventsUrl,
  formOf,
  nowSeconds,
  postRaw,
  SIGNING_SECRET,
  signatureOf,
} from '../doubles/sending.ts';
import { DIRECT_MESSAGE, MEMBER } from '../doubles/web-api.ts';
import { BOT, conversing, newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { it, NOW, only, type Workspace } from './workspace.ts';

const opened = (path: string) => openStore({ path, now: NOW, report: () => undefined });

describe.concurrent('one message is answered once', () => {
  it.for([
    ['its two events, whichever comes first', ['message', 'app_mention']],
    ['its two events, the other way round', ['app_mention', 'message']],
    ['four events at once', ['app_mention', 'message', 'message', 'app_mention']],
  ] as const)('though Slack sends %s', async ([, as], { workspace }) => {
    expect(await conversing(workspace).ask(`${BOT} 50bps`, { as })).toHaveLength(1);
  });

  it('though Slack sends it again, three times', async ({ workspace }) => {
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

  it('though the button in its thread is reported twice', async ({ workspace }) => {
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

/** A signed request, to be sent as often as one likes. */
const signed = (body: string, atSeconds = nowSeconds()) => {
  const headers = signatureOf(body, SIGNING_SECRET, atSeconds);
  return ({ port }: Pick<Workspace, 'port'>): Promise<Required<Acknowledged>> =>
    postRaw(eventsUrl(port ?? 0), body, headers);
};

const command = ({ slack }: Workspace, text = '50bps'): string =>
  formOf(commandPayload({ text, responseUrl: slack.newResponseUrl() }));

/** Sent once, sent again four times, and five times at once. */
const sendTenTimes = async (workspace: Workspace, send: ReturnType<typeof signed>): Promise<void> => {
  for (let times = 0; times < 5; times += 1) expect(await send(workspace)).toMatchObject({ status: 200, body: '' });
  const together = await Promise.all(Array.from({ length: 5 }, () => send(workspace)));
  for (const answer of together) expect(answer).toMatchObject({ status: 200, body: '' });
};

describe('a signed request that is sent again, byte for byte', () => {
  it('as a command, is answered once, and each time acknowledged', async ({ workspace }) => {
    const { slack, type, through } = workspace;
    await sendTenTimes(workspace, signed(command(workspace)));
    await type('100bps');
    await through(11);
    expect(slack.posted.map(({ text }) => text.slice(0, 10))).toEqual(
      ['50 bp cut:', '100 bp cut'].map((text) => text.slice(0, 10)),
    );
  });

  it('ten times at once, is answered once', async ({ workspace }) => {
    const send = signed(command(workspace));
    await Promise.all(Array.from({ length: 10 }, () => send(workspace)));
    await workspace.through(10);
    expect(workspace.slack.posted).toHaveLength(1);
  });

  it('as a private command, is answered once', async ({ workspace }) => {
    await sendTenTimes(workspace, signed(command(workspace, '50bps private')));
    await workspace.through(10);
    expect(workspace.slack.privateReplies).toHaveLength(1);
  });

  it('as a click on Share, shares once', async ({ workspace }) => {
    const { slack, type, through } = workspace;
    await type('50bps private');
    await through(1);
    const reply = only(slack.privateReplies);
    const button = buttonOf(reply, 'Share');
    const click = clickPayload({ button, isPrivate: true, ts: reply.ts, responseUrl: slack.newResponseUrl() });
    await sendTenTimes(workspace, signed(formOf({ payload: JSON.stringify(click) })));
    await through(11);
    expect(slack.posted).toHaveLength(1);
  });

  it('that sets up a brief, sets up one', async ({ workspace }) => {
    const body = formOf(
      commandPayload({ command: '/brief', text: 'weekdays 07:30', responseUrl: workspace.slack.newResponseUrl() }),
    );
    await sendTenTimes(workspace, signed(body));
    await workspace.through(10);
    expect(await workspace.store.schedules('T0TEAM')).toHaveLength(1);
  });

  it('is known after a restart', async ({ open, storePath }) => {
    const opened = () => openStore({ path: storePath, now: NOW, report: () => undefined });
    const first = await open('http', { store: await opened() });
    const send = signed(command(first));
    await send(first);
    await first.through(1);
    await first.close();
    const second = await open('http', { store: await opened() });
    expect(await send(second)).toMatchObject({ status: 200, body: '' });
    await second.through(1);
    expect([...first.slack.posted, ...second.slack.posted]).toHaveLength(1);
  });
});

describe('a request that is not the same', () => {
  it('though its words are, is answered', async ({ workspace: { type, through, slack } }) => {
    for (let times = 0; times < 3; times += 1) await type('50bps');
    await through(3);
    expect(slack.posted).toHaveLength(3);
  });

  it('since it was not taken the first time, is answered', async ({ workspace }) => {
    const { slack } = workspace;
    const send = signed(command(workspace));
    const forged = await postRaw(eventsUrl(workspace.port ?? 0), command(workspace), {
      'x-slack-request-timestamp': String(nowSeconds()),
      'x-slack-signature': 'v0=0',
    });
    expect(forged.status).toBe(401);
    await send(workspace);
    await eventually(() => expect(slack.posted).toHaveLength(1));
  });
});

describe('a signed event that is sent again over a WebSocket', () => {
  it('is answered once', async ({ open }) => {
    const { slack, through } = await open('socket');
    const event = mentionEvent({ text: `${BOT} 50bps`, user: ASKER, channel: MEMBER, ts: newTs() });
    const payload = { type: 'event_callback', event_id: 'Ev1', team_id: 'T0TEAM', event };
    for (let times = 0; times < 3; times += 1) await slack.link.deliver('events_api', payload);
    await through(3);
    expect(slack.posted).toHaveLength(1);
  });
});

describe('a timestamp ahead', () => {
  const MINUTE = 60;
  it.for([
    ['four minutes, is taken', 4, 200],
    ['six minutes, is refused as one behind is', 6, 401],
    ['six minutes behind', -6, 401],
  ] as const)('%s', async ([, minutes, status], { workspace }) => {
    const answer = await signed(command(workspace), nowSeconds() + minutes * MINUTE)(workspace);
    expect(answer).toMatchObject({ status, body: '' });
  });
});
