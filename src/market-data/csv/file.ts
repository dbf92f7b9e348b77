import type { SeriesId } from '../../facts/index.ts';
import type { IsoDate } from '../../units.ts';
import { type DataResult, ok, unavailableBecause } from '../port.ts';
import { closeIn, type DateOrder, type DecimalMark, datesIn, decimalMarkIn, type PlacedCell } from './cells.ts';
import { columnsIn } from './columns.ts';
import { parseTable, shownCell, wrong } from './table.ts';

/** A close of a file, and the line it stands on. */
interface FileClose {
  readonly on: IsoDate;
  readonly close: number | null;
  readonly line: number;
}

/** One column of closes. */
export interface FileSeries {
  readonly series: SeriesId;
  /** As the header has it: `rut_close`. */
  readonly column: string;
  readonly file: string;
  /** As the file has them. */
  readonly rows: readonly FileClose[];
}

export interface ReadFile {
  readonly series: readonly FileSeries[];
  /** What was not read, in words. */
  readonly remarks: readonly string[];
}

/** What a person says of a file that does not say it itself. */
export interface FileHints {
  readonly dates?: DateOrder | undefined;
  readonly decimal?: DecimalMark | undefined;
  readonly series?: SeriesId | undefined;
}

const MOST_NAMED = 3;

/**
 * Every column of closes in a file: dates in any order, none twice. Anything that cannot be read is named by line and
 * column, counted from 1, the header being line 1.
 */
export const readClosesFile = (file: string, text: string, hints: FileHints): DataResult<ReadFile> => {
  const table = parseTable(text);
  if (table.kind !== 'ok') return table;
  const { header, rows, delimiter } = table.value;
  const columns = columnsIn(table.value, file, hints.series);
  if (columns.kind !== 'ok') return columns;
  if (rows.length === 0) return unavailableBecause('CSV file', 'empty', 'the file has no rows below its header');
  const { date, closes, unread, isMonthFirst } = columns.value;
  const placed = (place: number): readonly PlacedCell[] =>
    rows.map(({ line, cells }) => ({
      text: cells[place] ?? '',
      at: `line ${line}, column ${place + 1} (${header.cells[place]})`,
    }));
  const dateCells = placed(date);
  const dates = datesIn(dateCells, isMonthFirst ? 'mdy' : hints.dates);
  if (dates.kind !== 'ok') return dates;
  const seen = new Map<IsoDate, number>();
  for (const [at, on] of dates.value.entries()) {
    const { line } = rows[at] as { readonly line: number };
    const first = seen.get(on);
    if (first !== undefined) return wrong(`${dateCells[at]?.at}: ${on} stands in line ${first} already`);
    seen.set(on, line);
  }
  const cells = closes.map(({ place }) => placed(place));
  const mark = decimalMarkIn(cells.flat(), delimiter, hints.decimal);
  if (mark.kind !== 'ok') return mark;
  const series: FileSeries[] = [];
  for (const [at, { series: id, place }] of closes.entries()) {
    const read: FileClose[] = [];
    for (const [row, { text, at: where }] of (cells[at] ?? []).entries()) {
      const close = closeIn(text, mark.value);
      if (close === undefined) return wrong(`${where}: ${shownCell(text)} is no close; 2222.98 would be`);
      read.push({ on: dates.value[row] as IsoDate, close, line: rows[row]?.line ?? 0 });
    }
    series.push({ series: id, column: header.cells[place] ?? id, file, rows: read });
  }
  const named = unread.slice(0, MOST_NAMED).map(shownCell).join(', ');
  const more = unread.length > MOST_NAMED ? ` and ${unread.length - MOST_NAMED} more` : '';
  return ok({ series, remarks: unread.length === 0 ? [] : [`column ${named}${more} of ${file} not read`] });
};
