import { open, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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
export const durableFile = (file: string, insist: () => Promise<void>): Adapter<string> => {
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
