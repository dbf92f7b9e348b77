import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createCache } from '../../src/market-data/cache.ts';
import type { Closes, Futures, LoadProvenance, Rates } from '../../src/market-data/port.ts';
import { csvFileReader, csvTextReader } from '../../src/market-data/providers/csv.ts';
import { readWhereChanged } from '../../src/market-data/refreshing-value.ts';
import { addMilliseconds, isoDate, isoInstant, percent } from '../../src/units.ts';
import { walk } from '../doubles/market-series.ts';
import { temporaryFolder } from '../doubles/temporary.ts';

const SERIES = walk(9_800);
const provenance = (provider: LoadProvenance['provider'], asOf: string): LoadProvenance => ({
  provider,
  source: `${provider}, made up`,
  asOf: isoDate(asOf),
  fetchedAt: isoInstant('2026-11-20T22:00:00Z'),
  isFallback: false,
  isCached: false,
  isSynthetic: false,
  remarks: ['1 day left out'],
  problems: [],
});
const CLOSES: Closes = {
  ratio: SERIES,
  check: { kind: 'agreed', with: 'Cboe', on: SERIES.dates.slice(-2) },
  provenance: provenance('Yahoo', SERIES.dates.at(-1) ?? ''),
};
const RATES: Rates = {
  days: [
    { on: isoDate('2026-11-18'), lower: percent(3.75), upper: percent(4) },
    { on: isoDate('2026-11-19'), lower: percent(3.75), upper: percent(4), effective: percent(3.88) },
  ],
  provenance: { ...provenance('FRED', '2026-11-19'), notice: 'a sentence' },
};
const FUTURES: Futures = {
  prices: [{ month: '2026-12', price: 96, asOf: isoDate('2026-11-20') }],
  missing: [{ month: '2027-01', problem: { provider: 'Yahoo', kind: 'empty', words: 'nothing' } }],
  provenance: provenance('Yahoo', '2026-11-20'),
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotation-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const cached = <Value extends { readonly provenance: LoadProvenance }>(value: Value) => ({
  kind: 'ok',
  value: { ...value, provenance: { ...value.provenance, isCached: true } },
});

describe('what is cached on disk', () => {
  it('is read as it was, marked as cached, with the time it was fetched', async () => {
    const cache = createCache(join(folder, 'deeper'));
    await cache.write('closes', CLOSES);
    await cache.write('rates', RATES);
    await cache.write('futures', FUTURES);
    const again = createCache(join(folder, 'deeper'));
    expect(await again.read('closes')).toEqual(cached(CLOSES));
    expect(await again.read('rates')).toEqual(cached(RATES));
    expect(await again.read('futures')).toEqual(cached({ ...FUTURES, missing: [] }));
  });

  it('is there within 150 milliseconds for 37 years of closes', async () => {
    const cache = createCache(folder);
    await cache.write('closes', CLOSES);
    const spent: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now();
      await cache.read('closes');
      spent.push(performance.now() - began);
    }
    expect(Math.min(...spent)).toBeLessThan(150);
  });

  it('leaves no unfinished file beside it, however many write at once', async () => {
    const cache = createCache(folder);
    await Promise.all(Array.from({ length: 8 }, () => cache.write('rates', RATES)));
    expect(await readdir(folder)).toEqual(['rates.json']);
    expect((await cache.read('rates')).kind).toBe('ok');
  });

  it('is nothing at first', async () => {
    expect(await createCache(folder).read('closes')).toMatchObject({
      problems: [{ provider: 'cache', kind: 'empty', words: 'nothing is kept of closes yet' }],
    });
  });

  const small = {
    ...CLOSES,
    ratio: { dates: SERIES.dates.slice(-2), numerator: [1, 2], denominator: [4, 5], ratios: [] },
  };
  it.each([
    ['half a file', (text: string) => text.slice(0, text.length / 2)],
    ['no JSON', () => '<html>'],
    ['another version', (text: string) => text.replace('"version":1', '"version":2')],
    ['a close that is text', (text: string) => text.replace('"russell":[1,', '"russell":["1",')],
    ['a close of nothing', (text: string) => text.replace('"russell":[1,', '"russell":[0,')],
    ['one close too few', (text: string) => text.replace('"russell":[1,2]', '"russell":[1]')],
    ['days in disorder', (text: string) => text.replace(/"dates":\["([^"]+)","([^"]+)"\]/, '"dates":["$2","$1"]')],
    ['an unknown provider', (text: string) => text.replaceAll('"provider":"Yahoo"', '"provider":"synthetic"')],
  ])('is not used where it is %s', async (_, damage) => {
    const cache = createCache(folder);
    await cache.write('closes', small);
    const file = join(folder, 'closes.json');
    expect((await cache.read('closes')).kind).toBe('ok');
    await writeFile(file, damage(await readFile(file, 'utf8')));
    expect(await cache.read('closes')).toEqual({
      kind: 'unavailable',
      problems: [
        {
          provider: 'cache',
          kind: 'unreadable',
          words: 'what is kept of closes is damaged or of another version, and is not used',
        },
      ],
    });
  });

  it('that cannot be written is a problem in words, and nothing is left behind', async () => {
    const blocked = join(folder, 'blocked');
    await writeFile(blocked, 'a file where a folder should be');
    await chmod(blocked, 0o600);
    expect(await createCache(blocked).write('rates', RATES)).toMatchObject({
      kind: 'unavailable',
      problems: [
        { provider: 'cache', kind: 'fault', words: expect.stringMatching(/^rates cannot be kept on disk \(E/) },
      ],
    });
    expect(await createCache(blocked).read('rates')).toMatchObject({ kind: 'unavailable' });
  });
});

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
