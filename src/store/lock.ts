import { hash, randomBytes } from 'node:crypto';
import { access, open, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './failure.ts';
import { StoreError } from './store.ts';

/** A process that holds a lock or asks for it, as the name of its lock file tells. */
export interface Holder {
  readonly pid: number;
  /** When the process began, in clock ticks since the machine did; 0 where the system does not tell. */
  readonly began: number;
  /** The boot of a machine and the process table that `pid` belongs to (a container has its own), hashed. */
  readonly place: string;
}

const NAME = /^(\d+)-(\d+)-([0-9a-f]{12})-[0-9a-f]{12}$/;

/** A name that is never used twice. */
export const newLockName = ({ pid, began, place }: Holder): string =>
  `${pid}-${began}-${place}-${randomBytes(6).toString('hex')}`;

/** Undefined for a name that no holder gave. */
export const parseLockName = (name: string): Holder | undefined => {
  const [, pid, began, place] = NAME.exec(name) ?? [];
  return pid && began && place ? { pid: Number(pid), began: Number(began), place } : undefined;
};

const STATE_FIELD = 0;
const BEGAN_FIELD = 19;

/**
 * When a process began, from the 22nd field of /proc/PID/stat (counted from behind the name, which may hold anything).
 * Undefined where the system has no such file; null for a dead process that its parent has not yet taken note of.
 */
const beganAt = async (pid: number): Promise<number | null | undefined> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (!fields) return undefined;
  return fields[STATE_FIELD] === 'Z' || fields[STATE_FIELD] === 'X' ? null : Number(fields[BEGAN_FIELD]);
};

const thisPlace = async (): Promise<string> => {
  const [boot, table] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => undefined),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ]);
  return hash('sha256', boot === undefined ? hostname() : `${boot.trim()} ${table}`).slice(0, 12);
};

export const thisProcess = async (): Promise<Holder> => ({
  pid: process.pid,
  began: (await beganAt(process.pid)) ?? 0,
  place: await thisPlace(),
});

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
};

/**
 * Whether a holder is alive. A number that another process has been given since does not count as alive: its beginning
 * differs. `cannot say` for a process of another place, and where the system does not tell beginnings.
 */
export const holderStatus = async (holder: Holder, { place }: Holder): Promise<'alive' | 'gone' | 'cannot say'> => {
  if (holder.place !== place) return 'cannot say';
  if (!isRunning(holder.pid)) return 'gone';
  const began = await beganAt(holder.pid);
  if (began === null) return 'gone';
  if (began === undefined || holder.began === 0) return 'cannot say';
  return began === holder.began ? 'alive' : 'gone';
};

const SIGN_OF_LIFE_EVERY_MS = 2_000;
const SILENT_AFTER_MS = 10_000;
const MOST_TRIES = 6;
const LONGEST_PAUSE_MS = 80;

export interface Lock {
  /** @throws {StoreError} where the lock has been taken over, as from a process that was stopped for long */
  readonly assertHeld: () => Promise<void>;
  readonly release: () => Promise<void>;
}

const WORDS = 'A bot is running on the file beside this one, or was killed. It is cleared away at the next start.\n';

/** Undefined where the file is gone. */
const changedMs = async (file: string): Promise<number | undefined> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );

interface Other {
  readonly holder: Holder;
  readonly lockFile: string;
  readonly elsewhere: boolean;
}

/** Another living process with a lock on the file. Locks of the dead are cleared away on the way. */
const livingOther = async (file: string, mine: string, self: Holder): Promise<Other | undefined> => {
  const prefix = `${basename(file)}.lock.`;
  for (const name of await readdir(dirname(file))) {
    const holder = name.startsWith(prefix) ? parseLockName(name.slice(prefix.length)) : undefined;
    const lockFile = join(dirname(file), name);
    if (!holder || lockFile === mine) continue;
    const fate = await holderStatus(holder, self);
    // by the file system's own clock: both files were last written through it
    const silentMs = ((await changedMs(mine)) ?? 0) - ((await changedMs(lockFile)) ?? Number.NEGATIVE_INFINITY);
    if (fate === 'alive' || (fate === 'cannot say' && silentMs < SILENT_AFTER_MS)) {
      return { holder, lockFile, elsewhere: holder.place !== self.place };
    }
    await rm(lockFile, { force: true });
  }
  return undefined;
};

const refusal = (file: string, { holder, lockFile, elsewhere }: Other): StoreError =>
  new StoreError(
    elsewhere
      ? `STORE_PATH: ${file} is in use by process ${holder.pid} on another machine or in another container. Stop it, or set STORE_PATH to another file. If it was killed, start again in ${SILENT_AFTER_MS / 1000} seconds (lock: ${lockFile}).`
      : `STORE_PATH: ${file} is in use by process ${holder.pid}. Stop it, or set STORE_PATH to another file (lock: ${lockFile}).`,
  );

const signOfLife = async (mine: string): Promise<void> => {
  // r+ does not make a file that has been cleared away
  const handle = await open(mine, 'r+');
  try {
    await handle.write(WORDS, 0);
  } finally {
    await handle.close();
  }
};

const lockBy = (file: string, mine: string): Lock => {
  // a sign of life that fails is not the end: insist tells whether the lock is still held
  const beat = setInterval(() => void signOfLife(mine).catch(() => undefined), SIGN_OF_LIFE_EVERY_MS).unref();
  return {
    assertHeld: async () => {
      try {
        await access(mine);
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error;
        throw new StoreError(`STORE_PATH: ${file} has been taken over by another process; nothing more is written`);
      }
    },
    release: async () => {
      clearInterval(beat);
      await rm(mine, { force: true });
    },
  };
};

/**
 * Makes this process the only one on a file.
 *
 * Each process that asks makes a lock file of its own, under a name never used before, and then looks for others. Of two
 * that ask at once, at least one looks after both files stand, so two can never both think they are alone; both may
 * withdraw, and try again after pauses of chance length. Since no name is used twice, clearing away the lock of a dead
 * process cannot hit a living one, which is what goes wrong with one shared lock file that two processes find stale.
 * Where life and death cannot be told (another container, another machine), ten seconds without a sign of life count as
 * death.
 *
 * @throws {StoreError} naming the file and the process that holds it
 */
export const takeLock = async (file: string): Promise<Lock> => {
  const self = await thisProcess();
  for (let tries = 1; ; tries += 1) {
    const mine = `${file}.lock.${newLockName(self)}`;
    await writeFile(mine, WORDS, { flag: 'wx', mode: 0o600 });
    let other: Other | undefined;
    try {
      other = await livingOther(file, mine, self);
      if (!other) return lockBy(file, mine);
    } finally {
      if (other) await rm(mine, { force: true });
    }
    if (tries === MOST_TRIES) throw refusal(file, other);
    await wait(Math.random() * LONGEST_PAUSE_MS);
  }
};
