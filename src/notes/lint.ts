import { type Figure, type NoteFile, NoteFileSchema } from './format.ts';
import { LibraryError, type LibraryFile, readLibrary } from './library.ts';
import { claimProblems } from './lint-claims.ts';
import { nameProblems } from './lint-names.ts';
import { type NoteText, textProblems } from './lint-texts.ts';

/** A note's file that the schema has passed, with the name it is read under. */
export interface CheckedFile extends NoteFile {
  readonly name: string;
}

export interface LintProblem {
  readonly file: string;
  /** Id of the claim, where it lies in one. */
  readonly claim?: string;
  /** The field as a path inside the claim or the note: `figures.1.asOf`. */
  readonly field: string;
  readonly wrong: string;
  /** What to do about it, as an order. */
  readonly mend: string;
}

/** @example `002.json: 002-ratio: paraphrase: ends without a full stop; add one` */
export const formatProblem = ({ file, claim, field, wrong, mend }: LintProblem): string =>
  [file, ...(claim === undefined ? [] : [claim]), field, `${wrong}; ${mend}`].join(': ');

type Fault = Pick<LintProblem, 'wrong' | 'mend'>;

/** The numbers in a figure as printed: `1 160.9 million` is 1160.9, `12-24 months` is 12 and 24, `about half` is none. */
const numbersIn = (printed: string): readonly number[] =>
  (printed.match(/\d+(?:[ ,\u00a0\u202f]\d{3}(?!\d))*(?:\.\d+)?/g) ?? []).map((number) =>
    Number(number.replace(/[^\d.]/g, '')),
  );

const MONTHS_A_YEAR = 12;

/** True where the value is one of the printed numbers; a span printed in years may be held in months. */
const isAsPrinted = ({ value, unit, printed }: Figure): boolean => {
  const numbers = numbersIn(printed);
  const years = unit === 'months' && /year/.test(printed) ? numbers.map((number) => number * MONTHS_A_YEAR) : [];
  return numbers.length === 0 || [...numbers, ...years].includes(Math.abs(value));
};

/**
 * A figure without a date misleads as soon as it is a year old. So each has a day (the note's own for "now" and "today"),
 * or a period in words; or it says why it has neither, and then it has neither.
 */
const dateFault = ({ asOf, period, undated }: Figure, written: string): Fault | undefined => {
  const isDated = asOf !== undefined || period !== undefined;
  if (!isDated && undated === undefined) {
    return { wrong: 'has no date', mend: `give asOf (${written} for "now"), a period in words, or why it is undated` };
  }
  if (isDated && undated !== undefined) return { wrong: 'is dated and called undated', mend: 'drop undated' };
  if (asOf !== undefined && asOf > written) {
    return { wrong: `speaks of ${asOf}, after the note of ${written}`, mend: 'correct asOf, or say a period' };
  }
  return undefined;
};

/** Every figure dated, and its value the one it prints. */
export const figureProblems = ({ name, note, claims }: CheckedFile): readonly LintProblem[] =>
  claims.flatMap(({ id: claim, figures }) =>
    figures.flatMap((figure, at) => {
      const fault = dateFault(figure, note.date);
      const { value, unit, printed } = figure;
      return [
        ...(fault ? [{ file: name, claim, field: `figures.${at} (${figure.id})`, ...fault }] : []),
        ...(isAsPrinted(figure)
          ? []
          : [
              {
                file: name,
                claim,
                field: `figures.${at} (${figure.id}).value`,
                wrong: `${value} ${unit} is not the printed "${printed}"`,
                mend: 'correct the one that is wrong',
              },
            ]),
      ];
    }),
  );

export interface LintReport {
  /** A line a problem: file, claim, field, what is wrong and how to mend it. Empty where nothing is. */
  readonly problems: readonly string[];
  readonly claims: number;
  readonly figures: number;
}

/**
 * Checks what no schema can: names, dates, places and, where the notes' texts are given, that nothing is copied and
 * everything stands where the library says. What {@link readLibrary} refuses is reported alone, since the rest rests on it.
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
