import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { openStore } from '../../src/store/lowdb.ts';
import { ASKER, labelsOf, messageEvent } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, MEMBER } from '../doubles/web-api.ts';
import { BOT, conversing, newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { CUT_50, it, NOW, only } from './workspace.ts';

/** What is said, and what the answer leads with. */
const TURNS: readonly (readonly [said: string, answer: RegExp])[] = [
  ['50bps', /^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%/],
  ['and 100?', /^100 bp cut: SmallCap net income \+8\.78%, LargeCap \+0\.47%/],
  ['what about a hike of 25?', /^25 bp hike: SmallCap net income −2\.19%, LargeCap −0\.12%/],
  ['with floating at 60%?', /^25 bp hike: SmallCap net income −2\.93%/],
  ['and 50bps?', /^50 bp hike: SmallCap net income −5\.85%/],
  ['back to the defaults', /^50 bp hike: SmallCap net income −4\.39%/],
  ['only large caps?', /^50 bp hike: LargeCap net income −0\.23%/],
  ['who is bearish?', /^4 lean bearish/],
  ['and the bulls?', /^13 lean bullish/],
  ['what does Kostin say?', /^David Kostin, Goldman/],
  ['where is that from?', /^That answer rests on 1 note\. Note 001/],
  ['check note 002', /^Note 002: /],
  ['do the notes conflict?', /^The notes differ on /],
  ['where is the ratio?', /^Russell 2000 over S&amp;P 500 at 0\.4 /],
  ['how is it computed?', /^Lift = /],
  ['what about tax?', /^Before tax\. After 21%/],
  ['compare 25, 50 and 100', /^25, 50 or 100 bp cut: LargeCap net income \+0\.12, \+0\.23 or \+0\.47%/],
  ['which cut lifts small caps by 10%?', /113\.9 bp cut/],
  ['which notes do you have?', /^Five notes/],
  ['what does a 200bp cut do to both?', /^200 bp cut: /],
];

describe.concurrent('twenty turns', () => {
  it('in a thread of a channel, the first one by name, each answered in that thread', async ({ workspace }) => {
    const { slack } = workspace;
    const { say, ask } = conversing(workspace);
    const thread = await say(`${BOT} ${TURNS[0]?.[0]}`);
    expect(only(slack.posted)).toMatchObject({ channel: MEMBER, threadTs: thread });
    expect(only(slack.posted).text).toMatch(TURNS[0]?.[1] ?? /$^/);
    for (const [said, answer] of TURNS.slice(1)) {
      const reply = only(await ask(said, { thread }));
      expect(reply.text, said).toMatch(answer);
      expect(reply).toMatchObject({ channel: MEMBER, threadTs: thread });
      expect(reply.text).not.toContain('Asked by');
    }
    expect(slack.privateReplies).toEqual([]);
  });

  it('in a direct message, each answered in the thread that the first one began', async ({ workspace }) => {
    const { ask } = conversing(workspace);
    let thread: string | undefined;
    for (const [said, answer] of TURNS) {
      const reply = only(await ask(said, { channel: DIRECT_MESSAGE, thread }));
      thread ??= reply.threadTs;
      expect(reply.text, said).toMatch(answer);
      expect(reply).toMatchObject({ channel: DIRECT_MESSAGE, threadTs: thread });
    }
    expect(workspace.slack.privateReplies).toEqual([]);
  });

  it('leave no word of anybody in the store or the log, and no name in the log', async ({ open, storePath: path }) => {
    const store = await openStore({ path, now: NOW, report: () => undefined });
    const workspace = await open('http', { store });
    const { say } = conversing(workspace);
    const thread = await say(`${BOT} xylophone 50bps`);
    for (const words of [
      'and 100 xylophone?',
      'xylophone is a nice word, is it not, friends of the desk',
      ...TURNS.map(([said]) => said),
    ]) {
      await say(words, { thread });
    }
    await say('xylophone?', { channel: DIRECT_MESSAGE });
    for (const kept of [readFileSync(path, 'utf8'), workspace.log.text()]) {
      expect(kept).not.toMatch(/xylophone|lean bearish|back to|tell|floating at|what about/);
    }
    expect(workspace.log.text()).not.toContain(ASKER);
  });
});

describe.concurrent('what a conversation goes on from', () => {
  it('a command: its answer is the root of a thread', async ({ workspace }) => {
    const { slack, type, through } = workspace;
    const { ask } = conversing(workspace);
    await type('50bps floating=60%');
    await through(1);
    const root = only(slack.posted);
    const reply = only(await ask('and 100?', { thread: root.ts }));
    expect(reply.threadTs).toBe(root.ts);
    expect(reply.text).toMatch(/^100 bp cut: SmallCap net income \+11\.71%/);
  });

  it('a button, clicked in the thread by who asks', async ({ workspace }) => {
    const { slack, click } = workspace;
    const { say, ask } = conversing(workspace);
    const thread = await say(`${BOT} 50bps`);
    await conversing(workspace).sent([() => click('Hike 50 bp', only(slack.posted), { user: ASKER })]);
    expect(slack.posted[1]).toMatchObject({ threadTs: thread });
    expect(only(await ask('and 100?', { thread })).text).toMatch(/^100 bp hike: /);
  });

  it('a shared answer', async ({ workspace }) => {
    const { slack, type, click, through } = workspace;
    await type('25bps private');
    await through(1);
    await click('Share', only(slack.privateReplies), { user: ASKER });
    await through(2);
    const reply = only(await conversing(workspace).ask('and 100?', { thread: only(slack.posted).ts }));
    expect(reply.text).toMatch(/^100 bp cut: /);
  });

  it('nothing in another thread: each keeps to its own', async ({ workspace }) => {
    const { say, ask } = conversing(workspace);
    const first = await say(`${BOT} hike 25`);
    const second = await say(`${BOT} 50bps`);
    expect(only(await ask('and 100?', { thread: second })).text).toMatch(/^100 bp cut: /);
    expect(only(await ask('and 100?', { thread: first })).text).toMatch(/^100 bp hike: /);
  });

  it('two things said at once are answered in their order', async ({ workspace }) => {
    const { slack, sender } = workspace;
    const { sent } = conversing(workspace);
    slack.script.once('chat.postMessage', { delayMs: 300 });
    const written = { user: ASKER, channel: DIRECT_MESSAGE };
    const first = newTs();
    await sent([
      () => sender.sendEvent(messageEvent({ ...written, text: '50bps', ts: first })),
      () => sender.sendEvent(messageEvent({ ...written, text: 'and 100?', ts: newTs(), threadTs: first })),
    ]);
    expect(slack.posted.map(({ text }) => text.slice(0, 10))).toEqual(['50 bp cut:', '100 bp cut']);
  });
});

describe.concurrent('how a conversation is answered', () => {
  it('help and what was not understood, to the asker alone in a channel, to both in a direct message', async ({
    workspace,
  }) => {
    const { slack } = workspace;
    const { say, ask } = conversing(workspace);
    await say(`${BOT} help`);
    await say(`${BOT} florble the wug`);
    expect(slack.posted).toEqual([]);
    expect(slack.privateReplies.map(({ via, user, threadTs }) => ({ via, user, threadTs }))).toEqual([
      { via: 'chat.postEphemeral', user: ASKER, threadTs: undefined },
      { via: 'chat.postEphemeral', user: ASKER, threadTs: undefined },
    ]);
    for (const text of ['help', 'florble the wug'])
      expect(await ask(text, { channel: DIRECT_MESSAGE })).toHaveLength(1);
    expect(slack.privateReplies).toHaveLength(2);
  });

  it('privately, with Share, where that is asked for', async ({ workspace }) => {
    const { slack } = workspace;
    const { say } = conversing(workspace);
    const thread = await say(`${BOT} 25bps`);
    await say(`${BOT} 50bps private`, { thread });
    const message = only(slack.privateReplies);
    expect(message).toMatchObject({ user: ASKER, threadTs: thread });
    expect(message.text).toContain(CUT_50);
    expect(labelsOf(message)).toContain('Share');
  });

  it('with a command typed out, or a name written twice', async ({ workspace }) => {
    const { ask } = conversing(workspace);
    expect(only(await ask(`${BOT} /ratecut 50bps ${BOT}`)).text).toContain(CUT_50);
    expect(only(await ask('/views bearish', { channel: DIRECT_MESSAGE })).text).toMatch(/^4 lean bearish/);
  });

  it('to the asker alone, where the post fails for good', async ({ workspace }) => {
    const { slack } = workspace;
    const { say } = conversing(workspace);
    slack.script.always('chat.postMessage', { error: 'invalid_arguments' });
    await say(`${BOT} 50bps`);
    await eventually(() => expect(slack.privateReplies).toHaveLength(1));
    expect(only(slack.privateReplies)).toMatchObject({ via: 'chat.postEphemeral', user: ASKER, channel: MEMBER });
    expect(only(slack.privateReplies).text).toContain(CUT_50);
  });
});
