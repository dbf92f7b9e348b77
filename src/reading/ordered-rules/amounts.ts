import type { ReadAs } from '../../topics/rate-move/question.ts';
import { scaled } from './decimal.ts';
import { spelledNumber } from './number-words.ts';
import { type Sign, type Token, wordAt, wordSet } from './tokens.ts';

/** The unit somebody typed behind a number, if any. */
export type TypedUnit = '%' | '×' | 'bp' | 'thousands' | 'millions' | 'billions' | undefined;

/** A size of move, read from the words. */
export interface Amount {
  /** Basis points, never negative. */
  readonly bps: number;
  readonly sign: Sign;
  readonly typed: string;
  /** The unit typed: the same size in two units is one move said twice, in one unit it is two moves. */
  readonly unit: SizeUnit;
  readonly readAs?: ReadAs;
}

export type SizeUnit = TypedUnit | 'points';

const BP_UNITS = wordSet('bp bps bips bip b.p b.p.s');
const PERCENT_UNITS = wordSet('% percent percentage pct pp pps ppt ppts');
const POINT_UNITS = wordSet('point points pt pts');
const DOLLAR_UNITS: ReadonlyMap<string, TypedUnit> = new Map([
  ['k', 'thousands'],
  ['m', 'millions'],
  ['mn', 'millions'],
  ['mio', 'millions'],
  ['million', 'millions'],
  ['b', 'billions'],
  ['bn', 'billions'],
  ['billion', 'billions'],
]);

export const isBasisPointWord = (word: string): boolean => BP_UNITS.has(word);

export interface UnitRead {
  readonly unit: SizeUnit;
  /** How many words it takes. */
  readonly length: number;
}

/** The unit at a place in the words; `of a percentage point` and `of one percent` count as one. */
export const unitAt = (tokens: readonly Token[], at: number): UnitRead => {
  let skip = 0;
  if (wordAt(tokens, at) === 'of') {
    skip = 1;
    while (['a', 'an', 'one'].includes(wordAt(tokens, at + skip))) skip += 1;
  } else {
    while (['a', 'an'].includes(wordAt(tokens, at + skip))) skip += 1;
  }
  const word = wordAt(tokens, at + skip);
  const next = wordAt(tokens, at + skip + 1);
  const read = (unit: SizeUnit, words: number): UnitRead => ({ unit, length: skip + words });
  if (BP_UNITS.has(word)) return read('bp', 1);
  if (word === 'basis' && POINT_UNITS.has(next)) return read('bp', 2);
  if (word === 'per' && next === 'cent') return read('%', 2);
  if (PERCENT_UNITS.has(word)) return read('%', word !== '%' && POINT_UNITS.has(next) ? 2 : 1);
  if (POINT_UNITS.has(word)) return read('points', 1);
  if (skip > 0) return { unit: undefined, length: 0 };
  if (word === 'x' || word === '×') return read('×', 1);
  const dollars = DOLLAR_UNITS.get(word);
  return dollars === undefined ? { unit: undefined, length: 0 } : read(dollars, 1);
};

/** A number with the words around it. */
export interface NumberRead {
  readonly value: number;
  readonly sign: Sign;
  readonly typed: string;
  /** A half, three quarters, 1/4: without a unit those are parts of a whole. */
  readonly isFraction: boolean;
  readonly length: number;
}

const LONGEST_SPELLED = 8;

/** A number at a place in the words, in digits or spelled out. */
export const numberAt = (tokens: readonly Token[], at: number): NumberRead | undefined => {
  const token = tokens[at];
  if (token?.kind === 'number') {
    const { value, sign, typed } = token;
    return { value, sign, typed, isFraction: typed.includes('/'), length: 1 };
  }
  const words = tokens.slice(at, at + LONGEST_SPELLED).map((_, step) => wordAt(tokens, at + step));
  const spelled = spelledNumber(words);
  return spelled && { ...spelled, sign: '', typed: words.slice(0, spelled.length).join(' ') };
};

/** A hundredth of a basis point is the smallest step. */
const rounded = (bps: number): number => Math.round(scaled(bps, 100)) / 100;

const LARGEST_BARE_PERCENTAGE = 5;
const SMALLEST_BARE_POINTS_IN_BP = 10;

/** A typed size in basis points, and how it was read where two ways are open; undefined where it is no size. */
export const inBasisPoints = (
  { value, typed, isFraction }: NumberRead,
  unit: SizeUnit,
): Pick<Amount, 'bps' | 'readAs'> | undefined => {
  if (!Number.isFinite(value) || typed.includes('$')) return undefined;
  const hundredfold = rounded(scaled(value, 100));
  const isDecimal = /[.,]/.test(typed) && !Number.isInteger(value / 1_000);
  const hasDecimalComma = /^\D*[1-9]\d*,\d{1,2}$/.test(typed);
  const read = (bps: number, readAs?: ReadAs) =>
    bps === 0 && value !== 0 ? undefined : { bps, ...(readAs && { readAs }) };
  switch (unit) {
    case 'bp':
      return hasDecimalComma ? undefined : read(rounded(value));
    case '%':
      return read(hundredfold);
    case 'points':
      if (value >= SMALLEST_BARE_POINTS_IN_BP) return read(rounded(value), 'points as basis points');
      return value >= LARGEST_BARE_PERCENTAGE ? read(hundredfold, 'points as percentage points') : read(hundredfold);
    case undefined:
      if (isFraction) return read(hundredfold);
      if (hasDecimalComma) return undefined;
      if (!isDecimal) return read(rounded(value));
      return value < LARGEST_BARE_PERCENTAGE
        ? read(hundredfold, 'percentage points')
        : read(rounded(value), 'basis points');
    default:
      return undefined;
  }
};
