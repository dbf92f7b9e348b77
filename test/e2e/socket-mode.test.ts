import { describe, expect } from 'vitest';
import { ASKER, labelsOf } from '../doubles/payloads.ts';
import { eventually } from './eventually.ts';
import { CUT_50, headerOf, it, only } from './workspace.ts';

describe.concurrent('over a WebSocket', () => {
  it('a command is acknowledged with nothing and answered in the channel', async ({ open }) => {
    const { slack, type, through } = await open('socket');
    const { body, ackMs } = await type('50bps');
    expect(body).toBe('');
    expect(ackMs).toBeLessThan(1_000);
    await through(1);
    const message = only(slack.posted);
    expect(headerOf(message)).toBe(CUT_50);
    expect(message.text).toContain(`Asked by <@${ASKER}>`);
  });

  it('words that are not understood are answered privately', async ({ open }) => {
    const { slack, type, through } = await open('socket');
    await type('abc');
    await through(1);
    expect(only(slack.privateReplies).text).toContain('I could not read “abc” as a rate move.');
    expect(slack.posted).toEqual([]);
  });

  it('a command is acknowledged before a slow post is done', async ({ open }) => {
    const { slack, type, through } = await open('socket');
    slack.script.once('chat.postMessage', { delayMs: 2_000 });
    const { ackMs } = await type('50bps');
    expect(slack.posted).toEqual([]);
    expect(ackMs).toBeLessThan(1_000);
    await through(1);
    expect(slack.posted).toHaveLength(1);
  });

  it('buttons work on public and private messages', async ({ open }) => {
    const { slack, type, click, through } = await open('socket');
    await type('50bps');
    await through(1);
    const message = only(slack.posted);
    expect((await click('Hike 50 bp', message)).body).toBe('');
    await type('50bps private');
    await through(3);
    expect(slack.posted.at(-1)?.threadTs).toBe(message.ts);
    const reply = only(slack.privateReplies);
    expect(labelsOf(reply)).toContain('Share');
    await click('Share', reply);
    await through(4);
    expect(slack.posted).toHaveLength(3);
    expect(slack.callsTo('response_url').at(-1)?.arguments).toEqual({ delete_original: true });
  });

  it('pings are answered, and nothing listens unless a port is given', async ({ open }) => {
    const { slack, port } = await open('socket');
    await eventually(() => expect(slack.link.pongs()).toBe(1));
    expect(port).toBeUndefined();
  });

  it('the health pages are served on a port that is given, and nothing else is', async ({ open }) => {
    const { port } = await open('socket with health pages');
    const get = async (path: string, method = 'GET') => {
      const page = await fetch(`http://127.0.0.1:${port}${path}`, { method });
      return [page.status, await page.text()];
    };
    expect(await get('/healthz')).toEqual([200, 'ok\n']);
    expect(await get('/readyz?from=probe')).toEqual([200, 'ready\n']);
    expect(await get('/slack/events', 'POST')).toEqual([404, '']);
  });
});
