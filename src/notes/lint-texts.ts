import type { ClaimRecord } from './format.ts';
import { noteNumberOf } from './format.ts';
import type { CheckedFile, LintProblem } from './lint-claims.ts';
import { normalizeTypography, properNamesIn } from './lint-names.ts';

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
  const longestFirst = [...new Set([...INDEX_NAMES, ...names].map(normalizeTypography))]
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?:'s)?(?![\\p{L}\\p{N}])`, 'gu');
};

/** The words that count, in lower case: names and figures are taken out, so they neither lengthen a run nor break it. */
const countedWords = (text: string, names: RegExp): readonly string[] =>
  normalizeTypography(text)
    .replace(names, ' ')
    .replace(FIGURE, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)*/gu) ?? [];

const keyAt = (words: readonly string[], at: number): string => words.slice(at, at + LONGEST_SHARED_RUN + 1).join(' ');

/**
 * Finds words that a sentence takes over from a note. Names (of indexes, and those handed in: people, firms, titles) and
 * figures are the note's and may be used: they are removed from both sides before words are compared. So "the Russell
 * 2000 rose by 36% in a week" is seven words without its name and figure, "the rose by in a week", and the words around
 * a name still form one run. Case, punctuation and hyphens make no difference.
 *
 * @param note the text of a note
 * @param names those that count neither as words nor as a break
 * @returns a function from a sentence to its first run of eight or more words, in lower case, or undefined
 */
export const copiedRunFinder = (note: string, names: readonly string[]): ((sentence: string) => string | undefined) => {
  const pattern = namesPattern(names);
  const noteWords = countedWords(note, pattern);
  const places = new Map<string, number>();
  for (let at = 0; at + LONGEST_SHARED_RUN < noteWords.length; at += 1) places.set(keyAt(noteWords, at), at);
  return (sentence) => {
    const ours = countedWords(sentence, pattern);
    for (let at = 0; at + LONGEST_SHARED_RUN < ours.length; at += 1) {
      const place = places.get(keyAt(ours, at));
      if (place === undefined) continue;
      let length = LONGEST_SHARED_RUN + 1;
      while (at + length < ours.length && ours[at + length] === noteWords[place + length]) length += 1;
      return ours.slice(at, at + length).join(' ');
    }
    return undefined;
  };
};

/** A note's own text, as it was published. */
export interface NoteText {
  /** File name, which starts with the note's three digits. */
  readonly name: string;
  readonly text: string;
}

type Fault = Omit<LintProblem, 'file'>;

/** The lines that are not empty, from the title on; undefined where the title is not a line of the text. */
const paragraphsOf = (text: string, title: string): readonly string[] | undefined => {
  const lines = text
    .split(/\r?\n/)
    .map(normalizeTypography)
    .filter((line) => line !== '');
  const start = lines.indexOf(normalizeTypography(title));
  return start < 0 ? undefined : lines.slice(start);
};

/** The last of the library's headings at or above a paragraph. */
const headingAbove = (paragraphs: readonly string[], headings: readonly string[], at: number): string | undefined => {
  const line = paragraphs
    .slice(0, at)
    .findLast((text) => headings.some((heading) => normalizeTypography(heading) === text));
  return headings.find((heading) => line !== undefined && normalizeTypography(heading) === line);
};

/** True where the text has the figure as printed, and not inside a longer number or word: `5%` is not in `35%`. */
const isPrintedIn = (text: string, printed: string): boolean => {
  const [there, figure] = [normalizeTypography(text).toLowerCase(), normalizeTypography(printed).toLowerCase()];
  for (let at = there.indexOf(figure); at >= 0; at = there.indexOf(figure, at + 1)) {
    const [before, after] = [there.slice(0, at), there.slice(at + figure.length)];
    if (!/([\p{L}\p{N}]|\d[.,])$/u.test(before) && !/^([\p{L}\p{N}]|[.,]\d)/u.test(after)) return true;
  }
  return false;
};

const quoted = (heading: string | undefined): string => (heading === undefined ? 'none' : `"${heading}"`);

const placeFaults = (
  { id: claim, locator, figures }: ClaimRecord,
  paragraphs: readonly string[],
  headings: readonly string[],
): readonly Fault[] => {
  const last = locator.through ?? locator.paragraph;
  if (last > paragraphs.length) {
    const wrong = `is ${last}, and the note has ${paragraphs.length} paragraphs`;
    return [
      { claim, field: 'locator.paragraph', wrong, mend: 'count the lines that are not empty, the title being 1' },
    ];
  }
  const above = headingAbove(paragraphs, headings, locator.paragraph);
  const there = paragraphs
    .slice(locator.paragraph - 1, last)
    .join(' ')
    .toLowerCase();
  return [
    ...(above === locator.heading
      ? []
      : [
          {
            claim,
            field: 'locator.heading',
            wrong: `is ${quoted(locator.heading)}, and ${quoted(above)} stands above paragraph ${locator.paragraph}`,
            mend: 'give the heading as printed',
          },
        ]),
    ...figures.flatMap(({ id, printed }, at) =>
      isPrintedIn(there, printed)
        ? []
        : [
            {
              claim,
              field: `figures.${at} (${id}).printed`,
              wrong: `"${printed}" is not printed in paragraph ${locator.paragraph}${last > locator.paragraph ? ` to ${last}` : ''}`,
              mend: 'give the figure as printed, or correct the paragraph',
            },
          ],
    ),
  ];
};

const copyFaults = (
  { note, claims }: CheckedFile,
  runIn: (sentence: string) => string | undefined,
  source: string,
): readonly Fault[] =>
  [
    { field: 'note.summary', sentence: note.summary ?? '' },
    ...claims.flatMap(({ id: claim, paraphrase, short = '', condition = '' }) => [
      { claim, field: 'paraphrase', sentence: paraphrase },
      { claim, field: 'short', sentence: short },
      { claim, field: 'condition', sentence: condition },
    ]),
  ].flatMap(({ sentence, ...place }) => {
    const run = runIn(sentence);
    return run === undefined
      ? []
      : [{ ...place, wrong: `"${run}" is word for word in ${source}`, mend: 'say it anew' }];
  });

/**
 * Compares the library with the notes' own texts: every place and printed figure is there, and no sentence of ours takes
 * eight words in a row from any of the notes.
 */
export const textProblems = (files: readonly CheckedFile[], texts: readonly NoteText[]): readonly LintProblem[] => {
  const names = properNamesIn(files);
  const searches = texts.map(({ name, text }) => ({ name, runIn: copiedRunFinder(text, names) }));
  return files.flatMap((file) => {
    const { note, claims, name } = file;
    const text = texts.find((one) => one.name.startsWith(noteNumberOf(note.id)));
    const paragraphs = text && paragraphsOf(text.text, note.title);
    const headings = [...new Set(claims.flatMap(({ locator }) => locator.heading ?? []))];
    const faults: readonly Fault[] =
      text === undefined
        ? [
            {
              field: 'note.id',
              wrong: `no text starts with ${noteNumberOf(note.id)}`,
              mend: 'put the note beside the others',
            },
          ]
        : paragraphs === undefined
          ? [{ field: 'note.title', wrong: `is not a line of ${text.name}`, mend: 'give the title as printed' }]
          : claims.flatMap((claim) => placeFaults(claim, paragraphs, headings));
    return [...faults, ...searches.flatMap((search) => copyFaults(file, search.runIn, search.name))].map((fault) => ({
      file: name,
      ...fault,
    }));
  });
};
