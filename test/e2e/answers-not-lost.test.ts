import { describe, expect } from 'vitest';
import type { Message } from '../../src/message/block-kit.ts';
import { askedBy } from '../../src/slack/request-in-hand.ts';
import { createMemoryStore } from '../../src/store/create-store.ts';
import type { KeptRequest, Recipient } from '../../src/store/kept-request.ts';
import { addMilliseconds } from '../../src/units.ts';
import { handOf } from '../contracts/request-store.ts';
import { ASKER, labelsOf } from '../doubles/payloads.ts';
import { ADMIN, type Behaviour, DIRECT_MESSAGE, MEMBER, TEAM } from '../doubles/web-api.ts';
import { BOT, conversing, newTs } from './conversing.ts';
import { eventually } from './eventually.ts';
import { CUT_50, headerOf, it, NOW, only } from './workspace.ts';

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
    async ([, answer, told], { workspace: { slack, type, through, log } }) => {
      slack.script.always('chat.postMessage', answer);
      await type('50bps');
      await through(1);
      expect(headerOf(only(slack.privateReplies))).toBe(CUT_50);
      expect(only(slack.privateReplies).text).toContain(told);
      expect(log.references()).toEqual([]);
    },
  );

  it.for(REFUSALS)('to %s: who wrote in a thread has it, and reads why', async ([, answer, told], { workspace }) => {
    workspace.slack.script.once('chat.postMessage', answer);
    await conversing(workspace).say(`${BOT} 50bps`, { thread: newTs(), as: ['app_mention'] });
    const reply = only(workspace.slack.privateReplies);
    expect(reply).toMatchObject({ via: 'chat.postEphemeral', user: ASKER, channel: MEMBER });
    expect(headerOf(reply)).toBe(CUT_50);
    expect(reply.text).toContain(told);
  });

  it('to a length that Slack refuses: it comes plainer, and then cut', async ({
    workspace: { slack, type, through },
  }) => {
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
  ])('to %s: it is posted some seconds later', async ([, answer], { workspace: { slack, type, through } }) => {
    slack.script.once('chat.postMessage', answer);
    await type('50bps');
    await eventually(() => expect(slack.posted).toHaveLength(1), 15_000);
    await through(1);
    const [first, second] = slack.callsTo('chat.postMessage');
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(4_900);
    expect(slack.privateReplies).toEqual([]);
  });

  it('to 429 without Retry-After on whatever else is asked of Slack', async ({
    workspace: { slack, type, through },
  }) => {
    slack.script.once('conversations.info', { status: 429 });
    await type('50bps');
    await eventually(() => expect(slack.posted).toHaveLength(1), 15_000);
    await through(1);
  });

  it.for(['user_not_in_channel', 'thread_locked', 'channel_not_found', 'an_error_not_yet_known'])(
    'to a private reply that Slack refuses with %s: it goes to the direct message',
    async (error, { workspace: { slack, type, through } }) => {
      slack.script.always('chat.postEphemeral', { error });
      await type('50bps private', USED_UP);
      await through(1);
      const reply = only(slack.posted);
      expect(reply.channel).toBe(DIRECT_MESSAGE);
      expect(headerOf(reply)).toBe(CUT_50);
      expect(reply.text).toContain('I cannot reply to you there.');
    },
  );

  it('to a thread that takes no private reply either: it stands in the channel, for the asker', async ({
    workspace,
  }) => {
    const { slack } = workspace;
    slack.script.once('chat.postMessage', { error: 'thread_locked' });
    slack.script.once('chat.postEphemeral', { error: 'thread_locked' });
    await conversing(workspace).say(`${BOT} 50bps`, { thread: newTs(), as: ['app_mention'] });
    const reply = only(slack.privateReplies);
    expect(reply.threadTs).toBeUndefined();
    expect(headerOf(reply)).toBe(CUT_50);
  });

  it('where Slack has no time for any way: it comes later, and says that it is late', async ({
    workspace: { slack, type, through },
  }) => {
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

  it('nor is anybody refused, who may ask, for what Slack cannot tell just now', async ({ workspace }) => {
    const { slack } = workspace;
    slack.script.always('users.info', { error: 'internal_error' });
    await workspace.type('', { command: '/brief', channel: DIRECT_MESSAGE });
    await workspace.through(1);
    expect(slack.views.forms).toHaveLength(1);
  });
});

const MINUTE_MS = 60_000;

interface Left extends Partial<KeptRequest> {
  readonly minutesAgo: number;
  readonly sending?: Recipient;
}

/** A store in which an earlier process left a request open. */
const leftOpen = async ({ minutesAgo, sending, ...more }: Left) => {
  const store = createMemoryStore();
  await handOf(store).keep('left', {
    ...{ at: addMilliseconds(NOW, -minutesAgo * MINUTE_MS), team: TEAM, channel: MEMBER, user: ASKER },
    ...{ via: 'command', affiliation: 'own' },
    asked: { kind: 'question', question: { kind: 'rate-move', moveBps: -50 }, private: false },
    ...more,
  });
  if (sending !== undefined) await handOf(store).mark('left', sending);
  return store;
};

const noWait = () => Promise.resolve();

describe('a request that was left open', () => {
  it('twenty-nine minutes ago is answered, and says how late', async ({ open }) => {
    const store = await leftOpen({ minutesAgo: 29 });
    const { slack } = await open('http', { store, wait: noWait });
    await eventually(() => expect(only(slack.posted).text).toMatch(/This comes 29 minutes late: I was stopped/));
    await eventually(async () => expect(await store.openRequests()).toEqual([]));
  });

  it.for([
    ['nothing was sent', undefined],
    ['something was sent', 'channel'],
  ] as const)(
    'more than half an hour ago is not answered, and its asker is told, where %s',
    async ([, sending], { open }) => {
      const store = await leftOpen({ minutesAgo: 31, ...(sending && { sending }) });
      const { slack } = await open('http', { store, wait: noWait });
      await eventually(() => expect(slack.privateReplies).toHaveLength(1));
      expect(only(slack.privateReplies)).toMatchObject({ via: 'chat.postEphemeral', user: ASKER });
      expect(only(slack.privateReplies).text).toMatch(/that is more than half an hour ago\.$/);
      expect(labelsOf(only(slack.privateReplies))).toEqual(['Answer now']);
      await eventually(async () => expect(await store.openRequests()).toEqual([]));
      expect(slack.posted).toEqual([]);
    },
  );

  it.for([
    ['brief', undefined],
    ['company', 'company'],
    ['note', 'note'],
  ] as const)(
    'and may have changed a %s is not done again: its asker is told where to look',
    async ([list, of], { open }) => {
      const store = await leftOpen({ minutesAgo: 1, via: 'control', asked: { kind: 'change', ...(of && { of }) } });
      const { slack } = await open('http', { store, wait: noWait });
      await eventually(() => expect(slack.privateReplies).toHaveLength(1));
      expect(only(slack.privateReplies).text).toBe(
        `I was stopped while I was doing that. See /${list} list, and do it again if it was not done.`,
      );
      await eventually(async () => expect(await store.openRequests()).toEqual([]));
    },
  );

  it('more than a day ago is dropped', async ({ open }) => {
    const store = await leftOpen({ minutesAgo: 24 * 60 + 1 });
    const { slack } = await open('http', { store, wait: noWait });
    await eventually(async () => expect(await store.openRequests()).toEqual([]));
    expect([...slack.posted, ...slack.privateReplies]).toEqual([]);
  });

  it('by whoever may not ask is refused, late as in time', async ({ open }) => {
    const store = await leftOpen({ minutesAgo: 1, affiliation: 'another workspace' });
    const { slack } = await open('http', { store, wait: noWait });
    await eventually(() => expect(only(slack.privateReplies).text).toContain('Only people of the workspace'));
    expect(slack.posted).toEqual([]);
  });

  it.for([1, 31])('%s minutes ago as a thumb is counted once', async (minutesAgo, { open }) => {
    const asked = { kind: 'vote', message: '1795100000.000001', on: 'rate-move', thumb: 'up' } as const;
    const store = await leftOpen({ minutesAgo, sending: 'asker', via: 'control', asked });
    const { slack } = await open('http', { store, wait: noWait });
    await eventually(async () => expect(await store.openRequests()).toEqual([]));
    expect(await store.votes()).toEqual([{ kind: 'rate-move', up: 1, down: 0 }]);
    expect(slack.posted).toEqual([]);
    const again = { team: TEAM, channel: MEMBER, message: asked.message, user: ASKER, kind: 'rate-move' };
    expect(await store.vote({ ...again, thumb: 'up' }, NOW)).toBe('unchanged');
  });

  it.for([
    [ADMIN, [MEMBER]],
    [ASKER, []],
  ] as const)('as a setting is changed for an admin alone: %s', async ([user, silent], { open }) => {
    const asked = { kind: 'setting' as const, list: 'silent' as const, channels: [MEMBER] };
    const store = await leftOpen({ minutesAgo: 31, via: 'control', asked, user, channel: user });
    const { slack } = await open('http', { store, wait: noWait });
    await eventually(async () => expect(await store.openRequests()).toEqual([]));
    expect((await store.settings(TEAM)).silentChannels).toEqual(silent);
    expect(slack.views.homes.map((home) => home.user)).toEqual([user]);
  });

  it('is answered with what was remarked on its words, but for the words', async ({ open }) => {
    const turn = {
      kind: 'question',
      question: { kind: 'rate-move', moveBps: -50 },
      private: false,
      how: 'ranked',
      notUsed: { words: 'on fnord day', kind: 'date' },
      others: [{ name: 'A hike', question: { kind: 'rate-move', moveBps: 37 } }],
    } as const;
    const asked = askedBy(turn);
    expect(JSON.stringify(asked)).not.toContain('fnord');
    const store = await leftOpen({ minutesAgo: 1, asked });
    const { slack } = await open('http', { store, wait: noWait });
    await eventually(() => expect(slack.posted).toHaveLength(1));
    const { text } = only(slack.posted);
    expect(text).toContain('Not used: part of the words: the model has no date');
    expect(text).toContain('Read: by resemblance, as a question about');
    expect(labelsOf(only(slack.posted))).toContain('A hike');
  });

  it('as a click on Share is shared', async ({ open }) => {
    const question = { kind: 'rate-move', moveBps: -75 } as const;
    const store = await leftOpen({
      minutesAgo: 1,
      via: 'control',
      asked: { kind: 'share', question },
      isPrivate: true,
    });
    const { slack } = await open('http', { store, wait: noWait });
    await eventually(() => expect(only(slack.posted).text).toMatch(/^75 bp cut/));
  });

  it('as silence in a thread, silences it', async ({ open }) => {
    const store = await leftOpen({
      ...{ minutesAgo: 1, via: 'message', asked: { kind: 'silence' }, threadTs: '1.1', claim: '1.2' },
    });
    const { slack } = await open('http', { store, wait: noWait });
    await eventually(() => expect(slack.posted).toHaveLength(1));
    const key = { team: TEAM, channel: MEMBER, thread: '1.1' };
    expect((await store.thread(key, NOW))?.silent).toBe(true);
  });
});
