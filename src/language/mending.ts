import { distance } from 'fastest-levenshtein';
import type { Token } from './tokens.ts';

/** What a misspelt word may have been meant for, and the words that are right as they stand. */
export interface Spelling {
  readonly known: ReadonlySet<string>;
  readonly meant: readonly string[];
}

const SHORTEST_MENDED = 5;
const SHORTEST_TWO_OFF = 8;
/** Beyond these, unknown words are left as they are: they are somebody's prose. */
const MOST_MENDED = 30;

const nearest = (word: string, meant: readonly string[]): string | undefined => {
  let best: string | undefined;
  let off = word.length >= SHORTEST_TWO_OFF ? 3 : 2;
  for (const one of meant) {
    if (one[0] !== word[0] || Math.abs(one.length - word.length) >= off) continue;
    const away = distance(word, one);
    if (away < off) [best, off] = [one, away];
  }
  return best;
};

/** Unknown words of five letters or more that are one letter off a word that is meant, two where they are long. */
export const mendedIn = (tokens: readonly Token[], { known, meant }: Spelling): ReadonlyMap<number, string> => {
  const mended = new Map<number, string>();
  let tried = 0;
  for (const [at, { kind, word }] of tokens.entries()) {
    if (kind !== 'word' || word.length < SHORTEST_MENDED || known.has(word)) continue;
    tried += 1;
    if (tried > MOST_MENDED) break;
    const owner = word.endsWith('s') && meant.includes(word.slice(0, -1)) ? word.slice(0, -1) : undefined;
    const one = owner ?? nearest(word, meant);
    if (one !== undefined) mended.set(at, one);
  }
  return mended;
};

const FARTHEST_NEAR = 0.5;

/** What words are near to in spelling, nearest first; none of which more than half would have to change. */
export const nearestTo = (words: string, among: readonly string[]): readonly string[] =>
  among
    .map((meant) => ({ meant, off: distance(words, meant) / Math.max(words.length, meant.length) }))
    .filter(({ off }) => off <= FARTHEST_NEAR)
    .sort((one, other) => one.off - other.off)
    .map(({ meant }) => meant);
