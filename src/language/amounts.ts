import { type Numeral, numeralAt, scaled } from './numerals.ts';
import type { Amount, AmountUnit } from './slots.ts';
import type { Token } from './tokens.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BP = set('bp bps bips bip bpp bpps bsp bsps beep beeps bpts bppoints basispoints basispoint bip bps bpss');
const PERCENT = set('% percent percents percentage pct pcts pp pps ppt ppts pc');
const POINTS = set('point points pt pts piont pionts poitns poits');
const TIMES = set('x turns turn');
const MONEY: ReadonlyMap<string, number> = new Map([
  ['k', 0.001],
  ['m', 1],
  ['mn', 1],
  ['mm', 1],
  ['mio', 1],
  ['mil', 1],
  ['mill', 1],
  ['mln', 1],
  ['million', 1],
  ['millions', 1],
  ['b', 1_000],
  ['bn', 1_000],
  ['bil', 1_000],
  ['bln', 1_000],
  ['billion', 1_000],
  ['billions', 1_000],
]);
/** One of these is a percentage point. */
const HANDLES = set('handle handles');

interface UnitRead {
  readonly unit: AmountUnit;
  readonly factor: number;
  readonly to: number;
}

const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? '';

/** The unit behind a number; `of a percentage point` and `of one percent` count as one. */
const unitAt = (tokens: readonly Token[], at: number, { isFraction }: Numeral): UnitRead | undefined => {
  let start = at;
  if (isFraction) {
    if (wordAt(tokens, start) === 'of') start += 1;
    while (['a', 'an', 'one'].includes(wordAt(tokens, start))) start += 1;
  }
  const [word, next] = [wordAt(tokens, start), wordAt(tokens, start + 1)];
  const read = (unit: AmountUnit, length: number, factor = 1): UnitRead => ({ unit, factor, to: start + length });
  if (BP.has(word)) return read('bp', 1);
  if (word === 'basis' || word === 'baisis' || word === 'bais') return POINTS.has(next) ? read('bp', 2) : undefined;
  if (word === 'b' && next === 'p') return read('bp', 2);
  if (word === 'per' && next === 'cent') return read('%', 2);
  if (PERCENT.has(word)) return read('%', word !== '%' && POINTS.has(next) ? 2 : 1);
  if (POINTS.has(word)) return read('points', 1);
  if (HANDLES.has(word)) return read('points', 1);
  if (start > at) return undefined;
  if (TIMES.has(word)) return read('x', 1);
  if (word === 'times' && !['a', 'the', 'in', 'over'].includes(next)) return read('x', 1);
  const millions = MONEY.get(word);
  return millions === undefined ? undefined : read('money', wordAt(tokens, start + 1) === 'dollars' ? 2 : 1, millions);
};

/** `a point`, `a full percentage point`, `a handle`: one percentage point. */
const onePointAt = (tokens: readonly Token[], at: number): number | undefined => {
  const first = wordAt(tokens, at);
  if (first !== 'a' && first !== 'full' && first !== 'whole') return undefined;
  let to = first === 'a' ? at + 1 : at;
  const isFull = ['full', 'whole', 'entire'].includes(wordAt(tokens, to));
  if (isFull) to += 1;
  if (wordAt(tokens, to) === 'percentage' || (isFull && wordAt(tokens, to) === 'percent')) {
    if (wordAt(tokens, to) === 'percent') return to + 1;
    to += 1;
  }
  return /^(?:point|pt|handle)$/.test(wordAt(tokens, to)) ? to + 1 : undefined;
};

const GLUED_PLURAL = /^s$/;

/** A number with its unit, from a token on. */
export const amountAt = (tokens: readonly Token[], at: number): Amount | undefined => {
  const point = onePointAt(tokens, at);
  const spanned = (from: number, to: number) => ({
    from,
    to,
    start: (tokens[from] as Token).start,
    end: (tokens[to - 1] as Token).end,
  });
  if (point !== undefined) {
    return {
      kind: 'amount',
      duty: 'must',
      value: 1,
      unit: 'points',
      sign: '',
      isFraction: true,
      isSpelled: true,
      isDecimal: false,
      isPlural: false,
      ...spanned(at, point),
    };
  }
  const numeral = numeralAt(tokens, at);
  if (numeral === undefined) return undefined;
  const { value, sign, isFraction, isSpelled, isDecimal, isMoney } = numeral;
  const read = unitAt(tokens, numeral.to, numeral);
  const glued = tokens[numeral.to];
  const isPlural = read === undefined && glued?.isGlued === true && GLUED_PLURAL.test(glued.word);
  const unit = isMoney ? 'money' : read?.unit;
  // a month's m is set onto its number where it is money's: `6 m` and `in 6m` are told apart by the reader of dates
  const isOne = isSpelled && value <= 1 && unit === undefined && !isFraction;
  return {
    kind: 'amount',
    duty: isOne ? 'free' : 'must',
    value: scaled(value, read?.factor ?? 1),
    unit,
    sign,
    isFraction,
    isSpelled,
    isDecimal,
    isPlural,
    ...spanned(numeral.from, isPlural ? numeral.to + 1 : (read?.to ?? numeral.to)),
  };
};

const LARGEST_BARE_PERCENTAGE = 5;
const SMALLEST_POINTS_IN_BP = 10;
const rounded = (bps: number): number => Math.round(scaled(bps, 100)) / 100;

export type SizeReadAs =
  | 'percentage points'
  | 'basis points'
  | 'points as basis points'
  | 'points as percentage points';

/**
 * An amount as a size of move, in basis points, never negative, and how it was read where two ways are open. A bare whole
 * number is basis points; a bare number with a decimal point below 5 is percentage points.
 *
 * @returns undefined where it is no size
 */
export const sizeOf = ({
  value,
  unit,
  isFraction,
  isDecimal,
}: Amount): { bps: number; readAs?: SizeReadAs } | undefined => {
  if (!Number.isFinite(value)) return undefined;
  const read = (bps: number, readAs?: SizeReadAs) =>
    bps === 0 && value !== 0 ? undefined : { bps, ...(readAs && { readAs }) };
  const hundredfold = rounded(scaled(value, 100));
  switch (unit) {
    case 'bp':
      return read(rounded(value));
    case '%':
      return read(hundredfold);
    case 'points':
      if (isFraction) return read(hundredfold);
      if (value >= SMALLEST_POINTS_IN_BP) return read(rounded(value), 'points as basis points');
      return value >= LARGEST_BARE_PERCENTAGE ? read(hundredfold, 'points as percentage points') : read(hundredfold);
    case undefined:
      if (isFraction) return read(hundredfold);
      if (!isDecimal) return read(rounded(value));
      return value < LARGEST_BARE_PERCENTAGE
        ? read(hundredfold, 'percentage points')
        : read(rounded(value), 'basis points');
    default:
      return undefined;
  }
};
