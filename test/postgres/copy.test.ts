import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/lowdb.ts';
import type { Store } from '../../src/store/store.ts';
import { added, claim, MARK, slotOn } from '../contracts/brief-store.ts';
import { asked, handOf } from '../contracts/request-store.ts';
import { ownFile } from '../store/own-file.ts';
import { cut, KEY, NOW, turn } from '../store/scenario.ts';
import { newDatabase, storeIn } from './instances.ts';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../..');
const env = { ...process.env, NODE_COMPILE_CACHE: resolve(ROOT, 'node_modules/.cache/e2e') };

/** Runs the program behind `npm run store:copy`; what it prints. */
const copy = async (...words: readonly string[]): Promise<string> =>
  (await run(process.execPath, ['src/store-copy.ts', ...words], { cwd: ROOT, env })).stdout;

const fill = async (store: Store): Promise<void> => {
  const [first] = [await added(store), await added(store, { channel: 'C2' })];
  await store.settleDelivery({ ...slotOn(first.id, '2026-11-20'), outcome: { kind: 'uncertain' } }, NOW, {
    lastTold: MARK,
  });
  await claim(store, slotOn(first.id, '2026-11-23'), NOW);
  await store.claimTurn(turn('1.1', { user: 'U1', context: cut(-50) }), NOW);
  await store.vote(
    { ...{ team: 'T1', channel: 'C1', message: '1.1', user: 'U1' }, kind: 'rate-move', thumb: 'up' },
    NOW,
  );
  await store.changeSettings('T1', (was) => ({ ...was, installer: 'U1' }));
  const company = { name: 'Acme', netIncome: 1, debt: 2, floatingShare: 30, rate: 4 };
  await store.changeCompanies('T1', () => [company], { user: 'U1', now: NOW });
  await store.keepInstallation({ team: 'T1', installedAt: NOW, sealed: 'sealed' });
  await handOf(store).keep('a', asked());
  await store.rememberTaken('s1', NOW);
};

const contentOf = async (store: Store) => ({
  schedules: await store.schedules('T1'),
  deliveries: await Promise.all((await store.schedules('T1')).map(({ id }) => store.deliveries('T1', id))),
  thread: await store.thread(KEY, NOW),
  votes: await store.votes(),
  settings: await store.settings('T1'),
  companies: await store.companies('T1'),
  installations: await store.installations(),
  lastTold: await store.lastTold('T1', 'C1'),
  open: await store.openRequests(),
  taken: await store.wasTaken('s1'),
});

const openFile = (path: string) => openStore({ path, now: NOW, report: () => expect.fail('the file is not sound') });

describe('a store that moves', () => {
  it('is all in the database, is counted, may be copied twice, and comes back as a file', {
    timeout: 120_000,
  }, async () => {
    const file = ownFile();
    const store = await openFile(file);
    await fill(store);
    const content = await contentOf(store);
    await expect(copy('--from', file, '--to', 'postgres://127.0.0.1:1/x')).rejects.toThrow('in use by process');
    await store.close();
    const url = await newDatabase(inject('databaseUrl'), 'copied');
    const said = await copy('--from', file, '--to', url);
    expect(said).toMatch(/schedules +2 +2\n/);
    expect(said).toMatch(/requests +1 +1\n/);
    expect(said).toMatch(/companies +1 +1\n/);
    expect(said).toContain('Everything is there.');
    expect(await copy('--from', file, '--to', url)).toBe(said);
    const database = await storeIn(url);
    onTestFinished(() => database.close());
    expect(await contentOf(database)).toEqual(content);
    // numbers go on where they were
    expect(await added(database)).toMatchObject({ number: 3 });
    const back = ownFile();
    expect(await copy('--export', '--from', url, '--to', back)).toMatch(/schedules +3 +3\n/);
    const restored = await openFile(back);
    onTestFinished(() => restored.close());
    const { schedules, deliveries, ...rest } = await contentOf(restored);
    expect(rest).toEqual({ ...content, schedules: undefined, deliveries: undefined });
    expect(schedules.slice(0, 2)).toEqual(content.schedules);
    expect(deliveries.slice(0, 2)).toEqual(content.deliveries);
  });

  it('is refused where not all of it can be read, and nothing is written', { timeout: 60_000 }, async () => {
    const file = join(import.meta.dirname, '../recorded/0.4.0/store.json');
    const before = readFileSync(file, 'utf8');
    const url = await newDatabase(inject('databaseUrl'), 'refused');
    await expect(copy('--from', ownFile(), '--to', url)).rejects.toThrow('cannot be read');
    expect(readFileSync(file, 'utf8')).toBe(before);
    const database = await storeIn(url);
    onTestFinished(() => database.close());
    expect(await database.schedules('T1')).toEqual([]);
  });
});
