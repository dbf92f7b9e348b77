import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readNoteFile } from './note-files/index.ts';
import { type ExtractedClaim, extractClaims, knownNamesOf } from './notes/extract/index.ts';
import { NOTES } from './notes/index.ts';
import { optionProblem, print, runProgram } from './terminal.ts';

/** Proposes the claims of a note: `npm run -s notes:extract -- FILE`. */

const USAGE = `Usage: npm run -s notes:extract -- FILE

  FILE  a note as txt, md, html, pdf or docx
  Prints a line of JSON for each claim: text, paragraph, speaker, firm, role, stance, horizon, condition, topics, figures, confidence;
  besides, title (the speaker's job) and horizonEnds. What could not be found is null.`;

const WHY: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'There is no such file'],
  ['EISDIR', 'This is a folder'],
  ['EACCES', 'This file may not be read'],
]);

/** What the usage names first, in that order. */
const FIRST = [
  'text',
  'paragraph',
  'speaker',
  'firm',
  'role',
  'stance',
  'horizon',
  'condition',
  'topics',
  'figures',
  'confidence',
] as const satisfies readonly (keyof ExtractedClaim)[];

/** One claim as it is printed. */
const lineOf = (claim: ExtractedClaim): string =>
  JSON.stringify({ ...Object.fromEntries(FIRST.map((name) => [name, claim[name]])), ...claim });

class Refusal extends Error {}

const bytesOf = (path: string): Uint8Array => {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Refusal(`${WHY.get(code) ?? `This file cannot be read (${code})`}: ${path}`);
  }
};

const main = async (): Promise<void> => {
  const [path, ...more] = parseArgs({ allowPositionals: true }).positionals;
  if (path === undefined || more.length > 0) throw new Refusal(`Name one file.\n\n${USAGE}`);
  const read = await readNoteFile({ name: basename(path), bytes: bytesOf(path) });
  if (read.kind === 'refused') throw new Refusal(read.words);
  const { claims, language } = extractClaims(read.text, knownNamesOf(NOTES));
  if (language !== 'en') throw new Refusal('This note is not in English. Only English notes are read.');
  if (claims.length === 0) throw new Refusal('There is no claim on small caps or markets in this note.');
  for (const claim of claims) print(lineOf(claim));
};

await runProgram(main, (error) => (error instanceof Refusal ? error.message : optionProblem(error)), 1);
