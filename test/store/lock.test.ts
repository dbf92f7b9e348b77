import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { newLockName, takeLock, thisProcess } from '../../src/store/lock.ts';
import { StoreError } from '../../src/store/store.ts';
import { it, ownFile, start } from './own-file.ts';
import { NOW, turn } from './scenario.ts';

const withFolder = (): string => {
  const path = ownFile();
  mkdirSync(dirname(path));
  return path;
};

const locksOn = (path: string): string[] =>
  readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.lock.`));

const leaveLock = async (path: string, holder: Partial<Awaited<ReturnType<typeof thisProcess>>>): Promise<string> => {
  const lockFile = `${path}.lock.${newLockName({ ...(await thisProcess()), ...holder })}`;
  writeFileSync(lockFile, '');
  return lockFile;
};

const longAgo = (lockFile: string) => utimesSync(lockFile, new Date(0), new Date(0));

describe('the lock on a file', () => {
  it('is held once in a process too, and free again once released', async () => {
    const path = withFolder();
    const lock = await takeLock(path);
    await expect(takeLock(path)).rejects.toThrow(`in use by process ${process.pid}.`);
    await lock.release();
    const next = await takeLock(path);
    await next.release();
    expect(locksOn(path)).toEqual([]);
  });

  it('is given to one at most of many that ask at once', async () => {
    const path = withFolder();
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => takeLock(path)));
    const held = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(held.length).toBeLessThanOrEqual(1);
    expect(locksOn(path)).toHaveLength(held.length);
    await Promise.all(held.map((lock) => lock.release()));
  });

  it('is not held by another file of a similar name', async () => {
    const path = withFolder();
    const other = await takeLock(`${path}.lock.json`);
    onTestFinished(() => other.release());
    await (await takeLock(path)).release();
  });

  it.runIf(process.platform === 'linux')(
    'is not kept by a process number that was given to another process since',
    async () => {
      const path = withFolder();
      const { started } = await thisProcess();
      await leaveLock(path, { started: started + 1 });
      await (await takeLock(path)).release();
      expect(locksOn(path)).toEqual([]);
    },
  );

  it('is held by a process of another machine as long as it renews the lock', async () => {
    const path = withFolder();
    const foreign = await leaveLock(path, { machine: 'a'.repeat(12), pid: 7 });
    await expect(takeLock(path)).rejects.toThrow(/process 7 on another machine or in another container.*10 seconds/);
    longAgo(foreign);
    await (await takeLock(path)).release();
    expect(locksOn(path)).toEqual([]);
  });

  it('goes by signs of life where the system does not say when a process began', async () => {
    const path = withFolder();
    const other = await leaveLock(path, { started: 0 });
    await expect(takeLock(path)).rejects.toThrow(`in use by process ${process.pid}.`);
    longAgo(other);
    await (await takeLock(path)).release();
  });

  it('is shown to be alive by its file', { timeout: 15_000 }, async () => {
    const path = withFolder();
    const holder = start(path, 'hold');
    await holder.says('open');
    const [name = ''] = locksOn(path);
    longAgo(join(dirname(path), name));
    await expect.poll(() => statSync(join(dirname(path), name)).mtimeMs, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(readFileSync(join(dirname(path), name), 'utf8')).toContain('A bot is running');
  });

  it('that was taken over stops the store from writing, in words', async ({ path, opened: { store } }) => {
    await store.claimTurn(turn('1.1'), NOW);
    const before = readFileSync(path, 'utf8');
    for (const name of locksOn(path)) rmSync(join(dirname(path), name));
    const late = store.claimTurn(turn('1.2'), NOW);
    await expect(late).rejects.toThrow(StoreError);
    await expect(late).rejects.toThrow('taken over by another process');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});
