import { readNoteCommand } from '../src/note-review/index.ts';
import { readCommand } from '../src/reading/index.ts';
import type { NoteEffect } from '../src/team-notes/index.ts';
import type { ReadingResult } from '../src/topics/turn.ts';
import type { Command } from './command.ts';

const HELP = /^\s*(?:help|usage|\?)\s*$/i;

/** `/note add`: notes of a team's own, from which views, checks and briefs cite from then on. */
export const noteCommand: Command<ReadingResult | NoteEffect> = {
  name: '/note',
  description: 'Notes of your own: add, confirm, list, edit, retire, export or import them',
  usageHint: 'add | list | edit T2 | retire T2 | merge | export | import | house off',
  read: (words, ...known) =>
    HELP.test(words)
      ? readCommand(() => ({ kind: 'unclear', reason: 'nothing-typed' }), words, ...known)
      : readNoteCommand(words),
};
