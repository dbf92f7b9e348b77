import { describe, expect } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE } from '../doubles/web-api.ts';
import { BOT, conversing } from './conversing.ts';
import { CUT_50, headerOf, it, only, type Workspace } from './workspace.ts';

const HIKE_25 = '25 bp hike: SmallCap net income −2.19%, LargeCap −0.12%';
const DESK = '<!subteam^S0DESK25|@rates-100>';
const ME = { subtype: 'me_message' };

describe.concurrent("Slack's own marks beside a question", () => {
  it.for<[string, string]>([
    ['a second person', `${BOT} <@U0SECOND> 50bps`],
    ['a person with a name', `${BOT} 50bps <@U0SECOND|hike-25>`],
    ['a group', `${BOT} ${DESK} 50bps`],
    ['a group without a name', `${BOT} 50bps <!subteam^S0DESK25>`],
    ['everybody who is here', `<!here> ${BOT} 50bps`],
    ['a channel', `${BOT} 50bps in <#C0RATES|hike-25>`],
    ['a link', `${BOT} 50bps <https://news.example/hike-25bps|hike of 100 bp>`],
    ['a bare link', `${BOT} 50bps <https://news.example/hike-25bps>`],
    ['a shortcode', `${BOT} 50bps :pray:`],
    ['a shortcode with a number', `:100: ${BOT} 50bps`],
    ['a shortcode with a skin tone', `${BOT} 50bps :+1::skin-tone-3:`],
    ['an emoji', `${BOT} 50bps 🙏🏽`],
  ])('are no words of it: %s', async ([, text], { workspace }) => {
    const { say } = conversing(workspace);
    await say(text);
    expect(headerOf(only(workspace.slack.posted))).toBe(CUT_50);
    expect(only(workspace.slack.posted).text).not.toContain('Not used');
  });

  it('do not stand in the way of a command typed out', async ({ workspace }) => {
    const { ask } = conversing(workspace);
    expect(headerOf(only(await ask(`${BOT} ${DESK} /ratecut hike 25`)))).toBe(HIKE_25);
    expect(headerOf(only(await ask(':wave: /ratecut hike 25', { channel: DIRECT_MESSAGE })))).toBe(HIKE_25);
  });

  it('call nobody where the words are quoted', async ({ workspace }) => {
    const { slack } = workspace;
    await conversing(workspace).say(
      `${BOT} ${DESK} florble <!here> the <https://a.example/wug|wug> &amp; <#C0RATES|rates>`,
    );
    const { text, blocks } = only(slack.privateReplies);
    expect(text).toMatch(/^I did not understand “florble the wug &amp; rates”\./);
    expect(JSON.stringify([text, blocks])).not.toMatch(/subteam|<!|<@U0S|<https?:/);
  });
});

describe.concurrent('a message by /me', () => {
  it('is answered where it names the bot, and in a thread', async ({ workspace }) => {
    const { say, ask } = conversing(workspace);
    const thread = await say(`${BOT} 50bps`, { more: ME, as: ['message'] });
    const first = only(workspace.slack.posted);
    expect(headerOf(first)).toBe(CUT_50);
    expect(first.threadTs).toBe(thread);
    expect(headerOf(only(await ask('and a hike of 25?', { thread, more: ME })))).toBe(HIKE_25);
  });

  it('is answered once where both events arrive', async ({ workspace }) => {
    await conversing(workspace).say(`${BOT} 50bps`, { more: ME });
    expect(workspace.slack.posted).toHaveLength(1);
  });
});

describe.concurrent('an emoji alone', () => {
  const NODS = [
    ':pray:',
    ':+1::skin-tone-3: :tada:',
    '🙏🏽',
    `${BOT} :pray:`,
    `:mute: ${BOT}`,
    '🤐',
    ':zipper_mouth_face:',
  ];

  it.for(NODS)('gets no answer in a thread, and leaves it as it was: %s', async (nod, { workspace }) => {
    const { say, ask } = conversing(workspace);
    const thread = await say(`${BOT} 50bps`);
    expect(await ask(nod, { thread })).toEqual([]);
    expect(await ask(nod, { thread, user: 'U0OTHER' })).toEqual([]);
    expect(workspace.slack.privateReplies).toEqual([]);
    expect(headerOf(only(await ask('and a hike of 25?', { thread })))).toBe(HIKE_25);
  });

  it('does not end a silence', async ({ workspace }) => {
    const { say, ask } = conversing(workspace);
    const thread = await say(`${BOT} 50bps`);
    await say(`${BOT} be quiet`, { thread });
    for (const nod of NODS) await say(nod, { thread });
    expect(await ask('and a hike of 25?', { thread })).toEqual([]);
    expect(headerOf(only(await ask(`${BOT} and a hike of 25?`, { thread })))).toBe(HIKE_25);
  });

  it('gets no answer under one in a direct message', async ({ workspace }) => {
    const { ask } = conversing(workspace);
    const { threadTs: thread } = only(await ask('50bps', { channel: DIRECT_MESSAGE }));
    expect(await ask(':pray:', { channel: DIRECT_MESSAGE, thread })).toEqual([]);
  });

  it('that begins a conversation by name gets help, to the asker alone', async ({ workspace }) => {
    await conversing(workspace).say(`${BOT} :wave:`);
    expect(workspace.slack.posted).toEqual([]);
    expect(only(workspace.slack.privateReplies).user).toBe(ASKER);
  });
});

describe.concurrent('a thread among people', () => {
  it('is left alone where a group is called in it', async ({ workspace }) => {
    const { say, ask } = conversing(workspace);
    const thread = await say(`${BOT} 50bps`);
    expect(await ask(`${DESK} and a hike of 25?`, { thread })).toEqual([]);
    expect(headerOf(only(await ask(`${BOT} ${DESK} and a hike of 25?`, { thread })))).toBe(HIKE_25);
  });
});

/** Words that are names of members of every object. */
const NAMES = Object.getOwnPropertyNames(Object.prototype);

const shownIn = ({ slack }: Workspace): readonly Shown[] => [...slack.posted, ...slack.privateReplies];

/** One reply for each word, and none of them a failure or a trace of what objects have. */
const expectReplies = (workspace: Workspace): void => {
  const shown = shownIn(workspace);
  expect(shown).toHaveLength(NAMES.length);
  for (const { text, blocks } of shown) {
    expect(text).not.toMatch(/failed on our side/);
    expect(JSON.stringify([text, blocks])).not.toMatch(/native code|\[object |function |undefined/);
  }
};

describe.concurrent('names of object members over HTTP', () => {
  it.for(COMMANDS.map(({ name }) => name))('are words like any other behind %s', async (command, { workspace }) => {
    for (const [at, name] of NAMES.entries()) {
      const { status } = await workspace.type(name, { command });
      expect(status).toBe(200);
      await workspace.through(at + 1);
    }
    expectReplies(workspace);
  });

  it('are words like any other in a mention', async ({ workspace }) => {
    const { say } = conversing(workspace);
    for (const name of NAMES) await say(`${BOT} what about ${name}`);
    expectReplies(workspace);
  });
});
