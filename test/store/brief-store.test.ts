import { copyFileSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { createMemoryStore } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { StoreError } from '../../src/store/store.ts';
import { at, newSchedule, when } from '../brief/clocks.ts';
import { added, briefStoreContract, claim, MARK, slotOn } from '../contracts/brief-store.ts';
import { installationContract } from '../contracts/installations.ts';
import { leaseContract } from '../contracts/leases.ts';
import { separationContract } from '../contracts/separation.ts';
import { temporaryFolder } from '../doubles/temporary.ts';
import { it, openAt, ownFile } from './own-file.ts';
import { later, NOW } from './scenario.ts';

briefStoreContract('in memory', () => Promise.resolve(createMemoryStore()));
briefStoreContract('in a file', () => openStore({ path: ownFile(), now: NOW, report: () => undefined }));
leaseContract('in memory', (leaseMs) => Promise.resolve(createMemoryStore(leaseMs)));
installationContract('in memory', (leaseMs) => Promise.resolve(createMemoryStore(leaseMs)));

const folder = temporaryFolder(afterAll);
let files = 0;
const inFile = (leaseMs: number) => {
  files += 1;
  return openStore({ path: join(folder, `${files}.json`), now: NOW, report: () => undefined, leaseMs });
};
leaseContract('in a file', inFile);
installationContract('in a file', inFile);
separationContract('in memory', () => Promise.resolve(createMemoryStore()));
separationContract('in a file', () => inFile(60_000));

const POSTED = { kind: 'posted', ts: '1763649000.000100', minutesLate: 3 } as const;

describe('briefs in a file', () => {
  it('come back after a restart, claims and all', async ({ path, opened: first }) => {
    const schedules = [
      await added(first.store),
      await added(first.store, { timing: when({ kind: 'ratio', side: 'above', level: 0.4 }), onClosed: 'skip' }),
      await added(first.store, { timing: at('02:30', 'Europe/Stockholm', ['mon', 'thu']), onStale: 'hold' }),
    ];
    const [{ id }] = schedules as [(typeof schedules)[number]];
    await claim(first.store, slotOn(id, '2026-11-23'), NOW);
    await first.store.settleDelivery({ ...slotOn(id, '2026-11-20'), outcome: POSTED }, NOW, { lastTold: MARK });
    const deliveries = await first.store.deliveries('T1', id);
    await first.store.close();

    const { store, findings } = await openAt(path);
    expect(findings).toEqual([]);
    expect(await store.schedules('T1')).toEqual(schedules);
    expect(await store.deliveries('T1', id)).toEqual(deliveries);
    expect(await store.lastTold('T1', 'C1')).toEqual(MARK);
    expect(await store.unsettledDeliveries(NOW)).toMatchObject([{ slot: '2026-11-23' }]);
    expect(await store.claimDelivery(slotOn(id, '2026-11-23'), 'next', NOW)).toMatchObject({ mayBeUnfinished: true });
  });

  it('are on disk before the claim returns: what a killed process leaves is taken over, as what may have been posted', async ({
    path,
    opened: { store },
  }) => {
    const { id } = await added(store);
    expect(await claim(store, slotOn(id, '2026-11-23'), NOW)).toBe('claimed');
    const copied = ownFile();
    mkdirSync(dirname(copied));
    copyFileSync(path, copied);
    const after = await openAt(copied);
    expect(await after.store.unsettledDeliveries(NOW)).toMatchObject([{ schedule: id, slot: '2026-11-23' }]);
    const taken = await after.store.claimDelivery(slotOn(id, '2026-11-23'), 'next', later(1_000));
    expect(taken).toMatchObject({ kind: 'claimed', mayBeUnfinished: true });
  });

  it('may be claimed and made again where the write failed', async ({ path, opened: { store } }) => {
    const { id } = await added(store);
    const obstacle = join(dirname(path), '.desk.json.tmp');
    mkdirSync(obstacle);
    const failed = await Promise.allSettled([
      claim(store, slotOn(id, '2026-11-23'), NOW),
      claim(store, slotOn(id, '2026-11-23'), NOW),
      store.addSchedule(newSchedule(), 20),
    ]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(failed[0]).toMatchObject({ reason: expect.any(StoreError) });
    expect(await store.unsettledDeliveries(NOW)).toEqual([]);
    expect(await store.schedules('T1')).toHaveLength(1);
    rmdirSync(obstacle);
    expect(await claim(store, slotOn(id, '2026-11-23'), NOW)).toBe('claimed');
  });

  it('stay as they were, in their order and with their deliveries, where a change could not be written', async ({
    path,
    opened: { store },
  }) => {
    const [first, , third] = [await added(store), await added(store), await added(store)];
    for (const slot of ['2026-11-20', '2026-11-23']) await claim(store, slotOn(first.id, slot), NOW);
    const before = { schedules: await store.schedules('T1'), deliveries: await store.deliveries('T1', first.id) };
    const obstacle = join(dirname(path), '.desk.json.tmp');
    mkdirSync(obstacle);
    await expect(store.changeSchedule('T1', first.id, () => null)).rejects.toThrow(StoreError);
    await expect(store.changeSchedule('T1', third.id, (was) => ({ ...was, paused: {} }))).rejects.toThrow(StoreError);
    expect({ schedules: await store.schedules('T1'), deliveries: await store.deliveries('T1', first.id) }).toEqual(
      before,
    );
    rmdirSync(obstacle);
    expect(await store.changeSchedule('T1', first.id, () => null)).toBeNull();
    expect(await store.schedules('T1')).toEqual(before.schedules.slice(1));
  });

  it('are none in a file that was written before there were any', async ({ path }) => {
    mkdirSync(dirname(path));
    const settings = [['T1', { replies: {}, silentChannels: ['C1'], allowedSharedChannels: [] }]];
    writeFileSync(path, JSON.stringify({ version: 1, threads: [], claims: [], votes: [], voters: [], settings }));
    const { store, findings } = await openAt(path);
    expect(findings).toEqual([]);
    expect((await store.settings('T1')).silentChannels).toEqual(['C1']);
    expect(await store.schedules('T1')).toEqual([]);
    expect(await added(store)).toBeDefined();
  });

  it('are numbered by their places where a file gives no numbers, and go on from there', async ({
    path,
    opened: first,
  }) => {
    for (const team of ['T1', 'T2', 'T1']) await added(first.store, { team });
    await first.store.close();
    const { numbers: _, ...stored } = JSON.parse(readFileSync(path, 'utf8'));
    for (const [, schedule] of stored.schedules) delete schedule.number;
    writeFileSync(path, JSON.stringify(stored));

    const { store, findings } = await openAt(path);
    expect(findings).toEqual([]);
    expect(await store.schedules('T1')).toMatchObject([{ number: 1 }, { number: 2 }]);
    expect(await store.schedules('T2')).toMatchObject([{ number: 1 }]);
    expect(await added(store)).toMatchObject({ number: 3 });
  });

  it('have no number again after a restart that one had before', async ({ path, opened: first }) => {
    const { id } = await added(first.store);
    await first.store.changeSchedule('T1', id, () => null);
    await first.store.close();
    const { store } = await openAt(path);
    expect(await added(store)).toMatchObject({ number: 2 });
  });

  it('are lost one by one where a record is not sound, and counted', async ({ path, opened: first }) => {
    const [kept, spoilt] = [await added(first.store), await added(first.store)];
    await claim(first.store, slotOn(kept.id, '2026-11-23'), NOW);
    await first.store.settleDelivery({ ...slotOn(kept.id, '2026-11-24'), outcome: POSTED }, NOW, { lastTold: MARK });
    await first.store.close();
    const stored = JSON.parse(readFileSync(path, 'utf8'));
    expect(stored.schedules[1][0]).toBe(spoilt.id);
    stored.schedules[1][1].timing.time = '25:61';
    stored.deliveries[0][1].outcome.kind = 'an outcome of next year';
    stored.marks[0][1].closes.ratio = null;
    writeFileSync(path, JSON.stringify(stored));

    const { store, findings } = await openAt(path);
    expect(findings).toMatchObject([{ kind: 'left out', lost: { schedules: 1, deliveries: 1, marks: 1 } }]);
    expect(await store.schedules('T1')).toEqual([kept]);
    expect(await store.deliveries('T1', kept.id)).toMatchObject([{ slot: '2026-11-24', outcome: POSTED }]);
    expect(await store.lastTold('T1', 'C1')).toBeUndefined();
  });

  it('cost no write where a change changes nothing', async () => {
    const { store, writes } = await openAt(ownFile());
    const { id } = await added(store);
    const before = writes();
    await store.changeSchedule('T1', id, (was) => was);
    await store.schedules('T1');
    expect(writes()).toBe(before);
  });
});
