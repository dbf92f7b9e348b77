import { type KnownPair, PAIRS, type Pair, type SeriesId, US_PAIR } from '../../facts/index.ts';
import type { IsoInstant } from '../../units.ts';
import { type FileHints, type FileSeries, type ReadFile, readClosesFile } from '../csv/file.ts';
import { readClosesFiles, versionOf } from '../csv/load.ts';
import { type Closes, type DataResult, unavailableBecause } from '../port.ts';
import { type Read, readWhereChanged } from '../refreshing-value.ts';
import { type FinalCloses, finalCloses, lastFinalDay, pairIndexes } from './closes.ts';

/** A person's own files: the closes of the Russell 2000 and the S&P 500, and of every other pair whose columns they hold. */

/** What the files hold. */
export interface FileCloses {
  readonly closes: DataResult<Closes>;
  readonly pairs: readonly KnownPair[];
}

const filesOf = (series: readonly FileSeries[]): readonly string[] => [...new Set(series.map(({ file }) => file))];

const sourceOf = (series: readonly FileSeries[]): string => {
  const files = filesOf(series);
  return files.length === 1 ? `your file ${files[0]}` : `your files ${files.join(' and ')}`;
};

const legOf = (
  id: SeriesId,
  { series }: ReadFile,
  exchange: Pair['exchange'],
  now: IsoInstant,
): DataResult<FinalCloses> => {
  const found = series.find((one) => one.series === id);
  if (found === undefined) {
    return unavailableBecause('CSV file', 'unreadable', `the file has no column of ${id}: ${id}_close would be`);
  }
  const until = lastFinalDay(now, exchange);
  if (!found.rows.some(({ on }) => on <= until)) {
    return unavailableBecause(
      'CSV file',
      'empty',
      `the file has no close up to ${until}, the last session that has ended`,
    );
  }
  const file = filesOf(series).length > 1 ? { file: found.file } : {};
  return finalCloses({ provider: 'CSV file', label: found.column, least: 1, exchange, ...file }, found.rows, now);
};

const pairOf = (pair: Pair, read: ReadFile, now: IsoInstant): DataResult<Closes> => {
  const used = read.series.filter(({ series }) => series === pair.small.id || series === pair.large.id);
  return pairIndexes(
    legOf(pair.small.id, read, pair.exchange, now),
    legOf(pair.large.id, read, pair.exchange, now),
    { provider: 'CSV file', source: sourceOf(used), fetchedAt: now, remarks: read.remarks },
    pair,
  );
};

const otherPairs = (read: ReadFile, now: IsoInstant): readonly KnownPair[] => {
  const has = (id: SeriesId): boolean => read.series.some(({ series }) => series === id);
  return PAIRS.flatMap((pair): KnownPair[] => {
    if (!has(pair.small.id) || !has(pair.large.id)) return [];
    const closes = pairOf(pair, read, now);
    if (closes.kind !== 'ok') return [{ kind: 'refused', pair, words: closes.problems.map(({ words }) => words) }];
    const { ratio, check, provenance } = closes.value;
    const { problems: _, ...shown } = provenance;
    return [{ kind: 'closes', pair, ratio, provenance: { ...shown, check } }];
  });
};

const closesOf = (read: DataResult<ReadFile>, now: IsoInstant): FileCloses =>
  read.kind === 'ok'
    ? { closes: pairOf(US_PAIR, read.value, now), pairs: otherPairs(read.value, now) }
    : { closes: read, pairs: [] };

/** What a file's text holds. Rows of days to come are left out; others that are left out are counted. */
export const parseCsvCloses = (name: string, text: string, hints: FileHints, now: IsoInstant): FileCloses =>
  closesOf(readClosesFile(name, text, hints), now);

/** The same of the files on disk that a setting names. */
export const loadCsvCloses = async (spec: string, hints: FileHints, now: IsoInstant): Promise<FileCloses> =>
  closesOf(await readClosesFiles(spec, hints), now);

/** Reads the files of a setting, again only where they have changed. */
export const csvFileReader = (spec: string, hints: FileHints): Read<FileCloses> =>
  readWhereChanged(
    () => versionOf(spec),
    (now) => loadCsvCloses(spec, hints, now),
  );

/** Reads the text of one file. */
export const csvTextReader = (name: string, text: string): Read<FileCloses> =>
  readWhereChanged(
    async () => name,
    async (now) => parseCsvCloses(name, text, {}, now),
  );
