import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LibraryFile, LintReport, NoteText } from './notes/index.ts';
import { optionProblem, print, runProgram } from './terminal.ts';

/** Checks the analyst notes' files: `npm run -s notes:lint`, and against the notes' own texts with `-- --against DIR`. */

const USAGE = `Usage: npm run -s notes:lint [-- --against DIR] [--library DIR]

  --against DIR  hold the library against the notes' own texts: one file a note, its name starting with the note's three digits
  --library DIR  check the JSON files in this folder instead of those the product ships with`;

const SHIPPED = join(import.meta.dirname, 'notes', 'library');

const filesIn = (folder: string, named: RegExp): readonly NoteText[] =>
  readdirSync(folder)
    .filter((name) => named.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** The parsed files, and a problem for each that is not JSON. */
const parseFiles = (files: readonly NoteText[]): { readonly contents: LibraryFile[]; readonly problems: string[] } => {
  const contents: LibraryFile[] = [];
  const problems: string[] = [];
  for (const { name, text } of files) {
    try {
      contents.push([name, JSON.parse(text)]);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      problems.push(`${name}: the whole file: is not JSON (${error.message}); write one object with note and claims`);
    }
  }
  return { contents, problems };
};

/** Lints the library. The module with the rules reads the shipped library when it is imported, so its errors are reported here too. */
const lint = async (contents: readonly LibraryFile[], texts: readonly NoteText[] | undefined): Promise<LintReport> => {
  try {
    const { lintLibrary } = await import('./notes/index.ts');
    return lintLibrary(contents, texts);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'LibraryError')) throw error;
    return { problems: error.message.split('\n'), claims: 0, figures: 0 };
  }
};

const main = async (): Promise<void> => {
  const { against, library } = parseArgs({
    options: { against: { type: 'string' }, library: { type: 'string' } },
  }).values;
  const { contents, problems: unread } = parseFiles(filesIn(library ?? SHIPPED, /\.json$/));
  const texts = against === undefined ? undefined : filesIn(against, /^\d{3}/);
  const { problems, claims, figures } =
    unread.length > 0 ? { problems: unread, claims: 0, figures: 0 } : await lint(contents, texts);
  for (const problem of problems) print(problem);
  if (problems.length > 0) process.exitCode = 1;
  else print(`notes ${contents.length}, claims ${claims}, figures ${figures}: nothing wrong`);
};

/** A folder that cannot be read, or an option. */
const typingProblem = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && /^(ENOENT|ENOTDIR)/.test(`${error.code}`)
    ? error.message
    : optionProblem(error);

await runProgram(main, (error) => {
  const problem = typingProblem(error);
  return problem && `${problem}\n\n${USAGE}`;
});
