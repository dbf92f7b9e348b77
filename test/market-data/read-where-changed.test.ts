import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { csvFileReader, csvTextReader } from '../../src/market-data/providers/csv.ts';
import { readWhereChanged } from '../../src/market-data/refreshing-value.ts';
import { addMilliseconds, isoInstant } from '../../src/units.ts';
import { temporaryFolder } from '../doubles/temporary.ts';

const MINUTE_MS = 60_000;
const SUNDAY = isoInstant('2026-11-22T12:00:00Z');

describe('what a source holds', () => {
  it('is read once for each day whose closes become final, however often it is asked for', async () => {
    const reads: string[] = [];
    const read = readWhereChanged(
      async () => '',
      async (now) => reads.push(now),
    );
    for (let minute = 0; minute < 7 * 24 * 60; minute += 1) await read(addMilliseconds(SUNDAY, minute * MINUTE_MS));
    // Stockholm's days and New York's; Thanksgiving is none there, and Friday closes early
    expect(reads.filter((at) => at.endsWith(':15:00.000Z'))).toEqual([
      '2026-11-23T21:15:00.000Z',
      '2026-11-24T21:15:00.000Z',
      '2026-11-25T21:15:00.000Z',
      '2026-11-27T18:15:00.000Z',
    ]);
    expect(reads.length).toBeLessThan(12);
  });

  it('is the same object until another day is final', async () => {
    const read = csvTextReader('mine.csv', 'date,rut_close,spx_close\n2026-03-12,10,40\n2026-03-13,11,40\n');
    const before = await read(isoInstant('2026-03-13T20:00:00Z'));
    expect(await read(isoInstant('2026-03-13T20:14:00Z'))).toBe(before);
    const after = await read(isoInstant('2026-03-13T20:15:00Z'));
    expect([before, after].map(({ closes }) => closes.kind === 'ok' && closes.value.provenance.asOf)).toEqual([
      '2026-03-12',
      '2026-03-13',
    ]);
  });

  it('is read again where the file has changed, has come or is gone', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = join(folder, 'mine.csv');
    const read = csvFileReader(path, {});
    const asOf = async () => {
      const { closes } = await read(isoInstant('2026-03-14T12:00:00Z'));
      return closes.kind === 'ok' ? closes.value.provenance.asOf : closes.problems.map(({ words }) => words);
    };
    const gone = ['mine.csv cannot be read: there is no such file'];
    expect(await asOf()).toEqual(gone);
    writeFileSync(path, 'date,rut_close,spx_close\n2026-03-12,10,40\n');
    expect(await asOf()).toBe('2026-03-12');
    appendFileSync(path, '2026-03-13,11,40\n');
    expect(await asOf()).toBe('2026-03-13');
    rmSync(path);
    expect(await asOf()).toEqual(gone);
  });
});
