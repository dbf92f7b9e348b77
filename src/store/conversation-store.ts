import { hash } from 'node:crypto';
import type { IsoInstant } from '../units.ts';
import { createIdempotency } from './coordination.ts';
import { type Asked, KindSchema, type RequestInHands } from './kept-request.ts';
import type { VoteCounts } from './schema.ts';
import { expiredUpTo, isKeptUnread, keyOf, type Persistence, putLast, STORE_LIMITS, type State } from './state.ts';
import {
  type ConversationStore,
  StoreError,
  type Tally,
  type Thread,
  type ThreadKey,
  type ThreadUpdate,
  type Vote,
} from './store.ts';

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
const countVote = (state: State, vote: Vote, now: IsoInstant): 'counted' | 'changed' | 'unchanged' => {
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

const tallies = ({ votes }: State): readonly Tally[] => [...votes].map(([kind, { up, down }]) => ({ kind, up, down }));

/**
 * Threads, turns and votes, in memory and written after each change.
 *
 * @param keepAnew keeps a request as something else from now on, where it is still in the hands of whoever asks for it
 */
export const createConversationStore = (
  state: State,
  { commit, commitSoon }: Pick<Persistence, 'commit' | 'commitSoon'>,
  keepAnew: (request: Pick<RequestInHands, 'id' | 'fence'>, asked: Asked) => Promise<void>,
): ConversationStore => {
  const claimOnce = createIdempotency();
  return {
    thread: async (key, now) => rememberedThread(state, key, now),
    claimTurn: async ({ key, message, request, change }, now) => {
      const id = keyOf(key.team, key.channel, message);
      const isTaken = await claimOnce(id, () => {
        const before = state.claims.get(id);
        if (before && before.at > expiredUpTo(STORE_LIMITS.claims.lifeMs, now)) return undefined;
        if (isKeptUnread(state.unread, 'claims', id)) return undefined;
        const { asked, ...update } = change(rememberedThread(state, key, now));
        putLast(state.claims, id, { at: now }, STORE_LIMITS.claims.most);
        const undoThread = touchThread(state, key, { ...update, answered: true }, now);
        const kept = asked === undefined || request === undefined ? undefined : keepAnew(request, asked);
        const undo = () => {
          state.claims.delete(id);
          undoThread();
        };
        return { written: Promise.all([commit(now), kept]), undo };
      });
      return isTaken ? 'taken' : 'answered before';
    },
    rememberRoot: async (key, asked, now) => {
      touchThread(state, key, { ...asked, rooted: true }, now);
      await commitSoon(now);
    },
    addSpeaker: async (key, user, now) => {
      const thread = rememberedThread(state, key, now);
      if (!thread) return;
      const speakers = withSpeaker(thread.speakers, user);
      if (speakers === thread.speakers) return;
      state.threads.set(threadId(key), { ...thread, speakers });
      await commit(now);
    },
    stopAnswers: async (key, stopped, now) => {
      touchThread(state, key, { stopped }, now);
      await commit(now);
    },
    lastStops: async (keys) => keys.map((key) => state.threads.get(threadId(key))?.stopped),
    vote: async (vote, now) => {
      const outcome = countVote(state, vote, now);
      if (outcome !== 'unchanged') await commit(now);
      return outcome;
    },
    votes: async () => tallies(state),
  };
};
