import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from './doubles/temporary.ts';
import { file, TEXT, view } from './notes/made-up-note.ts';

const ROOT = resolve(import.meta.dirname, '..');

const run = (...options: string[]) => {
  const args = ['src/notes-lint.ts', ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr };
};

/** Runs it on a folder of its own that holds one library file, and on request the made-up note's text beside a stray file. */
const lint = (contents: string, withText = false) => {
  const folder = temporaryFolder(onTestFinished);
  writeFileSync(join(folder, '900.json'), contents);
  const texts = join(folder, 'texts');
  mkdirSync(texts);
  writeFileSync(join(texts, '900_made_up.txt'), TEXT);
  writeFileSync(join(texts, 'about.txt'), contents);
  return run('--library', folder, ...(withText ? ['--against', texts] : []));
};

describe('npm run notes:lint', () => {
  it('finds nothing wrong in the library that ships', () => {
    const { status, stdout } = run();
    expect(stdout).toMatch(/^notes 5, claims \d{3}, figures \d{2,3}: nothing wrong\n$/);
    expect(status).toBe(0);
  });

  it('ends well with a count, also against texts', () => {
    const stdout = 'notes 1, claims 3, figures 3: nothing wrong\n';
    expect(lint(JSON.stringify(file()), true)).toEqual({ status: 0, stdout, stderr: '' });
  });

  it('ends with 1 and a line a problem', () => {
    const { status, stdout } = lint(JSON.stringify(file([view({ short: 'x.', paraphrase: 'X' })])));
    expect({ status, lines: stdout.trimEnd().split('\n').length }).toEqual({ status: 1, lines: 2 });
  });

  it.each([
    ['', /^900\.json: the whole file: is not JSON/],
    ['{}', /^900\.json: note: /],
    ['null', /^900\.json: the whole file: /],
  ])('names a file that holds %j', (contents, words) => {
    expect(lint(contents)).toMatchObject({ status: 1, stdout: expect.stringMatching(words), stderr: '' });
  });

  it.each([
    [['--against', '/no/such/folder'], /no such file[\s\S]*Usage/],
    [['--loud'], /--loud[\s\S]*Usage/],
  ])('refuses %j in words', (options, words) => {
    const { status, stderr } = run(...options);
    expect(status).toBe(2);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
