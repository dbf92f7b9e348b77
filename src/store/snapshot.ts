import { readFile, writeFile } from 'node:fs/promises';
import { createDurableFile, withStoreErrors } from './durable-file.ts';
import { takeLock } from './lock.ts';
import { journalTextOf, readJournal } from './request-journal.ts';
import { entriesOf, type RequestState } from './request-store.ts';
import type { State } from './state.ts';
import { storeFileAt } from './state-file.ts';
import { createStateSerializer, parseState } from './state-text.ts';
import { StoreError } from './store.ts';

/** All that a store holds, as one value; it has the form of the file store. */
export interface StoreSnapshot {
  readonly state: State;
  readonly requests: Pick<RequestState, 'open' | 'taken'>;
}

/** What there is of each kind. */
export const countsOf = ({ state, requests }: StoreSnapshot): Readonly<Record<string, number>> => {
  const { unread: _, ...sections } = state;
  return {
    ...Object.fromEntries(Object.entries(sections).map(([name, records]) => [name, records.size])),
    requests: requests.open.size,
    taken: requests.taken.size,
  };
};

const OWNER_ONLY = 0o600;

/**
 * Reads a store's file and what is kept beside it, and changes nothing.
 *
 * @throws {StoreError} where it cannot be read, or not all of it
 */
export const readSnapshotFile = async (path: string): Promise<StoreSnapshot> => {
  const text = await withStoreErrors(path, 'read', () => readFile(path, 'utf8'));
  const parsed = parseState(text);
  if (parsed.kind === 'later version') throw new StoreError(`${path} was written by a later version`);
  if (parsed.kind === 'damaged') throw new StoreError(`${path} is damaged: ${parsed.reason}`);
  const lost = Object.entries(parsed.lost).map(([name, count]) => `${count} ${name}`);
  if (lost.length > 0) throw new StoreError(`${path} holds what this version cannot read: ${lost.join(', ')}`);
  return { state: parsed.state, requests: await readJournal(path) };
};

/** Runs work on a store's file that no bot uses. @throws {StoreError} where one does */
export const withFileLocked = async <T>(path: string, work: (file: string) => Promise<T>): Promise<T> => {
  const file = await withStoreErrors(path, 'written', () => storeFileAt(path));
  const lock = await takeLock(file);
  try {
    return await work(file);
  } finally {
    await lock.release();
  }
};

/** Writes a store's file that no bot uses, and replaces what was there. */
export const writeSnapshotFile = (path: string, { state, requests }: StoreSnapshot): Promise<void> =>
  withFileLocked(path, async (file) => {
    await withStoreErrors(file, 'written', async () => {
      await createDurableFile(file, () => Promise.resolve()).write(createStateSerializer()(state));
      const journal = journalTextOf(entriesOf(requests, requests.taken));
      await writeFile(`${file}.requests`, journal, { mode: OWNER_ONLY });
    });
  });
