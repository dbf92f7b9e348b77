import { describe, expect } from 'vitest';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER, labelsOf } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, MEMBER, OUTSIDE, SHARED, SOON_SHARED, UNKNOWN } from '../doubles/web-api.ts';
import { CUT_50, headerOf, it, only } from './workspace.ts';

/** What a message shows literally: the runs of its rich text. */
const literalsOf = ({ blocks }: Shown): string =>
  blocks
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .flatMap((element) => (element.type === 'rich_text_section' ? [element] : element.elements))
    .flatMap(({ elements }) => elements.map(({ text }) => text))
    .join('');

describe.concurrent('/ratecut with a move', () => {
  it('posts one public message that leads with both figures and names the asker', async ({
    workspace: { slack, type, through },
  }) => {
    const { status, body, ackMs } = await type('50bps');
    expect({ status, body }).toEqual({ status: 200, body: '' });
    expect(ackMs).toBeLessThan(3_000);
    await through(1);
    const message = only(slack.posted);
    expect(message.channel).toBe(MEMBER);
    expect(message.threadTs).toBeUndefined();
    expect(headerOf(message)).toBe(CUT_50);
    expect(message.text).toContain('SmallCap net income +4.39%, LargeCap +0.23%');
    expect(message.text).toMatch(new RegExp(`Asked by <@${ASKER}>\\.$`));
    expect(JSON.stringify(message.blocks)).toContain(`Asked by <@${ASKER}>`);
    expect(labelsOf(message)).not.toContain('Share');
    expect(slack.privateReplies).toEqual([]);
    expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test', 'conversations.info', 'chat.postMessage']);
  });

  it.for([
    ['cut 25', '25 bp cut: SmallCap net income +2.19%, LargeCap +0.12%'],
    ['hike 50bps', '50 bp hike: SmallCap net income −4.39%, LargeCap −0.23%'],
    ['hold', 'Hold: net income unchanged at both companies'],
    ['0.5%', '50 bp cut: SmallCap net income +4.39%, LargeCap +0.23%'],
    ['50bps floating=60%', '50 bp cut: SmallCap net income +5.85%, LargeCap +0.23%'],
  ] as const)('answers %s in public: %s', async ([words, header], { workspace: { slack, type, through } }) => {
    await type(words);
    await through(1);
    expect(headerOf(only(slack.posted))).toBe(header);
    expect(slack.privateReplies).toEqual([]);
  });

  it('posts without link previews', async ({ workspace: { slack, type, through } }) => {
    await type('50bps');
    await through(1);
    const [call] = slack.callsTo('chat.postMessage');
    expect(call?.arguments).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  it('acknowledges before a slow post is done', async ({ workspace: { slack, type, through } }) => {
    slack.script.once('chat.postMessage', { delayMs: 2_000 });
    const { status, ackMs } = await type('50bps');
    expect(slack.posted).toEqual([]);
    expect(status).toBe(200);
    expect(ackMs).toBeLessThan(1_000);
    await through(1);
    expect(slack.posted).toHaveLength(1);
  });

  it('asks Slack about a channel once a minute, and answers every command in it', async ({
    workspace: { slack, type, through },
  }) => {
    await type('50bps');
    await through(1);
    await type('25bps');
    await through(2);
    expect(slack.posted.map(headerOf)).toEqual([
      '50 bp cut: SmallCap net income +4.39%, LargeCap +0.23%',
      '25 bp cut: SmallCap net income +2.19%, LargeCap +0.12%',
    ]);
    expect(slack.callsTo('conversations.info')).toHaveLength(1);
  });

  it('answers ten people at once, each by name', async ({ workspace: { slack, type, through } }) => {
    const people = Array.from({ length: 10 }, (_, at) => `U0PERSON${at}`);
    const acks = await Promise.all(people.map((user) => type('50bps', { user })));
    expect(Math.max(...acks.map(({ ackMs }) => ackMs))).toBeLessThan(1_000);
    await through(10);
    const named = slack.posted.map(({ text }) => /Asked by <@(\w+)>/.exec(text)?.[1] ?? '');
    expect(named.toSorted()).toEqual(people);
    expect(slack.callsTo('conversations.info')).toHaveLength(1);
  });
});

describe('/ratecut with words that are not one move', () => {
  it.for([
    ['abc', 'I could not read “abc” as a rate move.'],
    ['', 'How large a rate move?'],
    ['5000', '“5000” is out of range.'],
    ['50bps 100bps', 'Those are several moves: 50 bp cut and 100 bp cut. Which one?'],
    ['50bps floating=120%', '“floating=120%” does not fit: floating share runs from 0 to 100, in %.'],
    ['floating=120%', '“floating=120%” does not fit: floating share runs from 0 to 100, in %.'],
    ['50bps foo=1', 'I know no assumption “foo=1”.'],
  ] as const)('tells the asker alone about “%s”', async ([words, said], { workspace: { slack, type, through } }) => {
    const { status, body } = await type(words);
    expect({ status, body }).toEqual({ status: 200, body: '' });
    await through(1);
    const message = only(slack.privateReplies);
    expect(message.via).toBe('response_url');
    expect(message.text).toContain(said);
    expect(literalsOf(message).replaceAll('\u00a0', ' ')).toContain(said);
    expect(labelsOf(message)).not.toContain('Share');
    expect(slack.callsTo('response_url')[0]?.arguments).toMatchObject({ response_type: 'ephemeral' });
    expect(slack.callsTo('chat.postMessage')).toEqual([]);
  });

  it('repeats what looks like a call escaped in the text, literally in rich text', async ({
    workspace: { slack, type, through },
  }) => {
    await type('&lt;!channel&gt;');
    await through(1);
    const message = only(slack.privateReplies);
    expect(message.text).toContain('&lt;!channel&gt;');
    expect(message.text).not.toContain('<!channel>');
    expect(literalsOf(message)).toContain('“<!channel>”');
    const others = message.blocks.filter(({ type: kind }) => kind !== 'rich_text');
    expect(JSON.stringify(others)).not.toContain('!channel');
    expect(slack.callsTo('chat.postMessage')).toEqual([]);
  });

  it('does not repeat a call to everybody', async ({ workspace: { slack, type, through } }) => {
    await type('<!channel>');
    await through(1);
    expect(JSON.stringify(only(slack.privateReplies))).not.toContain('!channel');
    expect(slack.callsTo('chat.postMessage')).toEqual([]);
  });

  it('explains itself privately on help', async ({ workspace: { slack, type, through } }) => {
    await type('help');
    await through(1);
    const message = only(slack.privateReplies);
    expect(headerOf(message)).toBe('Ask what a Fed move does to small and large companies');
    expect(labelsOf(message)).not.toContain('Share');
    expect(slack.callsTo('chat.postMessage')).toEqual([]);
  });
});

describe('where a public answer may not go', () => {
  it('answers privately, with Share, where private is asked for', async ({ workspace: { slack, type, through } }) => {
    await type('50bps private');
    await through(1);
    const message = only(slack.privateReplies);
    expect(headerOf(message)).toBe(CUT_50);
    expect(labelsOf(message)).toContain('Share');
    expect(message.text).not.toContain('Asked by');
    expect(slack.callsTo('chat.postMessage')).toEqual([]);
  });

  it.for([
    ['where the bot is no member', OUTSIDE],
    ['that the bot cannot see', UNKNOWN],
  ] as const)(
    'answers privately in a channel %s, and says how to invite it',
    async ([, channel], { workspace: { slack, type, through } }) => {
      await type('50bps', { channel });
      await through(1);
      const message = only(slack.privateReplies);
      expect(message.text).toContain('SmallCap net income +4.39%, LargeCap +0.23%');
      expect(message.text).toContain('/invite @Rotation Desk');
      expect(JSON.stringify(message.blocks.at(-1))).toContain('/invite @Rotation Desk');
      expect(labelsOf(message)).toContain('Share');
      expect(slack.callsTo('chat.postMessage')).toEqual([]);
    },
  );

  it('answers privately where only the post itself shows that it is no member', async ({
    workspace: { slack, type, through },
  }) => {
    slack.script.once('chat.postMessage', { error: 'not_in_channel' });
    await type('50bps');
    await through(1);
    expect(only(slack.privateReplies).text).toContain('/invite @Rotation Desk');
    expect(slack.posted).toEqual([]);
    await type('50bps');
    await through(2);
    expect(slack.posted).toHaveLength(1);
    expect(slack.callsTo('conversations.info')).toHaveLength(2);
  });

  it.for([
    ['shared with another company', SHARED],
    ['about to be shared', SOON_SHARED],
  ] as const)(
    'answers privately, without Share, in a channel %s',
    async ([, channel], { workspace: { slack, type, through } }) => {
      await type('50bps', { channel });
      await through(1);
      const message = only(slack.privateReplies);
      expect(message.text).toContain('SmallCap net income +4.39%, LargeCap +0.23%');
      expect(message.text).toContain('the channel is shared with another company');
      expect(labelsOf(message)).not.toContain('Share');
      expect(slack.callsTo('chat.postMessage')).toEqual([]);
    },
  );

  it.for(['50bps private', 'click'])(
    'holds no Share button there, not even by way of %s',
    async (way, { workspace: { slack, type, click, through } }) => {
      await type(way === 'click' ? '50bps' : way, { channel: SHARED });
      await through(1);
      if (way === 'click') {
        await click('Hike 50 bp', only(slack.privateReplies), { channel: SHARED });
        await through(2);
      }
      expect(slack.posted).toEqual([]);
      for (const message of slack.privateReplies) expect(labelsOf(message)).not.toContain('Share');
    },
  );

  it('answers privately where Slack does not say who reads the channel', async ({
    workspace: { slack, type, through },
  }) => {
    slack.script.once('conversations.info', { error: 'missing_scope' });
    await type('50bps');
    await through(1);
    const message = only(slack.privateReplies);
    expect(message.text).toContain('I could not find out who can read this channel');
    expect(labelsOf(message)).toContain('Share');
    expect(slack.posted).toEqual([]);
  });

  it('answers in a direct message with the bot', async ({ workspace: { slack, type, through } }) => {
    await type('50bps', { channel: DIRECT_MESSAGE });
    await through(1);
    expect(only(slack.posted).channel).toBe(DIRECT_MESSAGE);
    expect(slack.callsTo('conversations.info')).toEqual([]);
  });
});
