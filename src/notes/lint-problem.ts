import type { NoteFile } from './format.ts';

/** A note's file that the schema has passed, with the name it is read under. */
export interface CheckedFile extends NoteFile {
  readonly name: string;
}

export interface Problem {
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
export const lineOf = ({ file, claim, field, wrong, mend }: Problem): string =>
  [file, ...(claim === undefined ? [] : [claim]), field, `${wrong}; ${mend}`].join(': ');
