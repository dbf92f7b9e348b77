import type { TypedUnit } from './assumptions.ts';
import { scaled } from './decimal.ts';
import { spelledNumber } from './number-words.ts';
import type { RateMoveQuestion } from './question.ts';
import { type Token, wordAt, wordSet } from './tokens.ts';

/** A size of move, read from the words. */
export interface Amount {
  /** Basis points, never negative. */
  readonly bps: number;
  readonly sign: Sign;
  readonly typed: string;
  readonly readAs?: RateMoveQuestion['readAs'];
}

export type Sign = '' | '+' | '-';

export const BP_UNITS = wordSet('bp bps bips bip b.p b.p.s');
export const PERCENT_UNITS = wordSet('% percent percentage pct pp pps ppt ppts');
export const POINT_UNITS = wordSet('point points pt pts');

type UnitRead = { readonly unit: TypedUnit | 'points'; readonly length: number };

/** The unit at a place in the words, with how many words it takes; `of a percentage point` counts as one. */
export const unitAt = (tokens: readonly Token[], at: number): UnitRead => {
  let skip = 0;
  while (['of', 'a', 'an'].includes(wordAt(tokens, at + skip))) skip += 1;
  const word = wordAt(tokens, at + skip);
  const next = wordAt(tokens, at + skip + 1);
  const read = (unit: TypedUnit | 'points', words: number): UnitRead => ({ unit, length: skip + words });
  if (BP_UNITS.has(word)) return read('bp', 1);
  if (word === 'basis') return read('bp', POINT_UNITS.has(next) ? 2 : 1);
  if (word === 'per' && next === 'cent') return read('%', 2);
  if (PERCENT_UNITS.has(word)) return read('%', word !== '%' && POINT_UNITS.has(next) ? 2 : 1);
  if (POINT_UNITS.has(word)) return read('points', 1);
  if (skip > 0) return { unit: undefined, length: 0 };
  if (word === 'x' || word === '×' || word === 'times') return read('×', 1);
  if (word === 'k') return read('thousands', 1);
  if (['m', 'mn', 'mio', 'million', 'millions'].includes(word)) return read('millions', 1);
  if (['b', 'bn', 'billion', 'billions'].includes(word)) return read('billions', 1);
  return { unit: undefined, length: 0 };
};

/** A number at a place in the words, in digits or spelled out. */
export const numberAt = (
  tokens: readonly Token[],
  at: number,
): { value: number; sign: Sign; typed: string; isFraction: boolean; length: number } | undefined => {
  const token = tokens[at];
  if (token?.kind === 'number') {
    return {
      value: token.value,
      sign: token.sign,
      typed: token.typed,
      isFraction: token.typed.includes('/'),
      length: 1,
    };
  }
  const words: string[] = [];
  for (let next = at; next < Math.min(tokens.length, at + 8); next += 1) words.push(wordAt(tokens, next));
  const spelled = spelledNumber(words);
  return spelled && { ...spelled, sign: '', typed: words.slice(0, spelled.length).join(' ') };
};

/** A hundredth of a basis point is the smallest step. */
const rounded = (bps: number): number => Number(bps.toFixed(2));

/** A typed size in basis points; undefined where its unit is none of a rate's. */
export const inBasisPoints = (
  value: number,
  unit: TypedUnit | 'points',
  typed: string,
  isFraction: boolean,
): Pick<Amount, 'bps' | 'readAs'> | undefined => {
  const hundredfold = rounded(scaled(value, 100));
  switch (unit) {
    case 'bp':
      return { bps: rounded(value) };
    case '%':
      return { bps: hundredfold };
    case 'points':
      return value >= 10 ? { bps: rounded(value), readAs: 'points as basis points' } : { bps: hundredfold };
    case undefined:
      if (isFraction) return { bps: hundredfold };
      return /[.,]/.test(typed) && value < 5
        ? { bps: hundredfold, readAs: 'percentage points' }
        : { bps: rounded(value) };
    default:
      return undefined;
  }
};
