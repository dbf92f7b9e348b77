import { closeSync, fdatasync, openSync, writeSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { IsoInstant } from '../units.ts';
import { codeOf, withStoreErrors } from './durable-file.ts';
import { InstantSchema, KeptRequestSchema, RecipientSchema } from './kept-request.ts';
import {
  applyEntry,
  emptyRequests,
  entriesOf,
  type Journal,
  type JournalEntry,
  type RequestState,
  withoutOld,
} from './request-store.ts';

const EntrySchema = z.union([
  z.tuple([z.literal('taken'), z.string(), InstantSchema]),
  z.tuple([z.literal('kept'), z.string(), KeptRequestSchema]),
  z.tuple([z.literal('sending'), z.string(), RecipientSchema]),
  z.tuple([z.literal('dropped'), z.string()]),
]);

const OWNER_ONLY = 0o600;

const flush = promisify(fdatasync);

const writeWhole = (file: number, text: string): void => {
  if (writeSync(file, text) < Buffer.byteLength(text)) throw new Error('the disk took a part of it');
};

const parseEntry = (line: string): JournalEntry | undefined => {
  try {
    return EntrySchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};

/** Begins with a line feed: a line that was cut off, as by a full disk, spoils no other. */
export const journalTextOf = (entries: readonly JournalEntry[]): string =>
  entries.map((entry) => `\n${JSON.stringify(entry)}`).join('');

const readLines = async (file: string): Promise<readonly string[]> => {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
};

/** The files of a journal, in the order in which they were written. */
const filesOf = (file: string) => {
  const current = `${file}.requests`;
  return { before: `${current}.before`, current, next: `${current}.next` };
};

/** Where the journal beside a store's file is. */
export const journalFilesOf = (file: string): readonly string[] => Object.values(filesOf(file));

/** What the journal beside a store's file comes to; nothing of it is changed. */
export const readJournal = async (file: string): Promise<RequestState> => {
  const state = emptyRequests();
  for (const one of journalFilesOf(file)) {
    for (const line of await readLines(one)) {
      const entry = parseEntry(line);
      if (entry !== undefined) applyEntry(state, entry);
    }
  }
  return state;
};

/** A journal in a file, and what was read from it. */
interface OpenJournal {
  readonly journal: Journal;
  readonly state: RequestState;
  readonly close: () => Promise<void>;
}

/**
 * The journal of requests, beside the store's file: lines are only added, so that keeping a request costs one small write,
 * whatever else is stored. It is not flushed to disk: what is written outlives a killed process. A write that the system
 * only copies takes two microseconds, and handing it to another thread eight times as long. Every ten minutes a new
 * file begins, with what is still open, and the one before is kept for as long again.
 *
 * @param file the store's file
 * @param assertLocked called before files are replaced; where it throws, they stay as they are
 */
export const openRequestJournal = async (
  file: string,
  now: IsoInstant,
  assertLocked: () => Promise<void>,
): Promise<OpenJournal> => {
  const { before, current, next } = filesOf(file);
  const state = await readJournal(file);
  state.takenBefore = withoutOld(state.taken, now);
  state.taken = new Map();

  const begin = async (entries: readonly JournalEntry[]): Promise<number> => {
    await rm(next, { force: true });
    const opened = openSync(next, 'ax', OWNER_ONLY);
    writeWhole(opened, journalTextOf(entries));
    await flush(opened);
    return opened;
  };

  const entries = entriesOf(state, state.takenBefore);
  let opened: number | undefined;
  if (entries.length > 0) {
    opened = await begin(entries);
    await assertLocked();
    await rename(next, current);
  } else {
    await rm(current, { force: true });
  }
  await rm(before, { force: true });

  let rotation: Promise<void> | undefined;

  const append = async (entry: JournalEntry): Promise<void> => {
    while (rotation !== undefined) await rotation.catch(() => undefined);
    await withStoreErrors(current, 'written', async () => {
      opened ??= openSync(current, 'a', OWNER_ONLY);
      writeWhole(opened, journalTextOf([entry]));
    });
  };

  const rotate = async (entries: readonly JournalEntry[]): Promise<void> => {
    await assertLocked();
    const begun = await begin(entries);
    await rename(current, before).catch((error: unknown) => {
      // nothing was written yet
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    await rename(next, current);
    if (opened !== undefined) closeSync(opened);
    opened = begun;
  };

  return {
    state,
    journal: {
      append,
      rotate: (entries) => {
        const done = (rotation ?? Promise.resolve())
          .catch(() => undefined)
          .then(() => withStoreErrors(current, 'written', () => rotate(entries)))
          .finally(() => {
            if (rotation === done) rotation = undefined;
          });
        rotation = done;
        return done;
      },
    },
    close: async () => {
      await rotation?.catch(() => undefined);
      if (opened !== undefined) closeSync(opened);
      opened = undefined;
    },
  };
};
