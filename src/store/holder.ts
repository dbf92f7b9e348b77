import { hash, randomBytes } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { codeOf } from './failure.ts';

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
export const newName = ({ pid, began, place }: Holder): string =>
  `${pid}-${began}-${place}-${randomBytes(6).toString('hex')}`;

/** Undefined for a name that no holder gave. */
export const holderNamed = (name: string): Holder | undefined => {
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
export const fateOf = async (holder: Holder, { place }: Holder): Promise<'alive' | 'gone' | 'cannot say'> => {
  if (holder.place !== place) return 'cannot say';
  if (!isRunning(holder.pid)) return 'gone';
  const began = await beganAt(holder.pid);
  if (began === null) return 'gone';
  if (began === undefined || holder.began === 0) return 'cannot say';
  return began === holder.began ? 'alive' : 'gone';
};
