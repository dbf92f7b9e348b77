import { distance } from 'fastest-levenshtein';

/** Words and what they stand for. A phrase is lower case, its words one space apart. */
export interface Entry<Meaning> {
  readonly phrase: string;
  readonly means: Meaning;
  /** A word that is also an everyday one is never guessed from a misspelling. */
  readonly exact?: boolean;
  /** A first name takes no owner's s: `stevens` is somebody else. */
  readonly uninflected?: boolean;
}

export interface Match<Meaning> {
  readonly means: readonly Meaning[];
  /** Where in the words it stands, and how many of them it takes. */
  readonly at: number;
  readonly length: number;
  /** True where the words are misspelt. */
  readonly guessed: boolean;
}

export interface Lexicon<Meaning> {
  readonly phrases: ReadonlyMap<string, readonly Meaning[]>;
  readonly longest: number;
  /** Single words that a misspelling may be guessed to be. */
  readonly guessable: readonly string[];
  readonly uninflected: ReadonlySet<string>;
  /** Words that are right as they stand, whatever they look like. */
  readonly known: ReadonlySet<string>;
}

const SHORTEST_GUESSED = 5;
const SHORTEST_TWO_OFF = 7;

/** @param known words of the subject, which are never taken for a misspelt entry */
export const lexiconOf = <Meaning>(
  entries: readonly Entry<Meaning>[],
  known: Iterable<string> = [],
): Lexicon<Meaning> => {
  const phrases = new Map<string, Meaning[]>();
  const guessable = new Set<string>();
  const uninflected = new Set(entries.flatMap((entry) => (entry.uninflected ? entry.phrase : [])));
  for (const { phrase, means, exact } of entries) {
    const all = phrases.get(phrase) ?? [];
    if (!all.some((other) => JSON.stringify(other) === JSON.stringify(means))) phrases.set(phrase, [...all, means]);
    if (!exact && !phrase.includes(' ') && phrase.length >= SHORTEST_GUESSED) guessable.add(phrase);
  }
  const longest = Math.max(1, ...[...phrases.keys()].map((phrase) => phrase.split(' ').length));
  return { phrases, longest, guessable: [...guessable], uninflected, known: new Set(known) };
};

/** Letters that may differ before a word is another: one, or two in a word of seven or more whose first is right. */
const allowance = (typed: string, meant: string): number =>
  meant.length >= SHORTEST_TWO_OFF && typed[0] === meant[0] ? 2 : 1;

/** The entry a misspelt word most likely is; none where it is a known word, too short, or too far from all. */
const guess = <Meaning>({ guessable, known, phrases }: Lexicon<Meaning>, word: string): readonly Meaning[] => {
  if (word.length < SHORTEST_GUESSED || known.has(word)) return [];
  const near = guessable
    .map((meant) => ({ meant, off: distance(word, meant) }))
    .filter(({ meant, off }) => off <= allowance(word, meant))
    .sort((one, other) => one.off - other.off);
  return phrases.get(near[0]?.meant ?? '') ?? [];
};

/** What stands at one place: the longest phrase, else what the word is a misspelling of. */
export const matchAt = <Meaning>(
  lexicon: Lexicon<Meaning>,
  words: readonly string[],
  at: number,
): Match<Meaning> | undefined => {
  for (let length = Math.min(lexicon.longest, words.length - at); length > 0; length -= 1) {
    const means = lexicon.phrases.get(words.slice(at, at + length).join(' '));
    if (means) return { means, at, length, guessed: false };
  }
  const word = words[at] ?? '';
  // `wests discount`: an owner's s without its apostrophe
  const named = word.length >= SHORTEST_GUESSED && word.endsWith('s') ? word.slice(0, -1) : '';
  const owner = lexicon.uninflected.has(named) ? undefined : lexicon.phrases.get(named);
  if (owner) return { means: owner, at, length: 1, guessed: true };
  const means = guess(lexicon, word);
  return means.length > 0 ? { means, at, length: 1, guessed: true } : undefined;
};

const FARTHEST_NEAR = 0.5;

/** The entries near in spelling to a word, nearest first, each meaning once; none where more than half would change. */
export const nearest = <Meaning>(
  { phrases, guessable }: Lexicon<Meaning>,
  words: string,
  most: number,
): readonly Meaning[] => {
  const away = (meant: string) => distance(words, meant) / Math.max(words.length, meant.length);
  const ranked = guessable
    .map((meant) => ({ meant, off: away(meant) }))
    .filter(({ off }) => off <= FARTHEST_NEAR)
    .sort((one, other) => one.off - other.off)
    .flatMap(({ meant }) => phrases.get(meant) ?? []);
  return [...new Map(ranked.map((meaning) => [JSON.stringify(meaning), meaning])).values()].slice(0, most);
};
