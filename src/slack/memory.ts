import {
  type Asked,
  type Settings,
  type Store,
  StoreError,
  type Thread,
  type ThreadKey,
  type Vote,
} from '../store/index.ts';
import type { IsoInstant } from '../units.ts';
import type { Log } from './log.ts';

const MOST_CLAIMS = 5_000;
const NOTHING_SET: Settings = { replies: {}, silentChannels: [], allowedSharedChannels: [] };

/** What a turn brings, besides the thread it is in. */
export interface Claim extends Asked {
  readonly key: ThreadKey;
  readonly message: string;
}

/**
 * The store as the Slack edge uses it. A store that fails costs nobody an answer: it is logged once, until it works
 * again, and the turn goes on without; what was claimed meanwhile is remembered here, so that nothing is answered twice.
 */
export const createMemory = (store: Store, now: () => IsoInstant, log: Log) => {
  const claimedHere = new Set<string>();
  let isFailing = false;

  const told = (error: unknown): void => {
    if (!(error instanceof StoreError)) throw error;
    if (!isFailing) log.error({ error: error.name, message: error.message }, 'the store fails; answering goes on');
    isFailing = true;
  };

  /** What is read is held in memory, and says nothing about whether the store can be written. */
  const reading = async <T>(work: () => Promise<T>, instead: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      told(error);
      return instead;
    }
  };

  const writing = async <T>(work: () => Promise<T>, instead: () => T): Promise<T> => {
    try {
      const done = await work();
      isFailing = false;
      return done;
    } catch (error) {
      told(error);
      return instead();
    }
  };

  const isWritten = (work: () => Promise<unknown>): Promise<boolean> =>
    writing(
      () => work().then(() => true),
      () => false,
    );

  const idOf = ({ key, message }: Claim): string => JSON.stringify([key.team, key.channel, message]);

  /** Of several that could not be written down, one is still the first. */
  const claimHere = (claim: Claim): 'taken' | 'answered before' => {
    const id = idOf(claim);
    if (claimedHere.has(id)) return 'answered before';
    if (claimedHere.size >= MOST_CLAIMS) claimedHere.clear();
    claimedHere.add(id);
    return 'taken';
  };

  return {
    thread: (key: ThreadKey): Promise<Thread | undefined> => reading(() => store.thread(key, now()), undefined),
    /** Claims a message and remembers what its thread is about; only who is told `taken` may post. */
    take: async (claim: Claim): Promise<'taken' | 'answered before'> =>
      claimedHere.has(idOf(claim))
        ? 'answered before'
        : writing(
            () => store.takeTurn(claim, now()),
            () => claimHere(claim),
          ),
    /** A message of ours from which a thread may hang. Nobody waits for it: the store keeps it before it closes. */
    root: (key: ThreadKey, asked: Asked): void => void isWritten(() => store.root(key, asked, now())),
    noteSpeaker: (key: ThreadKey, user: string): void => void isWritten(() => store.noteSpeaker(key, user, now())),
    silence: (key: ThreadKey, on: boolean): Promise<boolean> => isWritten(() => store.silence(key, on, now())),
    vote: (vote: Vote): Promise<'counted' | 'changed' | 'unchanged'> =>
      writing(
        () => store.vote(vote, now()),
        () => 'unchanged',
      ),
    settings: (team: string): Promise<Settings> => reading(() => store.settings(team), NOTHING_SET),
    /** @returns whether the change was kept */
    changeSettings: (team: string, change: (settings: Settings) => Settings): Promise<boolean> =>
      isWritten(() => store.changeSettings(team, change)),
    forget: (team: string): Promise<boolean> => isWritten(() => store.forget(team)),
  };
};

export type Memory = ReturnType<typeof createMemory>;
