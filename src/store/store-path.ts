import { mkdir, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf } from './durable-file.ts';

const OWNER_ONLY = 0o700;
/** As many as Linux follows. */
const MOST_LINKS = 40;

/** An error of the system's, for what the system itself does not refuse. */
const systemError = (code: string): Error => Object.assign(new Error(code), { code });

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/**
 * Makes a folder and those above it. Node's own recursive mkdir never ends below a folder that takes none, such as /proc.
 *
 * @throws the system's error
 */
const makeFolder = async (folder: string): Promise<void> => {
  if (await isFolder(folder)) return;
  const make = (): Promise<void> => mkdir(folder, { mode: OWNER_ONLY });
  try {
    await make();
  } catch (error) {
    // another process may have made it meanwhile
    if (await isFolder(folder)) return;
    if (codeOf(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await make();
  }
};

const linkTarget = async (file: string): Promise<string | undefined> => {
  try {
    return await readlink(file);
  } catch (error) {
    if (['ENOENT', 'EINVAL', 'UNKNOWN'].includes(codeOf(error))) return undefined;
    throw error;
  }
};

const followed = async (path: string, links: number): Promise<string> => {
  await makeFolder(dirname(path));
  const file = join(await realpath(dirname(path)), basename(path));
  const target = await linkTarget(file);
  if (target === undefined) return file;
  if (links === MOST_LINKS) throw systemError('ELOOP');
  return followed(resolve(dirname(file), target), links + 1);
};

/**
 * Whether something stands at a path is told before it is opened: opening a pipe waits for whoever writes into it.
 *
 * @throws the system's error; ENOTSUP where there is something else than a file, such as a device
 */
export const assertFileOrNone = async (path: string): Promise<void> => {
  const found = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found?.isDirectory()) throw systemError('EISDIR');
  if (found && !found.isFile()) throw systemError('ENOTSUP');
};

/**
 * The real path of the store's file, which is the same for every process, whichever links lead to it and whether it has been
 * made or not. Its folder is made where it is missing.
 *
 * @throws the system's error; ENOTSUP where there is something else than a file, such as a device
 */
export const storeFileAt = async (path: string): Promise<string> => {
  const file = await followed(resolve(path), 0);
  await assertFileOrNone(file);
  return file;
};
