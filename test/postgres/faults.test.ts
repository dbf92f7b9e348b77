import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, inject, test } from 'vitest';
import { startFakeSlack } from '../doubles/fake-slack.ts';
import { ASKER, messageEvent } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, MEMBER, TEAM } from '../doubles/web-api.ts';
import { newTs } from '../e2e/conversing.ts';
import { eventually } from '../e2e/eventually.ts';
import {
  dueAgo,
  type Instance,
  minutesFromNow,
  newDatabase,
  outcomesOf,
  standing,
  startInstance,
  storeIn,
} from './instances.ts';
import { killWhilePosting } from './kills.ts';
import { answeredCuts, busySlack, clocksApart, mention, sendToAll } from './scenarios.ts';
import { startPostgres } from './server.ts';

const LONG_MS = 240_000;
/** A busy machine takes its time to start a dozen programs. */
const PATIENCE_MS = 60_000;
const AWAY_MS = 30_000;
/** `npm run faults` takes a minute. */
const BUSY_MS = 25_000;

const it = test
  .extend('slack', async ({ onTestFinished }) => {
    const slack = await startFakeSlack();
    onTestFinished(() => slack.close());
    return slack;
  })
  .extend('start', ({ slack, onTestFinished }) => {
    const started: Instance[] = [];
    onTestFinished(async () => {
      await Promise.all(started.map((one) => one.end('SIGKILL')));
    });
    return async (url: string, aheadMs = 0): Promise<Instance> => {
      const instance = await startInstance(slack, url, aheadMs);
      started.push(instance);
      return instance;
    };
  });

describe.concurrent('two instances', { timeout: LONG_MS }, () => {
  it('answer an event once that both get at once, and go on with each other’s threads and with what a killed one kept', async ({
    slack,
    start,
  }) => {
    const url = await newDatabase(inject('databaseUrl'), 'conversations');
    const [one, other] = await Promise.all([start(url), start(url)]);
    await sendToAll([one, other], 20);
    await eventually(() => expect(answeredCuts(slack).length).toBeGreaterThanOrEqual(20), PATIENCE_MS);
    await wait(1_500);
    expect(answeredCuts(slack)).toEqual(Array.from({ length: 20 }, (_, size) => size + 1));

    const thread = newTs();
    await one.sender.sendEvent(mention('cut 50 bp', undefined, thread));
    await eventually(() => expect(answeredCuts(slack)).toContain(50), PATIENCE_MS);
    const followUp = { user: ASKER, channel: MEMBER, threadTs: thread };
    await other.sender.sendEvent(messageEvent({ ...followUp, text: 'and 100?', ts: newTs() }));
    await eventually(() => expect(answeredCuts(slack)).toContain(100), PATIENCE_MS);

    slack.script.once('chat.postMessage', 'never answer');
    const calls = slack.callsTo('chat.postMessage').length;
    await one.sender.sendEvent(mention('cut 75 bp'));
    await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(calls + 1), PATIENCE_MS);
    await one.end('SIGKILL');
    await eventually(() => expect(answeredCuts(slack)).toContain(75), PATIENCE_MS);
    await eventually(() => expect(other.logged()).toContain('"what":"late"'), PATIENCE_MS);
  });

  it('count each of many follow-ups that both get within milliseconds in one thread', async ({ slack, start }) => {
    const url = await newDatabase(inject('databaseUrl'), 'follow_ups');
    const both = await Promise.all([start(url), start(url)]);
    const thread = newTs();
    await both[0].sender.sendEvent(mention('cut 50 bp', undefined, thread));
    await eventually(() => expect(answeredCuts(slack)).toEqual([50]), PATIENCE_MS);
    const more = Array.from({ length: 12 }, () => mention('add another 25', thread));
    await Promise.all(more.map((event, place) => both[place % 2]?.sender.sendEvent(event)));
    await eventually(() => expect([...slack.posted, ...slack.privateReplies]).toHaveLength(13), PATIENCE_MS);
    expect(answeredCuts(slack)).toEqual(Array.from({ length: 13 }, (_, place) => 50 + 25 * place));
    const store = await storeIn(url);
    const stored = await store.thread({ team: TEAM, channel: MEMBER, thread }, minutesFromNow(0));
    await store.close();
    expect(stored?.context?.last).toMatchObject({ kind: 'rate-move', moveBps: -350 });
  });

  it('stop an answer that waits for Slack at the other one, and one that a killed one left', async ({
    slack,
    start,
  }) => {
    const url = await newDatabase(inject('databaseUrl'), 'stops');
    const [one, other] = await Promise.all([start(url), start(url)]);
    const direct = (text: string, ts: string) => messageEvent({ text, user: ASKER, channel: DIRECT_MESSAGE, ts });
    const stop = (thread: string) => ({
      ...{ type: 'agent_session_stopped', user: ASKER, streaming_message_ts: [] },
      ...{ channel: DIRECT_MESSAGE, thread_ts: thread, event_ts: newTs() },
    });
    const tries = () => slack.callsTo('chat.postMessage').length;
    const [thread, another] = [newTs(), newTs()];
    slack.script.once('chat.postMessage', { status: 429, retryAfterSeconds: 8 });
    await one.sender.sendEvent(direct('cut 40 bp', thread));
    await eventually(() => expect(tries()).toBe(1), PATIENCE_MS);
    await other.sender.sendEvent(stop(thread));
    await eventually(() => expect(one.logged()).toContain('"outcome":"stopped"'), PATIENCE_MS);

    slack.script.once('chat.postMessage', { status: 429, retryAfterSeconds: 20 });
    await one.sender.sendEvent(direct('cut 45 bp', another));
    await eventually(() => expect(tries()).toBe(2), PATIENCE_MS);
    await one.end('SIGKILL');
    await other.sender.sendEvent(stop(another));
    await eventually(() => expect(other.logged()).toContain('"what":"late","outcome":"stopped"'), PATIENCE_MS);
    expect([answeredCuts(slack), tries()]).toEqual([[], 2]);
  });

  it('of which one is killed with -9 while it posts, ten times, post each brief once and lose none', async ({
    slack,
  }) => {
    const url = await newDatabase(inject('databaseUrl'), 'kills');
    const after = await killWhilePosting(slack, url, { kills: 10, perKill: 8, patienceMs: 120_000 });
    expect(after).toMatchObject({ schedules: 80, posted: 80, doubled: 0, lost: 0 });
  });

  it('whose clocks are two minutes apart post each brief once and answer each question once', async ({
    slack,
    start,
  }) => {
    const url = await newDatabase(inject('databaseUrl'), 'clocks');
    const { outcomes, standing: counts, answered } = await clocksApart(slack, start, { url, waitMs: 5_000 });
    expect(outcomes).toEqual(Array(10).fill('posted'));
    expect(counts).toEqual(Array(10).fill(1));
    expect(answered).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('wait as long as Slack takes nothing, and post each brief once', async ({ slack, start }) => {
    const url = await newDatabase(inject('databaseUrl'), 'busy');
    const after = await busySlack(slack, start, { url, busyMs: BUSY_MS });
    expect(after.outcomes).toEqual(Array(20).fill('posted'));
    expect(after.standing).toEqual(Array(20).fill(1));
    // once in ten seconds, whichever of them it is
    expect(after.triesAChannel).toBeLessThanOrEqual(BUSY_MS / 10_000 + 1);
  });

  it('answer without their database and say so, and post what was due once it is back', async ({
    slack,
    start,
    onTestFinished,
  }) => {
    const server = await startPostgres();
    onTestFinished(server.remove);
    const url = server.urlOf('postgres');
    const [one, other] = await Promise.all([start(url), start(url)]);
    const thread = newTs();
    await one.sender.sendEvent(mention('50bps', undefined, thread));
    await eventually(() => expect(slack.posted).toHaveLength(1), PATIENCE_MS);
    // a restart in between costs nothing
    await server.end('SIGINT');
    await server.start();
    await wait(1_500);
    await other.sender.sendEvent(mention('and 100?', thread));
    await eventually(() => expect(slack.posted[1]?.text).toMatch(/^100 bp cut/), PATIENCE_MS);
    expect(JSON.stringify(slack.posted[1]?.blocks)).not.toContain('database');
    const store = await storeIn(url);
    for (let channel = 0; channel < 5; channel += 1) {
      await store.addSchedule(dueAgo(1, { channel: `C0MANY${channel}` }), 100);
    }
    await store.close();
    await server.end('SIGKILL');
    const gone = performance.now();
    const { ackMs } = await one.sender.sendEvent(mention('25bps'));
    await other.sender.sendEvent(mention('and 100?', thread));
    await eventually(() => expect(answeredCuts(slack).filter((size) => size === 25)).toEqual([25]), PATIENCE_MS);
    expect(ackMs).toBeLessThan(3_000);
    const shown = slack.posted.find(({ text }) => text.startsWith('25 bp cut'));
    expect(JSON.stringify(shown?.blocks)).toContain('My database cannot be reached just now');
    await wait(AWAY_MS - (performance.now() - gone));
    expect(standing(slack).size).toBe(0);
    await server.start();
    await eventually(() => expect(standing(slack).size).toBe(5), 100_000);
    const back = await storeIn(url);
    const outcomes = await outcomesOf(back, 5, 60_000);
    await back.close();
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(5).fill('posted'));
    expect([...standing(slack).values()]).toEqual(Array(5).fill(1));
    expect(answeredCuts(slack).filter((size) => size === 25)).toEqual([25]);
  });
});
