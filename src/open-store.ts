import { now } from './clock.ts';
import type { Config } from './config.ts';
import { openJobs, type SharedJobs } from './scheduler/index.ts';
import { type Log, loggable } from './slack/index.ts';
import { openDatabase, openStore, type Store, type StoreFinding } from './store/index.ts';

const DAY_MS = 86_400_000;

/** The store that the environment asks for. */
interface OpenedStore {
  readonly store: Store;
  /** What was wrong with the store's file. */
  readonly storeFindings: readonly StoreFinding[];
  /** Where several processes may share the work. */
  readonly jobs?: SharedJobs;
}

const openFile = async (path: string, log: Log): Promise<OpenedStore> => {
  const storeFindings: StoreFinding[] = [];
  const store = await openStore({
    path,
    now: now(),
    report: (finding) => {
      log.warn(finding, 'the store was not sound');
      storeFindings.push(finding);
    },
  });
  return { store, storeFindings };
};

const openShared = async (url: string, log: Log): Promise<OpenedStore> => {
  const failed = (what: string) => (error: unknown) => log.warn(loggable(error), what);
  const { store, migrated } = await openDatabase(url, failed('a connection to the database was lost'));
  if (migrated.length > 0) log.info({ migrated }, 'the tables were brought to this version’s form');
  try {
    return { store, storeFindings: [], jobs: await openJobs(url, failed('the jobs in the database fail')) };
  } catch (error) {
    await store.close();
    throw error;
  }
};

/**
 * Opens the store: the database where there is one, else the file. Deletes its expired records once a day.
 *
 * @throws {StoreError} where it cannot be opened
 */
export const openConfiguredStore = async (
  { databaseUrl, storePath }: Pick<Config, 'databaseUrl' | 'storePath'>,
  log: Log,
): Promise<OpenedStore> => {
  const opened = await (databaseUrl === undefined ? openFile(storePath, log) : openShared(databaseUrl, log));
  const deleteExpired = (): Promise<void> =>
    opened.store
      .deleteExpired(now())
      .catch((error: unknown) => log.error(loggable(error), 'the store could not be cleared'));
  setInterval(() => void deleteExpired(), DAY_MS).unref();
  return opened;
};
