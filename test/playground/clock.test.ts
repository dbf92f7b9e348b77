import { describe, expect, it } from 'vitest';
import { createClock, createClockControl } from '../../src/playground/clock.ts';
import { openDataSource } from '../../src/playground/data-source.ts';
import { isoInstant } from '../../src/units.ts';

const LIVE = { kind: 'live', yahooUrl: '', cboeUrl: '', newYorkFedUrl: '', fredUrl: '' } as const;

/** A clock that may be run, and when something was looked for that is due. */
const clockAt = async (start: string, onDue: () => Promise<void> = async () => undefined) => {
  const clock = createClock(() => isoInstant(start));
  const emit = (): void => undefined;
  const data = await openDataSource({ settings: { kind: 'off' }, live: LIVE, now: clock.now, emit });
  const looked: string[] = [];
  const runDue = async (): Promise<void> => {
    looked.push(clock.now());
    await onDue();
  };
  return { clock, looked, clockControl: createClockControl({ clock, data, emit, runDue }) };
};

describe('a clock that runs ahead', () => {
  it('stops at each full minute once, in order, and ends at the requested time', async () => {
    const { clock, looked, clockControl } = await clockAt('2026-11-20T14:30:20Z');
    await clockControl.moveTo(isoInstant('2026-11-20T14:33:10Z'));
    expect(looked).toEqual([
      '2026-11-20T14:31:00.000Z',
      '2026-11-20T14:32:00.000Z',
      '2026-11-20T14:33:00.000Z',
      '2026-11-20T14:33:10.000Z',
    ]);
    expect(clock.now()).toBe('2026-11-20T14:33:10.000Z');
  });

  it('looks once at every minute of a week', async () => {
    const { looked, clockControl } = await clockAt('2026-11-23T00:00:00Z');
    await clockControl.advance(7 * 24 * 60);
    expect(looked).toHaveLength(7 * 24 * 60);
    expect(new Set(looked).size).toBe(looked.length);
    expect([looked[0], looked.at(-1)]).toEqual(['2026-11-23T00:01:00.000Z', '2026-11-30T00:00:00.000Z']);
  });

  it('waits for what is due before it goes on', async () => {
    let underWay = 0;
    const most: number[] = [];
    const { clockControl } = await clockAt('2026-11-20T14:30:00Z', async () => {
      underWay += 1;
      most.push(underWay);
      await new Promise((done) => setImmediate(done));
      underWay -= 1;
    });
    await Promise.all([clockControl.advance(3), clockControl.advance(2)]);
    expect(most).toEqual([1, 1, 1, 1, 1]);
  });

  it('jumps where it is to go further than a month, and back, and looks once', async () => {
    const { clock, looked, clockControl } = await clockAt('2026-11-20T14:30:00Z');
    await clockControl.moveTo(isoInstant('2027-11-20T14:30:00Z'));
    await clockControl.moveTo(isoInstant('2026-11-19T00:00:00Z'));
    expect(looked).toEqual(['2027-11-20T14:30:00.000Z', '2026-11-19T00:00:00.000Z']);
    expect(clock.isSet()).toBe(true);
  });

  it('runs on to the machine’s time where it is behind it, and is the machine’s then', async () => {
    const { clock, looked, clockControl } = await clockAt('2026-11-20T14:30:00Z');
    await clockControl.moveTo(isoInstant('2026-11-20T14:28:00Z'));
    await clockControl.release();
    expect(looked).toEqual(['2026-11-20T14:28:00.000Z', '2026-11-20T14:29:00.000Z', '2026-11-20T14:30:00.000Z']);
    expect(clock.isSet()).toBe(false);
  });

  it('stops where all begins anew, and does not begin what was still to come', async () => {
    const { looked, clockControl, clock } = await clockAt('2026-11-20T14:30:00Z', async () => {
      if (looked.length === 2) void clockControl.reset();
      await new Promise((done) => setImmediate(done));
    });
    await Promise.all([clockControl.advance(60), clockControl.advance(60)]);
    await clockControl.reset();
    expect(looked).toHaveLength(2);
    expect({ now: clock.now(), isSet: clock.isSet() }).toEqual({ now: '2026-11-20T14:30:00.000Z', isSet: false });
  });

  it('stands where what was due has failed, and can be moved on', async () => {
    const { clockControl, clock, looked } = await clockAt('2026-11-20T14:30:00Z', async () => {
      if (looked.length === 1) throw new Error('failed');
    });
    await expect(clockControl.advance(5)).rejects.toThrow('failed');
    expect(clock.now()).toBe('2026-11-20T14:31:00.000Z');
    await clockControl.advance(5);
    expect(looked).toHaveLength(6);
  });
});
