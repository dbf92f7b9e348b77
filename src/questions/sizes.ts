import { inBasisPoints, numberAt, unitAt } from './amounts.ts';
import { scaled } from './decimal.ts';
import type { Found } from './found.ts';
import { echo, type Token, wordAt, wordSet } from './tokens.ts';

/** Words that make the number before them a count: three cuts are no 3 bp cut. */
const REPEATED = wordSet('cuts hikes moves steps times x ×');
/** Words that make the number before them a span of time, which changes nothing in a yearly sum. */
const SPANS = wordSet('months weeks years meetings');
const MOST_COUNTED = 12;

/** Reads `from 4% to 3.5%` as the distance between two levels, with its direction. */
const readLevels = (tokens: readonly Token[], at: number, found: Found): number => {
  if (wordAt(tokens, at) !== 'from') return 0;
  const start = numberAt(tokens, at + 1);
  if (start === undefined || start.sign !== '') return 0;
  const afterStart = at + 1 + start.length + unitAt(tokens, at + 1 + start.length).length;
  const end = wordAt(tokens, afterStart) === 'to' ? numberAt(tokens, afterStart + 1) : undefined;
  if (end === undefined || end.sign !== '') return 0;
  const unit = unitAt(tokens, afterStart + 1 + end.length);
  if (unit.unit !== '%') return 0;
  const length = afterStart + 1 + end.length + unit.length - at;
  const bps = scaled(end.value - start.value, 100);
  if (bps < 0) found.cut = true;
  if (bps > 0) found.hike = true;
  found.amounts.push({ bps: Math.abs(bps), sign: '', typed: echo(tokens.slice(at, at + length)) });
  return length;
};

/** Reads `two 25bp cuts`, `2 x 25bp` and `3 cuts of 25bp` as one move; a count without a size is not understood. */
const readCount = (tokens: readonly Token[], at: number, found: Found): number => {
  const count = numberAt(tokens, at);
  if (count === undefined || !Number.isInteger(count.value) || count.value > MOST_COUNTED || count.sign) return 0;
  const afterCount = at + count.length;
  const what = wordAt(tokens, afterCount);
  if (SPANS.has(what)) return count.length + 1;
  const isRepeated = REPEATED.has(what);
  const isOf = isRepeated && ['of', 'at'].includes(wordAt(tokens, afterCount + 1));
  const start = afterCount + Number(isRepeated) + Number(isOf);
  const size = numberAt(tokens, start);
  const unit = size && unitAt(tokens, start + size.length);
  const end = size && unit ? start + size.length + unit.length : start;
  if (!isRepeated && !REPEATED.has(wordAt(tokens, end))) return 0;
  if (what === 'cuts') found.cut = true;
  if (what === 'hikes') found.hike = true;
  const words = echo(tokens.slice(at, end));
  const amount = size && inBasisPoints(size.value, unit?.unit, size.typed, size.isFraction);
  if (amount === undefined) found.unknown.push(words);
  else found.amounts.push({ bps: scaled(amount.bps, count.value), sign: size?.sign ?? '', typed: words });
  return end - at;
};

/** Reads `a point`, `a full percentage point`: one percentage point. */
const readOnePoint = (tokens: readonly Token[], at: number, found: Found): number => {
  if (wordAt(tokens, at) !== 'a') return 0;
  const full = ['full', 'whole'].includes(wordAt(tokens, at + 1)) ? 1 : 0;
  const percentage = wordAt(tokens, at + 1 + full) === 'percentage' ? 1 : 0;
  const end = at + 2 + full + percentage;
  if (wordAt(tokens, end - 1) !== 'point') return 0;
  found.amounts.push({ bps: 100, sign: '', typed: echo(tokens.slice(at, end)) });
  return end - at;
};

/** `to 3.5%` names a level, not a move: taken for a size it would be a wrong number. */
const readTarget = (tokens: readonly Token[], at: number, found: Found): number => {
  if (wordAt(tokens, at) !== 'to') return 0;
  const level = numberAt(tokens, at + 1);
  const unit = level && unitAt(tokens, at + 1 + level.length);
  if (level === undefined || unit?.unit !== '%') return 0;
  const length = 1 + level.length + unit.length;
  found.unknown.push(echo(tokens.slice(at, at + length)));
  return length;
};

const readAmount = (tokens: readonly Token[], at: number, found: Found): number => {
  const number = numberAt(tokens, at);
  if (number === undefined) return 0;
  const { unit, length } = unitAt(tokens, at + number.length);
  const end = at + number.length + length;
  const amount = inBasisPoints(number.value, unit, number.typed, number.isFraction);
  const isLost = amount?.bps === 0 && number.value !== 0;
  if (amount === undefined || isLost || number.typed.includes('$')) found.unknown.push(echo(tokens.slice(at, end)));
  else found.amounts.push({ ...amount, sign: number.sign, typed: echo(tokens.slice(at, end)) });
  return end - at;
};

/** Reads a size of move at a place in the words, however it is put; returns how many words it took, 0 if it is none. */
export const readSize = (tokens: readonly Token[], at: number, found: Found): number =>
  readLevels(tokens, at, found) ||
  readTarget(tokens, at, found) ||
  readOnePoint(tokens, at, found) ||
  readCount(tokens, at, found) ||
  readAmount(tokens, at, found);
