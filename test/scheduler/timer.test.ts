import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { now } from '../../src/clock.ts';
import { createMinuteTimer } from '../../src/scheduler/timer.ts';

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
