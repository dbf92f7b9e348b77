import { describe, expect, it } from 'vitest';
import { codeOf, SOURCES } from './sources.ts';

const TABLE = /^(?<exported>export )?\s*const (?<name>\w+)(?<type>: [^=]*)? = \{(?!\})/gm;

interface Table {
  readonly file: string;
  readonly name: string;
  readonly isExported: boolean;
  /** By any text, so that `constructor` would find what every object has. */
  readonly isByText: boolean;
}

const tablesIn = (file: string, code: string): Table[] =>
  [...code.matchAll(TABLE)].map(({ groups }) => ({
    file,
    name: groups?.['name'] ?? '',
    isExported: groups?.['exported'] !== undefined,
    isByText: /\bRecord<string,/.test(groups?.['type'] ?? ''),
  }));

/** The object literals in which words are looked up; a Map, or Object.hasOwn, knows its own keys only. */
const lookedUpIn = (file: string, code: string, tables: readonly Table[]): string[] =>
  tables
    .filter((table) => table.isExported || table.file === file)
    .filter(({ name, isByText }) => {
      const uses = isByText ? String.raw`\b${name}\[| in ${name}\b` : String.raw`\w\)? in ${name}\b[^ ]`;
      return new RegExp(`${uses}|as keyof typeof ${name}\\]`).test(code);
    })
    .map(({ name }) => `${file} looks words up in ${name}`);

describe('the sources', () => {
  it('looks no words up in an object literal', () => {
    const sources = SOURCES.map((file) => [file, codeOf(file)] as const);
    const tables = sources.flatMap(([file, code]) => tablesIn(file, code));
    expect(sources.flatMap(([file, code]) => lookedUpIn(file, code, tables))).toEqual([]);
  });

  it.each([
    "const MEANT: Readonly<Record<string, string>> = { rut: 'russell' };\nconst meant = MEANT[word];",
    "export const MEANT: Record<string, string> = {\n  rut: 'russell',\n};\nconst meant = MEANT[word] ?? word;",
    "const MEANT = { rut: 'russell' };\nconst isMeant = (word: string) => word in MEANT;",
    "const MEANT = { rut: 'russell' } as const;\nconst meant = MEANT[word as keyof typeof MEANT];",
  ])('notices words looked up in an object literal: %s', (code) => {
    expect(lookedUpIn('commands/x.ts', code, tablesIn('commands/x.ts', code))).toHaveLength(1);
  });
});
