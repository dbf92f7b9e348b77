import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The product's sources, for tests that read them. */

export const ROOT = resolve(import.meta.dirname, '../..');

const sourcesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

/** Every source file, by its path from the root. */
export const SOURCES = [...sourcesUnder('src'), ...sourcesUnder('commands')];

/** A file without its comments. */
export const codeOf = (file: string): string =>
  readFileSync(join(ROOT, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<![:'"`])\/\/[^\n]*/g, '');

export interface Import {
  readonly from: string;
  /** True where nothing but types is imported. */
  readonly isTypes: boolean;
}

const isTypesOnly = (clause: string): boolean =>
  clause.startsWith('type ') || /^\{(?:\s*type \w[^,}]*,?)+\s*\}$/.test(clause);

export const importsOf = (code: string): Import[] => [
  ...[...code.matchAll(/^\s*(?:import|export)\s+([^;'"]*?)\s*from\s*['"]([^'"]+)/gm)].map(
    ([, clause = '', from = '']) => ({ from, isTypes: isTypesOnly(clause) }),
  ),
  ...[/^\s*import\s*['"]([^'"]+)/gm, /\bimport\s*\(\s*['"]([^'"]+)/g]
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .map(([, from = '']) => ({ from, isTypes: false })),
];
