import { countsOf, readSnapshotFile, type StoreSnapshot, withFileLocked, writeSnapshotFile } from './snapshot.ts';
import { StoreError } from './store.ts';

const isDatabase = (place: string): boolean => /^postgres(?:ql)?:/.test(place);

const openAt = async (url: string) => {
  const [{ openPostgresStore }, snapshots] = await Promise.all([
    import('./postgres/index.ts'),
    import('./postgres/snapshot.ts'),
  ]);
  return { ...(await openPostgresStore({ url, lost: () => undefined })), ...snapshots };
};

const readFrom = async (place: string, isLocked: boolean): Promise<StoreSnapshot> => {
  if (!isDatabase(place)) return isLocked ? withFileLocked(place, readSnapshotFile) : readSnapshotFile(place);
  const { database, readSnapshot } = await openAt(place);
  return readSnapshot(database).finally(database.close);
};

const writeTo = async (place: string, snapshot: StoreSnapshot): Promise<Readonly<Record<string, number>>> => {
  if (!isDatabase(place)) {
    await writeSnapshotFile(place, snapshot);
    return countsOf(await readSnapshotFile(place));
  }
  const { database, writeSnapshot } = await openAt(place);
  return writeSnapshot(database, snapshot).finally(database.close);
};

/**
 * Copies everything from one store into another, each a file or the address of a database. What is there under the same keys is
 * replaced; it may be done twice.
 *
 * @param isFromLocked whether no bot may use the file that is read
 * @returns how much there is of each kind, in what was read and in what was written
 * @throws {StoreError} where not all of it can be read or written, and nothing is changed then
 */
export const copyStore = async (
  from: string,
  to: string,
  { isFromLocked }: { readonly isFromLocked: boolean },
): Promise<Readonly<Record<'read' | 'written', Readonly<Record<string, number>>>>> => {
  if (from === to) throw new StoreError('A store cannot be copied to itself.');
  const snapshot = await readFrom(from, isFromLocked);
  return { read: countsOf(snapshot), written: await writeTo(to, snapshot) };
};
