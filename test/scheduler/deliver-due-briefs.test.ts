import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/units.ts';
import { at, EVERY_DAY } from '../brief/clocks.ts';
import { type Answer, fakeChannels, type Look, recordOf, running, virtualClock } from './running.ts';

const EARLY = '2026-11-23T12:00:00Z';
/** 07:30 in New York, Monday. */
const DUE = '2026-11-23T12:30:00.000Z';
const later = (minutes: number): string => new Date(Date.parse(DUE) + minutes * 60_000).toISOString();

const prepared = async (answers: Answer[] = [], looks: Look[] = [], start = EARLY) => {
  const clock = virtualClock(start);
  const channels = fakeChannels(clock, answers, looks);
  const scheduler = running({ clock, poster: channels.poster });
  const { id } = await scheduler.add();
  return { clock, ...channels, scheduler, store: scheduler.store, id, record: () => recordOf(scheduler.store, id) };
};

describe('a brief that is due', () => {
  it('is posted at its minute, once, and is recorded with what its message said', async () => {
    const { scheduler, posts, id, record, store } = await prepared();
    await scheduler.runTo(later(120));
    expect(posts).toEqual([{ schedule: id, channel: 'C1', slot: '2026-11-23', at: DUE, minutesLate: 0 }]);
    expect(await record()).toEqual(['2026-11-23 posted 0']);
    expect(await store.lastTold('T1', 'C1')).toEqual({ at: DUE });
    expect(await store.schedules('T1')).toMatchObject([{ settledTo: DUE }]);
    const outcome = { kind: 'posted', ts: '1.000100', minutesLate: 0 };
    expect(scheduler.reports).toEqual([{ kind: 'settled', schedule: id, slot: '2026-11-23', outcome }]);
  });

  it('costs the store nothing while none is due', async () => {
    const { clock, scheduler, store } = await prepared();
    const before = await store.schedules('T1');
    await scheduler.runTo(later(-1));
    expect(await store.schedules('T1')).toEqual(before);
    expect(await store.unsettledDeliveries(clock.now())).toEqual([]);
  });

  it.each([
    ['held', '2026-11-23 data stale'],
    ['refused', '2026-11-23 cannot post'],
  ] as const)('is on record as left out where it is %s', async (answer, line) => {
    const { scheduler, posts, tries, record, store } = await prepared([answer]);
    await scheduler.runTo(later(120));
    expect([tries.length, posts.length]).toEqual([1, 0]);
    expect(await record()).toEqual([line]);
    expect(await store.lastTold('T1', 'C1')).toBeUndefined();
  });

  it('is posted late after a stop of half an hour, and left out after a longer one', async () => {
    const [short, long] = [await prepared(), await prepared()];
    await short.clock.advanceTo(later(29));
    await short.scheduler.runTo(later(40));
    expect(await short.record()).toEqual(['2026-11-23 posted 29']);
    expect(short.posts).toMatchObject([{ minutesLate: 29 }]);
    await long.clock.advanceTo(later(31));
    await long.scheduler.runTo(later(40));
    expect(await long.record()).toEqual(['2026-11-23 too late']);
    expect(long.tries).toEqual([]);
  });

  it('is left out by request once, then posted again', async () => {
    const { scheduler, store, id, record } = await prepared();
    await store.changeSchedule('T1', id, (was) => ({ ...was, skip: isoDate('2026-11-23') }));
    await scheduler.runTo('2026-11-24T13:00:00Z');
    expect(await record()).toEqual(['2026-11-23 skipped by request', '2026-11-24 posted 0']);
    expect((await store.schedules('T1'))[0]).not.toHaveProperty('skip');
  });

  it('uses a request to skip up once, also where two days are found at once', async () => {
    const { clock, scheduler, store, id, record } = await prepared();
    await store.changeSchedule('T1', id, (was) => ({ ...was, skip: isoDate('2026-11-23') }));
    await clock.advanceTo('2026-11-24T12:40:00Z');
    await scheduler.runTo('2026-11-24T13:00:00Z');
    expect(await record()).toEqual(['2026-11-23 skipped by request', '2026-11-24 posted 10']);
  });

  it('rests through a pause, each day on record, and forgets a pause that has run out', async () => {
    const { scheduler, store, id, record } = await prepared();
    await store.changeSchedule('T1', id, (was) => ({ ...was, paused: { until: isoDate('2026-11-25') } }));
    await scheduler.runTo('2026-11-25T13:00:00Z', 900_000);
    expect(await record()).toEqual(['2026-11-23 paused', '2026-11-24 paused', '2026-11-25 posted 0']);
    expect((await store.schedules('T1'))[0]).not.toHaveProperty('paused');
  });

  it('goes through the week of Thanksgiving 2026 as its schedule says', async () => {
    const clock = virtualClock(EARLY);
    const { poster, posts } = fakeChannels(clock);
    const scheduler = running({ clock, poster });
    const [says, skips] = [
      await scheduler.add({ onClosed: 'say' }),
      await scheduler.add({ onClosed: 'skip', channel: 'C2' }),
    ];
    await scheduler.runTo('2026-11-29T15:00:00Z', 900_000);
    const [mon, tue, wed, thu, fri] = [23, 24, 25, 26, 27].map((day) => `2026-11-${day}`);
    expect(posts.filter(({ channel }) => channel === 'C1').map(({ slot }) => slot)).toEqual([mon, tue, wed, thu, fri]);
    expect(posts.filter(({ channel }) => channel === 'C2').map(({ slot }) => slot)).toEqual([mon, tue, wed, fri]);
    expect(await recordOf(scheduler.store, says.id)).toHaveLength(5);
    expect(await recordOf(scheduler.store, skips.id)).toContain(`${thu} exchange closed`);
  });

  it('ends where its schedule is removed, before it or while it waits', async () => {
    const before = await prepared();
    await before.store.changeSchedule('T1', before.id, () => null);
    await before.scheduler.runTo(later(40));
    expect(before.tries).toEqual([]);
    const waiting = await prepared([{ later: 600 }]);
    await waiting.scheduler.runTo(later(5));
    await waiting.store.changeSchedule('T1', waiting.id, () => null);
    await waiting.scheduler.runTo(later(40));
    expect(waiting.tries).toHaveLength(1);
    expect(await waiting.store.deliveries('T1', waiting.id)).toEqual([]);
  });

  it('is on record for the days that the history covers, after a stop of years', async () => {
    const { clock, scheduler, store, id, record } = await prepared();
    await clock.advanceTo('2030-01-07T14:00:00Z');
    await scheduler.runTo('2030-01-08T13:00:00Z', 900_000);
    const lines = await record();
    expect(lines).toHaveLength(100);
    expect(lines.slice(-2)).toEqual(['2030-01-07 too late', '2030-01-08 posted 0']);
    expect(lines.slice(0, -1).every((line) => line.endsWith('too late'))).toBe(true);
    expect(await store.schedules('T1')).toMatchObject([{ id, settledTo: '2030-01-08T12:30:00.000Z' }]);
  });
});

describe('an answer that was lost', () => {
  it('is made up for by the message that stands', async () => {
    const { scheduler, posts, tries, looks, id, record, store } = await prepared(['lost, stands']);
    await scheduler.runTo(later(40));
    expect([tries.length, posts.length]).toEqual([1, 1]);
    expect(looks).toEqual([`${id} 2026-11-23 2026-11-23T12:28:00.000Z`]);
    expect(await record()).toEqual(['2026-11-23 posted 0']);
    expect(await store.lastTold('T1', 'C1')).toEqual({ at: DUE });
  });

  it('is followed by one second try where the message is not there', async () => {
    const { scheduler, posts, tries, record } = await prepared(['lost, not there']);
    await scheduler.runTo(later(40));
    expect([tries.length, posts.length]).toEqual([2, 1]);
    expect(await record()).toEqual(['2026-11-23 posted 0']);
  });

  it('is followed by another as long as nothing stands there, with longer and longer pauses', async () => {
    const { scheduler, tries, record } = await prepared(Array<Answer>(4).fill('lost, not there'));
    await scheduler.runTo(later(40));
    expect(tries).toHaveLength(5);
    expect(await record()).toEqual([expect.stringMatching(/^2026-11-23 posted \d$/)]);
  });

  it('is looked for again right before each post: what Slack carried out late is not posted twice', async () => {
    const { scheduler, posts, record } = await prepared(['lost, not there', 'lost, stands late', 'posted']);
    await scheduler.runTo(later(40));
    expect(posts).toHaveLength(1);
    expect(await record()).toEqual(['2026-11-23 posted 0']);
  });

  it('ends half an hour after it was due', async () => {
    const { scheduler, tries, record, posts } = await prepared(Array<Answer>(200).fill('lost, not there'));
    await scheduler.runTo(later(60));
    expect(tries.length).toBeLessThan(20);
    expect(posts).toEqual([]);
    expect(await record()).toEqual(['2026-11-23 too late']);
  });

  it.each(['lost, stands', 'lost, not there'] as const)(
    'is uncertain where nobody can look, and nothing is posted again: %s',
    async (answer) => {
      const { scheduler, tries, record, store } = await prepared([answer], ['cannot look']);
      await scheduler.runTo(later(40));
      expect(tries).toHaveLength(1);
      expect(await record()).toEqual(['2026-11-23 uncertain']);
      expect(await store.lastTold('T1', 'C1')).toBeUndefined();
    },
  );

  it('is looked for until half an hour has passed, where Slack puts looking off', async () => {
    const soon = await prepared(['lost, stands'], [{ later: 60 }, { later: 600 }]);
    await soon.scheduler.runTo(later(40));
    expect([soon.tries.length, soon.looks.length]).toEqual([1, 3]);
    expect(await soon.record()).toEqual(['2026-11-23 posted 0']);
    const never = await prepared(
      ['lost, stands'],
      Array.from({ length: 100 }, () => ({ later: 60 })),
    );
    await never.scheduler.runTo(later(60));
    expect(never.tries).toHaveLength(1);
    expect(never.looks).toHaveLength(30);
    expect(await never.record()).toEqual(['2026-11-23 uncertain']);
  });

  it('is what a poster or a look that breaks counts as, and is reported', async () => {
    const posting = await prepared(['breaks']);
    await posting.scheduler.runTo(later(40));
    expect([posting.tries.length, posting.posts.length]).toEqual([2, 1]);
    expect(posting.scheduler.reports).toMatchObject([{ kind: 'failed', schedule: posting.id }, { kind: 'settled' }]);
    const looking = await prepared(['lost, stands'], ['breaks']);
    await looking.scheduler.runTo(later(40));
    expect(await looking.record()).toEqual(['2026-11-23 uncertain']);
    expect(looking.scheduler.reports).toMatchObject([{ kind: 'failed' }, { kind: 'settled' }]);
  });
});

describe('a post that Slack puts off', () => {
  it('is made when Slack allows it, and says how late it is', async () => {
    const { scheduler, posts, tries, record } = await prepared([{ later: 30 }, { later: 600 }]);
    await scheduler.runTo(later(40));
    expect(tries.map((one) => one.at)).toEqual([DUE, later(0.5), later(10.5)]);
    expect(posts).toMatchObject([{ minutesLate: 10 }]);
    expect(await record()).toEqual(['2026-11-23 posted 10']);
  });

  it('is left out at once where that would be too late', async () => {
    const { scheduler, tries, record } = await prepared([{ later: 1_801 }]);
    await scheduler.runTo(later(1));
    expect(tries).toHaveLength(1);
    expect(await record()).toEqual(['2026-11-23 too late']);
  });

  it('is not made once its schedule has been paused', async () => {
    const { scheduler, store, id, tries, record } = await prepared([{ later: 600 }]);
    await scheduler.runTo(later(5));
    await store.changeSchedule('T1', id, (was) => ({ ...was, paused: {} }));
    await scheduler.runTo(later(20));
    expect(tries).toHaveLength(1);
    expect(await record()).toEqual(['2026-11-23 paused']);
  });

  it('is made where the one behind it is to be left out', async () => {
    const { scheduler, store, id, record } = await prepared([{ later: 600 }]);
    await scheduler.runTo(later(5));
    await store.changeSchedule('T1', id, (was) => ({ ...was, skip: isoDate('2026-11-24') }));
    await scheduler.runTo('2026-11-25T13:00:00Z');
    expect(await record()).toEqual(['2026-11-23 posted 10', '2026-11-24 skipped by request', '2026-11-25 posted 0']);
  });

  it('holds up its own channel as Slack asks, and no other', async () => {
    const { scheduler, posts } = await prepared([{ later: 300 }]);
    await scheduler.add();
    await scheduler.add({ channel: 'C2' });
    await scheduler.runTo(later(30));
    expect(posts.map(({ channel, at: when }) => [channel, when])).toEqual([
      ['C2', DUE],
      ['C1', later(5)],
      ['C1', later(5 + 1 / 60)],
    ]);
  });
});

describe('twenty briefs due in one minute', () => {
  it('are posted a second apart in one channel, in the order they were made, none twice', async () => {
    const clock = virtualClock(EARLY);
    const { poster, posts, tries } = fakeChannels(clock);
    const scheduler = running({ clock, poster });
    const ids: string[] = [];
    for (let count = 0; count < 20; count += 1) ids.push((await scheduler.add()).id);
    await scheduler.runTo(later(40));
    expect(posts.map(({ schedule }) => schedule)).toEqual(ids);
    expect(tries).toHaveLength(20);
    expect(posts.map((post) => Date.parse(post.at) - Date.parse(DUE))).toEqual(ids.map((_, place) => place * 1_000));
    expect(posts.every(({ minutesLate }) => minutesLate === 0)).toBe(true);
  });

  it('are posted at once in twenty channels, and one that hangs holds up none of the next minutes', async () => {
    const clock = virtualClock(EARLY);
    const { poster, posts } = fakeChannels(clock);
    const hanging = {
      ...poster,
      post: () => clock.wait(20 * 60_000).then(() => ({ kind: 'refused', why: 'archived' }) as const),
    };
    const scheduler = running({
      clock,
      poster: { ...poster, post: (...asked) => (asked[0].channel === 'C0' ? hanging.post() : poster.post(...asked)) },
    });
    const made = [];
    for (let count = 0; count < 20; count += 1) made.push(await scheduler.add({ channel: `C${count}` }));
    await scheduler.add({ timing: at('07:31') });
    await scheduler.runTo(later(40));
    expect(posts.slice(0, 19).every((post) => post.at === DUE)).toBe(true);
    expect(posts[19]).toMatchObject({ at: later(1), minutesLate: 0 });
    expect(await recordOf(scheduler.store, made[0]?.id ?? '')).toEqual(['2026-11-23 cannot post']);
  });
});

describe('a stop', () => {
  it('ends waiting at once, and the next start posts what was left open', async () => {
    const { clock, poster, posts, scheduler, store, record } = await prepared([{ later: 900 }]);
    await scheduler.runTo(later(5));
    await scheduler.stop();
    expect(await record()).toEqual(['2026-11-23 claimed']);
    await scheduler.tick();
    const next = running({ clock, poster, store });
    await next.runTo(later(40));
    // not before the time that Slack asked for, which is stored
    expect(posts).toMatchObject([{ minutesLate: 15 }]);
    expect(await record()).toEqual(['2026-11-23 posted 15']);
  });

  it('lets what was sent come to its end', async () => {
    const clock = virtualClock(EARLY);
    const { poster, posts } = fakeChannels(clock);
    const slow: typeof poster.post = async (...asked) => {
      await clock.wait(5_000);
      return poster.post(...asked);
    };
    const scheduler = running({ clock, poster: { ...poster, post: slow } });
    const { id } = await scheduler.add();
    await scheduler.runTo(DUE);
    const stopped = scheduler.stop();
    await clock.advance(5_000);
    await stopped;
    expect(posts).toHaveLength(1);
    expect(await recordOf(scheduler.store, id)).toEqual(['2026-11-23 posted 0']);
  });
});

describe('a delivery that an earlier run left open', () => {
  const claimed = async (looks: Look[] = []) => {
    const all = await prepared([], looks);
    await all.clock.advanceTo(DUE);
    const claim = { schedule: all.id, slot: '2026-11-23', due: all.clock.now() };
    await all.store.claimDelivery(claim, 'an earlier run', all.clock.now());
    return { ...all, claim };
  };

  it('is posted, late, where its message is not there', async () => {
    const { clock, scheduler, posts, record } = await claimed();
    await clock.advanceTo(later(12));
    await scheduler.runTo(later(40));
    expect(posts).toMatchObject([{ minutesLate: 12 }]);
    expect(await record()).toEqual(['2026-11-23 posted 12']);
  });

  it('is not posted where its message stands', async () => {
    const { clock, scheduler, poster, posts, store, id, record } = await claimed();
    const [schedule] = await store.schedules('T1');
    if (schedule?.id !== id) throw new Error('no schedule');
    await poster.post(schedule, '2026-11-23', { due: schedule.createdAt, minutesLate: 0 });
    await clock.advanceTo(later(12));
    await scheduler.runTo(later(40));
    expect(posts).toHaveLength(1);
    expect(await record()).toEqual(['2026-11-23 posted 0']);
  });

  it('is left out where it is not there and half an hour has passed', async () => {
    const { clock, scheduler, tries, record } = await claimed();
    await clock.advanceTo(later(31));
    await scheduler.runTo(later(40));
    expect(tries).toEqual([]);
    expect(await record()).toEqual(['2026-11-23 too late']);
  });

  it('is uncertain where nobody can look', async () => {
    const { clock, scheduler, tries, record } = await claimed(['cannot look']);
    await clock.advanceTo(later(12));
    await scheduler.runTo(later(40));
    expect(tries).toEqual([]);
    expect(await record()).toEqual(['2026-11-23 uncertain']);
  });

  it('is left out for its reason where it was claimed only for that', async () => {
    const { clock, scheduler, store, id, record } = await claimed(['cannot look']);
    await store.changeSchedule('T1', id, (was) => ({ ...was, skip: isoDate('2026-11-23') }));
    await clock.advanceTo(later(12));
    await scheduler.runTo(later(40));
    expect(await record()).toEqual(['2026-11-23 skipped by request']);
    expect((await store.schedules('T1'))[0]).not.toHaveProperty('skip');
  });

  it('is left to another process that claims it while this one runs, until that one falls silent', async () => {
    const { clock, scheduler, store, id, tries, record } = await prepared();
    await scheduler.tick();
    await clock.advanceTo(DUE);
    await store.claimDelivery({ schedule: id, slot: '2026-11-23', due: clock.now() }, 'another', clock.now());
    await scheduler.runTo('2026-11-24T13:00:00Z', 900_000);
    expect(tries.map(({ slot }) => slot)).toEqual(['2026-11-23', '2026-11-24']);
    expect(await record()).toEqual(['2026-11-23 posted 15', '2026-11-24 posted 0']);
  });
});

describe('two processes on one store', () => {
  it('post each brief once between them', async () => {
    const clock = virtualClock(EARLY);
    const { poster, posts } = fakeChannels(clock);
    const one = running({ clock, poster });
    const other = running({ clock, poster, store: one.store });
    const made = [];
    for (let count = 0; count < 6; count += 1) {
      made.push(await one.add({ channel: `C${count % 2}`, timing: at('07:30', 'America/New_York', EVERY_DAY) }));
    }
    await Promise.all([one.tick(), other.tick()]);
    for (const day of [23, 24, 25]) {
      await clock.advanceTo(`2026-11-${day}T12:30:00Z`);
      await Promise.all([one.tick(), other.tick()]);
      await clock.advance(60_000);
    }
    expect(posts).toHaveLength(18);
    expect(new Set(posts.map(({ schedule, slot }) => `${schedule} ${slot}`)).size).toBe(18);
    for (const { id } of made) expect(await recordOf(one.store, id)).toHaveLength(3);
  });
});

describe('a store that fails', () => {
  it('costs a minute, not the brief: what could not be claimed is claimed at the next tick', async () => {
    const { clock, poster, posts, store, id } = await prepared();
    let fails = true;
    const failing = {
      ...store,
      claimDelivery: (...asked: Parameters<typeof store.claimDelivery>) =>
        fails ? Promise.reject(new Error('the disk is full')) : store.claimDelivery(...asked),
    };
    const scheduler = running({ clock, poster, store: failing });
    await scheduler.runTo(later(2));
    expect(posts).toEqual([]);
    fails = false;
    await scheduler.runTo(later(5));
    expect(posts).toMatchObject([{ schedule: id, at: later(2), minutesLate: 2 }]);
    expect(scheduler.reports.filter(({ kind }) => kind === 'failed')).toHaveLength(3);
  });

  it('does not make a brief be posted again where its outcome could not be written', async () => {
    const { clock, poster, posts, store, id } = await prepared();
    let fails = true;
    const failing = {
      ...store,
      settleDelivery: (...asked: Parameters<typeof store.settleDelivery>) =>
        fails ? Promise.reject(new Error('the disk is full')) : store.settleDelivery(...asked),
    };
    const scheduler = running({ clock, poster, store: failing });
    await scheduler.runTo(later(2));
    fails = false;
    await scheduler.runTo(later(5));
    expect(posts).toHaveLength(1);
    expect(await recordOf(store, id)).toEqual(['2026-11-23 posted 0']);
  });
});
