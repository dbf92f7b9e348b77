import { describe, expect } from 'vitest';
import { eventually } from './eventually.ts';
import { CUT_50, headerOf, it, only } from './workspace.ts';

/** Ten seconds, and some air. */
const GIVEN_UP_MS = 15_000;

describe.concurrent('a call that Slack never answers', { timeout: 40_000 }, () => {
  it('to post is given up; the answer comes privately, and others are answered meanwhile', async ({
    workspace: { slack, type },
  }) => {
    slack.script.always('chat.postMessage', 'never answer');
    const { status, ackMs } = await type('50bps');
    expect(status).toBe(200);
    expect(ackMs).toBeLessThan(1_000);
    await type('abc');
    await eventually(() => expect(only(slack.privateReplies).text).toContain('I could not read “abc”'));
    await eventually(() => expect(slack.privateReplies).toHaveLength(2), GIVEN_UP_MS);
    expect(slack.privateReplies.at(-1)?.text).toContain('Slack did not confirm the post in the channel.');
    expect(slack.callsTo('chat.postMessage')).toHaveLength(1);
  });

  it('about who reads a channel is given up; the answer is private', async ({ workspace: { slack, type } }) => {
    slack.script.always('conversations.info', 'never answer');
    await type('50bps');
    await eventually(() => expect(slack.privateReplies).toHaveLength(1), GIVEN_UP_MS);
    expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
    expect(slack.callsTo('chat.postMessage')).toEqual([]);
  });
});

describe.concurrent('a WebSocket that ends', { timeout: 20_000 }, () => {
  it.for(['warning', 'refresh_requested', 'link_disabled'] as const)(
    'with %s is followed by one that answers',
    async (reason, { open }) => {
      const { slack, type, through } = await open('socket');
      await type('50bps');
      await through(1);
      slack.link.disconnect(reason);
      await eventually(() => expect(slack.link.opened()).toBe(2), 15_000);
      const { ackMs } = await type('25bps');
      expect(ackMs).toBeLessThan(1_000);
      await through(2);
      expect(slack.posted.map(headerOf)).toEqual([CUT_50, '25 bp cut: SmallCap net income +2.19%, LargeCap +0.12%']);
      expect(slack.link.open()).toBe(1);
    },
  );

  it('is followed by one that answers, even where Slack fails at first', async ({ open }) => {
    const { slack, type, through } = await open('socket');
    slack.script.once('apps.connections.open', { status: 503 });
    slack.link.disconnect('refresh_requested');
    await eventually(() => expect(slack.link.opened()).toBe(2), 15_000);
    await type('50bps');
    await through(1);
    expect(headerOf(only(slack.posted))).toBe(CUT_50);
  });
});
