import { hash, randomBytes } from 'node:crypto';
import { access, open, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './durable-file.ts';
import { StoreError } from './store.ts';

/** A process that holds or requests a lock, as written in the name of its lock file. */
interface Holder {
  readonly pid: number;
  /** When the process started, in clock ticks since boot; 0 where the system does not say. */
  readonly started: number;
  /** A hash of the machine's boot id and the process table that `pid` belongs to (a container has its own). */
  readonly machine: string;
}

const NAME = /^(\d+)-(\d+)-([0-9a-f]{12})-[0-9a-f]{12}$/;

/** A name for a lock file that is never used twice. */
export const newLockName = ({ pid, started, machine }: Holder): string =>
  `${pid}-${started}-${machine}-${randomBytes(6).toString('hex')}`;

/** The process that gave a lock file its name; undefined for any other name. */
const parseLockName = (name: string): Holder | undefined => {
  const [, pid, started, machine] = NAME.exec(name) ?? [];
  return pid && started && machine ? { pid: Number(pid), started: Number(started), machine } : undefined;
};

const STATE_FIELD = 0;
const STARTED_FIELD = 19;

/**
 * When a process started, from the 22nd field of /proc/PID/stat (counted from behind the name, which may hold anything).
 * Undefined where the system has no such file; null for a zombie process.
 */
const startedAt = async (pid: number): Promise<number | null | undefined> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (!fields) return undefined;
  return fields[STATE_FIELD] === 'Z' || fields[STATE_FIELD] === 'X' ? null : Number(fields[STARTED_FIELD]);
};

const thisMachine = async (): Promise<string> => {
  const [boot, table] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => undefined),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ]);
  return hash('sha256', boot === undefined ? hostname() : `${boot.trim()} ${table}`).slice(0, 12);
};

/** This process, as a holder of locks. */
export const thisProcess = async (): Promise<Holder> => ({
  pid: process.pid,
  started: (await startedAt(process.pid)) ?? 0,
  machine: await thisMachine(),
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
 * Whether the process of a holder is running. A pid that was given to another process since counts as `gone`: its start time
 * differs. `cannot say` for another machine or container, and where the system does not say when a process started.
 */
const holderStatus = async (holder: Holder, { machine }: Holder): Promise<'alive' | 'gone' | 'cannot say'> => {
  if (holder.machine !== machine) return 'cannot say';
  if (!isRunning(holder.pid)) return 'gone';
  const started = await startedAt(holder.pid);
  if (started === null) return 'gone';
  if (started === undefined || holder.started === 0) return 'cannot say';
  return started === holder.started ? 'alive' : 'gone';
};

const HEARTBEAT_EVERY_MS = 2_000;
const SILENT_AFTER_MS = 10_000;
const MOST_TRIES = 6;
const LONGEST_PAUSE_MS = 80;

/** A lock on a file that this process holds. */
interface Lock {
  /** @throws {StoreError} where the lock has been taken over, as from a process that was stopped for long */
  readonly assertHeld: () => Promise<void>;
  readonly release: () => Promise<void>;
}

const WORDS = 'A bot is running on the file beside this one, or was killed. It is cleared away at the next start.\n';

/** Milliseconds since 1970; undefined where the file is gone. */
const changedMs = async (file: string): Promise<number | undefined> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );

interface Other {
  readonly holder: Holder;
  readonly lockFile: string;
  readonly isElsewhere: boolean;
}

/** Another running process with a lock on the file. Lock files of ended processes are deleted on the way. */
const livingOther = async (file: string, mine: string, self: Holder): Promise<Other | undefined> => {
  const prefix = `${basename(file)}.lock.`;
  for (const name of await readdir(dirname(file))) {
    const holder = name.startsWith(prefix) ? parseLockName(name.slice(prefix.length)) : undefined;
    const lockFile = join(dirname(file), name);
    if (!holder || lockFile === mine) continue;
    const status = await holderStatus(holder, self);
    // by the file system's own clock: both files were last written through it
    const silentMs = ((await changedMs(mine)) ?? 0) - ((await changedMs(lockFile)) ?? Number.NEGATIVE_INFINITY);
    if (status === 'alive' || (status === 'cannot say' && silentMs < SILENT_AFTER_MS)) {
      return { holder, lockFile, isElsewhere: holder.machine !== self.machine };
    }
    await rm(lockFile, { force: true });
  }
  return undefined;
};

const refusal = (file: string, { holder, lockFile, isElsewhere }: Other): StoreError =>
  new StoreError(
    isElsewhere
      ? `STORE_PATH: ${file} is in use by process ${holder.pid} on another machine or in another container. Stop it, or set STORE_PATH to another file. If it was killed, start again in ${SILENT_AFTER_MS / 1000} seconds (lock: ${lockFile}).`
      : `STORE_PATH: ${file} is in use by process ${holder.pid}. Stop it, or set STORE_PATH to another file (lock: ${lockFile}).`,
  );

const heartbeat = async (mine: string): Promise<void> => {
  // r+ does not make a file that has been cleared away
  const handle = await open(mine, 'r+');
  try {
    await handle.write(WORDS, 0);
  } finally {
    await handle.close();
  }
};

const holdLock = (file: string, mine: string): Lock => {
  // a heartbeat may fail: assertHeld says whether the lock is still held
  const beat = setInterval(() => void heartbeat(mine).catch(() => undefined), HEARTBEAT_EVERY_MS).unref();
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
 * Locks a file for this process.
 *
 * Each process that asks creates a lock file of its own, under a name never used before, and then looks for others. Of two that
 * ask at once, at least one looks after both files exist, so two can never both think they are alone; both may withdraw, and
 * try again after random pauses. Since no name is used twice, deleting the lock of an ended process cannot hit a running one,
 * which is what goes wrong with a single shared lock file. Where it is not known whether a process is running (another
 * container, another machine), ten seconds without a heartbeat count as ended.
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
      if (!other) return holdLock(file, mine);
    } finally {
      if (other) await rm(mine, { force: true });
    }
    if (tries === MOST_TRIES) throw refusal(file, other);
    await wait(Math.random() * LONGEST_PAUSE_MS);
  }
};
