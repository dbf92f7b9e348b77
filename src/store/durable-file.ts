import { open, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Adapter } from 'lowdb';
import { codeOf } from './failure.ts';

const OWNER_ONLY = 0o600;
/** Where folders cannot be flushed: Windows, and some network and FUSE file systems. */
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

/**
 * A text file for lowdb, readable by its owner only. Each write goes to a file beside it, is flushed to the disk, and is
 * renamed into place; then the folder is flushed. So a reader sees the old text or the new one, whole. Once `write` has
 * resolved, a killed process loses nothing, and neither does a power cut, as far as the disk tells the truth when it says
 * that it has flushed and the file system can flush folders; where it cannot, a power cut within the next seconds may
 * bring the older text back, whole. lowdb's own TextFile does not flush, so that a power cut may leave an empty file, and
 * leaves the file's mode to the umask.
 *
 * @param insist called before each renaming; where it throws, the file stays as it is
 */
export const createDurableFile = (file: string, insist: () => Promise<void>): Adapter<string> => {
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
    write: async (text) => {
      const handle = await open(temporary, 'w', OWNER_ONLY);
      try {
        await handle.writeFile(text);
        await handle.datasync();
      } finally {
        await handle.close();
      }
      await insist();
      await rename(temporary, file);
      await flushFolder(dirname(file));
    },
  };
};

/** How long a change that nobody waits for may wait for others. */
const SOON_MS = 250;

/**
 * Writes of a whole state, one in flight at a time. What is asked for while one is in flight goes into the next; what is
 * asked for within one turn of the event loop goes into one.
 *
 * @param write takes the state as it stands at the call, before its first await
 */
export const createGroupedWrites = (write: () => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  let gathering: Promise<void> | undefined;
  let unwritten = false;
  let patient: (PromiseWithResolvers<void> & { readonly timer: NodeJS.Timeout }) | undefined;

  /** Whoever waited patiently goes along with a write that is begun. */
  const takeAlong = (writing: Promise<void>): void => {
    if (!patient) return;
    clearTimeout(patient.timer);
    void writing.then(patient.resolve, patient.reject);
    patient = undefined;
  };

  const group = async (before: Promise<void>): Promise<void> => {
    await before.catch(() => undefined);
    await turnOfTheLoop();
    gathering = undefined;
    unwritten = false;
    try {
      await write();
    } catch (error) {
      unwritten = true;
      throw error;
    }
  };

  /** Settles with a write that is begun after this call. */
  const request = (): Promise<void> => {
    unwritten = true;
    if (!gathering) {
      gathering = group(last);
      last = gathering;
      takeAlong(gathering);
    }
    return gathering;
  };

  /** The same within a quarter of a second: so that a rush of changes that nobody waits for costs a few writes. */
  const requestSoon = (): Promise<void> => {
    unwritten = true;
    if (gathering !== undefined) return gathering;
    patient ??= {
      ...Promise.withResolvers<void>(),
      // whoever waits is told by takeAlong
      timer: setTimeout(() => void request().catch(() => undefined), SOON_MS),
    };
    return patient.promise;
  };

  return {
    request,
    requestSoon,
    /** Settles once nothing is left to be written; tries again what failed last. */
    flush: (): Promise<void> => (unwritten ? request() : last),
  };
};
