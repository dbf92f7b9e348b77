import { describe, expect, it } from 'vitest';
import { createChannelQueue } from '../../src/scheduler/channel-queue.ts';
import { isoInstant } from '../../src/units.ts';

const NOON = isoInstant('2026-11-23T12:00:00.000Z');

/** A queue by a clock that stands still, and the waits that they asked for. */
const queueAt = (clock: { now: typeof NOON }) => {
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  return { waits, ...createChannelQueue({ now: () => clock.now, wait, signal: new AbortController().signal }) };
};

describe('a channel that is to be left alone', () => {
  it('is left alone as long as was asked', async () => {
    const { waits, run, pause } = queueAt({ now: NOON });
    pause('C1', 60);
    expect(await run('C1', isoInstant('2026-11-23T12:00:59.000Z'), async () => 'done')).toBeUndefined();
    expect(await run('C1', isoInstant('2026-11-23T12:30:00.000Z'), async () => 'done')).toBe('done');
    expect(waits).toEqual([60_000]);
  });

  it('is free where the clock has been set back since', async () => {
    const clock = { now: NOON };
    const { waits, run, pause } = queueAt(clock);
    pause('C1', 60);
    clock.now = isoInstant('2026-11-20T12:00:00.000Z');
    expect(await run('C1', isoInstant('2026-11-20T12:30:00.000Z'), async () => 'done')).toBe('done');
    expect(await run('C1', isoInstant('2026-11-20T12:30:00.000Z'), async () => 'again')).toBe('again');
    expect(waits).toEqual([1_000]);
  });
});
