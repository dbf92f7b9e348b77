import type { Found, Scope } from './found.ts';
import { isSetAt } from './overrides.ts';
import { type Token, wordAt, wordSet } from './tokens.ts';

const NAMES: readonly (readonly [Exclude<Scope, 'both'>, ReadonlySet<string>])[] = [
  ['small', wordSet('smallcap smallcaps small-cap small-caps russell r2k rut')],
  ['large', wordSet('largecap largecaps large-cap large-caps megacap megacaps mega-cap mega-caps s&p spx')],
];
const BARE = wordSet('small large');
const NOUNS = wordSet('cap caps company companies firm firms');
const JOINS = wordSet('and & vs versus or');
/** Numbers that belong to a name. */
const INDEX_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['russell', 2000],
  ['s&p', 500],
]);

const namedAt = (tokens: readonly Token[], at: number): Exclude<Scope, 'both'> | undefined =>
  NAMES.find(([, words]) => words.has(wordAt(tokens, at)))?.[0];

/** Small and large are companies before `cap`, before and behind an assumption, and before another company. */
const bareAt = (tokens: readonly Token[], at: number, found: Found): Exclude<Scope, 'both'> | undefined => {
  const word = wordAt(tokens, at);
  if (!BARE.has(word)) return undefined;
  const next = at + 1 + Number(wordAt(tokens, at + 1) === ':');
  const other = JOINS.has(wordAt(tokens, next)) ? wordAt(tokens, next + 1) : '';
  const isCompany =
    NOUNS.has(wordAt(tokens, next)) ||
    isSetAt(tokens, next) ||
    BARE.has(other) ||
    namedAt(tokens, next + 1) !== undefined ||
    found.lastScope !== undefined;
  return isCompany ? (word as 'small' | 'large') : undefined;
};

const wait = (found: Found, scope: Scope, word: string): void => {
  const isSecond = found.companyWaiting !== undefined && found.scope !== scope;
  found.scope = isSecond ? 'both' : scope;
  found.companyWaiting = word;
};

/** Reads whom the next assumption is for; two companies in a row are both. Returns how many words it took. */
export const readCompany = (tokens: readonly Token[], at: number, found: Found): number => {
  const word = wordAt(tokens, at);
  if (word === 'both') {
    wait(found, 'both', word);
    return 1;
  }
  const company = namedAt(tokens, at) ?? bareAt(tokens, at, found);
  if (company === undefined) return 0;
  wait(found, company, word);
  const after = tokens[at + 1];
  const number = INDEX_NUMBERS.get(word);
  if (after?.kind === 'number') return after.value === number ? 2 : 1;
  return NOUNS.has(wordAt(tokens, at + 1)) ? 2 : 1;
};

/** A company named behind an assumption that was for another one: whose it is would be a guess. */
export const strandedCompany = ({ companyWaiting, lastScope, scope }: Found): string | undefined =>
  companyWaiting !== undefined && lastScope !== undefined && lastScope !== scope ? companyWaiting : undefined;
