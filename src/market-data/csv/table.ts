import { type CsvError, parse } from 'csv-parse/sync';
import { type DataResult, ok, unavailableBecause } from '../port.ts';

/** The bytes of a vendor's or a spreadsheet's file as a table of cells. */

/** A row below the header; `line` counts from 1 as an editor does. */
interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly delimiter: Delimiter;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Says that a file cannot be used as it is. @param words a sentence without its full stop */
export const wrong = (words: string) => unavailableBecause('CSV file', 'unreadable', words);

/** What stood in a cell, short enough to show and without anything a chat would read as markup. */
export const shownCell = (cell: string): string => `“${cell.replace(/[^\p{L}\d .,:;/+^&#%'_-]/gu, '?').slice(0, 24)}”`;

const encodingOf = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // without a mark every second byte of Latin letters is zero
  const head = bytes.subarray(0, 200);
  const zeros = (rest: number): number => head.filter((byte, at) => at % 2 === rest && byte === 0).length;
  if (zeros(1) * 4 > head.length) return 'utf-16le';
  if (zeros(0) * 4 > head.length) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
};

/** The text of a file: UTF-8 or UTF-16, with a byte order mark or without, else as Windows writes it in Western Europe. */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

/** Spreadsheets write `sep=;` above the header. */
const SEPARATOR = /^\s*"?sep=(.)"?[;,\t]*\s*$/i;

const countOf = (line: string, delimiter: string): number => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1;

const delimiterOf = (line: string): Delimiter =>
  DELIMITERS.reduce((best, one) => (countOf(line, one) > countOf(line, best) ? one : best));

const errorWords = ({ code, lines }: CsvError & { readonly lines?: number }): string => {
  const at = lines === undefined ? '' : `line ${lines}: `;
  if (code === 'CSV_QUOTE_NOT_CLOSED') return `${at}a quotation mark is opened and never closed`;
  return `${at}quotation marks stand where a cell should end`;
};

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Cells of a text that is separated by commas, semicolons or tabs. Empty lines are passed over; a row of another length
 * than the header's is named by its line.
 */
export const parseTable = (text: string): DataResult<Table> => {
  const plain = text.replace(/^\uFEFF/, '');
  const [first = ''] = plain.split(/\r?\n|\r/, 1);
  const told = SEPARATOR.exec(first)?.[1];
  const head = told === undefined ? first : (plain.split(/\r?\n|\r/, 2)[1] ?? '');
  const delimiter = DELIMITERS.find((one) => one === told) ?? delimiterOf(head);
  let parsed: readonly ParsedRow[];
  try {
    parsed = parse(plain, {
      delimiter,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly ParsedRow[];
  } catch (error) {
    return wrong(errorWords(error as CsvError));
  }
  const filled = parsed
    .map(({ record, info }) => ({ line: info.lines, cells: record }))
    .filter(({ line, cells }) => cells.some((cell) => cell !== '') && !(line === 1 && told !== undefined));
  const [header, ...rows] = filled;
  if (header === undefined) return wrong('line 1, column 1: “” stands where date should');
  const width = header.cells.length;
  const uneven = rows.find(({ cells }) => cells.length !== width && cells.slice(width).some((cell) => cell !== ''));
  const short = rows.find(({ cells }) => cells.length < width);
  const odd = [uneven, short].filter((row) => row !== undefined).sort((one, other) => one.line - other.line)[0];
  if (odd !== undefined) return wrong(`line ${odd.line} has ${odd.cells.length} columns, not ${width}`);
  return ok({ delimiter, header, rows });
};
