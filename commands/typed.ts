import type { Library } from '../src/notes/index.ts';
import { readTurn } from '../src/reading/index.ts';
import type { Context } from '../src/topics/context.ts';
import { withFittingInputs } from '../src/topics/rate-move/read-misfit.ts';
import type { Known } from '../src/topics/reading.ts';
import type { Turn } from '../src/topics/turn.ts';
import { companyCommand } from './company.ts';
import { COMMANDS } from './index.ts';
import { noteCommand } from './note.ts';

const COMMAND = /^\s*(?<name>\/?[\p{L}-]+)(?:\s+(?<words>[\s\S]*))?$/u;

/**
 * Reads a whole line as a person types it anywhere: `/ratecut 50bps`, `views bearish` without the slash, or free words that
 * may go on from what was asked before.
 */
export const readTyped = (line: string, context: Context | undefined, library: Library, known: Known): Turn => {
  const { name = '', words = '' } = COMMAND.exec(line)?.groups ?? {};
  const isSlash = line.trimStart().startsWith('/');
  const command = COMMANDS.find((one) => one.name === `/${name.replace(/^\//, '').toLowerCase()}`);
  if (isSlash) {
    const typed = /^\s*(\/\S*)/.exec(line)?.[1] ?? '/';
    return command
      ? command.read(words, library, known)
      : { kind: 'unclear', reason: 'unknown-command', words: typed.slice(0, 40) };
  }
  const read = command?.read(words, library, known);
  // a form opens behind a slash only: "brief" among people asks for one, and "company" is a word like any other
  const isEffect = (read?.kind === 'brief' && read.do !== 'form') || (read?.kind === 'company' && read.do === 'list');
  const isOfList = command === companyCommand || command === noteCommand;
  const isRead = (read?.kind === 'question' && !isOfList) || isEffect;
  return isRead ? read : withFittingInputs(readTurn(line, context, library, known), line, context);
};
