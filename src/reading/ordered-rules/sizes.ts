import { type Amount, inBasisPoints, numberAt, unitAt } from './amounts.ts';
import { scaled } from './decimal.ts';
import type { Found } from './found.ts';
import { MONTHS, SHORT_MONTHS } from './months.ts';
import { echo, type Token, wordAt, wordSet } from './tokens.ts';

/** Words that make the number before them a count: three cuts are no 3 bp cut. */
const PLURALS = wordSet('cuts hikes moves steps');
const SINGULARS = wordSet('cut hike move step');
const TIMES = wordSet('x ×');
/** Words that make the number before them something else than a size. */
const COUNTED = wordSet('times meeting meetings day days week weeks month months quarters year years');
const MONTH_NAMES = new Set([...MONTHS, ...SHORT_MONTHS, 'sept']);
const MOST_COUNTED = 12;
/** Two bare numbers below this, from one to the other, are levels of a rate in percent. */
const HIGHEST_LEVEL = 25;

const notUnderstood = (tokens: readonly Token[], at: number, end: number, found: Found): number => {
  found.unknown.push(echo(tokens.slice(at, end)));
  return end - at;
};

const add = (
  tokens: readonly Token[],
  at: number,
  end: number,
  amount: Omit<Amount, 'typed'>,
  found: Found,
): number => {
  found.amounts.push({ ...amount, typed: echo(tokens.slice(at, end)) });
  return end - at;
};

/** Reads `from 4% to 3.5%` as the distance between two levels, with its direction. */
const readLevels = (tokens: readonly Token[], at: number, found: Found): number => {
  if (wordAt(tokens, at) !== 'from') return 0;
  const start = numberAt(tokens, at + 1);
  if (start === undefined) return 0;
  const startUnit = unitAt(tokens, at + 1 + start.length);
  const to = at + 1 + start.length + startUnit.length;
  const end = wordAt(tokens, to) === 'to' ? numberAt(tokens, to + 1) : undefined;
  if (end === undefined) return notUnderstood(tokens, at, to, found);
  const endUnit = unitAt(tokens, to + 1 + end.length);
  const stop = to + 1 + end.length + endUnit.length;
  const units = [startUnit.unit, endUnit.unit];
  const areLevels =
    units.every((unit) => unit === '%' || unit === undefined) &&
    (units.includes('%') || (start.value < HIGHEST_LEVEL && end.value < HIGHEST_LEVEL));
  const bps = scaled(end.value - start.value, 100);
  if (!areLevels || !Number.isFinite(bps) || start.sign || end.sign) return notUnderstood(tokens, at, stop, found);
  if (bps < 0) found.cut = true;
  if (bps > 0) found.hike = true;
  return add(tokens, at, stop, { bps: Math.abs(bps), sign: '', unit: '%' }, found);
};

/** `to 3.5` and `rates at 4%` name a level, not a move: taken for a size it would be a wrong number. */
const readLevel = (tokens: readonly Token[], at: number, found: Found): number => {
  const word = wordAt(tokens, at);
  const isRate = word === 'rate' || word === 'rates';
  if (word !== 'to' && !isRate) return 0;
  let next = at + 1;
  while (isRate && ['at', 'is', 'are', 'of', '=', ':'].includes(wordAt(tokens, next))) next += 1;
  const level = numberAt(tokens, next);
  if (level === undefined) return 0;
  const { unit, length } = unitAt(tokens, next + level.length);
  const hasDirection = found.cut || found.hike;
  if (isRate && (unit === 'bp' || level.sign !== '' || (hasDirection && next === at + 1))) return 0;
  return notUnderstood(tokens, at, next + level.length + length, found);
};

/** Reads `two 25bp cuts`, `2 x 25bp` and `3 cuts of 25bp` as one move; a count without a size is not understood. */
const readCount = (tokens: readonly Token[], at: number, found: Found): number => {
  const count = numberAt(tokens, at);
  if (!count || !Number.isInteger(count.value) || count.value < 1 || count.value > MOST_COUNTED || count.sign) return 0;
  const what = wordAt(tokens, at + count.length);
  if (COUNTED.has(what)) return notUnderstood(tokens, at, at + count.length + 1, found);
  const repeats = (word: string) => PLURALS.has(word) || (count.value === 1 && SINGULARS.has(word));
  const isRepeated = repeats(what);
  const isTimes = TIMES.has(what);
  const isOf = isRepeated && ['of', 'at'].includes(wordAt(tokens, at + count.length + 1));
  const start = at + count.length + Number(isRepeated || isTimes) + Number(isOf);
  const size = numberAt(tokens, start);
  const unit = size && unitAt(tokens, start + size.length);
  const end = size && unit ? start + size.length + unit.length : start;
  const isRepeatedAfter = !isRepeated && !isTimes && size !== undefined && repeats(wordAt(tokens, end));
  if (!isRepeated && !isTimes && !isRepeatedAfter) return 0;
  if (what.startsWith('cut')) found.cut = true;
  if (what.startsWith('hike')) found.hike = true;
  const amount = size && inBasisPoints(size, unit?.unit);
  // "2 cuts 50bp" may be 50 in all or each
  if (amount === undefined || (isRepeated && !isOf)) return notUnderstood(tokens, at, end, found);
  const bps = scaled(amount.bps, count.value);
  return add(tokens, at, end, { ...amount, bps, sign: size?.sign ?? '', unit: unit?.unit }, found);
};

/** Reads `a point`, `a full percentage point`: one percentage point. */
const readOnePoint = (tokens: readonly Token[], at: number, found: Found): number => {
  if (wordAt(tokens, at) !== 'a') return 0;
  const full = ['full', 'whole'].includes(wordAt(tokens, at + 1)) ? 1 : 0;
  const percentage = wordAt(tokens, at + 1 + full) === 'percentage' ? 1 : 0;
  const end = at + 2 + full + percentage;
  if (wordAt(tokens, end - 1) !== 'point') return 0;
  return add(tokens, at, end, { bps: 100, sign: '', unit: 'points' }, found);
};

const readAmount = (tokens: readonly Token[], at: number, found: Found): number => {
  const number = numberAt(tokens, at);
  if (number === undefined) return 0;
  const { unit, length } = unitAt(tokens, at + number.length);
  const end = at + number.length + length;
  const isDay = MONTH_NAMES.has(wordAt(tokens, at - 1)) || (length === 0 && MONTH_NAMES.has(wordAt(tokens, end)));
  const isPartOf = number.isFraction && wordAt(tokens, end) === 'of';
  const amount = isDay || isPartOf ? undefined : inBasisPoints(number, unit);
  if (amount === undefined) return notUnderstood(tokens, at, end, found);
  return add(tokens, at, end, { ...amount, sign: number.sign, unit }, found);
};

/** Reads a size of move at a place in the words, however it is put; returns how many words it took, 0 if it is none. */
export const readSize = (tokens: readonly Token[], at: number, found: Found): number =>
  readLevels(tokens, at, found) ||
  readLevel(tokens, at, found) ||
  readOnePoint(tokens, at, found) ||
  readCount(tokens, at, found) ||
  readAmount(tokens, at, found);
