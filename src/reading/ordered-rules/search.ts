import MiniSearch from 'minisearch';
import { termsOf } from './terms.ts';

/** Something that can be asked for in free words. */
export interface Searchable {
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** The figures it prints, as they are printed and as numbers. */
  readonly prints?: string;
  /** What else is said of it. */
  readonly about: string;
}

export interface Searching {
  /** The ids of what the words fit best, best first, among those kept; none where they fit nothing well. */
  readonly find: (words: string, most: number, keeps?: (id: string) => boolean) => readonly string[];
  /** The same, where every word fits. */
  readonly findFully: (words: string, most: number) => readonly string[];
  /** The same, where two thirds of the words fit, two at least. */
  readonly findMostly: (words: string, most: number) => readonly string[];
}

const FUZZY_FROM = 5;
const LEAST_OF_BEST = 0.5;
const LEAST_COVERED = 0.5;
const SLACK_FROM = 4;

/**
 * Free words over a few hundred texts: ranked by how well and how many of the words fit.
 *
 * @param slack how many words fewer than the best may fit, where there are words enough to lose one
 */
export const searchIn = (all: readonly Searchable[], slack = 0): Searching => {
  const index = new MiniSearch<Searchable>({
    fields: ['name', 'prints', 'about'],
    tokenize: (text) => [...termsOf(text)],
    processTerm: (term) => term,
    searchOptions: {
      boost: { name: 2.5, prints: 2.5 },
      prefix: (term) => term.length >= FUZZY_FROM,
      fuzzy: (term) => (term.length >= FUZZY_FROM && !/\d/.test(term) ? 0.2 : false),
    },
  });
  index.addAll(all);
  const ranked = (words: string, keeps: (id: string) => boolean) => {
    const terms = new Set(termsOf(words));
    const found = index
      .search(words, { filter: ({ id }: { readonly id: string }) => keeps(id) })
      .map(({ id, score, queryTerms }) => ({ id: id as string, score, covered: new Set(queryTerms).size }))
      .filter(({ covered }) => covered >= terms.size * LEAST_COVERED);
    const covered = Math.max(0, ...found.map((one) => one.covered));
    const least = terms.size >= SLACK_FROM ? covered - slack : covered;
    const best = found.filter((one) => one.covered >= least);
    const top = best[0]?.score ?? 0;
    const ids = best.filter(({ score }) => score >= top * LEAST_OF_BEST).map(({ id }) => id);
    return { ids, isFull: covered === terms.size, isMost: covered >= Math.max(2, (terms.size * 2) / 3) };
  };
  return {
    find: (words, most, keeps = () => true) => ranked(words, keeps).ids.slice(0, most),
    findFully: (words, most) => {
      const { ids, isFull } = ranked(words, () => true);
      return isFull ? ids.slice(0, most) : [];
    },
    findMostly: (words, most) => {
      const { ids, isMost } = ranked(words, () => true);
      return isMost ? ids.slice(0, most) : [];
    },
  };
};
