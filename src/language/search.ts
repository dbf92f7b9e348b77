import MiniSearch from 'minisearch';
import words from './words.json' with { type: 'json' };
import { FUNCTION_WORDS } from './words.ts';

/** Something that can be looked for in free words. */
export interface Searchable {
  readonly id: string;
  /** What it is called. */
  readonly name: string;
  /** The figures it prints, as they are printed and as numbers. */
  readonly prints?: string;
  /** What else is said of it. */
  readonly about: string;
}

export interface Found {
  /** What the words fit best, best first. */
  readonly ids: readonly string[];
  /** Every term fits. */
  readonly isFull: boolean;
  /** How many different terms were looked for, and how many of them fit. */
  readonly terms: number;
  readonly fits: number;
}

export type Search = (words: string, keeps?: (id: string) => boolean) => Found;

/** One term for what people type in several ways; months are known by three letters. */
const TERMS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(words.search).flatMap(([term, said]) => said.split(' ').map((word) => [word, term] as const)),
  ...'january february march april june july august september october november december'
    .split(' ')
    .map((month) => [month, month.slice(0, 3)] as const),
  ['sept', 'sep'],
]);
const PHRASES: readonly (readonly [said: RegExp, term: string])[] = [
  [/\b(?:makes?|making|loses?|losing) (?:any )?money\b/g, 'income'],
  [/\bp ?\/ ?e\b|\bp e\b|\bprice[- ]to[- ]earnings\b|\bearnings multiples?\b/g, 'pe'],
  [/\b200 ?-?(?:d|day)?-? ?(?:ma|dma|moving average)\b/g, '200 day average'],
  [/\bmoney[- ]market(?: funds?)?\b/g, 'money fund'],
  [/\bmag(?:nificent)? ?(?:7|seven)\b/g, 'magnificent'],
  [/\bs ?& ?p(?: 500)?\b/g, 's&p'],
  [/\brussell 2000\b/g, 'russell'],
];
const SAYS_NOTHING = new Set(
  'note notes piece article number figure value print prints mention mentions percent pct small large cap caps people'.split(
    ' ',
  ),
);
const WORD = /\d[\d,]*(?:\.\d+)?|[\p{L}&]+/gu;

const stemOf = (word: string): string =>
  word.length > 4 && word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && /[^sui]s$/.test(word)
      ? word.slice(0, -1)
      : word;

/** The terms of a text: months, plurals and other names for one thing become one. */
const termsOf = (text: string): string[] => {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2019]s?\b/g, '');
  const joined = PHRASES.reduce((words, [said, term]) => words.replace(said, term), plain);
  return (joined.match(WORD) ?? [])
    .map((word) => (/^\d/.test(word) ? String(Number(word.replaceAll(',', ''))) : word))
    .flatMap((word) => {
      const term = TERMS.get(word);
      return term ? [term] : FUNCTION_WORDS.has(word) || SAYS_NOTHING.has(word) ? [] : [stemOf(word)];
    });
};

const FUZZY_FROM = 5;
const LEAST_OF_BEST = 0.5;
const SLACK_FROM = 4;

/**
 * An index over a few hundred texts: ranked by how many of the words fit, and how well.
 *
 * @param slack how many words fewer than the best may fit, where there are words enough to lose one
 */
export const searchOf = (all: readonly Searchable[], slack = 0): Search => {
  const index = new MiniSearch<Searchable>({
    fields: ['name', 'prints', 'about'],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: { name: 2.5, prints: 2.5 },
      prefix: (term) => term.length >= FUZZY_FROM,
      fuzzy: (term) => (term.length >= FUZZY_FROM && !/\d/.test(term) ? 0.2 : false),
    },
  });
  index.addAll(all);
  return (words, keeps = () => true) => {
    const terms = new Set(termsOf(words)).size;
    const found = index
      .search(words, { filter: ({ id }: { readonly id: string }) => keeps(id) })
      .map(({ id, score, queryTerms }) => ({ id: id as string, score, fits: new Set(queryTerms).size }));
    const most = Math.max(0, ...found.map(({ fits }) => fits));
    const least = terms >= SLACK_FROM && most < terms ? most - slack : most;
    const best = found.filter(({ fits }) => fits >= least);
    const top = best[0]?.score ?? 0;
    return {
      ids: most * 2 < terms ? [] : best.filter(({ score }) => score >= top * LEAST_OF_BEST).map(({ id }) => id),
      isFull: most > 0 && most === terms,
      terms,
      fits: most,
    };
  };
};
