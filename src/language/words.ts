import { phrasesIn, words as phrasesOfWords, type Tables } from './lexicon.ts';
import words from './words.json' with { type: 'json' };

const setOf = (lines: readonly string[]): ReadonlySet<string> => new Set(phrasesIn(phrasesOfWords(lines.join(' '))));

/** Words without a subject of their own: they neither give nor deny a number its meaning. */
export const FUNCTION_WORDS = setOf(words.function);
/** Words of rates, companies and offices that may stand around a move: harmless where a unit and a direction stand together. */
export const HARMLESS_WORDS = setOf(words.harmless);
/** Those of either that change what is asked: nothing that passes over one of them is all that is said. */
export const TELLING_WORDS = setOf(words.telling);
/** Words that stand in nearly every sentence of a language, without their accents, and those of its money markets. */
export const TONGUE_WORDS: Readonly<Record<keyof typeof words.tongues, readonly string[]>> = words.tongues;
/** What questions are asked with most: nobody means to type it with two letters swapped, doubled or left out. */
export const MISSPELT_MOST: readonly string[] = words.misspelt.join(' ').split(' ');
/** Words of their own, and no such misspellings. */
export const NOT_MISSPELT: ReadonlySet<string> = new Set(words.notMisspelt.join(' ').split(' '));
/** Verbs that take out what is named behind them, as the alternatives of an expression: `drop`, `leave out`. */
export const OMITTING = words.omitting.join('|');
/** The commonest words of English prose: more than a third of what is written in it. */
export const ENGLISH_PROSE: ReadonlySet<string> = new Set(words.englishProse.join(' ').split(' '));

/** The Fed and moves of its rate; the two example companies, their assumptions and what is asked of the model; other subjects. */
export const TABLES: Tables = { ...words.rates, ...words.companies, ...words.others };
