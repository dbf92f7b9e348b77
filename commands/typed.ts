import type { Reading } from '../src/questions/index.ts';
import { COMMANDS } from './index.ts';

/** Reads a whole line, `/ratecut 50bps` or just `50bps`: the named command, or the first one where none is named. */
export const readTyped = (line: string): Reading => {
  const [, name, words = ''] = /^\s*(\/\S+)(?:\s+([\s\S]*))?$/.exec(line) ?? [];
  if (name === undefined) return readWords(line);
  const command = COMMANDS.find((one) => one.name === name.toLowerCase());
  return command ? command.read(words) : { kind: 'unclear', reason: 'unknown-command', words: name.slice(0, 40) };
};

const readWords = (line: string): Reading => {
  const [first] = COMMANDS;
  if (first === undefined) throw new Error('there is no command');
  return first.read(line);
};
