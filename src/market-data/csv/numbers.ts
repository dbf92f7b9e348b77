import { type DataResult, ok, unavailableBecause } from '../port.ts';
import type { Delimiter } from './table.ts';
import { wrong } from './table.ts';

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
