import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type CompanyList, parseCompanies } from './companies/index.ts';
import { ConfigError } from './config.ts';

const WHY: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
]);

/** Companies from a file, and each line of it that was left out, in words. */
export interface LoadedCompanies {
  readonly list: CompanyList;
  readonly problems: readonly string[];
}

/** @throws {ConfigError} in words, where the file cannot be read or holds no list */
export const loadCompanies = (path: string): LoadedCompanies => {
  const name = basename(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new ConfigError(`--companies: ${name} cannot be read: ${WHY.get(code) ?? code}`);
  }
  const read = parseCompanies(text);
  if (read.kind === 'refused') throw new ConfigError(`--companies: ${name}: ${read.words}`);
  return {
    list: { companies: read.companies, source: name },
    problems: read.problems.map(({ line, words }) => `${name}, line ${line} is left out: ${words}`),
  };
};
