import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.ts';
import { isoDate } from '../../src/units.ts';
import { when } from '../brief/clocks.ts';
import { liveFacts } from '../doubles/live-facts.ts';
import { mortal } from './mortal.ts';
import { type Answer, fakeChannels, recordOf, running, virtualClock } from './running.ts';

/** Closes are final at 21:15 UTC. */
const CLOSES: Readonly<Record<string, number>> = {
  '2026-11-20': 2_394,
  '2026-11-23': 2_406,
  '2026-11-24': 2_410,
  '2026-11-25': 2_390,
  '2026-11-27': 2_406,
};
const CROSSED = '2026-11-23T21:15:00.000Z';

const factsAt = (now: string): Facts => {
  const days = Object.keys(CLOSES);
  const numerator = Object.values(CLOSES);
  const [denominator, ratios] = [numerator.map(() => 6_000), numerator.map((close) => close / 6_000)];
  return liveFacts(now, { closes: { dates: days.map(isoDate), numerator, denominator, ratios } });
};

const prepared = async (answers: Answer[] = [], facts: (now: string) => Facts = factsAt) => {
  const clock = virtualClock('2026-11-22T15:00:00Z');
  const channels = fakeChannels(clock, answers);
  const seen = () => facts(clock.now());
  const scheduler = running({ clock, poster: channels.poster, facts: seen });
  const { id } = await scheduler.add({ timing: when({ kind: 'ratio', side: 'above', level: 0.4 }), onClosed: 'skip' });
  const restart = () => running({ clock, poster: channels.poster, facts: seen, store: scheduler.store });
  return {
    clock,
    ...channels,
    scheduler,
    store: scheduler.store,
    id,
    restart,
    record: () => recordOf(scheduler.store, id),
  };
};

describe('a trigger', () => {
  it('is posted within a minute of the close that crosses, once per crossing', async () => {
    const { scheduler, posts, record } = await prepared();
    await scheduler.runTo('2026-11-23T21:20:00Z');
    expect(posts).toMatchObject([{ slot: '2026-11-23 above', at: CROSSED, minutesLate: 0 }]);
    await scheduler.runTo('2026-11-30T15:00:00Z', 900_000);
    expect(await record()).toEqual(['2026-11-23 above posted 0', '2026-11-27 above posted 0']);
    expect(posts).toHaveLength(2);
  });

  it('is remembered over a restart, and a crossing of meanwhile is posted at the start', async () => {
    const { clock, scheduler, posts, restart } = await prepared();
    await scheduler.runTo('2026-11-23T15:00:00Z', 900_000);
    await scheduler.stop();
    await clock.advanceTo('2026-11-24T09:00:00Z');
    await restart().runTo('2026-11-24T10:00:00Z');
    expect(posts).toMatchObject([{ slot: '2026-11-23 above', at: '2026-11-24T09:00:00.000Z', minutesLate: 0 }]);
  });

  it('is posted once wherever its process is killed', async () => {
    for (let moments = 1; moments <= 40; moments += 1) {
      const { clock, scheduler, posts, poster, restart, record, store } = await prepared();
      await scheduler.runTo('2026-11-23T20:00:00Z', 900_000);
      await scheduler.stop();
      await clock.advanceTo(CROSSED);
      const process = mortal(moments);
      const [guardedStore, guardedPoster] = [process.guard(store), process.guard(poster)];
      const seen = () => factsAt(clock.now());
      const dying = running({ clock, store: guardedStore, poster: guardedPoster, facts: seen });
      while (process.isAlive()) {
        await Promise.race([dying.tick(), process.killed]);
        await clock.advance(60_000);
      }
      await restart().runTo('2026-11-23T22:30:00Z');
      expect(posts).toHaveLength(1);
      expect(await record()).toHaveLength(1);
      expect((await record())[0]).toMatch(/^2026-11-23 above posted/);
    }
  });

  it('is followed while it is paused, each crossing on record, and not posted afterwards', async () => {
    const { scheduler, store, id, posts, record } = await prepared();
    await scheduler.runTo('2026-11-23T15:00:00Z', 900_000);
    await store.changeSchedule('T1', id, (was) => ({ ...was, paused: {} }));
    await scheduler.runTo('2026-11-24T15:00:00Z', 900_000);
    await store.changeSchedule('T1', id, ({ paused: _, ...was }) => was);
    await scheduler.runTo('2026-11-24T20:00:00Z', 900_000);
    expect(posts).toEqual([]);
    expect(await record()).toEqual(['2026-11-23 above paused']);
  });

  it('is left as it was while there are no data', async () => {
    const noData: Facts['market'] = { kind: 'printed', readings: [], why: { kind: 'loading' } };
    const { scheduler, store, posts } = await prepared([], (now) => ({ ...factsAt(now), market: noData }));
    await scheduler.runTo('2026-11-24T15:00:00Z', 900_000);
    expect(posts).toEqual([]);
    expect((await store.schedules('T1'))[0]).not.toHaveProperty('stood');
  });

  it('is looked for after a lost answer like any brief', async () => {
    const { scheduler, posts, tries, record } = await prepared(['lost, stands']);
    await scheduler.runTo('2026-11-23T21:30:00Z', 60_000);
    expect([tries.length, posts.length]).toEqual([1, 1]);
    expect(await record()).toEqual(['2026-11-23 above posted 0']);
  });

  it('fails alone where its facts fail: other schedules are handled', async () => {
    const { scheduler, posts, id } = await prepared([], () => {
      throw new Error('a bug');
    });
    await scheduler.add();
    await scheduler.runTo('2026-11-23T13:00:00Z', 900_000);
    expect(posts).toMatchObject([{ slot: '2026-11-23' }]);
    expect(scheduler.reports[0]).toMatchObject({ kind: 'failed', schedule: id });
  });
});
