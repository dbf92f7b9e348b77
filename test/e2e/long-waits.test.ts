import { describe, expect } from 'vitest';
import type { FakeSlack } from '../doubles/fake-slack.ts';
import { ASKER, mentionEvent } from '../doubles/payloads.ts';
import { httpSender } from '../doubles/sending.ts';
import { type Behaviour, MEMBER } from '../doubles/web-api.ts';
import { BOT, newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { httpSettings, it } from './program.ts';

/** Longer than any of these tests takes. */
const BUSY: Behaviour = { status: 429, retryAfterSeconds: 120 };

/** The next answer finds each way to its asker closed. */
const refuseNextAnswer = (slack: FakeSlack): void => {
  slack.script.once('chat.postMessage', BUSY);
  slack.script.once('chat.postEphemeral', BUSY);
  slack.script.once('chat.postMessage', BUSY);
};

const waits = (slack: FakeSlack) => eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(2), 10_000);

const mention = (words: string, thread?: string): object =>
  mentionEvent({ text: `${BOT} ${words}`, user: ASKER, channel: MEMBER, ts: newTs(), threadTs: thread });

describe.concurrent('an answer that Slack makes wait for minutes', { timeout: 40_000 }, () => {
  it('holds up nothing that is said in its thread after it', async ({ slack, run, storePath }) => {
    const sender = httpSender(await run({ ...httpSettings(slack), STORE_PATH: storePath }).ready());
    const thread = newTs();
    const first = mentionEvent({ text: `${BOT} 50bps`, user: ASKER, channel: MEMBER, ts: thread });
    refuseNextAnswer(slack);
    await sender.sendEvent(first);
    await waits(slack);
    await sender.sendEvent(mention('and 75?', thread));
    await eventually(() => expect(slack.posted).toHaveLength(1), 10_000);
    expect(slack.posted[0]).toMatchObject({ threadTs: thread, text: expect.stringMatching(/^75 bp cut/) });
  });

  it('holds up no other that is late in its channel', async ({ slack, run, storePath }) => {
    const settings = { ...httpSettings(slack), STORE_PATH: storePath };
    const killed = run(settings);
    const sender = httpSender(await killed.ready());
    slack.script.once('conversations.info', 'never answer');
    for (const words of ['50bps', '75bps']) await sender.sendEvent(mention(words));
    killed.stop('SIGKILL');
    await killed.ended;
    refuseNextAnswer(slack);
    await run(settings).ready();
    await eventually(() => expect(slack.posted).toHaveLength(1), 15_000);
    expect(slack.posted[0]?.text).toMatch(/^75 bp cut.* I was stopped before I could answer/s);
  });
});
