import { ASSUMPTIONS, type Assumption } from '../../sensitivity/index.ts';
import { type NumberRead, numberAt, type SizeUnit, unitAt } from './amounts.ts';
import { assumptionNamed, LONGEST_NAME } from './assumption-named.ts';
import type { Found } from './found.ts';
import { inOwnUnit } from './own-unit.ts';
import { echo, shownWord, type Token, wordAt, wordSet } from './tokens.ts';

const SETS = wordSet('= :');
const JOINS = wordSet('at to is of as was');
/** These two may be set without a sign between, `floating 60%`, `debt 3x`; the others are words of the move itself. */
const LOOSELY_SET: readonly Assumption[] = ['floatingShare', 'debtToEbitda'];
const DECIMALS_KEPT = 6;
const COMPANY_DOT = /^(small|large)(?:cap)?[._](.+)$/;

/** An assumption's name at a place in the words; the longest name wins. */
export const nameAt = (
  tokens: readonly Token[],
  at: number,
): { readonly assumption: Assumption; readonly length: number } | undefined => {
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    const words = tokens.slice(at, at + length).map(shownWord);
    if (words.length < length) continue;
    const assumption = assumptionNamed(words.join(' ').replaceAll('-', ' '));
    if (assumption) return { assumption, length };
  }
  return undefined;
};

/** True where an assumption is set at this place, and not only a word of the move named. */
export const isSetAt = (tokens: readonly Token[], at: number): boolean => {
  const named = nameAt(tokens, at);
  if (named === undefined) return false;
  return LOOSELY_SET.includes(named.assumption) || SETS.has(wordAt(tokens, at + named.length));
};

const set = (found: Found, assumption: Assumption, number: NumberRead, unit: SizeUnit, words: string): void => {
  const { least, most } = ASSUMPTIONS[assumption];
  const value = unit === 'points' ? undefined : inOwnUnit(assumption, number, unit);
  if (value === undefined || !(value >= least && value <= most)) {
    found.problems.push({ kind: 'unclear', reason: 'assumption-out-of-range', assumption, words });
    return;
  }
  const kept = Number(value.toFixed(DECIMALS_KEPT));
  for (const company of ['small', 'large'] as const) {
    if (found.scope !== company && found.scope !== 'both') continue;
    if ((found.overrides[company][assumption] ?? kept) !== kept) {
      found.problems.push({ kind: 'unclear', reason: 'assumption-set-twice', words });
    }
    found.overrides[company][assumption] = kept;
  }
  found.lastScope = found.scope;
  found.companyWaiting = undefined;
};

/** Reads `floating=60%`, `floating share at 0.6`, `rate=7%`; returns how many words it took, 0 if it is none. */
export const readAssumption = (tokens: readonly Token[], at: number, found: Found): number => {
  const named = nameAt(tokens, at);
  if (named === undefined) return 0;
  const isAssigned = SETS.has(wordAt(tokens, at + named.length));
  if (!isAssigned && !LOOSELY_SET.includes(named.assumption)) return 0;
  let next = at + named.length + Number(isAssigned);
  while (JOINS.has(wordAt(tokens, next))) next += 1;
  const number = numberAt(tokens, next);
  if (number === undefined) {
    if (!isAssigned) return 0;
    found.problems.push({ kind: 'unclear', reason: 'assumption-without-number', words: echo(tokens.slice(at, next)) });
    return next - at + 1;
  }
  const { unit, length } = unitAt(tokens, next + number.length);
  const end = next + number.length + length;
  // "floating 50bp": the size of the move behind a name, not its value; "floating +5%": a change of it
  if (!isAssigned && (unit === 'bp' || number.sign !== '')) return 0;
  set(found, named.assumption, number, unit, echo(tokens.slice(at, end)));
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

/** Reads `60% floating` and `3x debt`, where the value comes first and no other value follows the name. */
export const readValueFirst = (tokens: readonly Token[], at: number, found: Found): number => {
  const number = numberAt(tokens, at);
  if (number === undefined || number.sign !== '') return 0;
  const { unit, length } = unitAt(tokens, at + number.length);
  if (unit !== '%' && unit !== '×') return 0;
  let start = at + number.length + length;
  while (['of', 'the', 'its', 'debt', 'it'].includes(wordAt(tokens, start)) && nameAt(tokens, start + 1)) start += 1;
  const named = nameAt(tokens, start);
  if (named === undefined || !LOOSELY_SET.includes(named.assumption)) return 0;
  const end = start + named.length;
  const after = numberAt(tokens, end);
  if (SETS.has(wordAt(tokens, end)) || JOINS.has(wordAt(tokens, end))) return 0;
  if (after !== undefined && unitAt(tokens, end + after.length).unit !== 'bp') return 0;
  set(found, named.assumption, number, unit, echo(tokens.slice(at, end)));
  return end - at;
};
