import { isBasisPointWord, numberAt } from './amounts.ts';
import { readCompany } from './companies.ts';
import { type Found, nothingFound } from './found.ts';
import { isSetAt, nameAt } from './overrides.ts';
import { type Token, wordAt, wordSet } from './tokens.ts';

/** What the Fed does to its rate; such a word stands for itself. */
const CUT = wordSet(`
  cut cuts cutting lower lowers lowered lowering reduce reduces reducing reduction ease eases easing slash slashes
  trim trims
`);
const HIKE = wordSet('hike hikes hiking hiked raise raises raised raising tighten tightens tightening');
/** What anything may do: of the rate only beside a size, the rate or the Fed. */
const FALL = wordSet('fall falls drop drops decrease decreases down minus');
const RISE = wordSet('rise rises increase increases up plus');
const HOLD = wordSet('hold holds holding pause pauses unchanged unch steady skip skips');
/** What a "no" before it turns into a hold. */
const MOVES = wordSet('cut cuts hike hikes change changes move moves');

const BESIDE = wordSet('a an the of by in its their interest rate rates fund funds policy key');
const RATE_SETTERS = wordSet('rate rates fed fomc they he she powell it % percent point points');

/** The first word that says what a direction is about. */
const objectOf = (tokens: readonly Token[], at: number): number => {
  let next = at + 1;
  while (BESIDE.has(wordAt(tokens, next)) && !['=', ':'].includes(wordAt(tokens, next + 1))) next += 1;
  return next;
};

/** A company at this place that no assumption follows: the direction is said of it. */
const isOfCompany = (tokens: readonly Token[], at: number): boolean => {
  const length = readCompany(tokens, at, nothingFound());
  return length > 0 && !isSetAt(tokens, at + length);
};

/** Reads a word that says which way the rate goes; one that says it of something else is not understood. */
export const readDirection = (tokens: readonly Token[], at: number, found: Found): number => {
  const word = wordAt(tokens, at);
  const next = wordAt(tokens, at + 1);
  if (word === 'no' && MOVES.has(next)) {
    found.hold = true;
    return 2;
  }
  if (HOLD.has(word) || (word === 'stand' && next === 'pat')) {
    found.hold = true;
    return word === 'stand' ? 2 : 1;
  }
  const isStrong = CUT.has(word) || HIKE.has(word);
  if (!isStrong && !FALL.has(word) && !RISE.has(word)) return 0;
  const object = objectOf(tokens, at);
  const named = nameAt(tokens, object);
  // "cut floating=60%" lists two things, "cut floating to 60%" says one of the other
  const isOfAssumption = named !== undefined && !['=', ':'].includes(wordAt(tokens, object + named.length));
  if (word === 'plus' && (named !== undefined || readCompany(tokens, object, nothingFound()) > 0)) return 1;
  const before = tokens[at - 1];
  const isBesideRate =
    before?.kind === 'number' || isBasisPointWord(wordAt(tokens, at - 1)) || RATE_SETTERS.has(wordAt(tokens, at - 1));
  const isBesideSize = numberAt(tokens, object) !== undefined;
  const isSum = ['plus', 'minus'].includes(word) && found.amounts.length > 0;
  const isClear = isStrong || ((isBesideRate || isBesideSize) && !isSum);
  if (!isClear || isOfAssumption || isOfCompany(tokens, object)) {
    found.unknown.push(word);
    return 1;
  }
  if (CUT.has(word) || FALL.has(word)) found.cut = true;
  else found.hike = true;
  return 1;
};
