import { addDays, dateFrom } from '../../calendar/index.ts';
import { type IsoDate, isIsoDate, isoDate } from '../../units.ts';
import { type DataResult, ok, unavailableBecause } from '../port.ts';
import { type Delimiter, shownCell, wrong } from './table.ts';

/** `2,222.98`, `2.222,98`, `2 222,98`: which mark a file's numbers use is decided for all of them at once. */

export type DecimalMark = 'point' | 'comma';

/** A cell and where it stands. */
export interface PlacedCell {
  readonly text: string;
  /** `line 2, column 3 (Price)`. */
  readonly at: string;
}

const POINT = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
const COMMA = /^(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/;
/** Blanks of any width, and the apostrophe of Swiss files. */
const GROUPING = /[\s\u00A0\u2009\u202F'’]/g;
/** What vendors write for no value. */
const NONE = new Set(['', 'null', '.']);

const bare = (text: string): string => text.replace(GROUPING, '');

/**
 * The decimal mark of cells that are all of one file.
 *
 * @param chosen what the person said; used only where no cell tells
 */
export const decimalMarkIn = (
  cells: readonly PlacedCell[],
  delimiter: Delimiter,
  chosen: DecimalMark | undefined,
): DataResult<DecimalMark> => {
  const only = (one: RegExp, other: RegExp) =>
    cells.find(({ text }) => one.test(bare(text)) && !other.test(bare(text)));
  const [point, comma] = [only(POINT, COMMA), only(COMMA, POINT)];
  if (point && comma) {
    return wrong(`${point.at} has ${point.text} and ${comma.at} ${comma.text}: one has a decimal point, one a comma`);
  }
  if (point) return ok('point');
  if (comma) return ok('comma');
  const either = cells.find(({ text }) => /[.,]/.test(bare(text)) && POINT.test(bare(text)));
  if (either === undefined || delimiter === ',') return ok('point');
  if (chosen !== undefined) return ok(chosen);
  const [thousands, decimals] = [either.text.replace(/[.,]/g, ''), either.text.replace(',', '.')];
  const mark = either.text.includes(',') ? 'comma' : 'point';
  return unavailableBecause(
    'CSV file',
    'ambiguous',
    `${either.at}: ${either.text} may be ${thousands} or ${decimals}, and no other cell tells. Set CSV_DECIMAL=${mark} for ${decimals}, CSV_DECIMAL=${mark === 'comma' ? 'point' : 'comma'} for ${thousands}`,
  );
};

/** A close in index points; null where the vendor has none, undefined where the cell is no close. */
export const closeIn = (text: string, mark: DecimalMark): number | null | undefined => {
  if (NONE.has(text.toLowerCase())) return null;
  const plain = bare(text);
  if (!(mark === 'point' ? POINT : COMMA).test(plain)) return undefined;
  const value = Number(mark === 'point' ? plain.replaceAll(',', '') : plain.replaceAll('.', '').replace(',', '.'));
  return value > 0 ? value : undefined;
};

/** Dates as vendors and spreadsheets write them. Which of two numbers is the month is decided for a whole file at once. */

export type DateOrder = 'dmy' | 'mdy';

type ReadDate =
  | { readonly kind: 'date'; readonly on: IsoDate }
  /** Two numbers and a year: each order that gives a day that exists. */
  | { readonly kind: 'numbers'; readonly dmy?: IsoDate; readonly mdy?: IsoDate };

/** English, and what German and Swedish sheets write instead; by the first three letters. */
const MONTHS = [
  'jan',
  'feb',
  'mar|mär|mrz',
  'apr',
  'may|mai|maj',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct|okt',
  'nov',
  'dec|dez',
];
const MONTH_OF = new Map(MONTHS.flatMap((names, at) => names.split('|').map((name) => [name, at + 1] as const)));

const ISO = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/;
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:,? .*)?$/;
const MONTH_FIRST = /^(?:\p{L}+,? )?(\p{L}+)\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})$/u;
const DAY_FIRST = /^(?:\p{L}+,? )?(\d{1,2})\.?[ -](\p{L}+)\.?,?[ -](\d{4}|\d{2})$/u;
/** Days since the spreadsheet's epoch: 1954 to 2119. */
const SERIAL = /^([2-7]\d{4})(?:\.0+)?$/;
const SERIAL_EPOCH = isoDate('1899-12-30');

const CENTURY = 100;
/** Two-digit years up to here are of this century. */
const LAST_SHORT_YEAR = 69;

const yearOf = (digits: string): number => {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year <= LAST_SHORT_YEAR ? 20 : 19) * CENTURY;
};

const existing = (year: number, month: number, day: number): IsoDate | undefined => {
  const on = month >= 1 && month <= 12 && day >= 1 && day <= 31 ? dateFrom(year, month, day) : undefined;
  return on !== undefined && isIsoDate(on) && Number(on.slice(8)) === day ? on : undefined;
};

const monthIn = (name: string): number => MONTH_OF.get(name.toLowerCase().slice(0, 3)) ?? 0;

const dated = (on: IsoDate | undefined): ReadDate | undefined => on && { kind: 'date', on };

const readDate = (text: string): ReadDate | undefined => {
  const iso = ISO.exec(text);
  if (iso) return dated(existing(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const serial = SERIAL.exec(text);
  if (serial) return dated(addDays(SERIAL_EPOCH, Number(serial[1])));
  const [, first = '', mark, second = '', digits = ''] = NUMBERS.exec(text) ?? [];
  if (mark !== undefined) {
    const year = yearOf(digits);
    const dmy = existing(year, Number(second), Number(first));
    // nobody writes the month first before a point
    const mdy = mark === '.' ? undefined : existing(year, Number(first), Number(second));
    return dmy === undefined && mdy === undefined
      ? undefined
      : { kind: 'numbers', ...(dmy && { dmy }), ...(mdy && { mdy }) };
  }
  const named = MONTH_FIRST.exec(text);
  if (named) return dated(existing(Number(named[3]), monthIn(named[1] ?? ''), Number(named[2])));
  const turned = DAY_FIRST.exec(text);
  return turned ? dated(existing(yearOf(turned[3] ?? ''), monthIn(turned[2] ?? ''), Number(turned[1]))) : undefined;
};

const SPOKEN = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const spoken = (on: IsoDate): string => SPOKEN.format(new Date(`${on}T00:00:00Z`));

/**
 * The dates of a file's cells, in their order.
 *
 * @param chosen what the person said of day and month; used only where no cell can be one day only
 * @returns why not, by the first cell that is no date, or with a question where every cell may be two days
 */
export const datesIn = (
  cells: readonly PlacedCell[],
  chosen: DateOrder | undefined,
): DataResult<readonly IsoDate[]> => {
  const read = cells.map((cell) => ({ ...cell, date: readDate(cell.text) }));
  const none = read.find(({ date }) => date === undefined);
  if (none) return wrong(`${none.at}: ${shownCell(none.text)} is no date; 2026-11-20 would be`);
  const numbers = read.flatMap(({ date, ...cell }) => (date?.kind === 'numbers' ? [{ ...cell, date }] : []));
  const day = numbers.find(({ date }) => date.mdy === undefined);
  const month = numbers.find(({ date }) => date.dmy === undefined);
  if (day && month) {
    return wrong(`${day.at} has ${day.text}, the day first, and ${month.at} ${month.text}, the month first`);
  }
  const unsure = numbers.find(({ date }) => date.dmy !== date.mdy);
  const order = day ? 'dmy' : month ? 'mdy' : chosen;
  if (order === undefined && unsure?.date.dmy && unsure.date.mdy) {
    const { dmy, mdy } = unsure.date;
    return unavailableBecause(
      'CSV file',
      'ambiguous',
      `${unsure.at}: ${unsure.text} may be ${spoken(dmy)} or ${spoken(mdy)}, and no other row tells. Set CSV_DATES=dmy for the day first, CSV_DATES=mdy for the month first, or write ${dmy}`,
    );
  }
  return ok(read.map(({ date }) => (date?.kind === 'date' ? date.on : (date?.[order ?? 'dmy'] as IsoDate))));
};
