import type { Leases } from './coordination.ts';
import { type Persistence, replaceRecord, type State } from './state.ts';
import type { InstallationStore, StoredInstallation } from './store.ts';

/** The installations of a store, over its state in memory. */
export const createInstallationStore = (
  { installations }: State,
  { commit }: Pick<Persistence, 'commit'>,
  leases: Leases,
): InstallationStore => {
  const put = (installation: StoredInstallation): Promise<void> =>
    replaceRecord(installations, installation.team, installation, commit);

  return {
    installation: async (team) => {
      return installations.get(team);
    },
    installations: async () => {
      return [...installations.values()].toSorted((one, other) => (one.team < other.team ? -1 : 1));
    },
    keepInstallation: async (installation) => {
      leases.forget(installation.team);
      await put(installation);
    },
    takeInstallation: async (team, owner, now) => {
      return installations.has(team) ? leases.take(team, owner, now)?.fence : undefined;
    },
    settleInstallation: async (team, fence, sealed) => {
      const installation = installations.get(team);
      if (installation === undefined || !leases.isOf(team, fence)) return;
      leases.giveBack(team);
      if (sealed !== undefined) await put({ ...installation, sealed });
    },
  };
};
