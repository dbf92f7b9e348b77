import { readCommand } from '../src/reading/index.ts';
import { readRotationCommand } from '../src/topics/rotation/read-command.ts';
import type { ReadingResult } from '../src/topics/turn.ts';
import type { Command } from './command.ts';

/** `/rotation since 2024-07-09`: where the Russell 2000 stands against the S&P 500, and how both got there. */
export const rotationCommand: Command<ReadingResult> = {
  name: '/rotation',
  description: 'Small caps against large caps: the ratio today, since a date, or around rate moves',
  usageHint: 'since 2024-07-09 | 1y | to 0.6 | after cuts | rates | csv',
  read: (...typed) => readCommand(readRotationCommand, ...typed),
};
