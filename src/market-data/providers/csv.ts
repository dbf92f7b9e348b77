import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type IsoDate, type IsoInstant, isIsoDate } from '../../units.ts';
import { type Closes, type DataResult, ok, unavailableBecause } from '../port.ts';
import { finalCloses, lastFinalDay, pairIndexes } from './closes.ts';

/** One line of a user's file. A close may be missing on either side. */
export interface CsvRow {
  readonly on: IsoDate;
  readonly russell: number | null;
  readonly sp500: number | null;
}

const COLUMNS = ['date', 'rut_close', 'spx_close'] as const;
const BYTE_ORDER_MARK = /^\uFEFF/;

const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

const wrong = (words: string) => unavailableBecause('CSV file', 'unreadable', words);

const at = (line: number, column: (typeof COLUMNS)[number]): string =>
  `line ${line}, column ${COLUMNS.indexOf(column) + 1} (${column})`;

/** What stood in a cell, short enough to show and without anything a chat would read as markup. */
const shown = (cell: string): string => `“${cell.replace(/[^\w .:/+-]/g, '?').slice(0, 20)}”`;

const closeIn = (cell: string, line: number, column: 'rut_close' | 'spx_close'): DataResult<number | null> => {
  if (cell === '') return ok(null);
  const value = /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
  return value > 0 ? ok(value) : wrong(`${at(line, column)}: ${shown(cell)} is no close; 2222.98 would be`);
};

const rowIn = (text: string, line: number): DataResult<CsvRow> => {
  const cells = cellsOf(text);
  const [date = '', russell = '', sp500 = ''] = cells;
  if (cells.length !== COLUMNS.length) return wrong(`line ${line} has ${cells.length} columns, not ${COLUMNS.length}`);
  if (!isIsoDate(date)) return wrong(`${at(line, 'date')}: ${shown(date)} is no date; 2026-11-20 would be`);
  const first = closeIn(russell, line, 'rut_close');
  if (first.kind !== 'ok') return first;
  const second = closeIn(sp500, line, 'spx_close');
  if (second.kind !== 'ok') return second;
  return ok({ on: date, russell: first.value, sp500: second.value });
};

/**
 * Reads `date,rut_close,spx_close`: ISO dates in any order, none twice, decimals with a point, an empty cell for a close
 * that is missing. Anything else is named by line and column, counted from 1, the header being line 1.
 */
export const parseCsv = (text: string): DataResult<readonly CsvRow[]> => {
  const lines = text.replace(BYTE_ORDER_MARK, '').split(/\r?\n/);
  const header = cellsOf(lines[0] ?? '').map((cell) => cell.toLowerCase());
  for (const [place, column] of COLUMNS.entries()) {
    if (header[place] !== column) {
      return wrong(`line 1, column ${place + 1}: ${shown(header[place] ?? '')} stands where ${column} should`);
    }
  }
  if (header.length > COLUMNS.length) return wrong(`line 1 has ${header.length} columns, not ${COLUMNS.length}`);
  const rows: CsvRow[] = [];
  const seen = new Map<IsoDate, number>();
  for (const [place, line] of lines.entries()) {
    if (place === 0 || line.trim() === '') continue;
    const row = rowIn(line, place + 1);
    if (row.kind !== 'ok') return row;
    const first = seen.get(row.value.on);
    if (first !== undefined) return wrong(`${at(place + 1, 'date')}: ${row.value.on} stands in line ${first} already`);
    seen.set(row.value.on, place + 1);
    rows.push(row.value);
  }
  return rows.length === 0
    ? unavailableBecause('CSV file', 'empty', 'the file has no rows below its header')
    : ok(rows);
};

const MAX_BYTES = 20_000_000;

const contents = async (path: string): Promise<DataResult<string>> => {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) {
      return unavailableBecause('CSV file', 'too-long', `${basename(path)} is larger than ${MAX_BYTES / 1_000_000} MB`);
    }
    return { kind: 'ok', value: await readFile(path, 'utf8') };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return unavailableBecause('CSV file', 'not-found', `${basename(path)} cannot be read (${code})`);
  }
};

/** A user's own closes. Rows of days to come, and of days on which the exchange was shut, are left out and counted. */
export const parseCsvCloses = (name: string, text: string, now: IsoInstant): DataResult<Closes> => {
  const read = parseCsv(text);
  if (read.kind !== 'ok') return read;
  const until = lastFinalDay(now);
  if (!read.value.some(({ on }) => on <= until)) {
    return unavailableBecause(
      'CSV file',
      'empty',
      `the file has no close up to ${until}, the last session that has ended`,
    );
  }
  const leg = (which: 'russell' | 'sp500', column: string) =>
    finalCloses(
      'CSV file',
      column,
      read.value.map((row) => ({ on: row.on, close: row[which] })),
      now,
      1,
    );
  return pairIndexes(leg('russell', 'rut_close'), leg('sp500', 'spx_close'), {
    provider: 'CSV file',
    source: `your file ${name}`,
    fetchedAt: now,
  });
};

/** The same from a file on disk. */
export const loadCsvCloses = async (path: string, now: IsoInstant): Promise<DataResult<Closes>> => {
  const text = await contents(path);
  return text.kind === 'ok' ? parseCsvCloses(basename(path), text.value, now) : text;
};
