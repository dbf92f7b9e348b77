import { describe, expect } from 'vitest';
import { BOT, conversing } from './conversing.ts';
import { eventually } from './eventually.ts';
import { it } from './workspace.ts';

const BUSY = 'More is asked of me just now than I can answer in time. Ask again in a minute.';
const SLOW_MS = 15_000;
const TAKEN = 300;
const LONG_MS = 60_000;

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('more than can be answered in time', { timeout: LONG_MS }, () => {
  it('is refused in words, each in its own way, while the rest is answered over few connections', async ({ open }) => {
    const workspace = await open('http', { callTimeoutMs: 2 * SLOW_MS });
    const { slack, type } = workspace;
    await type('1bp');
    await eventually(() => expect(slack.posted).toHaveLength(1));
    slack.script.always('chat.postMessage', { delayMs: SLOW_MS });
    const taken = await Promise.all(numbers(TAKEN).map((index) => type(`${1 + index}bps`)));
    expect(taken.map(({ body }) => body)).toEqual(numbers(TAKEN).map(() => ''));

    const { body, ackMs } = await type('400bps');
    expect(JSON.parse(body)).toMatchObject({ response_type: 'ephemeral', text: BUSY });
    expect(ackMs).toBeLessThan(SLOW_MS);
    // whoever is answered only by calls is told by one
    await conversing(workspace).say(`${BOT} 50bps`, { as: ['app_mention'], user: 'U0IMPATIENT' });
    expect(slack.privateReplies.map(({ text, user }) => [text, user])).toEqual([[BUSY, 'U0IMPATIENT']]);

    slack.script.always('chat.postMessage', { delayMs: 0 });
    await eventually(() => expect(slack.posted).toHaveLength(1 + TAKEN), LONG_MS);
    expect(slack.mostConnections()).toBeLessThanOrEqual(110);
    expect((await type('25bps')).body).toBe('');
  });
});

describe('answers that wait as long as Slack asks for', { timeout: LONG_MS }, () => {
  it('keep nobody else from asking', async ({ workspace: { slack, type } }) => {
    await type('1bp');
    await eventually(() => expect(slack.posted).toHaveLength(1));
    slack.script.always('chat.postMessage', { status: 429, retryAfterSeconds: 20 });
    await Promise.all(numbers(TAKEN).map((index) => type(`${1 + index}bps`)));
    await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(1 + TAKEN), LONG_MS);
    slack.script.always('chat.postMessage', { delayMs: 0 });
    expect((await type('400bps')).body).toBe('');
    await eventually(() => expect(slack.posted).toHaveLength(2));
    expect(slack.posted[1]?.text).toMatch(/^400 bp/);
  });
});

describe('replies to an address of their own', () => {
  it('share few connections', { timeout: LONG_MS }, async ({ workspace: { slack, type } }) => {
    slack.script.always('conversations.info', { error: 'channel_not_found' });
    slack.script.always('response_url', { delayMs: 2_000 });
    await Promise.all(numbers(TAKEN).map((index) => type(`${1 + index}bps`)));
    await eventually(() => expect(slack.privateReplies).toHaveLength(TAKEN), LONG_MS);
    expect(slack.mostConnections()).toBeLessThanOrEqual(110);
  });
});
