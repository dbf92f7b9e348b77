import { readCommand } from '../src/reading/index.ts';
import type { ReadingResult } from '../src/topics/turn.ts';
import { readViewsCommand } from '../src/topics/views/read-command.ts';
import type { Command } from './command.ts';

/** `/views bearish`: who says what about small caps against large caps, by stance, person, firm, topic or note. */
export const viewsCommand: Command<ReadingResult> = {
  name: '/views',
  description: 'Who is bullish, who is bearish, and why, from analyst notes',
  usageHint: 'bearish | Calvasina | goldman | tariffs | note 002',
  read: (...typed) => readCommand(readViewsCommand, ...typed),
};
