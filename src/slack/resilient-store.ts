import type { KeptCompanies } from '../companies/index.ts';
import type { Metrics } from '../metrics.ts';
import {
  DEFAULT_SETTINGS,
  type Fence,
  type KeptRequest,
  LEASE_MS,
  type Recipient,
  type RequestInHands,
  type Settings,
  type Store,
  StoreAwayError,
  StoreError,
  type Thread,
  type ThreadKey,
  type ThreadUpdate,
  type TurnClaim,
  type Vote,
} from '../store/index.ts';
import type { KeptNotes } from '../team-notes/index.ts';
import type { IsoInstant } from '../units.ts';
import type { Log } from './log.ts';

const MOST_CLAIMS = 5_000;
const AWAY_HINT =
  'My database cannot be reached just now: I answer without what was said here before, and keep nothing of this.';
/** A request that was kept, by this process or before; no fence where the store failed. */
type KeptInHand = { readonly kind: 'kept'; readonly fence?: Fence } | { readonly kind: 'kept before' };

/** Work on the store that does without it where it fails; logged once, until it works again. */
const tolerant = (log: Log, words: string, noteAway: (isAway: boolean) => void, metrics: Metrics | undefined) => {
  let isFailing = false;

  const reportOnce = (error: unknown): void => {
    if (!(error instanceof StoreError)) throw error;
    if (error instanceof StoreAwayError) noteAway(true);
    metrics?.storeFailed(error instanceof StoreAwayError ? 'away' : 'failed');
    if (!isFailing) log.error({ error: error.name, message: error.message }, words);
    isFailing = true;
  };

  return {
    /** What is read is held in memory, and says nothing about whether the store can be written. */
    read: async <T>(work: () => Promise<T>, fallback: T): Promise<T> => {
      try {
        const found = await work();
        noteAway(false);
        return found;
      } catch (error) {
        reportOnce(error);
        return fallback;
      }
    },
    write: async <T>(work: () => Promise<T>, fallback: () => T): Promise<T> => {
      try {
        const done = await work();
        isFailing = false;
        noteAway(false);
        return done;
      } catch (error) {
        reportOnce(error);
        return fallback();
      }
    },
  };
};

/**
 * The store as the Slack edge uses it. A store that fails costs nobody an answer: it is logged once, until it works
 * again, and the turn goes on without; what was claimed meanwhile is remembered here, so that nothing is answered twice.
 *
 * @param owner names this process in its leases
 */
export const createResilientStore = (
  store: Store,
  now: () => IsoInstant,
  log: Log,
  { owner, metrics }: { readonly owner: string; readonly metrics?: Metrics | undefined },
) => {
  const claimedInMemory = new Set<string>();
  let isAway = false;
  const noteAway = (isSo: boolean): void => {
    isAway = isSo;
  };
  const answering = tolerant(log, 'the store fails; answering goes on', noteAway, metrics);
  const keeping = tolerant(log, 'requests cannot be kept; answering goes on', noteAway, metrics);
  /** By workspace, as they were read last: a silent channel stays silent while the store is away. */
  const lastSettings = new Map<string, Settings>();
  const { read, write } = answering;

  const isWritten = (work: () => Promise<unknown>): Promise<boolean> =>
    write(
      () => work().then(() => true),
      () => false,
    );

  const claimId = ({ key, message }: TurnClaim): string => JSON.stringify([key.team, key.channel, message]);

  /** Of several claims that could not be written, one is still the first. */
  const claimInMemory = (claim: TurnClaim): 'taken' | 'answered before' => {
    const id = claimId(claim);
    if (claimedInMemory.has(id)) return 'answered before';
    if (claimedInMemory.size >= MOST_CLAIMS) claimedInMemory.clear();
    claimedInMemory.add(id);
    return 'taken';
  };

  /** What was answered while the store failed. */
  const undropped = new Map<string, Fence>();
  let leaveUntilMs = 0;
  const takeRequests = (): Promise<readonly RequestInHands[]> =>
    keeping.read(() => store.takeRequests(owner, now()), []);

  return {
    thread: (key: ThreadKey): Promise<Thread | undefined> => read(() => store.thread(key, now()), undefined),
    /** Claims a message and changes its thread, unless the store fails; only whoever gets `taken` may post. */
    claimTurn: async (claim: TurnClaim): Promise<'taken' | 'answered before'> =>
      claimedInMemory.has(claimId(claim))
        ? 'answered before'
        : write(
            () => store.claimTurn(claim, now()),
            () => claimInMemory(claim),
          ),
    /** A message of ours from which a thread may hang. No answer waits for it: the store keeps it before it closes. */
    rememberRoot: (key: ThreadKey, update: ThreadUpdate): Promise<boolean> =>
      isWritten(() => store.rememberRoot(key, update, now())),
    addSpeaker: (key: ThreadKey, user: string): void => void isWritten(() => store.addSpeaker(key, user, now())),
    /** Tells whichever process answers in a thread that somebody has stopped it. @param ts when, by Slack's clock */
    stopAnswers: (key: ThreadKey, ts: string): Promise<boolean> => isWritten(() => store.stopAnswers(key, ts, now())),
    lastStops: (keys: readonly ThreadKey[]): Promise<readonly (string | undefined)[]> =>
      read(() => store.lastStops(keys), []),
    vote: (vote: Vote): Promise<'counted' | 'changed' | 'unchanged'> =>
      write(
        () => store.vote(vote, now()),
        () => 'unchanged',
      ),
    companies: (team: string, known?: KeptCompanies): Promise<KeptCompanies | undefined> =>
      read(() => store.companies(team, known), known),
    notes: (team: string, known?: KeptNotes): Promise<KeptNotes | undefined> =>
      read(() => store.notes(team, known), known),
    settings: async (team: string): Promise<Settings> => {
      const settings = await read(() => store.settings(team), lastSettings.get(team) ?? DEFAULT_SETTINGS);
      lastSettings.set(team, settings);
      return settings;
    },
    /** What is said with every answer while the store is away. */
    awayHint: (): string | undefined => (isAway ? AWAY_HINT : undefined),
    /** @returns whether the change was saved */
    changeSettings: (team: string, change: (settings: Settings) => Settings): Promise<boolean> =>
      isWritten(() => store.changeSettings(team, change)),
    /** Resolves before Slack is told that a request is taken; where it cannot be kept, it is answered all the same. */
    keepRequest: (id: string, request: Omit<KeptRequest, 'at'>): Promise<KeptInHand> =>
      keeping.write<KeptInHand>(
        () => store.keepRequest(id, { ...request, at: now() }, owner),
        () => ({ kind: 'kept' }),
      ),
    /** False where another process has taken the request up. */
    markSending: (id: string, to: Recipient, fence: Fence): Promise<boolean> =>
      keeping.write(
        () => store.markSending(id, to, fence),
        () => true,
      ),
    /** Nobody waits for it; what cannot be dropped is dropped once the store works again. */
    dropRequest: (id: string, fence: Fence): void =>
      void keeping.write(
        () => store.dropRequest(id, fence),
        () => void undropped.set(id, fence),
      ),
    /** What nobody has in hand: at a start, what was left open. */
    takeRequests,
    /**
     * Says that this process is alive, and takes up what others left. Where the store has just come back, nothing is taken up until
     * the others have had time to say the same.
     */
    renewAndTake: async (): Promise<readonly RequestInHands[]> => {
      const isRenewed = await keeping.write(
        async () => {
          for (const [id, fence] of undropped) {
            await store.dropRequest(id, fence);
            undropped.delete(id);
          }
          await store.renewLeases(owner, now());
          return true;
        },
        () => false,
      );
      if (!isRenewed) leaveUntilMs = performance.now() + LEASE_MS;
      return performance.now() < leaveUntilMs ? [] : takeRequests();
    },
    rememberTaken: (name: string): Promise<boolean> =>
      keeping.write(
        () => store.rememberTaken(name, now()),
        () => true,
      ),
    wasTaken: (name: string): Promise<boolean> => keeping.read(() => store.wasTaken(name), false),
    deleteTeam: (team: string): Promise<boolean> => isWritten(() => store.deleteTeam(team)),
  };
};

/** The store of threads, votes and settings, which never rejects for a store that fails. */
export type ResilientStore = ReturnType<typeof createResilientStore>;
