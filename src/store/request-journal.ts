import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { z } from 'zod';
import type { IsoInstant } from '../units.ts';
import { codeOf, withStoreErrors } from './durable-file.ts';
import { InstantSchema } from './instant.ts';
import { KeptRequestSchema, RecipientSchema } from './kept-request.ts';
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

const parseEntry = (line: string): JournalEntry | undefined => {
  try {
    return EntrySchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};

/** Begins with a line feed: a line that was cut off, as by a full disk, spoils no other. */
const textOf = (entries: readonly JournalEntry[]): string =>
  entries.map((entry) => `\n${JSON.stringify(entry)}`).join('');

const readLines = async (file: string): Promise<readonly string[]> => {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
};

/** A journal in a file, and what was read from it. */
export interface OpenJournal {
  readonly journal: Journal;
  readonly state: RequestState;
  readonly close: () => Promise<void>;
}

/**
 * The journal of requests, beside the store's file: lines are only added, so that keeping a request costs one small write,
 * whatever else is stored. It is not flushed to disk: what is written outlives a killed process. Every ten minutes a new file
 * begins, with what is still open, and the one before is kept for as long again.
 *
 * @param file the store's file
 * @param assertLocked called before files are replaced; where it throws, they stay as they are
 */
export const openRequestJournal = async (
  file: string,
  now: IsoInstant,
  assertLocked: () => Promise<void>,
): Promise<OpenJournal> => {
  const current = `${file}.requests`;
  const before = `${current}.before`;
  const next = `${current}.next`;
  const state = emptyRequests();
  for (const one of [before, current, next]) {
    for (const line of await readLines(one)) {
      const entry = parseEntry(line);
      if (entry !== undefined) applyEntry(state, entry);
    }
  }
  state.takenBefore = withoutOld(state.taken, now);
  state.taken = new Map();

  const begin = async (entries: readonly JournalEntry[]): Promise<FileHandle> => {
    await rm(next, { force: true });
    const opened = await open(next, 'ax', OWNER_ONLY);
    await opened.write(textOf(entries));
    await opened.datasync();
    return opened;
  };

  const entries = entriesOf(state, state.takenBefore);
  let handle: FileHandle | undefined;
  if (entries.length > 0) {
    handle = await begin(entries);
    await assertLocked();
    await rename(next, current);
  } else {
    await rm(current, { force: true });
  }
  await rm(before, { force: true });

  let last: Promise<void> = Promise.resolve();
  let batch: { readonly entries: JournalEntry[]; readonly written: Promise<void> } | undefined;

  const writeAfter = async (earlier: Promise<void>, entries: readonly JournalEntry[]): Promise<void> => {
    await earlier.catch(() => undefined);
    await turnOfTheLoop();
    batch = undefined;
    const text = textOf(entries);
    await withStoreErrors(current, 'written', async () => {
      handle ??= await open(current, 'a', OWNER_ONLY);
      const { bytesWritten } = await handle.write(text);
      if (bytesWritten < Buffer.byteLength(text)) throw new Error('the disk took a part of it');
    });
  };

  const append = (entry: JournalEntry): Promise<void> => {
    if (batch === undefined) {
      const entries: JournalEntry[] = [];
      batch = { entries, written: writeAfter(last, entries) };
      last = batch.written;
    }
    batch.entries.push(entry);
    return batch.written;
  };

  const rotateAfter = async (earlier: Promise<void>, entries: readonly JournalEntry[]): Promise<void> => {
    await earlier.catch(() => undefined);
    await assertLocked();
    const opened = await begin(entries);
    await rename(current, before);
    await rename(next, current);
    await handle?.close();
    handle = opened;
  };

  return {
    state,
    journal: {
      append,
      rotate: (entries) => {
        // what is appended from now on belongs in the new file
        batch = undefined;
        last = rotateAfter(last, entries);
        return last;
      },
    },
    close: async () => {
      await last.catch(() => undefined);
      await handle?.close();
    },
  };
};
