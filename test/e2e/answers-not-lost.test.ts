import { describe, expect } from 'vitest';
import type { Message } from '../../src/message/block-kit.ts';
import { ASKER } from '../doubles/payloads.ts';
import { type Behaviour, DIRECT_MESSAGE, MEMBER } from '../doubles/web-api.ts';
import { BOT, conversing, newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { CUT_50, headerOf, it, only } from './workspace.ts';

const ANSWER = 'SmallCap net income +4.39%, LargeCap +0.23%';
const USED_UP = { responses: 0 };

/** What Slack answers a post with, and what the asker reads under the private answer. */
const REFUSALS: readonly (readonly [name: string, answer: Behaviour, told: string])[] = [
  ['account_inactive', { error: 'account_inactive' }, 'Slack refuses my access to this workspace.'],
  ['token_revoked', { error: 'token_revoked' }, 'Slack refuses my access to this workspace.'],
  ['team_access_not_granted', { error: 'team_access_not_granted' }, 'Slack refuses my access to this workspace.'],
  ['org_login_required', { error: 'org_login_required' }, 'Slack did not take the post in the channel.'],
  ['thread_locked', { error: 'thread_locked' }, 'this thread takes no replies of mine.'],
  ['cannot_reply_to_message', { error: 'cannot_reply_to_message' }, 'this thread takes no replies of mine.'],
  ['is_archived', { error: 'is_archived' }, 'this channel is archived.'],
  ['restricted_action', { error: 'restricted_action' }, 'I may not post in this conversation.'],
  ['not_in_channel', { error: 'not_in_channel' }, 'I am not in this channel.'],
  ['an error not yet known', { error: 'an_error_not_yet_known' }, 'Slack did not take the post in the channel.'],
  ['429 for a minute', { status: 429, retryAfterSeconds: 60 }, 'Slack did not take the post in the channel.'],
  ['403', { status: 403 }, 'Slack did not take the post in the channel.'],
  ['503', { status: 503 }, 'Slack did not confirm the post in the channel.'],
  ['HTML', { body: '<html></html>', type: 'text/html' }, 'Slack did not confirm the post in the channel.'],
];

describe.concurrent('an answer is not lost', { timeout: 60_000 }, () => {
  it.for(REFUSALS)(
    'to %s: who typed a command has it, and reads why it is private',
    async ([, answer, told], { open }) => {
      const { slack, type, through, log } = await open();
      slack.script.always('chat.postMessage', answer);
      await type('50bps');
      await through(1);
      expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
      expect(only(slack.privateReplies).text).toContain(told);
      expect(log.references()).toEqual([]);
    },
  );

  it.for(REFUSALS)('to %s: who wrote in a thread has it, and reads why', async ([, answer, told], { open }) => {
    const workspace = await open();
    workspace.slack.script.once('chat.postMessage', answer);
    await conversing(workspace).say(`${BOT} 50bps`, { thread: newTs(), as: ['app_mention'] });
    const reply = only(workspace.slack.privateReplies);
    expect(reply).toMatchObject({ via: 'chat.postEphemeral', user: ASKER, channel: MEMBER });
    expect(headerOf(reply)).toBe(CUT_50);
    expect(reply.text).toContain(told);
  });

  it('to a length that Slack refuses: it comes plainer, and then cut', async ({ open }) => {
    const { slack, type, through } = await open();
    for (const error of ['msg_too_long', 'msg_blocks_too_long']) slack.script.once('chat.postMessage', { error });
    await type('50bps');
    await through(1);
    const sent = slack.callsTo('chat.postMessage').map((call) => call.arguments as unknown as Message);
    expect(sent.map(({ blocks }) => blocks.length)).toEqual([expect.any(Number), expect.any(Number), 1]);
    expect(only(slack.posted).text).toContain(ANSWER);
    expect(slack.privateReplies).toEqual([]);
  });

  it.for<[string, Behaviour]>([
    ['ratelimited in a 200', { error: 'ratelimited' }],
    ['429 without Retry-After', { status: 429 }],
  ])('to %s: it is posted some seconds later', async ([, answer], { open }) => {
    const { slack, type, through } = await open();
    slack.script.once('chat.postMessage', answer);
    await type('50bps');
    await eventually(() => expect(slack.posted).toHaveLength(1), 15_000);
    await through(1);
    const [first, second] = slack.callsTo('chat.postMessage');
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(4_900);
    expect(slack.privateReplies).toEqual([]);
  });

  it('to 429 without Retry-After on whatever else is asked of Slack', async ({ open }) => {
    const { slack, type, through } = await open();
    slack.script.once('conversations.info', { status: 429 });
    await type('50bps');
    await eventually(() => expect(slack.posted).toHaveLength(1), 15_000);
    await through(1);
  });

  it.for(['user_not_in_channel', 'thread_locked', 'channel_not_found', 'an_error_not_yet_known'])(
    'to a private reply that Slack refuses with %s: it goes to the direct message',
    async (error, { open }) => {
      const { slack, type, through } = await open();
      slack.script.always('chat.postEphemeral', { error });
      await type('50bps private', USED_UP);
      await through(1);
      const reply = only(slack.posted);
      expect(reply.channel).toBe(DIRECT_MESSAGE);
      expect(headerOf(reply)).toBe(CUT_50);
      expect(reply.text).toContain('I cannot reply to you there.');
    },
  );

  it('to a thread that takes no private reply either: it stands in the channel, for the asker', async ({ open }) => {
    const workspace = await open();
    const { slack } = workspace;
    slack.script.once('chat.postMessage', { error: 'thread_locked' });
    slack.script.once('chat.postEphemeral', { error: 'thread_locked' });
    await conversing(workspace).say(`${BOT} 50bps`, { thread: newTs(), as: ['app_mention'] });
    const reply = only(slack.privateReplies);
    expect(reply.threadTs).toBeUndefined();
    expect(headerOf(reply)).toBe(CUT_50);
  });

  it('where Slack has no time for any way: it comes later, and says that it is late', async ({ open }) => {
    const { slack, type, through } = await open();
    const busy: Behaviour = { status: 429, retryAfterSeconds: 0 };
    slack.script.once('conversations.info', { error: 'not_known' });
    for (let tries = 0; tries < 3; tries += 1) {
      slack.script.once('chat.postEphemeral', busy);
      slack.script.once('chat.postMessage', busy);
    }
    await type('50bps', USED_UP);
    await eventually(() => expect(slack.privateReplies).toHaveLength(1), 15_000);
    await through(1);
    expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
    expect(only(slack.privateReplies).text).toContain('This comes late: Slack did not take it at first.');
  });

  it('nor is anybody refused, who may ask, for what Slack cannot tell just now', async ({ open }) => {
    const workspace = await open();
    const { slack } = workspace;
    slack.script.always('users.info', { error: 'internal_error' });
    await workspace.type('', { command: '/brief', channel: DIRECT_MESSAGE });
    await workspace.through(1);
    expect(slack.views.forms).toHaveLength(1);
  });
});
