import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Weekday } from '../../src/brief/day-reference.ts';
import { now } from '../../src/clock.ts';
import { createMinuteTimer } from '../../src/scheduler/timer.ts';
import { at, datesFrom, EVERY_DAY, firstQuarterShowing, WORKDAYS, weekdayIn } from '../brief/clocks.ts';
import { fakeChannels, recordOf, running, virtualClock } from './running.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T12:28:20Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const started = (tick: (at: string) => Promise<void>) => {
  const failures: unknown[] = [];
  const timer = createMinuteTimer({ now, failed: (error) => failures.push(error) });
  timer.start(tick);
  return { timer, failures };
};

describe('the timer', () => {
  it('calls at once, then at each full minute, and not after it is stopped', async () => {
    const calls: string[] = [];
    const { timer } = started(async (at) => void calls.push(at));
    await vi.advanceTimersByTimeAsync(160_000);
    expect(calls.map((at) => at.slice(11, 19))).toEqual(['12:28:20', '12:29:00', '12:30:00', '12:31:00']);
    await timer.stop();
    await vi.advanceTimersByTimeAsync(160_000);
    expect(calls).toHaveLength(4);
  });

  it('waits for the full minute where it wakes a little before it', async () => {
    const calls: string[] = [];
    const { timer } = started(async (at) => void calls.push(at));
    await vi.advanceTimersByTimeAsync(10_000);
    // the clock is put right by 5 ms while the timer waits
    vi.setSystemTime(Date.now() - 5);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(calls.map((at) => at.slice(11, 23))).toEqual(['12:28:20.000', '12:29:00.000']);
    await timer.stop();
  });

  it('goes on within a minute where the clock is set back or forward', async () => {
    const calls: string[] = [];
    const { timer } = started(async (at) => void calls.push(at));
    await vi.advanceTimersByTimeAsync(10_000);
    vi.setSystemTime(new Date('2026-11-23T11:10:30Z'));
    await vi.advanceTimersByTimeAsync(30_000);
    vi.setSystemTime(new Date('2026-11-23T14:50:45Z'));
    await vi.advanceTimersByTimeAsync(80_000);
    expect(calls.map((at) => at.slice(11, 19))).toEqual(['12:28:20', '11:11:00', '14:51:45', '14:52:00']);
    await timer.stop();
  });

  it('makes one call at a time, and leaves minutes out for a long one', async () => {
    const ends: (() => void)[] = [];
    const { timer } = started(() => new Promise((resolve) => void ends.push(resolve)));
    await vi.advanceTimersByTimeAsync(200_000);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await timer.stop();
  });

  it('is stopped once the call under way is over', async () => {
    const call = Promise.withResolvers<void>();
    const { timer } = started(() => call.promise);
    let isStopped = false;
    const stopped = timer.stop().then(() => {
      isStopped = true;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(isStopped).toBe(false);
    call.resolve();
    await stopped;
  });

  it('reports a call that fails, and goes on', async () => {
    let count = 0;
    const { timer, failures } = started(async () => {
      count += 1;
      throw new Error(`call ${count}`);
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await timer.stop();
    expect(failures).toEqual([new Error('call 1'), new Error('call 2')]);
  });
});

const [FIRST, LAST] = ['2026-09-28', '2027-04-16'] as const;
const QUARTER_MS = 900_000;

/** Typed in once more from the exchange's announcement, for the span of this test. */
const CLOSED = ['2026-11-26', '2026-12-25', '2027-01-01', '2027-01-18', '2027-02-15', '2027-03-26'];

interface Case {
  readonly zone: string;
  readonly time: string;
  readonly days: readonly Weekday[];
  readonly onClosed: 'say' | 'skip';
}

const CASES: readonly Case[] = [
  { zone: 'America/New_York', time: '07:30', days: WORKDAYS, onClosed: 'skip' },
  { zone: 'America/New_York', time: '02:30', days: EVERY_DAY, onClosed: 'say' },
  { zone: 'America/New_York', time: '01:30', days: EVERY_DAY, onClosed: 'skip' },
  { zone: 'Europe/London', time: '01:30', days: EVERY_DAY, onClosed: 'say' },
  { zone: 'Europe/Stockholm', time: '02:30', days: EVERY_DAY, onClosed: 'say' },
  { zone: 'Europe/Stockholm', time: '08:00', days: ['mon', 'thu'], onClosed: 'skip' },
  { zone: 'Australia/Sydney', time: '02:30', days: EVERY_DAY, onClosed: 'say' },
  { zone: 'Australia/Sydney', time: '08:00', days: WORKDAYS, onClosed: 'skip' },
  { zone: 'Asia/Kathmandu', time: '07:30', days: WORKDAYS, onClosed: 'say' },
];

const isClosed = (date: string): boolean => CLOSED.includes(date) || ['sat', 'sun'].includes(weekdayIn(date));

/** What is to be on record, and the instant of each post, from the runtime's own clocks. */
const expected = ({ zone, time, days, onClosed }: Case) =>
  datesFrom(FIRST, LAST)
    .filter((date) => days.includes(weekdayIn(date)))
    .map((date) => ({ date, due: firstQuarterShowing(zone, date, time) }))
    .filter(({ due }) => due > `${FIRST}T00:00:00.000Z` && due <= `${LAST}T00:00:00.000Z`)
    .map(({ date, due }) => ({ date, due, isPosted: onClosed === 'say' || !isClosed(date) }));

describe('two hundred days on the clock, both changes of it in each hemisphere', () => {
  it('gives each due date exactly one delivery or one recorded skip, at its time', { timeout: 60_000 }, async () => {
    const clock = virtualClock(`${FIRST}T00:00:00Z`);
    const { poster, posts } = fakeChannels(clock);
    const scheduler = running({ clock, poster });
    const ids: string[] = [];
    for (const { zone, time, days, onClosed } of CASES) {
      ids.push((await scheduler.add({ timing: at(time, zone, days), onClosed, channel: `C${ids.length}` })).id);
    }
    const records = CASES.map(() => new Set<string>());
    // the history keeps the last hundred: it is read every two months
    for (const end of datesFrom(FIRST, LAST)
      .filter((_, index) => index % 60 === 59)
      .concat(LAST)) {
      await scheduler.runTo(`${end}T00:00:00Z`, QUARTER_MS);
      for (const [index, id] of ids.entries()) {
        for (const line of await recordOf(scheduler.store, id)) records[index]?.add(line);
      }
    }
    for (const [index, one] of CASES.entries()) {
      const all = expected(one);
      expect(all.length).toBeGreaterThan(50);
      const lines = all.map(({ date, isPosted }) => `${date} ${isPosted ? 'posted 0' : 'exchange closed'}`);
      expect([...(records[index] ?? [])]).toEqual(lines);
      const made = posts.filter(({ schedule }) => schedule === ids[index]).map((post) => [post.slot, post.at]);
      expect(made).toEqual(all.filter(({ isPosted }) => isPosted).map(({ date, due }) => [date, due]));
    }
  });
});
