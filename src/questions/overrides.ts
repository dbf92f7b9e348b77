import type { Assumption } from '../sensitivity/index.ts';
import { numberAt, unitAt } from './amounts.ts';
import { ASSUMPTIONS, assumptionNamed, inOwnUnit, LONGEST_NAME } from './assumptions.ts';
import type { Found } from './found.ts';
import { echo, shownWord, type Token, wordAt, wordSet } from './tokens.ts';

const CONNECTORS = wordSet('= : at to is of as by was');

/** An assumption's name at a place in the words; the longest name wins. */
const nameAt = (tokens: readonly Token[], at: number): { assumption: Assumption; length: number } | undefined => {
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    const words = tokens.slice(at, at + length).map(shownWord);
    if (words.length < length) continue;
    const assumption = assumptionNamed(words.join(' ').replaceAll('-', ' '));
    if (assumption) return { assumption, length };
  }
  return undefined;
};

const DECIMALS_KEPT = 6;
const COMPANY_DOT = /^(small|large)(?:cap)?[._](.+)$/;

const set = (found: Found, assumption: Assumption, value: number | undefined, words: string): void => {
  const { least, most } = ASSUMPTIONS[assumption];
  if (value === undefined || value < least || value > most) {
    found.problems.push({ kind: 'unclear', reason: 'assumption-out-of-range', assumption, words });
    return;
  }
  const company = found.scope === 'large' ? 'large' : 'small';
  if ((found.overrides[company][assumption] ?? value) !== value) {
    found.problems.push({ kind: 'unclear', reason: 'assumption-set-twice', words });
    return;
  }
  const kept = Number(value.toFixed(DECIMALS_KEPT));
  if (found.scope !== 'large') found.overrides.small[assumption] = kept;
  if (found.scope !== 'small') found.overrides.large[assumption] = kept;
};

/** Reads `floating=60%`, `floating share at 0.6`, `3x debt`; returns how many words it took, 0 if it is none of these. */
export const readAssumption = (tokens: readonly Token[], at: number, found: Found): number => {
  const named = nameAt(tokens, at);
  if (named === undefined) return 0;
  let next = at + named.length;
  let assigned = false;
  while (CONNECTORS.has(wordAt(tokens, next))) {
    assigned ||= ['=', ':'].includes(wordAt(tokens, next));
    next += 1;
  }
  // "the rate by 50": the rate moves, it is not set
  if (!assigned && wordAt(tokens, at) === 'rate') return 0;
  const number = numberAt(tokens, next);
  if (number === undefined) {
    if (!assigned) return 0;
    found.problems.push({ kind: 'unclear', reason: 'assumption-without-number', words: shownWord(tokens[at]) });
    return next - at + 1;
  }
  const { unit, length } = unitAt(tokens, next + number.length);
  const end = next + number.length + length;
  const value = number.sign === '-' ? -number.value : number.value;
  // "floating 50bp": the size of the move behind a name, not its value
  if (!assigned && unit === 'bp' && named.assumption !== 'rate') return named.length;
  const own = unit === 'points' ? undefined : inOwnUnit(named.assumption, value, unit, number.typed);
  set(found, named.assumption, own, echo(tokens.slice(at, end)));
  return end - at;
};

/** Reads `large.rate=5%`, where the company is written onto the name. */
export const readCompanyAssumption = (tokens: readonly Token[], at: number, found: Found): number => {
  const [, company, name] = COMPANY_DOT.exec(wordAt(tokens, at)) ?? [];
  if (name === undefined || assumptionNamed(name) === undefined) return 0;
  const renamed = tokens.map((token, place) => (place === at ? ({ kind: 'word', word: name } as const) : token));
  const { scope } = found;
  found.scope = company === 'small' ? 'small' : 'large';
  const taken = readAssumption(renamed, at, found);
  found.scope = scope;
  return taken;
};

/** Reads `60% floating`, where the value comes first and no number follows the name. */
export const readValueFirst = (tokens: readonly Token[], at: number, found: Found): number => {
  const number = numberAt(tokens, at);
  if (number === undefined) return 0;
  const { unit, length } = unitAt(tokens, at + number.length);
  if (unit !== '%' && unit !== '×') return 0;
  let start = at + number.length + length;
  while (['of', 'the', 'its', 'debt', 'it'].includes(wordAt(tokens, start)) && nameAt(tokens, start + 1)) start += 1;
  const named = nameAt(tokens, start);
  if (named === undefined || wordAt(tokens, start) === 'rate') return 0;
  const end = start + named.length;
  const after = numberAt(tokens, end);
  if (CONNECTORS.has(wordAt(tokens, end))) return 0;
  if (after !== undefined && unitAt(tokens, end + after.length).unit !== 'bp') return 0;
  set(
    found,
    named.assumption,
    inOwnUnit(named.assumption, number.value, unit, number.typed),
    echo(tokens.slice(at, end)),
  );
  return end - at;
};
