import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect } from 'vitest';
import { createMemoryStore } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { asked, handOf, MINUTE_MS, requestStoreContract } from '../contracts/request-store.ts';
import { it, openAt, ownFile, start } from './own-file.ts';
import { later, NOW } from './scenario.ts';

requestStoreContract('in memory', () => Promise.resolve(createMemoryStore()));
requestStoreContract('in a file', () => openStore({ path: ownFile(), now: NOW, report: () => undefined }));

describe('requests in a file', () => {
  it('come back after a restart, with what was taken, and those that were dropped do not', async ({
    path,
    opened: first,
  }) => {
    await handOf(first.store).keep('a', asked());
    await handOf(first.store).keep('b', asked({ user: 'U2', responseUrl: 'https://hooks.slack.com/commands/1' }));
    await handOf(first.store).keep('c', asked({ asked: { kind: 'again' } }));
    await Promise.all([handOf(first.store).drop('a'), handOf(first.store).mark('b', 'asker')]);
    await first.store.rememberTaken('s1', NOW);
    await first.store.close();
    const { store } = await openAt(path);
    expect(await store.openRequests()).toEqual([
      { id: 'b', request: asked({ user: 'U2', responseUrl: 'https://hooks.slack.com/commands/1' }), sending: 'asker' },
      { id: 'c', request: asked({ asked: { kind: 'again' } }) },
    ]);
    expect(await store.wasTaken('s1')).toBe(true);
  });

  it('are there once kept, however the process ends', { timeout: 60_000 }, async ({ path }) => {
    const process = start(path, 'keep');
    await process.says('kept');
    await process.kill();
    const { store } = await openAt(path);
    expect((await store.openRequests()).map(({ id }) => id)).toEqual(['a']);
    expect(await store.wasTaken('s1')).toBe(true);
  });

  it('cost the store’s file no write', async () => {
    const { store, writes } = await openAt(ownFile());
    for (let number = 0; number < 20; number += 1) {
      await handOf(store).keep(`r${number}`, asked());
      await store.rememberTaken(`s${number}`, NOW);
      await handOf(store).drop(`r${number}`);
    }
    expect(writes()).toBe(0);
  });

  it('come through the change from one file to the next, and the files stay two', async ({ path, opened: first }) => {
    await handOf(first.store).keep('a', asked());
    await first.store.rememberTaken('s0', NOW);
    for (let number = 1; number < 6; number += 1) {
      await first.store.rememberTaken(`s${number}`, later(number * 11 * MINUTE_MS));
    }
    expect(
      readdirSync(dirname(path))
        .filter((name) => name.includes('.requests'))
        .toSorted(),
    ).toEqual(['desk.json.requests', 'desk.json.requests.before']);
    await first.store.close();
    const { store } = await openAt(path, later(55 * MINUTE_MS));
    expect((await store.openRequests()).map(({ id }) => id)).toEqual(['a']);
    expect([await store.wasTaken('s0'), await store.wasTaken('s5')]).toEqual([false, true]);
  });

  it('are read from all that a change of files may leave behind', async ({ path, opened: first }) => {
    await handOf(first.store).keep('a', asked());
    await first.store.close();
    const [kept = ''] = readFileSync(`${path}.requests`, 'utf8').split('\n').filter(Boolean);
    const named = (id: string): string => `\n${kept.replace('"a"', `"${id}"`)}`;
    writeFileSync(`${path}.requests.before`, named('b'));
    writeFileSync(`${path}.requests.next`, `${named('c')}\n["dropped","a"]`);
    const { store } = await openAt(path);
    expect((await store.openRequests()).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('lose to a line that was cut off, or that nobody can read, that line alone', async ({ path, opened: first }) => {
    await handOf(first.store).keep('a', asked());
    await first.store.close();
    appendFileSync(`${path}.requests`, '\n["kept","b",{"at":"2026-11');
    appendFileSync(
      `${path}.requests`,
      '\n["kept","c",{"words":"and 100?"}]\n{}\n["taken","s1","2026-11-20T14:30:00Z"]',
    );
    const { store } = await openAt(path);
    expect((await store.openRequests()).map(({ id }) => id)).toEqual(['a']);
    expect(await store.wasTaken('s1')).toBe(true);
  });

  it('are readable by their owner only, and leave no file where none was kept', async ({ path, opened: first }) => {
    await first.store.close();
    expect(existsSync(`${path}.requests`)).toBe(false);
    const second = await openAt(path);
    await handOf(second.store).keep('a', asked());
    expect(statSync(`${path}.requests`).mode & 0o777).toBe(0o600);
  });

  it('that cannot be written reject, and say which file', async ({ path, opened: { store } }) => {
    mkdirSync(`${path}.requests`);
    await expect(handOf(store).keep('a', asked())).rejects.toThrow(
      /^STORE_PATH: .*desk\.json\.requests cannot be written/,
    );
  });
});
