import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { at, datesFrom, EVERY_DAY, firstQuarterShowing } from '../brief/clocks.ts';
import { mortal } from './mortal.ts';
import {
  type Answer,
  fakeChannels,
  type Look,
  type Post,
  running,
  type VirtualClock,
  virtualClock,
} from './running.ts';

const DATES = datesFrom('2026-11-25', '2026-11-28');
const STEP_MS = 300_000;
const TIMES = ['07:30', '07:30', '07:30', '07:45'];

interface Life {
  /** Moments that a process lives through. */
  readonly moments: number;
  /** Until the next one starts. */
  readonly minutesDead: number;
}

const lives: fc.Arbitrary<readonly Life[]> = fc.array(
  fc.record({
    moments: fc.integer({ min: 1, max: 150 }),
    minutesDead: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 3_000 })),
  }),
  { maxLength: 12 },
);
const seconds = fc.constantFrom(1, 20, 400, 2_000).map((later) => ({ later }));
const answers = fc.array<Answer>(
  fc.oneof(fc.constantFrom<Answer>('posted', 'posted', 'lost, stands', 'lost, not there', 'refused', 'held'), seconds),
  { maxLength: 30 },
);
const looks = fc.array<Look>(fc.oneof(fc.constantFrom<Look>('looks', 'looks', 'looks', 'cannot look'), seconds), {
  maxLength: 15,
});

const END = Date.parse('2026-11-28T20:00:00Z');

/** Nothing is due between 14:30 and 12:10 UTC. The night after the end is no part of it. */
const throughTheNight = async (clock: VirtualClock): Promise<void> => {
  const [day, time = ''] = clock.now().split('T');
  const morning = Date.parse(`${day}T12:10Z`) + 24 * 3_600_000;
  if (time >= '14:30' && morning < END) await clock.advanceTo(new Date(morning).toISOString());
};

/** The whole of it in order: process after process, until the last one has outlived every brief. */
const live = async (
  store: Store,
  clock: VirtualClock,
  poster: Parameters<typeof running>[0]['poster'],
  all: readonly Life[],
) => {
  const last = { moments: Number.POSITIVE_INFINITY, minutesDead: 0 };
  for (const { moments, minutesDead } of [...all, last]) {
    const process = mortal(moments);
    const scheduler = running({ clock, store: process.guard(store), poster: process.guard(poster) });
    do {
      await Promise.race([scheduler.tick(), process.killed]);
      await clock.advance(STEP_MS);
      await throughTheNight(clock);
    } while (process.isAlive() && Date.parse(clock.now()) < END);
    // whoever is alive at the end has time to end what is under way
    if (process.isAlive()) return clock.advance(2 * 3_600_000);
    const start = Math.min(END, Date.parse(clock.now()) + minutesDead * 60_000);
    await clock.advanceTo(new Date(start).toISOString());
  }
};

const problems = async (store: Store, ids: readonly string[], posts: readonly Post[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [index, id] of ids.entries()) {
    const records = new Map((await store.deliveries('T1', id)).map(({ slot, outcome }) => [slot, outcome]));
    for (const date of DATES) {
      const count = posts.filter((post) => post.schedule === id && post.slot === date).length;
      const outcome = records.get(date)?.kind ?? 'not on record';
      const isRight =
        (outcome === 'posted' && count === 1) ||
        (outcome === 'skipped' && count === 0) ||
        (outcome === 'uncertain' && count <= 1);
      if (!isRight) found.push(`schedule ${index}, ${date}: ${outcome}, posted ${count} times`);
    }
    if (records.size !== DATES.length) found.push(`schedule ${index}: ${records.size} on record`);
  }
  return found;
};

describe('a bot that is killed at any moment and started again', () => {
  it('posts no brief twice and leaves none without a record, whatever Slack answers', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(lives, answers, looks, async (all, answered, looked) => {
        const clock = virtualClock('2026-11-25T11:50:00Z');
        const { poster, posts } = fakeChannels(clock, [...answered], [...looked]);
        const store = createMemoryStore();
        const setUp = running({ clock, store, poster });
        const ids: string[] = [];
        for (const [index, time] of TIMES.entries()) {
          const timing = at(time, 'America/New_York', EVERY_DAY);
          const onClosed = index === 1 ? 'skip' : 'say';
          ids.push((await setUp.add({ timing, onClosed, channel: `C${index % 2}` })).id);
        }
        await live(store, clock, poster, all);
        expect(await problems(store, ids, posts)).toEqual([]);
        const dues = DATES.map((date) => firstQuarterShowing('America/New_York', date, '07:30'));
        expect(
          posts.every((post) =>
            dues.some((due) => post.at >= due && Date.parse(post.at) - Date.parse(due) <= 2_700_000),
          ),
        ).toBe(true);
      }),
      { numRuns: 250 },
    );
  });
});
