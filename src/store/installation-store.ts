import type { Leases } from './lease.ts';
import type { Persistence, State } from './state.ts';
import type { InstallationStore, StoredInstallation } from './store.ts';

/** The installations of a store, over its state in memory. @param assertOpen throws once the store is closed */
export const createInstallationStore = (
  { installations }: State,
  { commit }: Pick<Persistence, 'commit'>,
  leases: Leases,
  assertOpen: () => void,
): InstallationStore => {
  const put = async (installation: StoredInstallation): Promise<void> => {
    const { team } = installation;
    const before = installations.get(team);
    installations.set(team, installation);
    try {
      await commit();
    } catch (error) {
      // unless it was changed again since
      if (installations.get(team) === installation) {
        if (before === undefined) installations.delete(team);
        else installations.set(team, before);
      }
      throw error;
    }
  };

  return {
    installation: async (team) => {
      assertOpen();
      return installations.get(team);
    },
    installations: async () => {
      assertOpen();
      return [...installations.values()].toSorted((one, other) => (one.team < other.team ? -1 : 1));
    },
    keepInstallation: async (installation) => {
      assertOpen();
      leases.forget(installation.team);
      await put(installation);
    },
    takeInstallation: async (team, owner, now) => {
      assertOpen();
      return installations.has(team) ? leases.take(team, owner, now)?.fence : undefined;
    },
    settleInstallation: async (team, fence, sealed) => {
      assertOpen();
      const installation = installations.get(team);
      if (installation === undefined || !leases.isOf(team, fence)) return;
      leases.giveBack(team);
      if (sealed !== undefined) await put({ ...installation, sealed });
    },
  };
};
