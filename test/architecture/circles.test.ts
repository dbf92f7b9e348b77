import { relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, importsOf, ROOT, SOURCES } from './sources.ts';

/** The files that an import leads to, types as well as values; what is not in `files` is left out. */
const targetsOf = (file: string, code: string, files: ReadonlySet<string>): readonly string[] =>
  importsOf(code)
    .filter(({ from }) => from.startsWith('.'))
    .map(({ from }) => relative(ROOT, resolve(ROOT, file, '..', from)))
    .filter((target) => files.has(target));

/** Circles of imports, each as the files it leads through, the first one again at its end. */
const circlesIn = (imports: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) follow(target, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) follow(file, []);
  return circles;
};

describe('circles of imports', () => {
  it('do not exist, types included', () => {
    const files = new Set(SOURCES);
    expect(circlesIn(new Map(SOURCES.map((file) => [file, targetsOf(file, codeOf(file), files)])))).toEqual([]);
  });

  it('are noticed, of types too', () => {
    const code = new Map([
      ['src/facts/a.ts', "export { b } from './b.ts';"],
      ['src/facts/b.ts', "import type { C } from '../fed/c.ts';"],
      ['src/fed/c.ts', "import {\n  type A,\n} from '../facts/a.ts';\nimport '../units.ts';"],
    ]);
    const files = new Set(code.keys());
    expect(circlesIn(new Map([...code].map(([file, text]) => [file, targetsOf(file, text, files)])))).toEqual([
      'src/facts/a.ts → src/facts/b.ts → src/fed/c.ts → src/facts/a.ts',
    ]);
  });
});
