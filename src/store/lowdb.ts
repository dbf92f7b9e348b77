import { access, mkdir, realpath, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import type { IsoInstant } from '../units.ts';
import { createStore } from './create-store.ts';
import { createDurableFile, createGroupedWrites } from './durable-file.ts';
import { withStoreErrors } from './failure.ts';
import { takeLock } from './lock.ts';
import { emptyState, forgetExpired, type State } from './state.ts';
import { createStateSerializer, type LostRecords, parseState } from './state-text.ts';
import type { Store } from './store.ts';

/** What was found amiss in the file at the start; the bot runs all the same. */
export type StoreFinding =
  | { readonly kind: 'set aside'; readonly file: string; readonly setAsideAs: string; readonly reason: string }
  | { readonly kind: 'left out'; readonly file: string; readonly lost: LostRecords };

export interface StoreFileOptions {
  /** STORE_PATH. The folder is made where it is missing. */
  readonly path: string;
  readonly now: IsoInstant;
  readonly report: (finding: StoreFinding) => void;
  /** Told of every write of the file, once it is on disk. */
  readonly wrote?: () => void;
}

/** The file itself, by the one name that every process gives it. */
const placeOf = async (path: string): Promise<string> => {
  const file = resolve(path);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  return realpath(file).catch(async () => join(await realpath(dirname(file)), basename(file)));
};

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const freeName = async (wanted: string, count = 1): Promise<string> => {
  const name = count === 1 ? wanted : `${wanted}-${count}`;
  return (await exists(name)) ? freeName(wanted, count + 1) : name;
};

/** A file of states for lowdb: in words that fit `text`, checked as they are read. */
const stateFile = (file: string, text: Adapter<string>, { now, report }: StoreFileOptions): Adapter<State> => {
  const write = createStateSerializer();
  const setAside = async (reason: string): Promise<null> => {
    // colons are not allowed in file names everywhere
    const setAsideAs = await freeName(`${file}.corrupt-${now.replaceAll(':', '-')}`);
    await rename(file, setAsideAs);
    report({ kind: 'set aside', file, setAsideAs, reason });
    return null;
  };
  return {
    read: async () => {
      const found = await text.read();
      if (found === null) return null;
      let read: ReturnType<typeof parseState>;
      try {
        read = parseState(found);
      } catch (error) {
        return setAside(error instanceof SyntaxError ? 'it is not JSON' : 'it is not the file of a store');
      }
      if (Object.keys(read.lost).length > 0) report({ kind: 'left out', file, lost: read.lost });
      // so that the first turn after a start does not wait until all of it is put into words again
      write(read.state);
      return read.state;
    },
    write: (state) => text.write(write(state)),
  };
};

/**
 * The store in one JSON file, kept by lowdb: all of it in memory, written whole. What a write guarantees is said at
 * `durableFile`. A file that cannot be read as a store is set aside under another name and reported, never overwritten.
 *
 * @throws {StoreError} where the path cannot be used, or another process is on it
 */
export const openStore = async (options: StoreFileOptions): Promise<Store> => {
  const file = await withStoreErrors(options.path, 'written', () => placeOf(options.path));
  const lock = await withStoreErrors(file, 'written', () => takeLock(file));
  try {
    const db = new Low(stateFile(file, createDurableFile(file, lock.assertHeld), options), emptyState());
    await withStoreErrors(file, 'read', () => db.read());
    let latest = options.now;
    const writes = createGroupedWrites(() =>
      withStoreErrors(file, 'written', async () => {
        forgetExpired(db.data, latest);
        await db.write();
        options.wrote?.();
      }),
    );
    const commit = (now?: IsoInstant): Promise<void> => {
      latest = now ?? latest;
      return writes.request();
    };
    if (forgetExpired(db.data, latest) > 0) await commit();
    return createStore(db.data, {
      commit,
      commitSoon: (now) => {
        latest = now;
        return writes.requestSoon();
      },
      close: () => writes.flush().finally(lock.release),
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
};
