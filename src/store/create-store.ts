import { createBriefStore } from './brief-store.ts';
import { createConversationStore } from './conversation-store.ts';
import { createLeases } from './coordination.ts';
import {
  createRequestStore,
  emptyRequests,
  type Journal,
  leaseRequests,
  NO_JOURNAL,
  type RequestState,
} from './request-store.ts';
import { deleteExpiredRecords, deleteTeamRecords, emptyState, type Persistence, type State } from './state.ts';
import { type Store, StoreError } from './store.ts';
import { createInstallationStore, createTeamRecordStore } from './team-record-store.ts';

/**
 * A store over a state in memory, which `persistence` writes after each change.
 *
 * @param requests what is written of requests, in a journal of its own
 * @param leaseMs how long work is somebody's without a word from them; `LEASE_MS` unless said
 */
export const createStore = (
  state: State,
  persistence: Persistence,
  requests: { readonly state: RequestState; readonly journal: Journal },
  leaseMs?: number,
): Store => {
  const { commit, backUp, close } = persistence;
  const leases = createLeases(leaseMs);
  const { deleteTeamRequests, keepAgain, ...journalled } = createRequestStore(requests.state, requests.journal);

  const methods: Omit<Store, 'close'> = {
    ...createConversationStore(state, persistence, async ({ id, fence }, asked) => {
      if (leases.isOf(id, fence)) await keepAgain(id, asked);
    }),
    ...createBriefStore(state, persistence, createLeases(leaseMs)),
    ...createTeamRecordStore(state, persistence),
    ...createInstallationStore(state, persistence, createLeases(leaseMs)),
    ...leaseRequests(journalled, leases),
    renewLeases: async (owner, now) => {
      leases.renew(owner, now);
    },
    deleteTeam: async (team) => {
      deleteTeamRecords(state, team);
      await Promise.all([deleteTeamRequests(team), commit(), backUp()]);
    },
    deleteExpired: async (now) => {
      if (deleteExpiredRecords(state, now) > 0) await commit(now);
      await backUp();
    },
    checkWritable: () => commit(),
  };
  let closing: Promise<void> | undefined;
  const whileOpen = Object.entries(methods).map(([name, method]) => [
    name,
    async (...given: readonly unknown[]) => {
      if (closing !== undefined) throw new StoreError('the store is closed');
      return (method as (...given: readonly unknown[]) => unknown)(...given);
    },
  ]);
  return {
    ...(Object.fromEntries(whileOpen) as typeof methods),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
};

/** A store in memory only, for the playground and for tests. */
export const createMemoryStore = (leaseMs?: number): Store =>
  createStore(
    emptyState(),
    {
      commit: () => Promise.resolve(),
      commitSoon: () => Promise.resolve(),
      backUp: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
    { state: emptyRequests(), journal: NO_JOURNAL },
    leaseMs,
  );
