import { describe, expect, it } from 'vitest';
import { createGroupedWrites } from '../../src/store/durable-file.ts';

/** Writes of a number that changes, and what was written of it. */
const counting = () => {
  let state = 0;
  let isBroken = false;
  const written: number[] = [];
  const writes = createGroupedWrites(async () => {
    const taken = state;
    if (isBroken) throw new Error('the disk is full');
    written.push(taken);
  });
  return {
    writes,
    written,
    change: (): void => {
      state += 1;
    },
    breakDown: (broken: boolean): void => {
      isBroken = broken;
    },
  };
};

describe('changes that nobody waits for', () => {
  it('are written together', async () => {
    const { writes, written, change } = counting();
    const kept = Array.from({ length: 100 }, () => {
      change();
      return writes.requestSoon();
    });
    expect(written).toEqual([]);
    await Promise.all(kept);
    expect(written).toEqual([100]);
  });

  it('go along with a change that somebody waits for', async () => {
    const { writes, written, change } = counting();
    change();
    const patient = writes.requestSoon();
    change();
    await writes.request();
    await patient;
    expect(written).toEqual([2]);
  });

  it('are written before the end', async () => {
    const { writes, written, change } = counting();
    change();
    const patient = writes.requestSoon();
    await writes.flush();
    await patient;
    expect(written).toEqual([1]);
  });

  it('report where they could not be written, and are tried again at the end', async () => {
    const { writes, written, change, breakDown } = counting();
    breakDown(true);
    change();
    await expect(writes.requestSoon()).rejects.toThrow('the disk is full');
    breakDown(false);
    await writes.flush();
    expect(written).toEqual([1]);
  });
});
