import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SeriesId } from '../../facts/index.ts';
import { type DataResult, ok, unavailableBecause } from '../port.ts';
import { seriesNamed } from './columns.ts';
import { type FileHints, type ReadFile, readClosesFile } from './file.ts';
import { decodeText, wrong } from './table.ts';

/** The files of `csv:PATH`, `csv:RUT.csv,SPX.csv` or `csv:rut=A.csv,spx=B.csv`. */

interface NamedPath {
  readonly path: string;
  /** What the person says the file holds. */
  readonly series?: SeriesId;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const namedPath = (part: string): NamedPath => {
  const [, key = '', path = ''] = /^([^=/\\]+)=(.+)$/.exec(part) ?? [];
  const series = seriesNamed(key);
  return series === undefined ? { path: part } : { path, series };
};

/** A path with a comma in it is one file where there is such a file. */
const pathsIn = async (spec: string): Promise<readonly NamedPath[]> =>
  !spec.includes(',') || (await exists(spec))
    ? [namedPath(spec)]
    : spec
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map(namedPath);

const MAX_BYTES = 20_000_000;

/** By the system's error code. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'this user may not read it'],
]);

const contents = async (path: string): Promise<DataResult<string>> => {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) {
      return unavailableBecause('CSV file', 'too-long', `${basename(path)} is larger than ${MAX_BYTES / 1_000_000} MB`);
    }
    return ok(decodeText(await readFile(path)));
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return unavailableBecause(
      'CSV file',
      'not-found',
      `${basename(path)} cannot be read: ${REASONS.get(code) ?? code}`,
    );
  }
};

/** Changes where one of the files of a setting does, or whether it may be read. */
export const versionOf = async (spec: string): Promise<string> => {
  const versions = (await pathsIn(spec)).map(({ path }) =>
    stat(path).then(
      ({ ctimeMs, size }) => `${ctimeMs} ${size}`,
      () => 'none',
    ),
  );
  return (await Promise.all(versions)).join();
};

/** A problem of one of several files says whose it is. */
const ofFile = (outcome: DataResult<ReadFile>, file: string, isOneOfMany: boolean): DataResult<ReadFile> =>
  outcome.kind === 'ok' || !isOneOfMany
    ? outcome
    : {
        ...outcome,
        problems: outcome.problems.map((problem) =>
          problem.words.includes(file) ? problem : { ...problem, words: `${file}, ${problem.words}` },
        ),
      };

const joined = (files: readonly ReadFile[]): DataResult<ReadFile> => {
  const series = files.flatMap((file) => file.series);
  for (const [at, one] of series.entries()) {
    const first = series.findIndex((other) => other.series === one.series);
    const before = series[first];
    if (first < at && before) return wrong(`${one.column} stands in both ${before.file} and ${one.file}`);
  }
  return ok({ series, remarks: files.flatMap((file) => file.remarks) });
};

/** The columns of closes of all files that a setting names, each under its own index. */
export const readClosesFiles = async (
  spec: string,
  hints: Omit<FileHints, 'series'>,
): Promise<DataResult<ReadFile>> => {
  const paths = await pathsIn(spec);
  const files: ReadFile[] = [];
  for (const { path, series } of paths) {
    const text = await contents(path);
    if (text.kind !== 'ok') return text;
    const name = basename(path);
    const read = ofFile(readClosesFile(name, text.value, { ...hints, series }), name, paths.length > 1);
    if (read.kind !== 'ok') return read;
    files.push(read.value);
  }
  return joined(files);
};
