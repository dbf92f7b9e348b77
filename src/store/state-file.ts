import { access, chmod, mkdir, readlink, realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Adapter } from 'lowdb';
import { type IsoInstant, isoInstant } from '../units.ts';
import { codeOf, type DurableFile } from './durable-file.ts';
import type { State } from './state.ts';
import { createStateSerializer, type LostRecords, type ParsedState, parseState } from './state-text.ts';
import { StoreError } from './store.ts';

/** The file of the store: where it is, and what becomes of it where it is damaged. */

const OWNERS_FOLDER = 0o700;
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
  const make = (): Promise<void> => mkdir(folder, { mode: OWNERS_FOLDER });
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

/**
 * A problem found in the file at the start, in spite of which the bot runs: the file was set aside, the last good copy took its
 * place, or records could not be read and are kept as they are.
 */
export type StoreFinding =
  | {
      readonly kind: 'set aside';
      readonly file: string;
      readonly setAsideAs: string;
      readonly reason: string;
      /** The people whom the damaged file still names as having installed the bot or set up a brief. */
      readonly people: readonly string[];
    }
  | {
      readonly kind: 'restored';
      readonly file: string;
      /** Absent where the file was gone. */
      readonly setAsideAs?: string;
      readonly reason: string;
      /** What was changed after this is lost. */
      readonly copyOf: IsoInstant;
    }
  | { readonly kind: 'left out'; readonly file: string; readonly lost: LostRecords };

const OWNER_ONLY = 0o600;

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const freeName = async (wanted: string, count = 1): Promise<string> => {
  const name = count === 1 ? wanted : `${wanted}-${count}`;
  return (await exists(name)) ? freeName(wanted, count + 1) : name;
};

/** As the damaged text of a file names them. */
const peopleIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(/"(?:installer|owner)":"([UW][A-Z0-9]+)"/g), ([, user = '']) => user)),
];

const laterVersion = (file: string, version: number): StoreError =>
  new StoreError(
    `STORE_PATH: ${file} was written by a later version of Rotation Desk (its form is ${version}, this version knows 1). Start that version again, or set STORE_PATH to another file.`,
  );

/** Where the copy of a store's file is. */
export const copyOf = (file: string): string => `${file}.backup`;

interface StateFileOptions {
  readonly now: IsoInstant;
  readonly report: (finding: StoreFinding) => void;
}

/** lowdb's adapter for a state as text, and its copy. */
interface StateFile extends Adapter<State> {
  /** Writes the copy. */
  readonly backUp: (state: State) => Promise<void>;
}

/**
 * A state in a file, checked as it is read. A damaged file is set aside under another name, never overwritten, and the last
 * good copy takes its place, also where the file is gone.
 *
 * @param text the file
 * @param copy the file's copy
 */
export const createStateFile = (
  file: string,
  text: DurableFile,
  copy: DurableFile,
  { now, report }: StateFileOptions,
): StateFile => {
  const write = createStateSerializer();

  const parsed = (found: string): Exclude<ParsedState, { kind: 'later version' }> => {
    const state = parseState(found);
    if (state.kind === 'later version') throw laterVersion(file, state.version);
    return state;
  };

  const setAside = async (): Promise<string> => {
    // colons are not allowed in file names everywhere
    const setAsideAs = await freeName(`${file}.corrupt-${now.replaceAll(':', '-')}`);
    await rename(file, setAsideAs);
    await chmod(setAsideAs, OWNER_ONLY);
    return setAsideAs;
  };

  const reportLost = (lost: LostRecords): void => {
    if (Object.keys(lost).length > 0) report({ kind: 'left out', file, lost });
  };

  const restored = async (reason: string, damaged: string | null): Promise<State | null> => {
    const found = await copy.read();
    const good = found === null ? undefined : parsed(found);
    const setAsideAs = damaged === null ? undefined : await setAside();
    if (good?.kind === 'state') {
      const { mtime } = await stat(copyOf(file));
      report({
        kind: 'restored',
        file,
        ...(setAsideAs && { setAsideAs }),
        reason,
        copyOf: isoInstant(mtime.toISOString()),
      });
      reportLost(good.lost);
      return good.state;
    }
    if (setAsideAs !== undefined && damaged !== null) {
      report({ kind: 'set aside', file, setAsideAs, reason, people: peopleIn(damaged) });
    }
    return null;
  };

  return {
    read: async () => {
      const found = await text.read();
      if (found === null) return restored('it is gone', found);
      const read = parsed(found);
      if (read.kind === 'damaged') return restored(read.reason, found);
      reportLost(read.lost);
      return read.state;
    },
    write: (state) => text.write(write(state)),
    backUp: (state) => copy.write(write(state)),
  };
};
