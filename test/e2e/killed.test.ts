import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import type { FakeSlack, Shown } from '../doubles/fake-slack.ts';
import { ASKER, buttonOf, labelsOf, mentionEvent, messageEvent } from '../doubles/payloads.ts';
import { httpSender, type Sender } from '../doubles/sending.ts';
import { type Behaviour, DIRECT_MESSAGE, MEMBER, SCOPES } from '../doubles/web-api.ts';
import { BOT, newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { httpSettings, it, type Program } from './program.ts';

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

const LATE = /This comes late: I was stopped before I could answer\.$/;
const UNSURE = /^I was stopped while I was answering you\. If no answer is here:/;

type Send = (sender: Sender, slack: FakeSlack) => Promise<unknown>;

const command =
  (text: string, name = '/ratecut'): Send =>
  (sender, slack) =>
    sender.sendCommand({ text, command: name, responseUrl: slack.newResponseUrl() });

const mention =
  (text: string): Send =>
  (sender) =>
    sender.sendEvent(mentionEvent({ text: `${BOT} ${text}`, user: ASKER, channel: MEMBER, ts: newTs() }));

const direct: Send = (sender) =>
  sender.sendEvent(messageEvent({ text: '50bps', user: ASKER, channel: DIRECT_MESSAGE, ts: newTs() }));

/** Programs one after the other on one store: each is killed before the next begins. */
const inTurn = (slack: FakeSlack, run: (env: Record<string, string>) => Program, storePath: string) => {
  let last: Program | undefined;
  return async (): Promise<Sender> => {
    last?.stop('SIGKILL');
    await last?.ended;
    last = run({ ...httpSettings(slack), STORE_PATH: storePath });
    return httpSender(await last.ready());
  };
};

/** The ids of requests that are open in the journal beside the store. */
const openIn = (storePath: string): readonly string[] => {
  const lines = readFileSync(`${storePath}.requests`, 'utf8').split('\n').filter(Boolean);
  const entries = lines.map((line) => JSON.parse(line) as readonly string[]);
  const dropped = new Set(entries.flatMap(([what, id]) => (what === 'dropped' ? [id] : [])));
  return entries.flatMap(([what, id = '']) => (what === 'kept' && !dropped.has(id) ? [id] : []));
};

/** What has been shown, once nothing is open any more and the program has been killed and started once more. */
const allShown = async (
  next: () => Promise<Sender>,
  slack: FakeSlack,
  storePath: string,
): Promise<readonly Shown[]> => {
  await eventually(() => expect(openIn(storePath)).toEqual([]), 10_000);
  await command('1bp')(await next(), slack);
  await eventually(() => expect(slack.posted.at(-1)?.text).toMatch(/^1 bp cut/), 10_000);
  return [...slack.posted, ...slack.privateReplies].filter(({ text }) => !text.startsWith('1 bp cut'));
};

describe.concurrent('the program, killed after it has acknowledged and before it has sent anything', {
  timeout: 60_000,
}, () => {
  it.for<[string, Send, RegExp]>([
    ['a mention', mention('50bps'), /^50 bp cut/],
    ['a command', command('50bps'), /^50 bp cut/],
    ['a private command', command('50bps private'), /^50 bp cut/],
    ['a brief', command('now', '/brief'), /^Russell 2000|^Brief|brief/i],
  ])('answers %s once when it is back, and says that it is late', async ([, send, head], { slack, run, storePath }) => {
    const next = inTurn(slack, run, storePath);
    slack.script.once('conversations.info', 'never answer');
    await send(await next(), slack);
    await eventually(() => expect(slack.callsTo('conversations.info')).toHaveLength(1), 8_000);
    await next();
    await eventually(() => expect(slack.posted.length + slack.privateReplies.length).toBeGreaterThan(0), 15_000);
    const shown = await allShown(next, slack, storePath);
    const [answer] = shown;
    expect(answer?.text).toMatch(head);
    expect(answer?.text).toMatch(LATE);
    // a brief has its details beneath it, and nothing else follows
    expect(shown.filter((one) => one === answer || one.threadTs !== answer?.ts)).toHaveLength(1);
  });

  it('goes on with a thread in which nobody mentions it', async ({ slack, run, storePath }) => {
    const next = inTurn(slack, run, storePath);
    const thread = newTs();
    const asked = { user: ASKER, channel: MEMBER };
    await (await next()).sendEvent(mentionEvent({ text: `${BOT} 50bps`, ...asked, ts: thread }));
    await eventually(() => expect(slack.posted).toHaveLength(1), 8_000);
    slack.script.once('conversations.info', 'never answer');
    const followUp = messageEvent({ text: 'and 100?', ...asked, ts: newTs(), threadTs: thread });
    const looked = slack.callsTo('conversations.info').length;
    await (await next()).sendEvent(followUp);
    await eventually(() => expect(slack.callsTo('conversations.info')).toHaveLength(looked + 1), 8_000);
    const sender = await next();
    await eventually(() => expect(slack.posted).toHaveLength(2), 15_000);
    await sender.sendEvent(followUp, 1);
    await sender.sendEvent(messageEvent({ text: 'and 75?', ...asked, ts: newTs(), threadTs: thread }));
    await eventually(() => expect(slack.posted).toHaveLength(3), 15_000);
    expect(slack.posted.map(({ text }) => text.split(' ')[0])).toEqual(['50', '100', '75']);
    expect(slack.posted[1]).toMatchObject({ threadTs: thread, text: expect.stringMatching(LATE) });
    expect((await allShown(next, slack, storePath)).length).toBe(3);
  });

  it('asks to ask again where the words were not understood, and stores none of them', async ({
    slack,
    run,
    storePath,
  }) => {
    const next = inTurn(slack, run, storePath);
    slack.script.once('conversations.info', 'never answer');
    await mention('fnord grabble xyzzy')(await next(), slack);
    await eventually(() => expect(slack.callsTo('conversations.info')).toHaveLength(1), 8_000);
    const folder = dirname(storePath);
    const stored = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(stored.some((text) => text.includes('"again"'))).toBe(true);
    expect(stored.join('')).not.toMatch(/fnord|grabble|xyzzy/);
    await next();
    await eventually(() => expect(slack.privateReplies).toHaveLength(1), 15_000);
    expect(slack.privateReplies[0]?.text).toBe('I was stopped before I could answer you. Please ask again.');
    expect(await allShown(next, slack, storePath)).toHaveLength(1);
  });

  it('does not do twice what may have been done, and says where to look', async ({ slack, run, storePath }) => {
    const next = inTurn(slack, run, storePath);
    slack.script.once('users.info', 'never answer');
    await command('weekdays 07:30', '/brief')(await next(), slack);
    await eventually(() => expect(slack.callsTo('users.info')).toHaveLength(1), 8_000);
    await next();
    await eventually(() => expect(slack.privateReplies).toHaveLength(1), 15_000);
    expect(slack.privateReplies[0]?.text).toMatch(/^I was stopped while I was doing that\. See \/brief list/);
    expect(await allShown(next, slack, storePath)).toHaveLength(1);
  });
});

describe.concurrent('the program, killed while it sends an answer', { timeout: 60_000 }, () => {
  const LOST: readonly (readonly [string, Behaviour])[] = [
    ['before Slack has carried it out', 'never answer'],
    ['after Slack has carried it out', 'stall the answer'],
  ];
  const KINDS: readonly (readonly [string, Send])[] = [
    ['a mention', mention('50bps')],
    ['a direct message', direct],
    ['a command', command('50bps')],
  ];

  it.for(
    KINDS.flatMap(([kind, send]) => LOST.map(([when, behaviour]) => [`${kind}, ${when}`, send, behaviour] as const)),
  )('to %s, has answered once when it is back', async ([, send, behaviour], { slack, run, storePath }) => {
    const next = inTurn(slack, run, storePath);
    slack.script.once('chat.postMessage', behaviour);
    await send(await next(), slack);
    await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(1), 8_000);
    await next();
    const searched = () =>
      slack.callsTo('conversations.history').length + slack.callsTo('conversations.replies').length;
    await eventually(() => expect(searched()).toBe(1), 15_000);
    await eventually(() => expect(slack.posted).toHaveLength(1), 8_000);
    const shown = await allShown(next, slack, storePath);
    expect(shown.map(({ text }) => text.slice(0, 9))).toEqual(['50 bp cut']);
  });

  it('that is private, or in a channel that it may not read, says so and offers it', async ({
    slack,
    run,
    storePath,
  }) => {
    slack.grant(SCOPES.filter((scope) => scope !== 'channels:history'));
    const next = inTurn(slack, run, storePath);
    slack.script.once('response_url', 'never answer');
    slack.script.once('chat.postMessage', 'never answer');
    const sender = await next();
    await command('50bps private')(sender, slack);
    await command('100bps')(sender, slack);
    await eventually(() => expect(slack.callsTo('response_url')).toHaveLength(1), 8_000);
    await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(1), 8_000);
    const back = await next();
    await eventually(() => expect(slack.privateReplies).toHaveLength(2), 20_000);
    for (const reply of slack.privateReplies) {
      expect(reply.text).toMatch(UNSURE);
      expect(labelsOf(reply)).toEqual(['Answer now']);
    }
    const [first] = slack.privateReplies as [Shown];
    const button = buttonOf(first, 'Answer now');
    await back.sendClick({ button, isPrivate: true, ts: first.ts, responseUrl: slack.newResponseUrl() });
    await eventually(() => expect(slack.privateReplies.at(-1)?.text).toMatch(/^50 bp cut/), 8_000);
    expect((await allShown(next, slack, storePath)).length).toBe(3);
  });
});
