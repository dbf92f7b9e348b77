import { readCommand } from '../src/reading/index.ts';
import { readFedCommand } from '../src/topics/fed/read-command.ts';
import type { ReadingResult } from '../src/topics/turn.ts';
import type { Command } from './command.ts';

/** `/fed`: the target range, the next meeting, and what futures imply of the next ones. */
export const fedCommand: Command<ReadingResult> = {
  name: '/fed',
  description: 'The Fed’s target range, its next meeting, and the odds that futures imply',
  usageHint: 'odds | next meeting',
  read: (...typed) => readCommand(readFedCommand, ...typed),
};
