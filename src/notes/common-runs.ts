import { straight } from './straight.ts';

/** Words in a row that a sentence of ours may share with a note at most. One more counts as copying. */
const LONGEST_SHARED_RUN = 7;

/** Names that no paraphrase can put in other words, besides the people, firms and titles that the library itself holds. */
const INDEX_NAMES = [
  'Russell 2000 Value',
  'Russell 2000',
  'S&P 500',
  'NASDAQ-100',
  'Nasdaq 100',
  'Nasdaq',
  'Dow',
  'OMXS30',
  'OMXSSPI',
  'OMXSSCPI',
  'Magnificent 7',
  'Magnificent Seven',
] as const;

const UNIT =
  '%|per cent|percent|bps?|basis[ -]points?|points|x|×|times|million|billion|trillion|m|bn|tn|months?|years?|days?';
/** A number in digits with its sign of currency and its unit. Numbers in words count as words. */
const FIGURE = new RegExp(`[$€£]?\\d[\\d.,]*(?: \\d{3}\\b[\\d.,]*)*(?:[ -]?(?:${UNIT})(?![\\p{L}\\p{N}]))?`, 'gu');

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Matches the names as written, whole words only, longer ones first, a possessive included. */
const namesPattern = (names: readonly string[]): RegExp => {
  const longestFirst = [...new Set([...INDEX_NAMES, ...names].map(straight))]
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?:'s)?(?![\\p{L}\\p{N}])`, 'gu');
};

/** The words that count, in lower case: names and figures are taken out, so they neither lengthen a run nor break it. */
const countedWords = (text: string, names: RegExp): readonly string[] =>
  straight(text)
    .replace(names, ' ')
    .replace(FIGURE, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? [];

const keyAt = (words: readonly string[], at: number): string => words.slice(at, at + LONGEST_SHARED_RUN + 1).join(' ');

/**
 * Finds words that a sentence takes over from a note. Names (of indexes, and those handed in: people, firms, titles) and
 * figures are the note's and may stand: they are taken out of both sides before words are compared. So "the Russell
 * 2000 rose by 36% in a week" is seven words without its name and figure, "the rose by in a week", and the words around
 * a name still form one run. Case, punctuation and hyphens make no difference.
 *
 * @returns a function from a sentence to its first run of eight or more words, or undefined
 */
export const runsSharedWith = (note: string, names: readonly string[]): ((sentence: string) => string | undefined) => {
  const pattern = namesPattern(names);
  const theirs = countedWords(note, pattern);
  const places = new Map<string, number>();
  for (let at = 0; at + LONGEST_SHARED_RUN < theirs.length; at += 1) places.set(keyAt(theirs, at), at);
  return (sentence) => {
    const ours = countedWords(sentence, pattern);
    for (let at = 0; at + LONGEST_SHARED_RUN < ours.length; at += 1) {
      const place = places.get(keyAt(ours, at));
      if (place === undefined) continue;
      let length = LONGEST_SHARED_RUN + 1;
      while (at + length < ours.length && ours[at + length] === theirs[place + length]) length += 1;
      return ours.slice(at, at + length).join(' ');
    }
    return undefined;
  };
};
