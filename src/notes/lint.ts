import { NoteFileSchema } from './format.ts';
import { LibraryError, type LibraryFile, readLibrary } from './library.ts';
import { type CheckedFile, claimProblems, figureProblems, type LintProblem } from './lint-claims.ts';
import { nameProblems } from './lint-names.ts';
import { type NoteText, textProblems } from './lint-texts.ts';

/** A problem in one line. @example `002.json: 002-ratio: paraphrase: ends without a full stop; add one` */
const formatProblem = ({ file, claim, field, wrong, mend }: LintProblem): string =>
  [file, ...(claim === undefined ? [] : [claim]), field, `${wrong}; ${mend}`].join(': ');

/** What a lint of the library found. */
export interface LintReport {
  /** A line a problem: file, claim, field, what is wrong and how to mend it. Empty where nothing is. */
  readonly problems: readonly string[];
  /** How many were checked. */
  readonly claims: number;
  readonly figures: number;
}

/**
 * Checks what no schema can: names, dates, places and, where the notes' texts are given, that nothing is copied and
 * everything is where the library says. What {@link readLibrary} refuses is reported alone, since the rest rests on it.
 */
export const lintLibrary = (files: readonly LibraryFile[], texts?: readonly NoteText[]): LintReport => {
  try {
    readLibrary(files);
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    return { problems: error.message.split('\n'), claims: 0, figures: 0 };
  }
  const checked: readonly CheckedFile[] = files.map(([name, content]) => ({ name, ...NoteFileSchema.parse(content) }));
  const claims = checked.flatMap((file) => file.claims);
  return {
    problems: [
      ...checked.flatMap((file) => [...claimProblems(file), ...figureProblems(file)]),
      ...nameProblems(checked),
      ...(texts ? textProblems(checked, texts) : []),
    ].map(formatProblem),
    claims: claims.length,
    figures: claims.flatMap(({ figures }) => figures).length,
  };
};
