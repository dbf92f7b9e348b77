import { describe, expect } from 'vitest';
import type { Facts } from '../../src/facts/facts.ts';
import type { CurrentFacts } from '../../src/slack/answer-cache.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { liveFacts, loadingFacts, risingFacts } from '../doubles/live-facts.ts';
import { ratioSeries } from '../doubles/market-series.ts';
import { ASKER, labelsOf } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, MEMBER } from '../doubles/web-api.ts';
import { BOT, conversing } from './conversing.ts';
import { eventually } from './eventually.ts';
import { it, NOW, only } from './workspace.ts';

const ROTATION = { command: '/rotation' };
const LOADING = loadingFacts(NOW);
const LIVE = risingFacts(NOW);

/** Facts that are loading until the data come. */
const arrivingFacts = (then: Facts) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let current: CurrentFacts = { facts: LOADING, arriving: promise };
  return {
    facts: () => current,
    arrive: () => {
      current = { facts: then };
      resolve();
    },
  };
};

describe.concurrent('market data in Slack', () => {
  it('does not hold up a reply, and brings it up to date once', async ({ open }) => {
    const { facts, arrive } = arrivingFacts(LIVE);
    const { slack, type, through } = await open('http', { facts });
    await type('', ROTATION);
    await through(1);
    const posted = only(slack.posted);
    expect(posted.text).toContain('still being loaded');
    expect(slack.updated).toEqual([]);
    arrive();
    await eventually(() => expect(slack.updated).toHaveLength(1));
    const updated = only(slack.updated);
    expect({ ts: updated.ts, channel: updated.channel }).toEqual({ ts: posted.ts, channel: MEMBER });
    expect(updated.text).toContain('ratio 0.450');
    expect(updated.text).toContain(`Asked by <@${ASKER}>`);
    await type('', ROTATION);
    await through(2);
    expect(slack.posted[1]?.text).toContain('ratio 0.450');
    expect(slack.updated).toHaveLength(1);
  });

  it('leaves an answer as it stands where the data do not come', async ({ open }) => {
    const { facts, arrive } = arrivingFacts(LOADING);
    const { slack, type, through } = await open('http', { facts });
    await type('50bps');
    await through(1);
    arrive();
    await type('50bps');
    await through(2);
    expect(slack.posted).toHaveLength(2);
    expect(slack.updated).toEqual([]);
  });

  it('does not update what has nothing of the market in it', async ({ open }) => {
    const { facts, arrive } = arrivingFacts(LIVE);
    const { slack, type, through } = await open('http', { facts });
    await type('bearish', { command: '/views' });
    await through(1);
    arrive();
    await type('', ROTATION);
    await through(2);
    expect(slack.posted).toHaveLength(2);
    expect(slack.updated).toEqual([]);
  });

  it('brings an answer up to date that offers an old ratio in the place of a price', async ({ open }) => {
    const { facts, arrive } = arrivingFacts(LIVE);
    const workspace = await open('http', { facts });
    const { slack } = workspace;
    const [posted] = await conversing(workspace).ask(`${BOT} what is the price of the Russell right now?`);
    expect(posted?.text).toContain('27 months old');
    arrive();
    await eventually(() => expect(slack.updated).toHaveLength(1));
    const updated = only(slack.updated);
    expect(updated.ts).toBe(posted?.ts);
    expect(updated.text).toContain('0.450');
    expect(updated.text).not.toContain('27 months old');
  });

  it('leaves an answer as it stands where the data change nothing but its id', async ({ open }) => {
    const { facts, arrive } = arrivingFacts(LIVE);
    const workspace = await open('http', { facts });
    const { slack, type, through } = workspace;
    await type('bearish', { command: '/views' });
    await through(1);
    const before = only(slack.posted);
    arrive();
    await type('bearish', { command: '/views' });
    await through(2);
    const idOf = ({ text }: Shown) => /Answer ([A-Z0-9]+)/.exec(text)?.[1];
    expect(idOf(slack.posted[1] as Shown)).not.toBe(idOf(before));
    expect(slack.updated).toEqual([]);
  });

  it('renders an answer again once the facts have changed', async ({ open }) => {
    let facts = LIVE;
    const { slack, type, through } = await open('http', { facts: () => ({ facts }) });
    await type('', ROTATION);
    await through(1);
    facts = liveFacts(NOW, {
      closes: ratioSeries(
        Array.from({ length: 500 }, () => 0.5),
        '2024-11-22',
      ),
    });
    await type('', ROTATION);
    await through(2);
    expect(slack.posted.map(({ text }) => text.match(/ratio 0\.\d{3}/i)?.[0].toLowerCase())).toEqual([
      'ratio 0.450',
      'ratio 0.500',
    ]);
  });

  it('sends the closes as a file to the asker alone', async ({ open }) => {
    const { slack, type, through } = await open('http', { facts: () => ({ facts: LIVE }) });
    await type('csv', ROTATION);
    await through(1);
    expect(slack.posted.map(({ channel }) => channel)).toEqual([DIRECT_MESSAGE]);
    expect(only(slack.privateReplies).via).toBe('response_url');
    expect(labelsOf(only(slack.privateReplies))).not.toContain('Share');
    expect(only(slack.privateReplies).text).toContain('The closes come as a file to your direct message with me');
    expect(slack.uploads).toHaveLength(1);
    expect(slack.uploads[0]).toContain('date,rut_close,spx_close,ratio');
    const [completed] = slack.callsTo('files.completeUploadExternal');
    expect(completed?.arguments).toMatchObject({ channel_id: DIRECT_MESSAGE, thread_ts: slack.posted[0]?.ts });
  });

  it('says where the file could not be sent', async ({ open }) => {
    const { slack, type, through } = await open('http', { facts: () => ({ facts: LIVE }) });
    slack.script.always('files.getUploadURLExternal', { error: 'missing_scope' });
    await type('csv', ROTATION);
    await through(1);
    expect(slack.posted.at(-1)?.text).toContain('the app lacks the scope files:write');
    expect(slack.uploads).toEqual([]);
  });
});
