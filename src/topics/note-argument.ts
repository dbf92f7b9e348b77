import { month } from '../message/index.ts';
import { type Library, NOTES } from '../notes/index.ts';
import { byline, shortTitle } from '../wording/index.ts';
import { type WrongArgument, wrongArgument } from './tool.ts';
import { noteNumber } from './views/question.ts';

/** The number of a note as an argument: people name a note by its author or publisher, so every number says whose it is. */

const WHOSE = NOTES.notes
  .toSorted((one, other) => one.number.localeCompare(other.number))
  .map((note) => `${note.number}: ${byline(note)}, ${month(note.date)}, “${shortTitle(note.title)}”`)
  .join('; ');

const described = (what: string): string => `${what}. ${WHOSE}`;

/** One note; `what` says what it does there, without a full stop. */
export const noteArgument = (what: string) => noteNumber.optional().describe(described(what));

/** Several of them, up to `most`. */
export const notesArgument = (what: string, most: number) =>
  noteNumber.array().max(most).optional().describe(described(what));

/** So many numbers are told. */
const MOST_NAMED = 30;

/** What is wrong with the number of a note that is none; undefined for that of one. */
export const unknownNote = (
  argument: string,
  number: string | undefined,
  { notes }: Library,
): WrongArgument | undefined => {
  const numbers = notes.map((note) => note.number).sort();
  if (number === undefined || numbers.includes(number)) return undefined;
  const [some, left] = [numbers.slice(0, MOST_NAMED), numbers.length - MOST_NAMED];
  return wrongArgument(argument, `must be one of ${some.join(', ')}${left > 0 ? ` or of ${left} more` : ''}`);
};
