import type { Command } from '../../commands/command.ts';
import { readTyped } from '../../commands/typed.ts';
import { NOTES } from '../../src/notes/index.ts';
import type { Context } from '../../src/topics/context.ts';
import type { AskedTurn, Turn } from '../../src/topics/turn.ts';

/** Reads words behind a command, over the shipped notes. */
export const readerOf =
  <T extends Turn>({ read }: Command<T>) =>
  (words: string): T =>
    read(words, NOTES, {});

/** Reads a whole line, over the shipped notes. */
export const readLine = (line: string, context?: Context): Turn => readTyped(line, context, NOTES, {});

/** Words that are known to ask, and not to schedule a brief or to change a list of companies. */
export const readAsked = (line: string, context?: Context): AskedTurn => {
  const turn = readLine(line, context);
  if (turn.kind === 'brief' || turn.kind === 'company' || turn.kind === 'note')
    throw new Error(`not a question: ${line}`);
  return turn;
};
