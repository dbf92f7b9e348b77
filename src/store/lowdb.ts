import { Low } from 'lowdb';
import type { IsoInstant } from '../units.ts';
import { createStore } from './create-store.ts';
import { createDurableFile, createGroupedWrites, withStoreErrors } from './durable-file.ts';
import { takeLock } from './lock.ts';
import { journalFilesOf, openRequestJournal } from './request-journal.ts';
import { deleteExpiredRecords, emptyState, isAllRead } from './state.ts';
import { assertFileOrNone, copyOf, createStateFile, type StoreFinding, storeFileAt } from './state-file.ts';
import type { Store } from './store.ts';

/** How the store's file is opened. */
interface StoreFileOptions {
  /** STORE_PATH. The folder is created where it is missing. */
  readonly path: string;
  readonly now: IsoInstant;
  readonly report: (finding: StoreFinding) => void;
  /** Called after each write of the file, once it is on disk. */
  readonly wrote?: () => void;
  /** How long work is somebody's without a word from them; `LEASE_MS` unless said. */
  readonly leaseMs?: number;
}

/**
 * The store in one JSON file, through lowdb: all of it in memory, written whole. For what a write guarantees see
 * `durableFile`, for what becomes of a damaged file see `createStateFile`. It is written once at the start,
 * and copied where all of it could be read.
 *
 * @throws {StoreError} where the path cannot be used, another process uses it, or a later version wrote the file
 */
export const openStore = async (options: StoreFileOptions): Promise<Store> => {
  const file = await withStoreErrors(options.path, 'written', () => storeFileAt(options.path));
  for (const beside of [copyOf(file), ...journalFilesOf(file)]) {
    await withStoreErrors(beside, 'read', () => assertFileOrNone(beside));
  }
  const lock = await withStoreErrors(file, 'written', () => takeLock(file));
  try {
    const durable = (path: string) => createDurableFile(path, lock.assertHeld);
    const stateFile = createStateFile(file, durable(file), durable(copyOf(file)), options);
    const db = new Low(stateFile, emptyState());
    await withStoreErrors(file, 'read', () => db.read());
    let latest = options.now;
    const writes = createGroupedWrites(() =>
      withStoreErrors(file, 'written', async () => {
        deleteExpiredRecords(db.data, latest);
        await db.write();
        options.wrote?.();
      }),
    );
    const commit = (now?: IsoInstant): Promise<void> => {
      latest = now ?? latest;
      return writes.request();
    };
    const copies = createGroupedWrites(() => withStoreErrors(copyOf(file), 'written', () => stateFile.backUp(db.data)));
    deleteExpiredRecords(db.data, latest);
    // shows at the start whether it can be written, makes it its owner's only, and serializes every record once
    await withStoreErrors(file, 'written', () => db.write());
    if (isAllRead(db.data.unread)) await copies.request();
    const requests = await withStoreErrors(file, 'written', () =>
      openRequestJournal(file, options.now, lock.assertHeld),
    );
    const persistence = {
      commit,
      commitSoon: (now: IsoInstant) => {
        latest = now;
        return writes.requestSoon();
      },
      backUp: copies.request,
      close: () =>
        Promise.all([writes.flush(), copies.flush()])
          .then(() => undefined)
          .finally(requests.close)
          .finally(lock.release),
    };
    return createStore(db.data, persistence, requests, options.leaseMs);
  } catch (error) {
    await lock.release();
    throw error;
  }
};
