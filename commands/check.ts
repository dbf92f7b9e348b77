import { readCommand } from '../src/reading/index.ts';
import { readCheckCommand } from '../src/topics/check/read-command.ts';
import type { ReadingResult } from '../src/topics/turn.ts';
import type { Command } from './command.ts';

/** `/check 002`: what the notes say against what the record says, worst first. */
export const checkCommand: Command<ReadingResult> = {
  name: '/check',
  description: 'The notes’ figures and dates held against the record, worst first',
  usageHint: '002 | 50bp july | forward p/e | conflicts',
  read: (...typed) => readCommand(readCheckCommand, ...typed),
};
