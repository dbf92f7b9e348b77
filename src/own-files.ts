import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type CompanyList, parseCompanies } from './companies/index.ts';
import { ConfigError } from './config.ts';
import type { Library } from './notes/index.ts';
import { filesIn, libraryOf, NO_NOTES, withImportedNotes } from './team-notes/index.ts';
import type { IsoDate } from './units.ts';

/** What a workspace keeps of its own in Slack, from a file where there is no workspace. */

const WHY: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
]);

const textOf = (path: string, option: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new ConfigError(`${option}: ${basename(path)} cannot be read: ${WHY.get(code) ?? code}`);
  }
};

/** Companies from a file, and each line of it that was left out, in words. */
interface LoadedCompanies {
  readonly list: CompanyList;
  readonly problems: readonly string[];
}

/** @throws {ConfigError} in words, where the file cannot be read or holds no list */
export const loadCompanies = (path: string): LoadedCompanies => {
  const name = basename(path);
  const read = parseCompanies(textOf(path, '--companies'));
  if (read.kind === 'refused') throw new ConfigError(`--companies: ${name}: ${read.words}`);
  return {
    list: { companies: read.companies, source: name },
    problems: read.problems.map(({ line, words }) => `${name}, line ${line} is left out: ${words}`),
  };
};

/**
 * The library with the notes of a file, such as `/note export` writes it.
 *
 * @throws {ConfigError} in words, where the file cannot be read or holds no notes
 */
export const loadNotes = (path: string, today: IsoDate): Library => {
  const name = basename(path);
  const read = filesIn(textOf(path, '--notes'), today);
  if (read.kind === 'refused') throw new ConfigError(`--notes: ${name}: ${read.words}`);
  const taken = withImportedNotes(NO_NOTES, read.files, { on: today, by: name });
  if (taken.kind === 'full') throw new ConfigError(`--notes: ${name} holds more than one library takes`);
  return libraryOf(taken.notes);
};
