import { describe, expect } from 'vitest';
import { ASKER, mentionEvent, messageEvent } from '../doubles/payloads.ts';
import { httpSender } from '../doubles/sending.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { BOT, newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { httpSettings, it } from './program.ts';

const FOLLOW_UPS = ['and 100?', 'hike 25?', 'who is bearish?', 'and 75?'];
const HEADS = [/^50 bp cut/, /^100 bp cut/, /^25 bp hike/, /^4 lean bearish/, /^75 bp hike/];

describe.concurrent('the program, killed without a warning', { timeout: 60_000 }, () => {
  it('between any two turns, goes on with the conversation and answers nothing twice', async ({
    slack,
    run,
    storePath,
  }) => {
    const settings = { ...httpSettings(slack), STORE_PATH: storePath };
    const thread = newTs();
    const said: object[] = [];
    let program = run(settings);
    let sender = httpSender(await program.ready());
    for (const [at, text] of [`${BOT} 50bps`, ...FOLLOW_UPS].entries()) {
      const written = { text, user: ASKER, channel: MEMBER };
      const event =
        at === 0
          ? mentionEvent({ ...written, ts: thread })
          : messageEvent({ ...written, ts: newTs(), threadTs: thread });
      said.push(event);
      await sender.sendEvent(event);
      await eventually(() => expect(slack.posted).toHaveLength(at + 1), 8_000);
      program.stop('SIGKILL');
      await program.ended;
      program = run(settings);
      sender = httpSender(await program.ready());
      for (const before of said) await sender.sendEvent(before, 1);
    }
    program.stop('SIGTERM');
    await program.ended;
    for (const [at, head] of HEADS.entries()) expect(slack.posted[at]?.text).toMatch(head);
    expect(slack.posted).toHaveLength(HEADS.length);
  });

  it('while it posts, has posted that turn once when it is back', async ({ slack, run, storePath }) => {
    const settings = { ...httpSettings(slack), STORE_PATH: storePath };
    const thread = newTs();
    const mention = mentionEvent({ text: `${BOT} 50bps`, user: ASKER, channel: MEMBER, ts: thread });
    slack.script.once('chat.postMessage', 'never answer');
    const first = run(settings);
    await httpSender(await first.ready()).sendEvent(mention);
    await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(1), 8_000);
    first.stop('SIGKILL');
    await first.ended;
    const second = run(settings);
    const { sendEvent } = httpSender(await second.ready());
    await sendEvent(mention, 1);
    await sendEvent(messageEvent({ text: 'and 100?', user: ASKER, channel: MEMBER, ts: newTs(), threadTs: thread }));
    await eventually(() => expect(slack.posted).toHaveLength(2), 15_000);
    expect(slack.posted.map(({ text }) => text.split(' ')[0])).toEqual(['100', '50']);
    second.stop('SIGTERM');
    await second.ended;
    expect(slack.callsTo('chat.postMessage')).toHaveLength(3);
  });
});
