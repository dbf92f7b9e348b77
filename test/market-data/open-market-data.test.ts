import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { RatioSeries } from '../../src/index-ratio/series.ts';
import type { MarketDependencies, Progress } from '../../src/market-data/http-client.ts';
import { factsAt } from '../../src/market-data/market-facts.ts';
import { openMarketData } from '../../src/market-data/open-market-data.ts';
import type { MarketData } from '../../src/market-data/port.ts';
import { asPlainText } from '../../src/message/index.ts';
import { answer, render } from '../../src/topics/registry.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { futureSymbol, newYorkFedBody, type RateRow, type Row, yahooBody } from '../doubles/market-bodies.ts';
import {
  endlessWait,
  type PlayedProviders,
  playProviders,
  recorded,
  silence,
  status,
  type TestTools,
  testTools,
} from '../doubles/market-providers.ts';
import { throughCited, upTo, walk } from '../doubles/market-series.ts';

// 299 sessions, the last on Friday 2026-03-13
const SERIES = walk(299, '2025-01-02');
const FRIDAY_EVENING = '2026-03-13T21:00:00Z';
const MONTHS = [
  ...(['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'] as const),
  ...(['2026-10', '2026-11', '2026-12', '2027-01', '2027-02'] as const),
];

const FUTURES: Record<string, readonly Row[]> = Object.fromEntries(
  MONTHS.map((month, at) => [futureSymbol(month), [{ on: isoDate('2026-03-13'), close: 96.36 - at * 0.02 }]]),
);
const RATES: RateRow[] = [
  { on: isoDate('2026-03-11'), effective: 3.63, lower: 3.5, upper: 3.75 },
  { on: isoDate('2026-03-12'), effective: 3.64, lower: 3.5, upper: 3.75 },
];
const KNOWN = { closes: SERIES, futures: FUTURES, rates: RATES };

let providers: PlayedProviders;
let folder: string;

beforeEach(async () => {
  providers = await playProviders(KNOWN);
  folder = await mkdtemp(join(tmpdir(), 'rotation-desk-'));
  onTestFinished(async () => {
    await providers.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
});

const open = (tools: MarketDependencies, fredApiKey?: string): Promise<MarketData> =>
  openMarketData(providers.settings(folder, fredApiKey), tools);

const opened = async (
  now = FRIDAY_EVENING,
  more: Partial<MarketDependencies> = {},
): Promise<{ market: MarketData; tools: TestTools }> => {
  // the wait for a second provider is not to run out by itself
  const tools = testTools(now, { wait: endlessWait, ...more });
  return { market: await open(tools), tools };
};

const askedFor = (part: string): number => providers.asked.filter((path) => path.includes(part)).length;

/** The same closes with one more session, on Monday 2026-03-16. */
const withMonday = (): RatioSeries => walk(300, '2025-01-02');

describe('a first load', () => {
  it('begins when data are asked for, and brings both indexes, confirmed', async () => {
    const { market } = await opened();
    expect(providers.asked).toEqual([]);
    expect(await market.closes()).toMatchObject({
      kind: 'ok',
      value: {
        ratio: { dates: SERIES.dates },
        check: { kind: 'agreed', with: 'Cboe', on: ['2026-03-12', '2026-03-13'] },
        provenance: { provider: 'Yahoo', asOf: '2026-03-13', isFallback: false, isCached: false, problems: [] },
      },
    });
  });

  it('brings rates, and the futures that the next meetings need', async () => {
    const { market } = await opened();
    expect(await market.rates()).toMatchObject({ value: { days: [{}, { on: '2026-03-12', upper: 3.75 }] } });
    expect(await market.futures()).toMatchObject({
      value: { prices: MONTHS.map((month) => ({ month })), missing: [], provenance: { asOf: '2026-03-13' } },
    });
    expect(await market.futures(['2026-04'])).toMatchObject({ value: { prices: [{ month: '2026-04' }] } });
    expect(askedFor('ZQ')).toBe(12);
    expect(await market.futures(['2027-12'])).toMatchObject({ problems: [{ kind: 'not-found' }] });
  });

  it('holds nobody up: a snapshot is there at once, and the data follow', async () => {
    const { market } = await opened();
    const snapshot = market.snapshot();
    expect(snapshot).toMatchObject({
      takenAt: '2026-03-13T21:00:00.000Z',
      closes: { kind: 'loading', since: '2026-03-13T21:00:00.000Z' },
      rates: { kind: 'loading' },
      futures: { kind: 'loading' },
    });
    expect(await snapshot.arriving).toMatchObject({
      closes: { kind: 'ok' },
      rates: { kind: 'ok' },
      futures: { kind: 'ok' },
    });
    expect(market.snapshot().arriving).toBeUndefined();
    expect(market.snapshot().closes).toBe(market.snapshot().closes);
  });

  it('is waited for no longer than one likes', async () => {
    providers.answer('yahoo', silence);
    providers.answer('cboe', silence);
    const wait: MarketDependencies['wait'] = async (ms) => void expect(ms).toBe(50);
    const { market } = await opened(FRIDAY_EVENING, { wait });
    const snapshot = await market.snapshotWithin(50);
    expect(snapshot.closes.kind).toBe('loading');
    market.stop();
    expect(await market.closes()).toMatchObject({ problems: [{ kind: 'no-answer' }, { kind: 'no-answer' }] });
  });

  it('is waited for only as long as it takes', async () => {
    const { market } = await opened();
    expect(await market.snapshotWithin(60_000)).toMatchObject({ closes: { kind: 'ok' }, rates: { kind: 'ok' } });
  });

  it('is shared by all callers meanwhile, and reports its progress', async () => {
    const seen: Progress[] = [];
    const { market } = await opened(FRIDAY_EVENING, { onProgress: (progress) => seen.push(progress) });
    await Promise.all([market.closes(), market.closes(), market.snapshot().arriving]);
    expect(askedFor('%5ERUT')).toBe(1);
    expect(new Set(seen.map(({ provider, what }) => `${provider} ${what}`))).toContain('Yahoo ^GSPC');
  });
});

describe('where a provider does not answer', () => {
  it.each([
    ['refuses', status(429, 'Too Many Requests'), 'refused'],
    ['sends a web page', status(200, recorded('page.html')), 'unreadable'],
    ['sends an error with 200', status(200, recorded('yahoo-error.json')), 'not-found'],
    ['breaks', status(503), 'server-fault'],
  ])('Cboe stands in for a Yahoo that %s: provisional, and said', async (_, way, kind) => {
    providers.answer('yahoo', way);
    const { market } = await opened(FRIDAY_EVENING, { wait: async () => undefined });
    const outcome = await market.closes();
    expect(outcome).toMatchObject({
      kind: 'ok',
      value: {
        check: { kind: 'provisional', words: expect.stringMatching(/^Cboe alone: Yahoo /) },
        provenance: {
          provider: 'Cboe',
          isFallback: true,
          asOf: '2026-03-13',
          problems: expect.arrayContaining([expect.objectContaining({ provider: 'Yahoo', kind })]),
        },
      },
    });
  });

  it('Yahoo stands alone where Cboe is slow, without waiting for it', async () => {
    providers.answer('cboe', silence);
    const { market } = await opened(FRIDAY_EVENING, { wait: async () => undefined });
    expect(await market.closes()).toMatchObject({
      value: { check: { kind: 'provisional', words: 'Yahoo alone: Cboe had not answered in time' } },
    });
    market.stop();
  });

  it('FRED stands in for a New York Fed without days, where there is a key', async () => {
    providers.answer('newYorkFed', status(200, recorded('new-york-fed-empty.json')));
    const tools = testTools(FRIDAY_EVENING);
    expect(await (await open(tools)).rates()).toMatchObject({ kind: 'unavailable', problems: [{ kind: 'empty' }] });
    expect(await (await open(tools, 'k'.repeat(32))).rates()).toMatchObject({
      kind: 'ok',
      value: {
        days: [{}, { on: '2026-03-12', lower: 3.5, upper: 3.75, effective: 3.64 }],
        provenance: {
          provider: 'FRED',
          isFallback: true,
          notice: expect.stringMatching(/not endorsed or certified/),
          problems: [{ provider: 'New York Fed', kind: 'empty' }],
        },
      },
    });
  });

  it('nothing is said, and why, where none answers', async () => {
    for (const provider of ['yahoo', 'cboe', 'newYorkFed'] as const) providers.answer(provider, status(403));
    const { market } = await opened();
    expect(await market.closes()).toEqual({
      kind: 'unavailable',
      problems: [
        { provider: 'Yahoo', kind: 'refused', words: 'Yahoo answered 403 (not allowed)' },
        { provider: 'Cboe', kind: 'refused', words: 'Cboe answered 403 (not allowed)' },
      ],
    });
    expect(await market.rates()).toMatchObject({ problems: [{ provider: 'New York Fed' }] });
    expect(await market.futures()).toMatchObject({ problems: [{ provider: 'Yahoo', kind: 'paused' }] });
    expect(market.health()).toMatchObject([
      { what: 'closes', state: 'unavailable', problems: [{}, {}] },
      { what: 'rates', state: 'unavailable' },
      { what: 'futures', state: 'unavailable' },
    ]);
  });

  it('a fault of our own is reported, and is an outcome too', async () => {
    providers.answer('yahoo', status(503));
    const faults: unknown[] = [];
    const wait = () => Promise.reject(new Error('a broken timer'));
    const { market } = await opened(FRIDAY_EVENING, { wait, onFault: (error) => faults.push(error) });
    expect(await market.closes()).toMatchObject({ problems: [{ provider: 'Rotation Desk', kind: 'fault' }] });
    expect(faults).toEqual([new Error('a broken timer')]);
  });
});

describe('where a provider answers and is not the best', () => {
  const yahooKnows = (series: RatioSeries): void =>
    providers.answer('yahoo', (request, response) => {
      const symbol =
        decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname)
          .split('/')
          .at(-1) ?? '';
      const closes = symbol === '^RUT' ? series.numerator : series.denominator;
      response.end(
        yahooBody(
          symbol,
          series.dates.map((on, at) => ({ on, close: closes[at] ?? null })),
        ),
      );
    });

  it('one that is current stands in for one that is stale, and the reply says so', async () => {
    yahooKnows(upTo(SERIES, 297));
    const { market } = await opened();
    const closes = await market.closes();
    expect(closes).toMatchObject({
      value: {
        check: { kind: 'provisional', words: 'Cboe alone: Yahoo has no close of 2026-03-12 yet' },
        provenance: {
          provider: 'Cboe',
          asOf: '2026-03-13',
          isFallback: true,
          firstEnds: '2026-03-11',
          problems: [{ provider: 'Yahoo', words: 'Yahoo has nothing after 2026-03-11' }],
        },
      },
    });
    const facts = factsAt(isoInstant(FRIDAY_EVENING), await market.snapshotWithin(1_000));
    expect(asPlainText(render(answer({ kind: 'rotation' }, facts)))).toContain(
      'Closes 13 Mar 2026, Cboe, the first source ends on 11 Mar 2026',
    );
  });

  it('one whose closes are in doubt is passed over for one whose closes are those that are cited', async () => {
    const cited = throughCited('2025-01-02', '2026-03-13');
    providers.know({ ...KNOWN, closes: cited });
    yahooKnows({ ...cited, numerator: cited.numerator.map((close, at) => close * (1 + 0.02 * Math.sin(at))) });
    const { market } = await opened();
    expect(await market.closes()).toMatchObject({
      value: { ratio: cited, provenance: { provider: 'Cboe', isFallback: true } },
    });
  });

  it('one that sends weeks for days is passed over', async () => {
    yahooKnows(SERIES);
    providers.answer('yahoo', (_, response) =>
      response.end(yahooBody('^RUT', []).replace('"currency"', '"dataGranularity":"1mo","currency"')),
    );
    const { market } = await opened();
    expect(await market.closes()).toMatchObject({
      value: {
        provenance: {
          provider: 'Cboe',
          problems: expect.arrayContaining([
            expect.objectContaining({ words: 'Yahoo sent ^RUT in steps of 1mo, and daily closes were asked for' }),
          ]),
        },
      },
    });
  });

  it('FRED stands in for a New York Fed that is sessions behind', async () => {
    const late = [{ on: isoDate('2026-03-09'), effective: 3.63, lower: 3.5, upper: 3.75 }];
    providers.answer('newYorkFed', (_, response) => response.end(newYorkFedBody(late)));
    const market = await open(testTools(FRIDAY_EVENING), 'a'.repeat(32));
    expect(await market.rates()).toMatchObject({
      value: { provenance: { provider: 'FRED', asOf: '2026-03-12', isFallback: true, firstEnds: '2026-03-09' } },
    });
  });
});

describe('what was loaded', () => {
  it('is there at once in the next run, with its age, and is renewed only when that is due', async () => {
    const { market } = await opened();
    await market.snapshot().arriving;
    const before = providers.asked.length;
    const { market: next, tools } = await opened('2026-03-16T15:00:00Z');
    expect(next.snapshot().closes).toMatchObject({
      kind: 'ok',
      value: { provenance: { asOf: '2026-03-13', fetchedAt: '2026-03-13T21:00:00.000Z', isCached: true } },
    });
    await next.snapshot().arriving;
    expect(providers.asked.length).toBeGreaterThan(before);
    tools.setClock('2026-03-16T15:10:00Z');
    expect(next.snapshot().arriving).toBeUndefined();
    expect(next.health()[0]).toMatchObject({ state: 'ok', isCached: false, freshness: { kind: 'current' } });
  });

  it('is renewed a quarter of an hour after the close that it lacks', async () => {
    const { market, tools } = await opened();
    await market.closes();
    tools.setClock('2026-03-14T08:00:00Z');
    await market.closes();
    expect(askedFor('%5ERUT')).toBe(1);
    providers.know({ ...KNOWN, closes: withMonday() });
    tools.setClock('2026-03-16T20:16:00Z');
    expect(await market.closes()).toMatchObject({ value: { provenance: { asOf: '2026-03-16' } } });
    expect(askedFor('%5ERUT')).toBe(2);
  });

  it('stays, with its age and the reason, where providers fail later', async () => {
    const { market, tools } = await opened(FRIDAY_EVENING, { wait: async () => undefined });
    await market.closes();
    providers.answer('yahoo', status(500));
    providers.answer('cboe', status(500));
    tools.setClock('2026-03-17T21:00:00Z');
    expect(await market.closes()).toMatchObject({
      kind: 'ok',
      value: {
        ratio: { dates: SERIES.dates },
        provenance: {
          isCached: true,
          asOf: '2026-03-13',
          problems: [{ words: 'Yahoo answered 500' }, { words: 'Cboe answered 500' }],
        },
      },
    });
    expect(market.health()[0]).toMatchObject({ freshness: { kind: 'behind', sessions: 2, newest: '2026-03-17' } });
    const asked = providers.asked.length;
    tools.setClock('2026-03-17T21:01:00Z');
    await market.closes();
    expect(providers.asked.length).toBe(asked);
    providers.answer('yahoo');
    providers.answer('cboe');
    tools.setClock('2026-03-17T21:03:00Z');
    expect(await market.closes()).toMatchObject({ value: { provenance: { isCached: false, problems: [] } } });
  });

  it('is not taken back by a provider that lags behind', async () => {
    const { market, tools } = await opened();
    await market.closes();
    providers.know({ ...KNOWN, closes: upTo(SERIES, 298) });
    tools.setClock('2026-03-16T21:00:00Z');
    expect(await market.closes()).toMatchObject({
      value: {
        provenance: {
          asOf: '2026-03-13',
          isCached: true,
          problems: [{ words: 'Yahoo has nothing after 2026-03-12, which is behind what was known' }],
        },
      },
    });
  });

  it('is asked for again hourly while it is provisional', async () => {
    providers.answer('cboe', status(404));
    const { market, tools } = await opened();
    await market.closes();
    providers.answer('cboe');
    tools.setClock('2026-03-13T21:59:00Z');
    expect(await market.closes()).toMatchObject({ value: { check: { kind: 'provisional' } } });
    tools.setClock('2026-03-13T22:00:00Z');
    expect(await market.closes()).toMatchObject({ value: { check: { kind: 'agreed' } } });
  });

  it('is loaded again where the cache is damaged', async () => {
    await writeFile(join(folder, 'closes.json'), '{"version":1,"value":{}}');
    const { market } = await opened();
    expect(await market.closes()).toMatchObject({
      kind: 'ok',
      value: { provenance: { isCached: false, problems: [] } },
    });
  });

  it('is returned also where it cannot be cached', async () => {
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file in the way');
    const { market } = await opened();
    expect(await market.closes()).toMatchObject({
      kind: 'ok',
      value: { provenance: { problems: [{ provider: 'cache', kind: 'fault' }] } },
    });
  });
});

describe('without a network', () => {
  it('switched off, everything says so at once', async () => {
    const market = await openMarketData({ kind: 'off' }, testTools(FRIDAY_EVENING));
    const off = { kind: 'unavailable', problems: [{ provider: 'Rotation Desk', kind: 'off' }] };
    expect(market.mode).toBe('off');
    expect(market.snapshot()).toMatchObject({ closes: off, rates: off, futures: off });
    expect(await market.closes()).toMatchObject(off);
  });

  it("a user's file gives closes and nothing else", async () => {
    const path = join(folder, 'mine.csv');
    await writeFile(path, 'date,rut_close,spx_close\n2026-03-13,10,40\n');
    const market = await openMarketData({ kind: 'csv', path }, testTools(FRIDAY_EVENING));
    expect(market.snapshot()).toMatchObject({
      closes: {
        kind: 'ok',
        value: { check: { kind: 'not-applicable' }, provenance: { source: 'your file mine.csv' } },
      },
      rates: { kind: 'unavailable', problems: [{ kind: 'off' }] },
      futures: { kind: 'unavailable' },
    });
    expect(providers.asked).toEqual([]);
  });

  it('made-up data are complete and labelled', async () => {
    const market = await openMarketData({ kind: 'synthetic', seed: 1 }, testTools(FRIDAY_EVENING));
    const made = { kind: 'ok', value: { provenance: { isSynthetic: true } } };
    expect(market.snapshot()).toMatchObject({ closes: made, rates: made, futures: made });
    expect(await market.futures(['2027-06'])).toMatchObject(made);
  });
});
