import { utteranceOf } from '../language/index.ts';
import type { Library } from '../notes/index.ts';
import type { Known, ReadCommand } from '../topics/reading.ts';
import type { ReadingResult } from '../topics/turn.ts';
import { namesOf } from '../topics/views/read-subjects.ts';

/** What stands behind a command and is longer than this is no question. */
const LONGEST = 2_000;
const LONGEST_QUOTED = 60;
const MENTION = /<@[^<>]*>/g;
const HELP = /^\s*(?:help|usage|\?)\s*$/i;

/** Reads the words behind a slash command by its topic's grammar; `help` and `?` explain the commands, to the asker only. */
export const readCommand = (read: ReadCommand, typed: string, library: Library, known: Known): ReadingResult => {
  if (HELP.test(typed)) return { kind: 'question', question: { kind: 'help' }, private: true };
  const utterance = utteranceOf(typed.slice(0, LONGEST), namesOf(library));
  // a link, a picture or a call to everybody asks nothing; a mention may be left beside nothing
  const isMarkup = utterance.tokens.length === 0 && typed.replace(MENTION, '').trim() !== '';
  if (isMarkup || typed.length > LONGEST)
    return { kind: 'unclear', reason: 'not-understood', words: typed.trim().slice(0, LONGEST_QUOTED) };
  return read(utterance, library, known);
};
