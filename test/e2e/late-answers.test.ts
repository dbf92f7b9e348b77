import { describe, expect } from 'vitest';
import { askedBy } from '../../src/slack/request-in-hand.ts';
import { createMemoryStore } from '../../src/store/create-store.ts';
import type { KeptRequest, Recipient } from '../../src/store/kept-request.ts';
import { addMilliseconds } from '../../src/units.ts';
import { handOf } from '../contracts/request-store.ts';
import { ASKER, labelsOf } from '../doubles/payloads.ts';
import { ADMIN, MEMBER, TEAM } from '../doubles/web-api.ts';
import { eventually } from './eventually.ts';
import { it, NOW, only } from './workspace.ts';

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
