import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect } from 'vitest';
import { it, openAt, start } from './own-file.ts';
import { moveOf, NOW, threadNumber, turn } from './scenario.ts';

const LONG_MS = 60_000;

describe('two processes on one file', () => {
  it('refuses the second in words that name the file and the process that holds it', { timeout: LONG_MS }, async ({
    path,
  }) => {
    const first = start(path, 'hold');
    await first.says('open');
    const second = start(path, 'hold');
    expect(await second.says('refused')).toContain(`${path} is in use by process ${first.child.pid}.`);
    await expect(openAt(path)).rejects.toThrow(`in use by process ${first.child.pid}`);
  });

  it('lets the next one in once the first has closed', { timeout: LONG_MS }, async ({ path }) => {
    const first = start(path, 'hold');
    await first.says('open');
    first.child.kill('SIGTERM');
    await first.ended;
    await openAt(path);
    expect(readdirSync(dirname(path)).filter((name) => name.includes('.lock.'))).toHaveLength(1);
  });

  it('does not keep a process from ending, which needs no closing to let the next one in', {
    timeout: LONG_MS,
  }, async ({ path }) => {
    const first = start(path, 'leave');
    await first.says('open');
    await first.ended;
    await openAt(path);
  });

  it('is not blocked by a process that was killed, and clears its lock away', { timeout: LONG_MS }, async ({
    path,
  }) => {
    const first = start(path, 'hold');
    await first.says('open');
    await first.kill();
    expect(readdirSync(dirname(path)).some((name) => name.includes('.lock.'))).toBe(true);
    const { store } = await openAt(path);
    await store.close();
    expect(readdirSync(dirname(path)).filter((name) => name.includes('.lock.'))).toEqual([]);
  });

  it('lets one in of several that race for the lock of a killed one', { timeout: LONG_MS }, async ({ path }) => {
    const first = start(path, 'hold');
    await first.says('open');
    await first.kill();
    const racing = Array.from({ length: 4 }, () => start(path, 'hold'));
    const outcomes = await Promise.all(racing.map((one) => Promise.any([one.says('open'), one.says('refused')])));
    expect(outcomes.filter((words) => words === 'open')).toHaveLength(1);
  });
});

describe('a process killed in the middle of many writes', () => {
  it('leaves a file that parses and holds every turn it reported taken', { timeout: LONG_MS }, async ({ path }) => {
    const taken = new Set<string>();
    for (const [round, lifeMs] of [3, 40, 90, 170].entries()) {
      const writer = start(path, 'write', String(round * 100_000));
      await writer.says('taken');
      await new Promise((resolve) => setTimeout(resolve, lifeMs));
      await writer.kill();
      expect(writer.said.filter((line) => line.startsWith('finding'))).toEqual([]);
      for (const line of writer.said) if (line.startsWith('taken ')) taken.add(line.slice('taken '.length));
      expect(() => JSON.parse(readFileSync(path, 'utf8'))).not.toThrow();
    }
    expect(taken.size).toBeGreaterThan(60);
    const { store, findings } = await openAt(path);
    expect(findings).toEqual([]);
    // the newest of them: claims and threads are bounded
    await Promise.all(
      [...taken].slice(-4_000).map(async (one) => {
        expect(await store.thread(threadNumber(Number(one)), NOW)).toMatchObject({ context: moveOf(Number(one)) });
        expect(await store.claimTurn(turn(`1.${one}`, { key: threadNumber(0) }), NOW)).toBe('answered before');
      }),
    );
  });
});
