import { hash } from 'node:crypto';
import type { IsoInstant } from '../units.ts';
import { createBriefStore } from './brief-store.ts';
import { createCompanyStore } from './company-store.ts';
import { createIdempotency } from './idempotency.ts';
import { createInstallationStore } from './installation-store.ts';
import { KindSchema } from './kind.ts';
import { createLeases } from './lease.ts';
import { leaseRequests } from './leased-requests.ts';
import { createNoteStore } from './note-store.ts';
import { createRequestStore, emptyRequests, type Journal, NO_JOURNAL, type RequestState } from './request-store.ts';
import type { VoteCounts } from './schema.ts';
import {
  deleteExpiredRecords,
  deleteTeamRecords,
  emptyState,
  expiredUpTo,
  keyOf,
  type Persistence,
  putLast,
  STORE_LIMITS,
  type State,
} from './state.ts';
import {
  type Settings,
  type Store,
  StoreError,
  type Tally,
  type Thread,
  type ThreadKey,
  type ThreadUpdate,
  type TurnClaim,
  type Vote,
} from './store.ts';
import { isKeptUnread } from './unread.ts';

const MOST_SPEAKERS = 50;

const NEW_THREAD: Omit<Thread, 'touched'> = { speakers: [], silent: false, rooted: false, answered: false };

export const threadId = ({ team, channel, thread }: ThreadKey): string => keyOf(team, channel, thread);

/** The thread, unless its last turn was 30 days ago or more. */
export const rememberedThread = ({ threads }: State, key: ThreadKey, now: IsoInstant): Thread | undefined => {
  const thread = threads.get(threadId(key));
  return thread && thread.touched > expiredUpTo(STORE_LIMITS.threads.lifeMs, now) ? thread : undefined;
};

export const withSpeaker = (speakers: readonly string[], user: string | undefined): readonly string[] =>
  user === undefined || speakers.includes(user) || speakers.length >= MOST_SPEAKERS ? speakers : [...speakers, user];

/**
 * Updates a thread and makes it the newest.
 *
 * @returns undoes the change, unless another was made since
 */
export const touchThread = (
  state: State,
  key: ThreadKey,
  { user, context, ...flags }: ThreadUpdate & Partial<Pick<Thread, 'rooted' | 'answered' | 'stopped'>>,
  now: IsoInstant,
): (() => void) => {
  const id = threadId(key);
  const before = state.threads.get(id);
  const unread = state.unread.contexts.get(id);
  if (context !== undefined) state.unread.contexts.delete(id);
  const known = rememberedThread(state, key, now) ?? NEW_THREAD;
  const { context: last, ...rest } = known;
  const next = context === undefined ? last : context;
  const after: Thread = {
    ...(next && { context: next }),
    ...rest,
    ...flags,
    speakers: withSpeaker(known.speakers, user),
    touched: now,
  };
  putLast(state.threads, id, after, STORE_LIMITS.threads.most);
  return () => {
    if (state.threads.get(id) !== after) return;
    if (unread !== undefined) state.unread.contexts.set(id, unread);
    if (before) state.threads.set(id, before);
    else state.threads.delete(id);
  };
};

const HASH_LENGTH = 22;

/** Identifies one user's vote on one message, within its workspace. The hash keeps ids out of the file, but whoever knows the ids can recompute it. */
export const voterId = ({ team, channel, message, user }: Vote): string =>
  keyOf(team, hash('sha256', keyOf(team, channel, message, user), 'base64url').slice(0, HASH_LENGTH));

const add = (votes: Map<string, VoteCounts>, { kind, up, down }: Tally): void => {
  const before = votes.get(kind) ?? { up: 0, down: 0 };
  votes.set(kind, { ...before, up: Math.max(0, before.up + up), down: Math.max(0, before.down + down) });
};

/**
 * What a vote comes to beside the same user's earlier one on the message, and what it adds to the counts.
 *
 * @throws {StoreError} where the kind is not a plain name, since it could then hold someone's words
 */
export const countedVote = (
  { kind, thumb }: Vote,
  earlier: Pick<Vote, 'kind' | 'thumb'> | undefined,
): { readonly outcome: 'counted' | 'changed' | 'unchanged'; readonly counts: readonly Tally[] } => {
  if (!KindSchema.safeParse(kind).success) throw new StoreError('not the name of a kind of answer');
  if (earlier?.kind === kind && earlier.thumb === thumb) return { outcome: 'unchanged', counts: [] };
  const by = (vote: Pick<Vote, 'kind' | 'thumb'>, one: 1 | -1): Tally => ({
    ...{ kind: vote.kind, up: 0, down: 0 },
    [vote.thumb]: one,
  });
  return {
    outcome: earlier ? 'changed' : 'counted',
    counts: [...(earlier ? [by(earlier, -1)] : []), by({ kind, thumb }, 1)],
  };
};

/**
 * Counts a vote, or changes the same user's earlier one on the message.
 *
 * @throws {StoreError} where the kind is not a plain name, since it could then hold someone's words
 */
export const countVote = (state: State, vote: Vote, now: IsoInstant): 'counted' | 'changed' | 'unchanged' => {
  const id = voterId(vote);
  const stored = state.voters.get(id);
  const earlier = stored && stored.at > expiredUpTo(STORE_LIMITS.voters.lifeMs, now) ? stored : undefined;
  const { outcome, counts } = countedVote(vote, earlier);
  if (outcome === 'unchanged') return outcome;
  for (const one of counts) add(state.votes, one);
  const { kind, thumb } = vote;
  putLast(state.voters, id, { kind, thumb, at: now }, STORE_LIMITS.voters.most);
  return outcome;
};

export const tallies = ({ votes }: State): readonly Tally[] =>
  [...votes].map(([kind, { up, down }]) => ({ kind, up, down }));

/** Of a workspace that has set nothing. */
export const DEFAULT_SETTINGS: Settings = { replies: {}, silentChannels: [], allowedSharedChannels: [] };

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
  const { commit, commitSoon, backUp, close } = persistence;
  const claimOnce = createIdempotency();
  let closing: Promise<void> | undefined;
  const assertOpen = () => {
    if (closing !== undefined) throw new StoreError('the store is closed');
  };

  const leases = createLeases(leaseMs);
  const { deleteTeamRequests, keepAgain, ...journalled } = createRequestStore(
    requests.state,
    requests.journal,
    assertOpen,
  );

  const take = async (
    { key, message, request, change }: TurnClaim,
    now: IsoInstant,
  ): Promise<'taken' | 'answered before'> => {
    const id = keyOf(key.team, key.channel, message);
    const isTaken = await claimOnce(id, () => {
      const before = state.claims.get(id);
      if (before && before.at > expiredUpTo(STORE_LIMITS.claims.lifeMs, now)) return undefined;
      if (isKeptUnread(state.unread, 'claims', id)) return undefined;
      const { asked, ...update } = change(rememberedThread(state, key, now));
      putLast(state.claims, id, { at: now }, STORE_LIMITS.claims.most);
      const undoThread = touchThread(state, key, { ...update, answered: true }, now);
      const isKeptAnew = asked !== undefined && request !== undefined && leases.isOf(request.id, request.fence);
      const kept = isKeptAnew ? keepAgain(request.id, asked) : Promise.resolve();
      const undo = () => {
        state.claims.delete(id);
        undoThread();
      };
      return { written: Promise.all([commit(now), kept]), undo };
    });
    return isTaken ? 'taken' : 'answered before';
  };

  return {
    ...createBriefStore(state, persistence, createLeases(leaseMs), assertOpen),
    ...createCompanyStore(state, persistence, assertOpen),
    ...createNoteStore(state, persistence, assertOpen),
    ...createInstallationStore(state, persistence, createLeases(leaseMs), assertOpen),
    ...leaseRequests(journalled, leases),
    renewLeases: async (owner, now) => {
      assertOpen();
      leases.renew(owner, now);
    },
    thread: async (key, now) => {
      assertOpen();
      return rememberedThread(state, key, now);
    },
    claimTurn: async (turn, now) => {
      assertOpen();
      return take(turn, now);
    },
    rememberRoot: async (key, asked, now) => {
      assertOpen();
      touchThread(state, key, { ...asked, rooted: true }, now);
      await commitSoon(now);
    },
    addSpeaker: async (key, user, now) => {
      assertOpen();
      const thread = rememberedThread(state, key, now);
      if (!thread) return;
      const speakers = withSpeaker(thread.speakers, user);
      if (speakers === thread.speakers) return;
      state.threads.set(threadId(key), { ...thread, speakers });
      await commit(now);
    },
    stopAnswers: async (key, stopped, now) => {
      assertOpen();
      touchThread(state, key, { stopped }, now);
      await commit(now);
    },
    lastStops: async (keys) => {
      assertOpen();
      return keys.map((key) => state.threads.get(threadId(key))?.stopped);
    },
    vote: async (vote, now) => {
      assertOpen();
      const outcome = countVote(state, vote, now);
      if (outcome !== 'unchanged') await commit(now);
      return outcome;
    },
    votes: async () => {
      assertOpen();
      return tallies(state);
    },
    settings: async (team) => {
      assertOpen();
      return state.settings.get(team) ?? DEFAULT_SETTINGS;
    },
    changeSettings: async (team, change) => {
      assertOpen();
      const before = state.settings.get(team);
      const settings = change(before ?? DEFAULT_SETTINGS);
      state.settings.set(team, settings);
      try {
        await commit();
      } catch (error) {
        // unless they were changed again since
        if (state.settings.get(team) === settings) {
          if (before === undefined) state.settings.delete(team);
          else state.settings.set(team, before);
        }
        throw error;
      }
      return settings;
    },
    deleteTeam: async (team) => {
      assertOpen();
      deleteTeamRecords(state, team);
      await Promise.all([deleteTeamRequests(team), commit(), backUp()]);
    },
    deleteExpired: async (now) => {
      assertOpen();
      if (deleteExpiredRecords(state, now) > 0) await commit(now);
      await backUp();
    },
    checkWritable: async () => {
      assertOpen();
      await commit();
    },
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
