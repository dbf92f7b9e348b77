import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ConfigError } from './config.ts';
import type { Library } from './notes/index.ts';
import { filesIn, libraryOf, NO_NOTES, withImportedNotes } from './team-notes/index.ts';
import type { IsoDate } from './units.ts';

const WHY: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
]);

/**
 * The library with the notes of a file, such as `/note export` writes it.
 *
 * @throws {ConfigError} in words, where the file cannot be read or holds no notes
 */
export const loadNotes = (path: string, today: IsoDate): Library => {
  const name = basename(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new ConfigError(`--notes: ${name} cannot be read: ${WHY.get(code) ?? code}`);
  }
  const read = filesIn(text, today);
  if (read.kind === 'refused') throw new ConfigError(`--notes: ${name}: ${read.words}`);
  const taken = withImportedNotes(NO_NOTES, read.files, { on: today, by: name });
  if (taken.kind === 'full') throw new ConfigError(`--notes: ${name} holds more than one library takes`);
  return libraryOf(taken.notes);
};
