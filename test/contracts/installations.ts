import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store, StoredInstallation } from '../../src/store/store.ts';
import { isoInstant } from '../../src/units.ts';
import { NOW } from '../store/scenario.ts';

const LEASE_MS = 900;
const SILENCE_MS = 1_100;

/** Leases end by a real clock. */
const now = () => isoInstant(new Date().toISOString());

const installed = (team: string, sealed = 'sealed'): StoredInstallation => ({ team, installedAt: NOW, sealed });

/** What every form of the store keeps to, of where the bot was installed by a link. @param concurrent whether several may be open at once */
export const installationContract = (
  form: string,
  open: (leaseMs: number) => Promise<Store>,
  concurrent = true,
): void => {
  const opened: Store[] = [];
  afterAll(() => Promise.all(opened.map((store) => store.close())));
  const prepared = async (): Promise<Store> => {
    const store = await open(LEASE_MS);
    opened.push(store);
    return store;
  };

  describe(`${form}: installations`, { concurrent }, () => {
    it('are of one workspace each, and are replaced by a newer one', async () => {
      const store = await prepared();
      expect(await store.installation('T1')).toBeUndefined();
      await store.keepInstallation(installed('T2'));
      await store.keepInstallation(installed('T1'));
      await store.keepInstallation(installed('T1', 'newer'));
      expect(await store.installation('T1')).toEqual(installed('T1', 'newer'));
      expect(await store.installations()).toEqual([installed('T1', 'newer'), installed('T2')]);
      expect(await store.installation('T3')).toBeUndefined();
    });

    it('go with their workspace, and no other does', async () => {
      const store = await prepared();
      await store.keepInstallation(installed('T1'));
      await store.keepInstallation(installed('T2'));
      const fence = (await store.takeInstallation('T1', 'one', now())) ?? 0;
      await store.deleteTeam('T1');
      await store.settleInstallation('T1', fence, 'too late');
      expect(await store.installations()).toEqual([installed('T2')]);
      expect(await store.takeInstallation('T1', 'one', now())).toBeUndefined();
    });

    it('are renewed by one of those who would at once, and by the next when that one is done', async () => {
      const store = await prepared();
      await store.keepInstallation(installed('T1'));
      const fences = await Promise.all(
        Array.from({ length: 20 }, (_, number) => store.takeInstallation('T1', `owner ${number}`, now())),
      );
      const [fence, ...more] = fences.filter((one) => one !== undefined);
      expect(more).toEqual([]);
      await store.settleInstallation('T1', fence ?? 0, 'renewed');
      expect(await store.installation('T1')).toEqual(installed('T1', 'renewed'));
      const next = await store.takeInstallation('T1', 'another', now());
      expect(next).toBeGreaterThan(fence ?? 0);
      await store.settleInstallation('T1', next ?? 0);
      expect(await store.installation('T1')).toEqual(installed('T1', 'renewed'));
    });

    it('are taken over from who falls silent, who changes nothing any more', async () => {
      const store = await prepared();
      await store.keepInstallation(installed('T1'));
      const first = (await store.takeInstallation('T1', 'one', now())) ?? 0;
      expect(await store.takeInstallation('T1', 'two', now())).toBeUndefined();
      await wait(SILENCE_MS);
      const second = (await store.takeInstallation('T1', 'two', now())) ?? 0;
      expect(second).toBeGreaterThan(first);
      await store.settleInstallation('T1', first, 'too late');
      await store.settleInstallation('T1', second, 'renewed');
      expect(await store.installation('T1')).toEqual(installed('T1', 'renewed'));
    });

    it('that are made anew are not replaced by what was asked for before', async () => {
      const store = await prepared();
      await store.keepInstallation(installed('T1'));
      const fence = (await store.takeInstallation('T1', 'one', now())) ?? 0;
      await store.keepInstallation(installed('T1', 'installed again'));
      await store.settleInstallation('T1', fence, 'of the one before');
      expect(await store.installation('T1')).toEqual(installed('T1', 'installed again'));
      expect(await store.takeInstallation('T1', 'two', now())).toBeDefined();
    });
  });
};
