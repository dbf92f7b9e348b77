import { describe, expect } from 'vitest';
import { ASKER, BOT_USER, CLICKER, labelsOf } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, MEMBER, SHARED } from '../doubles/web-api.ts';
import { BOT, conversing, newTs, type SayOptions } from './conversing.ts';
import { eventually } from './eventually.ts';
import { CUT_50, it, only, type Workspace } from './workspace.ts';

const OTHER = 'U0OTHER';

/** A thread that the asker has begun by naming the bot. */
const begun = async (workspace: Workspace): Promise<string> => {
  const thread = await conversing(workspace).say(`${BOT} 50bps`);
  expect(workspace.slack.posted).toHaveLength(1);
  return thread;
};

describe.concurrent('the bot speaks', () => {
  it('where it is named, whoever else is there, and names nobody itself', async ({ workspace }) => {
    const { ask } = conversing(workspace);
    const thread = await begun(workspace);
    expect(await ask(`${BOT} and 100?`, { thread, user: OTHER })).toHaveLength(1);
    expect(await ask(`and 25 then, ${BOT}?`, { thread, user: CLICKER })).toHaveLength(1);
  });

  it.for([
    ['broadcast to the channel', 'thread_broadcast'],
    ['sent with a file', 'file_share'],
  ] as const)('to what is %s', async ([, subtype], { workspace }) => {
    const thread = await begun(workspace);
    expect(await conversing(workspace).ask('and 100?', { thread, more: { subtype } })).toHaveLength(1);
  });

  it('where only mentions reach it', async ({ workspace }) => {
    expect(await conversing(workspace).ask(`${BOT} 50bps`, { as: ['app_mention'] })).toHaveLength(1);
  });
});

describe.concurrent('the bot stays out', () => {
  it.for([
    ['what is said in a channel', '50bps'],
    ['a question in a channel', 'what does a 50bp cut do?'],
  ] as const)('of %s', async ([, text], { workspace }) => {
    expect(await conversing(workspace).ask(text)).toEqual([]);
    expect(await conversing(workspace).ask(text, { thread: newTs() })).toEqual([]);
    expect(workspace.slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  it.for([
    'lol did you see the game',
    'thanks',
    'I think the desk should be careful with small caps here because the last time we did this it went wrong',
    `what do you think <@${OTHER}>, 50bps?`,
  ])('of what is no question to it: %s', async (text, { workspace }) => {
    const thread = await begun(workspace);
    expect(await conversing(workspace).ask(text, { thread })).toEqual([]);
    expect(workspace.slack.privateReplies).toEqual([]);
  });

  it('once a second person speaks, until it is named', async ({ workspace }) => {
    const { ask } = conversing(workspace);
    const thread = await begun(workspace);
    expect(await ask('and 100?', { thread })).toHaveLength(1);
    expect(await ask('interesting', { thread, user: OTHER })).toEqual([]);
    expect(await ask('and 25?', { thread })).toEqual([]);
    expect(await ask('and 25?', { thread, user: OTHER })).toEqual([]);
    expect(await ask(`${BOT} and 25?`, { thread })).toHaveLength(1);
    expect(await ask('and 75?', { thread })).toEqual([]);
  });

  it('of a thread that somebody else began', async ({ workspace }) => {
    const { ask } = conversing(workspace);
    const thread = newTs();
    expect(await ask(`${BOT} 50bps`, { thread, more: { parent_user_id: OTHER } })).toHaveLength(1);
    expect(await ask('and 100?', { thread })).toEqual([]);
    expect(await ask('and 100?', { thread, more: { parent_user_id: OTHER } })).toEqual([]);
  });

  it('of a command’s thread, where another than the asker speaks', async ({ workspace }) => {
    await workspace.type('50bps');
    await workspace.through(1);
    const thread = only(workspace.slack.posted).ts;
    expect(await conversing(workspace).ask('and 100?', { thread, user: OTHER })).toEqual([]);
    expect(await conversing(workspace).ask('and 100?', { thread })).toEqual([]);
  });

  it.for([
    ['a bot', { bot_id: 'B0OTHER' }],
    ['a bot of old', { subtype: 'bot_message', bot_id: 'B0OTHER' }],
    ['itself', { user: BOT_USER }],
    ['nobody', { user: undefined }],
    ['Slackbot', { user: 'USLACKBOT' }],
    ['an edit', { subtype: 'message_changed', hidden: true }],
    ['an edited mention', { edited: { user: ASKER, ts: '1' } }],
    ['a deletion', { subtype: 'message_deleted' }],
    ['somebody who joins', { subtype: 'channel_join' }],
    ['a topic', { subtype: 'channel_topic' }],
  ] as const satisfies readonly (readonly [string, SayOptions['more']])[])(
    'of %s, also in a direct message',
    async ([, more], { workspace }) => {
      const { sender, slack, log } = workspace;
      const event = { type: 'message', text: `${BOT} 50bps`, user: ASKER, ts: newTs() };
      await sender.sendEvent({ ...event, ...more, type: 'app_mention', channel: MEMBER });
      await sender.sendEvent({ ...event, ...more, channel: MEMBER, channel_type: 'channel' });
      await sender.sendEvent({ ...event, ...more, channel: DIRECT_MESSAGE, channel_type: 'im' });
      await conversing(workspace).say(`${BOT} 25bps`);
      await conversing(workspace).say('25bps', { channel: DIRECT_MESSAGE });
      await eventually(() => expect(slack.posted).toHaveLength(2));
      for (const { text } of slack.posted) expect(text).toMatch(/^25 bp cut/);
      expect(log.references()).toEqual([]);
    },
  );
});

describe.concurrent('asked to stop', () => {
  it.for(['stop', `${BOT} stop`])(
    'by “%s” it says so once, and is silent there until it is named again',
    async (words, { workspace }) => {
      const { ask } = conversing(workspace);
      const thread = await begun(workspace);
      expect(only(await ask(words, { thread })).text).toBe('Silent in this thread until somebody mentions me.');
      expect(await ask('and 100?', { thread })).toEqual([]);
      expect(await ask('stop', { thread })).toEqual([]);
      expect(only(await ask(`${BOT} and 100?`, { thread })).text).toMatch(/^100 bp cut/);
      expect(only(await ask('and 25?', { thread })).text).toMatch(/^25 bp cut/);
    },
  );

  it('it is silent in that thread only', async ({ workspace }) => {
    const { say, ask } = conversing(workspace);
    const thread = await begun(workspace);
    const other = await say(`${BOT} 50bps`);
    await say('stop', { thread });
    expect(await ask('and 100?', { thread: other })).toHaveLength(1);
  });

  it('in a direct message it answers on', async ({ workspace }) => {
    const { ask } = conversing(workspace);
    const ts = newTs();
    expect(only(await ask('stop', { channel: DIRECT_MESSAGE, ts })).text).toBe(
      'Here I speak only when you write to me.',
    );
    expect(only(await ask('50bps', { channel: DIRECT_MESSAGE, thread: ts })).text).toContain(CUT_50);
  });
});

describe.concurrent('where another company reads along', () => {
  it('a mention is answered to the asker alone, without Share, and nothing else is', async ({ workspace }) => {
    const { slack } = workspace;
    const { say } = conversing(workspace);
    const thread = await say(`${BOT} 50bps`, { channel: SHARED });
    const message = only(slack.privateReplies);
    expect(message).toMatchObject({ user: ASKER, channel: SHARED });
    expect(message.text).toContain('the channel is shared with another company');
    expect(labelsOf(message)).not.toContain('Share');
    await say('and 100?', { channel: SHARED, thread });
    expect(slack.privateReplies).toHaveLength(1);
    expect(slack.posted).toEqual([]);
  });

  it('it is as anywhere, once an admin has allowed that channel', async ({ workspace }) => {
    const { store } = workspace;
    const { say, ask } = conversing(workspace);
    await store.changeSettings('T0TEAM', (was) => ({ ...was, allowedSharedChannels: [SHARED] }));
    const thread = await say(`${BOT} 50bps`, { channel: SHARED });
    expect(await ask('and 100?', { channel: SHARED, thread })).toHaveLength(1);
    expect(workspace.slack.privateReplies).toEqual([]);
  });
});

describe.concurrent('in a channel that is set', () => {
  it('to silent, a mention and a command are answered to the asker alone, with the reason and no Share', async ({
    workspace,
  }) => {
    const { slack, store, type } = workspace;
    const { say, sent } = conversing(workspace);
    const thread = await begun(workspace);
    await store.changeSettings('T0TEAM', (was) => ({ ...was, silentChannels: [MEMBER] }));
    await say('and 100?', { thread });
    expect(slack.privateReplies).toEqual([]);
    await say(`${BOT} and 100?`, { thread });
    await sent([() => type('25bps')]);
    expect(slack.posted).toHaveLength(1);
    expect(slack.privateReplies).toHaveLength(2);
    for (const message of slack.privateReplies) {
      expect(message.text).toContain('an admin has set this channel to silent');
      expect(labelsOf(message)).not.toContain('Share');
    }
  });

  it('to private replies, the asker alone is answered and may share it', async ({ workspace }) => {
    const { slack, store, click } = workspace;
    const { say, sent } = conversing(workspace);
    await store.changeSettings('T0TEAM', (was) => ({ ...was, replies: { [MEMBER]: 'private' } }));
    const thread = await say(`${BOT} 50bps`);
    await say('and 100?', { thread });
    expect(slack.posted).toEqual([]);
    expect(slack.privateReplies.map(({ threadTs }) => threadTs)).toEqual([undefined, thread]);
    const second = slack.privateReplies[1];
    if (second === undefined) throw new Error('there was no second answer');
    expect(second.text).toMatch(/^100 bp cut/);
    await sent([() => click('Share', second, { user: ASKER })]);
    expect(only(slack.posted).text).toMatch(/^100 bp cut/);
    expect(only(slack.posted).threadTs).toBe(thread);
  });
});
