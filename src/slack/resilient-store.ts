import {
  type Settings,
  type Store,
  StoreError,
  type Thread,
  type ThreadKey,
  type ThreadUpdate,
  type TurnClaim,
  type Vote,
} from '../store/index.ts';
import type { IsoInstant } from '../units.ts';
import type { Log } from './log.ts';

const MOST_CLAIMS = 5_000;
const NOTHING_SET: Settings = { replies: {}, silentChannels: [], allowedSharedChannels: [] };

/**
 * The store as the Slack edge uses it. A store that fails costs nobody an answer: it is logged once, until it works
 * again, and the turn goes on without; what was claimed meanwhile is remembered here, so that nothing is answered twice.
 */
export const createResilientStore = (store: Store, now: () => IsoInstant, log: Log) => {
  const claimedInMemory = new Set<string>();
  let isFailing = false;

  const reportOnce = (error: unknown): void => {
    if (!(error instanceof StoreError)) throw error;
    if (!isFailing) log.error({ error: error.name, message: error.message }, 'the store fails; answering goes on');
    isFailing = true;
  };

  /** What is read is held in memory, and says nothing about whether the store can be written. */
  const read = async <T>(work: () => Promise<T>, fallback: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      reportOnce(error);
      return fallback;
    }
  };

  const write = async <T>(work: () => Promise<T>, fallback: () => T): Promise<T> => {
    try {
      const done = await work();
      isFailing = false;
      return done;
    } catch (error) {
      reportOnce(error);
      return fallback();
    }
  };

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

  return {
    thread: (key: ThreadKey): Promise<Thread | undefined> => read(() => store.thread(key, now()), undefined),
    /** Claims a message and remembers what its thread is about; only whoever gets `taken` may post. */
    claimTurn: async (claim: TurnClaim): Promise<'taken' | 'answered before'> =>
      claimedInMemory.has(claimId(claim))
        ? 'answered before'
        : write(
            () => store.claimTurn(claim, now()),
            () => claimInMemory(claim),
          ),
    /** A message of ours from which a thread may hang. Nobody waits for it: the store keeps it before it closes. */
    rememberRoot: (key: ThreadKey, update: ThreadUpdate): void =>
      void isWritten(() => store.rememberRoot(key, update, now())),
    addSpeaker: (key: ThreadKey, user: string): void => void isWritten(() => store.addSpeaker(key, user, now())),
    setSilent: (key: ThreadKey, on: boolean): Promise<boolean> => isWritten(() => store.setSilent(key, on, now())),
    vote: (vote: Vote): Promise<'counted' | 'changed' | 'unchanged'> =>
      write(
        () => store.vote(vote, now()),
        () => 'unchanged',
      ),
    settings: (team: string): Promise<Settings> => read(() => store.settings(team), NOTHING_SET),
    /** @returns whether the change was saved */
    changeSettings: (team: string, change: (settings: Settings) => Settings): Promise<boolean> =>
      isWritten(() => store.changeSettings(team, change)),
    deleteTeam: (team: string): Promise<boolean> => isWritten(() => store.deleteTeam(team)),
  };
};

/** The store of threads, votes and settings, which never rejects for a store that fails. */
export type ResilientStore = ReturnType<typeof createResilientStore>;
