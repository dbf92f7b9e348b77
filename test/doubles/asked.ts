import { readTyped } from '../../commands/typed.ts';
import type { Context } from '../../src/topics/context.ts';
import type { AskedTurn } from '../../src/topics/turn.ts';

/** Words that are known to ask, and not to schedule a brief. */
export const readAsked = (line: string, context?: Context): AskedTurn => {
  const turn = readTyped(line, context);
  if (turn.kind === 'brief') throw new Error(`not a question: ${line}`);
  return turn;
};
