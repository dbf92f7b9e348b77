import { access, mkdir, realpath, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import type { z } from 'zod';
import type { IsoInstant } from '../units.ts';
import { createStore } from './create-store.ts';
import { createDurableFile, createGroupedWrites, withStoreErrors } from './durable-file.ts';
import { takeLock } from './lock.ts';
import {
  ClaimSchema,
  CountsSchema,
  DeliverySchema,
  FileSchema,
  LastToldSchema,
  NumbersSchema,
  SettingsSchema,
  StoredScheduleSchema,
  ThreadSchema,
  ThreadWithoutContextSchema,
  VoterSchema,
  withNumbers,
} from './schema.ts';
import { deleteExpiredRecords, emptyState, type State } from './state.ts';
import type { Store } from './store.ts';

/** How many records could not be read, by kind. */
type LostRecords = Readonly<Partial<Record<'contexts' | keyof State, number>>>;

/**
 * Writes a state as text, one record a line. The text of a record is cached, since records are never mutated: with ten
 * thousand threads that halves the time.
 */
export const createStateSerializer = () => {
  const lines = new WeakMap<object, string>();
  const line = ([key, record]: readonly [string, object]): string => {
    const known = lines.get(record);
    if (known !== undefined) return known;
    const text = JSON.stringify([key, record]);
    lines.set(record, text);
    return text;
  };
  return (state: State): string => {
    const sections = Object.entries(state).map(
      ([name, records]: [string, ReadonlyMap<string, object>]) =>
        `"${name}":[${Array.from(records, line).join(',\n')}]`,
    );
    return `{"version":1,\n${sections.join(',\n')}}\n`;
  };
};

/**
 * Reads the text of a state, record by record: one that does not fit its schema is left out and counted. A thread whose
 * context cannot be read loses only that, so that a silenced thread stays silent.
 *
 * @throws where the text is not JSON, or not the file of a store
 */
export const parseState = (text: string): { readonly state: State; readonly lost: LostRecords } => {
  const file = FileSchema.parse(JSON.parse(text));
  const lost: Record<string, number> = {};
  const lose = (what: keyof LostRecords) => {
    lost[what] = (lost[what] ?? 0) + 1;
  };
  const records = <T extends object>(name: keyof State, read: (record: unknown) => T | undefined): Map<string, T> => {
    const found = new Map<string, T>();
    for (const entry of file[name]) {
      const [key, raw] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
      const record = typeof key === 'string' ? read(raw) : undefined;
      if (typeof key !== 'string' || record === undefined) lose(name);
      else found.set(key, record);
    }
    return found;
  };
  const by =
    <T>(schema: z.ZodType<T>) =>
    (raw: unknown): T | undefined =>
      schema.safeParse(raw).data;
  const thread = (raw: unknown) => {
    const whole = by(ThreadSchema)(raw);
    if (whole) return whole;
    const rest = by(ThreadWithoutContextSchema)(raw);
    if (rest) lose('contexts');
    return rest;
  };
  return {
    state: {
      threads: records('threads', thread),
      claims: records('claims', by(ClaimSchema)),
      votes: records('votes', by(CountsSchema)),
      voters: records('voters', by(VoterSchema)),
      settings: records('settings', by(SettingsSchema)),
      schedules: withNumbers(records('schedules', by(StoredScheduleSchema))),
      numbers: records('numbers', by(NumbersSchema)),
      deliveries: records('deliveries', by(DeliverySchema)),
      marks: records('marks', by(LastToldSchema)),
    },
    lost,
  };
};

/** A problem found in the file at the start, in spite of which the bot runs: the file was set aside, or records were left out. */
export type StoreFinding =
  | { readonly kind: 'set aside'; readonly file: string; readonly setAsideAs: string; readonly reason: string }
  | { readonly kind: 'left out'; readonly file: string; readonly lost: LostRecords };

/** How the store's file is opened. */
interface StoreFileOptions {
  /** STORE_PATH. The folder is created where it is missing. */
  readonly path: string;
  readonly now: IsoInstant;
  readonly report: (finding: StoreFinding) => void;
  /** Called after each write of the file, once it is on disk. */
  readonly wrote?: () => void;
}

/** The real path of the file, which is the same for every process. */
const realPathOf = async (path: string): Promise<string> => {
  const file = resolve(path);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  return realpath(file).catch(async () => join(await realpath(dirname(file)), basename(file)));
};

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const freeName = async (wanted: string, count = 1): Promise<string> => {
  const name = count === 1 ? wanted : `${wanted}-${count}`;
  return (await exists(name)) ? freeName(wanted, count + 1) : name;
};

/** lowdb's adapter for a state as text, checked as it is read. */
const stateFile = (file: string, text: Adapter<string>, { now, report }: StoreFileOptions): Adapter<State> => {
  const write = createStateSerializer();
  const setAside = async (reason: string): Promise<null> => {
    // colons are not allowed in file names everywhere
    const setAsideAs = await freeName(`${file}.corrupt-${now.replaceAll(':', '-')}`);
    await rename(file, setAsideAs);
    report({ kind: 'set aside', file, setAsideAs, reason });
    return null;
  };
  return {
    read: async () => {
      const found = await text.read();
      if (found === null) return null;
      let read: ReturnType<typeof parseState>;
      try {
        read = parseState(found);
      } catch (error) {
        return setAside(error instanceof SyntaxError ? 'it is not JSON' : 'it is not the file of a store');
      }
      if (Object.keys(read.lost).length > 0) report({ kind: 'left out', file, lost: read.lost });
      // serializes every record once, so that the first turn after a start does not wait for it
      write(read.state);
      return read.state;
    },
    write: (state) => text.write(write(state)),
  };
};

/**
 * The store in one JSON file, through lowdb: all of it in memory, written whole. For what a write guarantees see
 * `durableFile`. A file that cannot be read as a store is set aside under another name and reported, never overwritten.
 *
 * @throws {StoreError} where the path cannot be used, or another process uses it
 */
export const openStore = async (options: StoreFileOptions): Promise<Store> => {
  const file = await withStoreErrors(options.path, 'written', () => realPathOf(options.path));
  const lock = await withStoreErrors(file, 'written', () => takeLock(file));
  try {
    const db = new Low(stateFile(file, createDurableFile(file, lock.assertHeld), options), emptyState());
    await withStoreErrors(file, 'read', () => db.read());
    let latest = options.now;
    const writes = createGroupedWrites(() =>
      withStoreErrors(file, 'written', async () => {
        deleteExpiredRecords(db.data, latest);
        await db.write();
        options.wrote?.();
      }),
    );
    const commit = (now?: IsoInstant): Promise<void> => {
      latest = now ?? latest;
      return writes.request();
    };
    if (deleteExpiredRecords(db.data, latest) > 0) await commit();
    return createStore(db.data, {
      commit,
      commitSoon: (now) => {
        latest = now;
        return writes.requestSoon();
      },
      close: () => writes.flush().finally(lock.release),
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
};
