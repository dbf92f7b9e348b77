import { runsSharedWith } from './common-runs.ts';
import type { ClaimRecord } from './format.ts';
import { namesIn } from './lint-names.ts';
import type { CheckedFile, Problem } from './lint-problem.ts';
import { straight } from './straight.ts';

/** A note's own text, as it was published. */
export interface NoteText {
  /** File name, which starts with the note's three digits. */
  readonly name: string;
  readonly text: string;
}

type Fault = Omit<Problem, 'file'>;

/** The lines that are not empty, from the title on; undefined where the title is not a line of the text. */
const paragraphsOf = (text: string, title: string): readonly string[] | undefined => {
  const lines = text
    .split(/\r?\n/)
    .map(straight)
    .filter((line) => line !== '');
  const start = lines.indexOf(straight(title));
  return start < 0 ? undefined : lines.slice(start);
};

/** The heading of the library that stands last at or above a paragraph. */
const headingAbove = (paragraphs: readonly string[], headings: readonly string[], at: number): string | undefined => {
  const line = paragraphs.slice(0, at).findLast((text) => headings.some((heading) => straight(heading) === text));
  return headings.find((heading) => line !== undefined && straight(heading) === line);
};

/** True where the figure stands in the text as printed and not inside a longer number or word: `5%` is not in `35%`. */
const isPrintedIn = (text: string, printed: string): boolean => {
  const [there, figure] = [straight(text).toLowerCase(), straight(printed).toLowerCase()];
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
    { field: 'note.summary', sentence: note.summary },
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
 * Holds the library against the notes' own texts: every place and printed figure is there, and no sentence of ours takes
 * eight words in a row from any of the notes.
 */
export const textProblems = (files: readonly CheckedFile[], texts: readonly NoteText[]): readonly Problem[] => {
  const names = namesIn(files);
  const searches = texts.map(({ name, text }) => ({ name, runIn: runsSharedWith(text, names) }));
  return files.flatMap((file) => {
    const { note, claims, name } = file;
    const text = texts.find((one) => one.name.startsWith(note.id.slice(0, 3)));
    const paragraphs = text && paragraphsOf(text.text, note.title);
    const headings = [...new Set(claims.flatMap(({ locator }) => locator.heading ?? []))];
    const faults: readonly Fault[] =
      text === undefined
        ? [
            {
              field: 'note.id',
              wrong: `no text starts with ${note.id.slice(0, 3)}`,
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
