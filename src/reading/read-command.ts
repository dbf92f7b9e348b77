import { utteranceOf } from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import type { Known, ReadCommand } from '../topics/reading.ts';
import type { ReadingResult } from '../topics/turn.ts';
import { namesOf } from '../topics/views/read-subjects.ts';

/** What stands behind a command and is longer than this is no question. */
const LONGEST = 2_000;
const HELP = /^\s*(?:help|usage|\?)\s*$/i;

/** Reads the words behind a slash command by its topic's grammar; `help` and `?` explain the commands, to the asker only. */
export const readCommand = (read: ReadCommand, typed: string, library: Library, known: Known): ReadingResult => {
  if (HELP.test(typed)) return { kind: 'question', question: { kind: 'help' }, private: true };
  if (typed.length > LONGEST) return { kind: 'unclear', reason: 'not-understood', words: typed.slice(0, 60) };
  return read(utteranceOf(typed, namesOf(library)), library, known);
};
