import { addedFraction, type Numeral, numeralAt, scaled } from './numerals.ts';
import type { Amount, AmountUnit } from './slots.ts';
import { spanOver, type Token, wordAt } from './tokens.ts';

/** What measures a number, by the word behind it: its unit, and how much of the unit one is. */
const UNITS: ReadonlyMap<string, readonly [unit: AmountUnit, factor: number]> = new Map(
  (
    [
      ['bp', 1, 'bp bps bips bip bpp bpps bsp bsps beep beeps bpts bppoints basispoints basispoint bpss'],
      ['%', 1, '% percent percents percentage pct pcts pp pps ppt ppts pc'],
      ['points', 1, 'point points pt pts piont pionts poitns poits handle handles'],
      ['x', 1, 'x turns turn'],
      ['money', 0.001, 'k'],
      ['money', 1, 'm mn mm mio mil mill mln million millions'],
      ['money', 1_000, 'b bn bil bln billion billions'],
    ] as const
  ).flatMap(([unit, factor, list]) => list.split(' ').map((word) => [word, [unit, factor]] as const)),
);
const isPoints = (word: string): boolean => UNITS.get(word)?.[0] === 'points';

interface UnitRead {
  readonly unit: AmountUnit;
  readonly factor: number;
  readonly to: number;
}

/** The unit behind a number; `of a percentage point` and `of one percent` count as one. */
const unitAt = (tokens: readonly Token[], at: number, { isFraction }: Numeral): UnitRead | undefined => {
  let start = at;
  if (isFraction) {
    if (wordAt(tokens, start) === 'of') start += 1;
    while (/^(?:a|an|one)$/.test(wordAt(tokens, start))) start += 1;
  }
  const [word, next] = [wordAt(tokens, start), wordAt(tokens, start + 1)];
  const read = (unit: AmountUnit, length: number, factor = 1): UnitRead => ({ unit, factor, to: start + length });
  if (/^(?:basis|baisis|bais)$/.test(word)) return isPoints(next) ? read('bp', 2) : undefined;
  if (word === 'b' && next === 'p') return read('bp', 2);
  if (word === 'per' && next === 'cent') return read('%', 2);
  if (word === 'times' && !/^(?:a|the|in|over)$/.test(next) && start === at) return read('x', 1);
  const [unit, factor] = UNITS.get(word) ?? [];
  if (unit === undefined || (start > at && (unit === 'x' || unit === 'money'))) return undefined;
  const isTwo = (unit === '%' && word !== '%' && isPoints(next)) || (unit === 'money' && next === 'dollars');
  return read(unit, isTwo ? 2 : 1, factor);
};

/** `a point`, `a full percentage point`, `a handle`: one percentage point. */
const onePointAt = (tokens: readonly Token[], at: number): number | undefined => {
  const words = [0, 1, 2, 3].map((step) => wordAt(tokens, at + step)).join(' ');
  const point =
    /^(?:(?:a )?(?:full|whole)|a entire) percent\b|^(?:a (?:full |whole |entire )?|(?:full|whole) )(?:percentage )?(?:point|pt|handle)\b/.exec(
      words,
    );
  return point ? at + point[0].split(' ').length : undefined;
};

const SETS_AMOUNT = /^(?:[=:]|income|ni|profit|earnings)$/;

/** `(10)m`, `$(10) million`, and behind what it is set to `=($10m)`, `net income (10)`: below zero, as accounts write it. */
const bracketedAt = (tokens: readonly Token[], at: number): Amount | undefined => {
  const start = wordAt(tokens, at) === '$' ? at + 1 : at;
  if (wordAt(tokens, start) !== '(' || (start > at && tokens[start]?.isGlued !== true)) return undefined;
  const amount = amountAt(tokens, start + 1);
  if (amount === undefined || amount.sign !== '' || wordAt(tokens, amount.to) !== ')') return undefined;
  if (amount.unit !== undefined && amount.unit !== 'money') return undefined;
  const [unit, factor] = UNITS.get(wordAt(tokens, amount.to + 1)) ?? [];
  if (unit !== 'money' || factor === undefined) {
    return SETS_AMOUNT.test(wordAt(tokens, at - 1))
      ? { ...amount, sign: '-', unit: 'money', ...spanOver(tokens, at, amount.to + 1) }
      : undefined;
  }
  return {
    ...amount,
    sign: '-',
    unit,
    value: factor === 1 ? amount.value : scaled(amount.value, factor),
    ...spanOver(tokens, at, amount.to + 2),
  };
};

const MOST_WITH_PART = 5;

/** `a point and a half`, `one percent and a quarter`: the part behind the unit; not `a point and a half of it`. */
const withPart = (tokens: readonly Token[], amount: Amount | undefined): Amount | undefined => {
  const isWhole = amount && Number.isInteger(amount.value) && amount.value >= 1 && amount.value <= MOST_WITH_PART;
  if (!isWhole || (amount.unit !== 'points' && amount.unit !== '%') || wordAt(tokens, amount.to) !== 'and')
    return amount;
  const added = addedFraction(tokens, amount.to + 1);
  const next = added ? wordAt(tokens, added.to) : '';
  return !added || next === 'of' || UNITS.has(next)
    ? amount
    : { ...amount, value: amount.value + added.value, ...spanOver(tokens, amount.from, added.to) };
};

/** A number with its unit, from a token on. */
export const amountAt = (tokens: readonly Token[], at: number): Amount | undefined =>
  withPart(tokens, plainAmountAt(tokens, at));

const plainAmountAt = (tokens: readonly Token[], at: number): Amount | undefined => {
  const bracketed = bracketedAt(tokens, at);
  if (bracketed !== undefined) return bracketed;
  const point = onePointAt(tokens, at);
  const plain = { kind: 'amount', duty: 'must', sign: '', isDecimal: false, isPlural: false } as const;
  if (point !== undefined)
    return { ...plain, value: 1, unit: 'points', isFraction: true, isSpelled: true, ...spanOver(tokens, at, point) };
  const million = wordAt(tokens, at) === 'a' ? UNITS.get(wordAt(tokens, at + 1)) : undefined;
  if (million?.[0] === 'money' && /illion$/.test(wordAt(tokens, at + 1))) {
    const isHalf = ['and', 'a', 'half'].every((word, step) => wordAt(tokens, at + 2 + step) === word);
    const value = (isHalf ? 1.5 : 1) * million[1];
    return {
      ...plain,
      value,
      unit: 'money',
      isFraction: false,
      isSpelled: true,
      ...spanOver(tokens, at, at + (isHalf ? 5 : 2)),
    };
  }
  const numeral = numeralAt(tokens, at);
  if (numeral === undefined) return undefined;
  const { value, sign, isFraction, isSpelled, isDecimal, isMoney } = numeral;
  const read = unitAt(tokens, numeral.to, numeral);
  const isPlural = read === undefined && tokens[numeral.to]?.isGlued === true && wordAt(tokens, numeral.to) === 's';
  const unit = isMoney ? 'money' : read?.unit;
  // "one" is as often a word for somebody
  const isOne = isSpelled && value <= 1 && unit === undefined && !isFraction && !isDecimal;
  return {
    ...plain,
    duty: isOne ? 'free' : 'must',
    value: read && read.factor !== 1 ? scaled(value, read.factor) : value,
    unit,
    sign,
    isFraction,
    isSpelled,
    isDecimal,
    isPlural,
    ...spanOver(tokens, numeral.from, isPlural ? numeral.to + 1 : (read?.to ?? numeral.to)),
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
  if (!Number.isFinite(value) || unit === 'x' || unit === 'money') return undefined;
  const read = (bps: number, readAs?: SizeReadAs) =>
    bps === 0 && value !== 0 ? undefined : { bps, ...(readAs && { readAs }) };
  const hundredfold = rounded(scaled(value, 100));
  if (unit === 'bp') return read(rounded(value));
  if (unit === '%' || isFraction) return read(hundredfold);
  if (unit === 'points') {
    if (value >= SMALLEST_POINTS_IN_BP) return read(rounded(value), 'points as basis points');
    return value >= LARGEST_BARE_PERCENTAGE ? read(hundredfold, 'points as percentage points') : read(hundredfold);
  }
  if (!isDecimal) return read(rounded(value));
  return value < LARGEST_BARE_PERCENTAGE
    ? read(hundredfold, 'percentage points')
    : read(rounded(value), 'basis points');
};
