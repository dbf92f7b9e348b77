import { describe, expect } from 'vitest';
import type { Message } from '../../src/message/block-kit.ts';
import { ASKER } from '../doubles/payloads.ts';
import type { Acknowledged } from '../doubles/sending.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { eventually } from './eventually.ts';
import { CUT_50, FAILED, headerOf, it, only } from './workspace.ts';

const USED_UP = { responses: 0 };
/** Pino's levels. */
const WARN = 40;
const ERROR = 50;

const expectAtOnce = ({ status, body, ackMs }: Acknowledged): void => {
  expect({ status, body }).toEqual({ status: 200, body: '' });
  expect(ackMs).toBeLessThan(1_000);
};

const kindsOf = ({ blocks }: Message): readonly string[] => [...new Set(blocks.map(({ type }) => type))];

describe.concurrent('posting to a channel', () => {
  it('waits out a 429 and posts one message', async ({ workspace: { slack, type, through } }) => {
    slack.script.once('chat.postMessage', { status: 429, retryAfterSeconds: 1 });
    expectAtOnce(await type('50bps'));
    await through(1);
    const [first, second] = slack.callsTo('chat.postMessage');
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(990);
    expect(slack.callsTo('chat.postMessage')).toHaveLength(2);
    expect(headerOf(only(slack.posted))).toBe(CUT_50);
    expect(slack.privateReplies).toEqual([]);
  });

  it('answers somebody else while it waits out a 429', async ({ workspace: { slack, type, through } }) => {
    slack.script.once('chat.postMessage', { status: 429, retryAfterSeconds: 2 });
    expectAtOnce(await type('50bps'));
    await eventually(() => expect(slack.callsTo('chat.postMessage')).toHaveLength(1));
    expectAtOnce(await type('25bps'));
    await through(1);
    expect(headerOf(only(slack.posted))).toContain('25 bp cut');
    await through(2);
    expect(slack.posted).toHaveLength(2);
  });

  it('is private when the 429 asks for more than half a minute, and says so', async ({
    workspace: { slack, type, through },
  }) => {
    slack.script.once('chat.postMessage', { status: 429, retryAfterSeconds: 31 });
    expectAtOnce(await type('50bps'));
    await through(1);
    expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
    expect(only(slack.privateReplies).text).toContain('Slack did not take the post in the channel.');
    expect(slack.posted).toEqual([]);
  });

  it('is not done twice where the connection breaks: the answer comes privately, and says so', async ({
    workspace: { slack, type, through },
  }) => {
    slack.script.once('chat.postMessage', 'hang up');
    expectAtOnce(await type('50bps'));
    await through(1);
    expect(slack.callsTo('chat.postMessage')).toHaveLength(1);
    expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
    expect(only(slack.privateReplies).text).toContain('Slack did not confirm the post in the channel.');
  });

  it.for([
    ['is_archived', 'this channel is archived.'],
    ['restricted_action', 'I may not post in this conversation.'],
    ['missing_scope', 'I may not post in this conversation.'],
  ] as const)(
    'is private where Slack answers %s, with no invitation that would not help',
    async ([error, told], { workspace: { slack, type, through } }) => {
      slack.script.always('chat.postMessage', { error });
      expectAtOnce(await type('50bps'));
      await through(1);
      expect(only(slack.privateReplies).text).toContain(told);
      expect(only(slack.privateReplies).text).not.toContain('/invite');
    },
  );

  it('posts sections with the same text where Slack refuses the blocks', async ({
    workspace: { slack, type, through },
  }) => {
    slack.script.once('chat.postMessage', { error: 'invalid_blocks' });
    expectAtOnce(await type('50bps'));
    await through(1);
    const [drawn, plain] = slack.callsTo('chat.postMessage').map((call) => call.arguments as unknown as Message);
    expect(kindsOf(drawn as Message)).toContain('data_table');
    expect(kindsOf(plain as Message)).toEqual(['section']);
    expect(plain?.text).toBe(drawn?.text);
    expect(JSON.stringify(plain?.blocks)).toContain('SmallCap net income +4.39%, LargeCap +0.23%');
    expect(slack.posted).toHaveLength(1);
    expect(slack.privateReplies).toEqual([]);
  });

  it('names the asker in those sections, as a mention', async ({ workspace: { slack, type, through } }) => {
    slack.script.once('chat.postMessage', { error: 'invalid_blocks' });
    await type('50bps');
    await through(1);
    expect(JSON.stringify(only(slack.posted).blocks)).toContain(`Asked by <@${ASKER}>`);
  });

  it('answers the asker alone when Slack refuses the sections and the text too', async ({
    workspace: { slack, type, through },
  }) => {
    slack.script.always('chat.postMessage', { error: 'invalid_blocks' });
    expectAtOnce(await type('50bps'));
    await through(1);
    expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
    expect(slack.callsTo('chat.postMessage')).toHaveLength(3);
    expect(slack.posted).toEqual([]);
  });

  it.for(['invalid_arguments', 'as_user_not_supported'])(
    'answers the asker alone, and warns whoever reads the log, when Slack says %s',
    async (error, { workspace: { slack, type, through, log } }) => {
      slack.script.always('chat.postMessage', { error });
      expectAtOnce(await type('50bps'));
      await through(1);
      expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
      expect(log.entries().at(-1)).toMatchObject({ level: WARN, what: '/ratecut', outcome: `not taken: ${error}` });
      expect(only(slack.privateReplies).via).toBe('response_url');
    },
  );
});

describe.concurrent('asking who reads a channel', () => {
  it('survives one 503', async ({ workspace: { slack, type, through } }) => {
    slack.script.once('conversations.info', { status: 503 });
    expectAtOnce(await type('50bps'));
    await through(1);
    expect(headerOf(only(slack.posted))).toBe(CUT_50);
  });

  it('waits out a 429', async ({ workspace: { slack, type, through } }) => {
    slack.script.once('conversations.info', { status: 429, retryAfterSeconds: 1 });
    expectAtOnce(await type('50bps'));
    await through(1);
    expect(headerOf(only(slack.posted))).toBe(CUT_50);
  });

  it('is asked again, not remembered, after Slack failed', async ({ workspace: { slack, type, through } }) => {
    slack.script.once('conversations.info', { error: 'fatal_error' });
    await type('50bps');
    await through(1);
    expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
    await type('50bps');
    await through(2);
    expect(slack.posted).toHaveLength(1);
  });

  it('is passed over where a stand-in for Slack does not know the question', async ({
    workspace: { slack, type, through },
  }) => {
    slack.script.always('conversations.info', { error: 'unknown_method' });
    expectAtOnce(await type('50bps'));
    await through(1);
    expect(headerOf(only(slack.posted))).toBe(CUT_50);
  });

  it('answers privately when Slack keeps failing', async ({ workspace: { slack, type, through } }) => {
    slack.script.always('conversations.info', { status: 503 });
    expectAtOnce(await type('50bps'));
    await through(1);
    expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
    expect(slack.callsTo('chat.postMessage')).toEqual([]);
  });
});

describe.concurrent('replying privately', () => {
  it('falls back to an ephemeral message where the address is used up', async ({
    workspace: { slack, type, through },
  }) => {
    expectAtOnce(await type('50bps private', USED_UP));
    await through(1);
    const message = only(slack.privateReplies);
    expect(message).toMatchObject({ via: 'chat.postEphemeral', user: ASKER, channel: MEMBER });
    expect(headerOf(message)).toBe(CUT_50);
    expect(slack.callsTo('response_url')).toHaveLength(1);
  });

  it('waits out a 429 on that ephemeral message', async ({ workspace: { slack, type, through } }) => {
    slack.script.once('chat.postEphemeral', { status: 429, retryAfterSeconds: 1 });
    expectAtOnce(await type('50bps private', USED_UP));
    await through(1);
    expect(only(slack.privateReplies).via).toBe('chat.postEphemeral');
  });

  it('replies in sections where Slack refuses the blocks', async ({ workspace: { slack, type, through } }) => {
    slack.script.once('response_url', { status: 400 });
    expectAtOnce(await type('50bps private'));
    await through(1);
    const message = only(slack.privateReplies);
    expect(message.via).toBe('response_url');
    expect(kindsOf(message)).toEqual(['section']);
    expect(slack.callsTo('chat.postEphemeral')).toEqual([]);
  });

  it('says that it failed in an ephemeral message where the address is used up', async ({
    workspace: { slack, type, log },
  }) => {
    // a bug, or as good as one
    slack.script.once('chat.postEphemeral', { error: 'invalid_arguments' });
    slack.script.once('chat.postMessage', { error: 'invalid_arguments' });
    expectAtOnce(await type('50bps private', USED_UP));
    await eventually(() => expect(slack.privateReplies).toHaveLength(1));
    const message = only(slack.privateReplies);
    expect(message).toMatchObject({ via: 'chat.postEphemeral', user: ASKER, channel: MEMBER });
    expect(log.references()).toEqual([FAILED.exec(message.text)?.[1]]);
  });

  it.for([
    ['a private answer', '50bps private'],
    ['a post', '50bps'],
  ] as const)(
    'lives on, and answers the next command, where %s and every way to say so fail',
    async ([, words], { workspace: { slack, type, through, log } }) => {
      slack.script.once('chat.postMessage', { error: 'invalid_arguments' });
      slack.script.always('chat.postEphemeral', { error: 'fatal_error' });
      expectAtOnce(await type(words, USED_UP));
      await eventually(() => expect(log.entries().filter(({ level }) => level === ERROR)).toHaveLength(2));
      expect(log.references()).toHaveLength(1);
      expect(slack.privateReplies).toEqual([]);
      expectAtOnce(await type('help'));
      await through(2);
      expect(slack.privateReplies).toHaveLength(1);
    },
  );

  it('lives on where the connection to say so breaks', async ({ workspace: { slack, type, through } }) => {
    slack.script.once('chat.postMessage', { error: 'invalid_arguments' });
    slack.script.once('response_url', 'hang up');
    expectAtOnce(await type('50bps'));
    await eventually(() => expect(only(slack.privateReplies).text).toContain('Slack did not confirm that.'));
    expectAtOnce(await type('50bps'));
    await through(2);
    expect(headerOf(only(slack.posted))).toBe(CUT_50);
  });
});
