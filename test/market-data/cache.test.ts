import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createCache } from '../../src/market-data/cache.ts';
import type { Closes, Futures, LoadProvenance, Rates } from '../../src/market-data/port.ts';
import { isoDate, isoInstant, percent } from '../../src/units.ts';
import { walk } from '../doubles/market-series.ts';

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
