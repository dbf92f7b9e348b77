import { type FileHandle, open, readFile, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { StoreError } from './store.ts';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'this user may not'],
  ['EPERM', 'this user may not'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['ENOTDIR', 'a part of the path is a file, not a folder'],
  ['EEXIST', 'a part of the path is a file, not a folder'],
  ['EISDIR', 'it is a folder, not a file'],
  ['ENOENT', 'its folder cannot be made, is gone or takes no files'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ELOOP', 'its links lead in a circle'],
  ['EBUSY', 'it is mounted as a single file, and a write replaces the file: mount its folder instead'],
  ['EXDEV', 'it is mounted as a single file, and a write replaces the file: mount its folder instead'],
  ['EIO', 'the disk fails'],
  ['EINVAL', 'the file system cannot do it'],
  ['ENOTSUP', 'it is no file, or the file system cannot do it'],
  ['ENOSYS', 'the file system cannot do it'],
]);

/** The system's error code, such as `ENOENT`; empty where there is none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * Runs work on the store's file.
 *
 * @throws {StoreError} where the file system refuses: in words that name STORE_PATH and what to do
 */
export const withStoreErrors = async <T>(
  file: string,
  doing: 'read' | 'written',
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = REASONS.get(codeOf(error)) ?? String(error);
    throw new StoreError(
      `STORE_PATH: ${file} cannot be ${doing}: ${reason}. Make it possible, or set STORE_PATH to a file in a folder where this user may write.`,
      { cause: error },
    );
  }
};

const OWNER_ONLY = 0o600;
/** The errors where folders cannot be flushed: on Windows, and on some network and FUSE file systems. */
const NO_FOLDER_FLUSH = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'ENOSYS'];

const flushFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!NO_FOLDER_FLUSH.includes(codeOf(error))) throw error;
  }
};

/** Opens a file of its own: one that a killed process left, or a link that somebody put there, goes first. */
const openAnew = async (file: string): Promise<FileHandle> => {
  try {
    return await open(file, 'wx', OWNER_ONLY);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    await unlink(file);
    return open(file, 'wx', OWNER_ONLY);
  }
};

/** A text file, written whole. */
export interface DurableFile {
  /** Null where there is none. */
  readonly read: () => Promise<string | null>;
  /** @param bytes in UTF-8 */
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

/**
 * A text file, readable by its owner only. A write goes to a temporary file, which is flushed to disk and renamed
 * into place; then the folder is flushed. So a reader sees the old text or the new one, never a part. After `write` resolves,
 * neither a killed process nor a power cut loses the text, provided that the disk and the file system really flush; where
 * folders cannot be flushed, a power cut within seconds may bring back the older text. lowdb's own TextFile does not flush,
 * so that a power cut may leave an empty file, and it leaves the file mode to the umask.
 *
 * @param assertLocked called before each renaming; where it throws, the file stays as it is
 */
export const createDurableFile = (file: string, assertLocked: () => Promise<void>): DurableFile => {
  const temporary = join(dirname(file), `.${basename(file)}.tmp`);
  return {
    read: async () => {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      }
    },
    write: async (bytes) => {
      const handle = await openAnew(temporary);
      try {
        await handle.writeFile(bytes);
        await handle.datasync();
      } finally {
        await handle.close();
      }
      await assertLocked();
      try {
        await rename(temporary, file);
      } catch (error) {
        await unlink(temporary).catch(() => undefined);
        throw error;
      }
      await flushFolder(dirname(file));
    },
  };
};

/** How long a change that nobody waits for may wait for others, so that they share a write. */
const SOON_MS = 250;

/**
 * Writes a whole state, one write at a time. Requests during a write share the next one; requests within one turn of the
 * event loop share one.
 *
 * @param write takes the state as it stands at the call, before its first await
 */
export const createGroupedWrites = (write: () => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let isDirty = false;
  let delayed: (PromiseWithResolvers<void> & { readonly timer: NodeJS.Timeout }) | undefined;

  /** A write that begins also covers the changes that were to be written a moment later. */
  const joinDelayed = (writing: Promise<void>): void => {
    if (!delayed) return;
    clearTimeout(delayed.timer);
    void writing.then(delayed.resolve, delayed.reject);
    delayed = undefined;
  };

  const writeAfter = async (before: Promise<void>): Promise<void> => {
    await before.catch(() => undefined);
    await turnOfTheLoop();
    next = undefined;
    isDirty = false;
    try {
      await write();
    } catch (error) {
      isDirty = true;
      throw error;
    }
  };

  /** Settles with a write that begins after this call. */
  const request = (): Promise<void> => {
    isDirty = true;
    if (!next) {
      next = writeAfter(last);
      last = next;
      joinDelayed(next);
    }
    return next;
  };

  /** The same, beginning within a quarter of a second, so that many changes that nobody waits for cost a few writes. */
  const requestSoon = (): Promise<void> => {
    isDirty = true;
    if (next !== undefined) return next;
    delayed ??= {
      ...Promise.withResolvers<void>(),
      // joinDelayed settles the promise
      timer: setTimeout(() => void request().catch(() => undefined), SOON_MS),
    };
    return delayed.promise;
  };

  return {
    request,
    requestSoon,
    /** Settles once everything is written; tries again where the last write failed. */
    flush: (): Promise<void> => (isDirty ? request() : last),
  };
};
