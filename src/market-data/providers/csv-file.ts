import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { IsoInstant } from '../../units.ts';
import { finalCloses, finalUntil } from '../final-closes.ts';
import { because, type Outcome } from '../outcome.ts';
import type { Closes } from '../values.ts';
import { readCsv } from './csv-rows.ts';
import { pairOf } from './index-pair.ts';

const MAX_BYTES = 20_000_000;

const contents = async (path: string): Promise<Outcome<string>> => {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) {
      return because('CSV file', 'too-long', `${basename(path)} is larger than ${MAX_BYTES / 1_000_000} MB`);
    }
    return { kind: 'ok', value: await readFile(path, 'utf8') };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return because('CSV file', 'not-found', `${basename(path)} cannot be read (${code})`);
  }
};

/** A user's own closes. Rows of days to come, and of days on which the exchange was shut, are left out and counted. */
export const closesInCsv = (name: string, text: string, now: IsoInstant): Outcome<Closes> => {
  const read = readCsv(text);
  if (read.kind !== 'ok') return read;
  const until = finalUntil(now);
  if (!read.value.some(({ on }) => on <= until)) {
    return because('CSV file', 'empty', `the file has no close up to ${until}, the last session that has ended`);
  }
  const leg = (which: 'russell' | 'sp500', column: string) =>
    finalCloses(
      'CSV file',
      column,
      read.value.map((row) => ({ on: row.on, close: row[which] })),
      now,
      1,
    );
  return pairOf(leg('russell', 'rut_close'), leg('sp500', 'spx_close'), {
    provider: 'CSV file',
    source: `your file ${name}`,
    fetchedAt: now,
  });
};

/** The same from a file on disk. */
export const csvCloses = async (path: string, now: IsoInstant): Promise<Outcome<Closes>> => {
  const text = await contents(path);
  return text.kind === 'ok' ? closesInCsv(basename(path), text.value, now) : text;
};
