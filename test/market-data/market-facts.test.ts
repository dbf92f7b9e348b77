import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Facts, shippedFacts } from '../../src/facts/facts.ts';
import { fedAt } from '../../src/facts/fed.ts';
import type { RatioSeries } from '../../src/index-ratio/series.ts';
import { factsAt, factsNow } from '../../src/market-data/market-facts.ts';
import { openMarketData } from '../../src/market-data/open-market-data.ts';
import { type Closes, ok, type Provider, type Snapshot, unavailableBecause } from '../../src/market-data/port.ts';
import { crossCheck } from '../../src/market-data/providers/cboe.ts';
import { MARKET_VARIABLES, marketSettings } from '../../src/market-data/settings.ts';
import { answer } from '../../src/topics/registry.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { testTools } from '../doubles/market-providers.ts';
import { closesOn, ratioOf, ratioSeries, sessionsFrom } from '../doubles/market-series.ts';

const NOW = isoInstant('2026-11-20T14:30:00Z');
const off = await openMarketData({ kind: 'off' }, testTools(NOW));
const synthetic = await openMarketData({ kind: 'synthetic', seed: 3 }, testTools(NOW));

const problem = { provider: 'Yahoo', kind: 'refused', words: 'Yahoo refused the request (429)' } as const;
const failed = { kind: 'unavailable', problems: [problem, problem] } as const;

const checkOf = (facts: Facts) => {
  const answered = answer({ kind: 'check', findings: ['002-ratio-2020'] }, facts);
  return answered.kind === 'check' ? answered.flagged.shown[0] : undefined;
};

describe('facts from what is known of the market', () => {
  it('are the shipped ones, where market data are off', () => {
    const { market, fed, now } = factsAt(NOW, off.snapshot());
    const shipped = shippedFacts(NOW);
    expect({ market, fed, now }).toEqual({ market: shipped.market, fed: shipped.fed, now: NOW });
    expect(fed).toEqual(fedAt(NOW, { futures: { kind: 'off' } }));
  });

  it('have the reason why nothing is known, each one once', () => {
    const closes: Snapshot['closes'] = failed;
    expect(factsAt(NOW, { ...off.snapshot(), closes }).market).toMatchObject({
      kind: 'printed',
      why: { kind: 'unavailable', words: ['Yahoo refused the request (429)'] },
    });
    const loading = { kind: 'loading', since: NOW } as const;
    expect(factsAt(NOW, { ...off.snapshot(), closes: loading, futures: loading })).toMatchObject({
      market: { why: { kind: 'loading' } },
      fed: { odds: { kind: 'none', why: { kind: 'loading' } } },
    });
  });

  it('are the same objects from the same data, so that nothing is worked out twice', () => {
    const [one, other] = [factsAt(NOW, synthetic.snapshot()), factsAt(NOW, synthetic.snapshot())];
    expect(one.market).toBe(other.market);
    expect(one.record).toBe(other.record);
    expect(one.fed).toBe(other.fed);
  });

  it('are made once a minute, and anew once anything else is known', () => {
    const [first, last, next] = ['14:30:00', '14:30:59', '14:31:00'].map((time) => isoInstant(`2026-11-20T${time}Z`));
    if (first === undefined || last === undefined || next === undefined) return expect.unreachable();
    const { facts } = factsNow(synthetic, first);
    expect(factsNow(synthetic, last).facts).toBe(facts);
    expect(factsNow(synthetic, next).facts).toEqual(factsAt(next, synthetic.snapshot()));
    expect(factsNow(off, next).facts.market.kind).toBe('printed');
  });

  it('hold no note against made-up numbers', () => {
    const facts = factsAt(NOW, synthetic.snapshot());
    expect(facts.market).toMatchObject({ kind: 'live', provenance: { isSynthetic: true } });
    expect(facts.record.closes).toBe(shippedFacts(NOW).record.closes);
  });

  it('hold the notes against the closes at hand, and against the cited ones on days these lack', () => {
    const { closes } = synthetic.snapshot();
    if (closes.kind !== 'ok') return expect.unreachable();
    const provenance = { ...closes.value.provenance, source: 'a provider', isSynthetic: false };
    const of = (ratio: typeof closes.value.ratio): Facts =>
      factsAt(NOW, { ...off.snapshot(), closes: { kind: 'ok', value: { ...closes.value, ratio, provenance } } });
    const dates = [isoDate('2020-12-30'), isoDate('2020-12-31')];
    const wrong = of(ratioOf(closesOn(dates, [1_974, 1_974.86]), closesOn(dates, [3_756, 3_756.07])));
    expect(checkOf(wrong)).toMatchObject({ verdict: 'disagrees', sources: expect.arrayContaining(['a provider']) });
    const right = of(ratioOf(closesOn(dates, [2_250, 2_253.6]), closesOn(dates, [3_756, 3_756])));
    expect(checkOf(right)).toBeUndefined();
    expect(checkOf(of(ratioSeries([0.4, 0.5])))?.sources).toEqual(checkOf(shippedFacts(NOW))?.sources);
  });
});

const DATES = sessionsFrom('2026-11-16', 5);

const series = (small: readonly number[], large: readonly number[]): RatioSeries => {
  const dates = DATES.slice(0, small.length);
  return ratioOf(closesOn(dates, small), closesOn(dates, large));
};

const closes = (provider: Provider, ratio: RatioSeries): Closes => ({
  ratio,
  check: { kind: 'not-applicable' },
  provenance: {
    provider,
    source: provider,
    asOf: ratio.dates.at(-1) ?? isoDate('2026-11-20'),
    fetchedAt: isoInstant('2026-11-20T22:00:00Z'),
    isFallback: false,
    isCached: false,
    isSynthetic: false,
    remarks: [],
    problems: [],
  },
});

describe('two providers', () => {
  const small = [1000, 1001, 1002, 1003, 1004];
  const large = [4000, 4001, 4002, 4003, 4004];
  const yahoo = closes('Yahoo', series(small, large));
  const against = (otherSmall: readonly number[], otherLarge: readonly number[]) =>
    crossCheck(yahoo, ok(closes('Cboe', series(otherSmall, otherLarge))));

  it('agree where the newest two closes of both indexes lie within 0.02', () => {
    expect(against([900, 900, 900, 1003.0149, 1003.985], [1, 1, 1, 4003.02, 4003.98])).toEqual({
      kind: 'agreed',
      with: 'Cboe',
      on: ['2026-11-19', '2026-11-20'],
    });
  });

  it.each([
    [
      'small caps',
      [...small.slice(0, 4), 1004.03],
      large,
      'Russell 2000 on 2026-11-20: Yahoo has 1004.00, Cboe 1004.03',
    ],
    [
      'large caps the day before',
      small,
      [...large.slice(0, 3), 4002.5, 4004],
      'S&P 500 on 2026-11-19: Yahoo has 4003.00, Cboe 4002.50',
    ],
    ['a day', small.slice(0, 4), large.slice(0, 4), 'Yahoo alone: Cboe has no close of 2026-11-20 yet'],
  ])('that differ in %s leave the value provisional, and say by what', (_, one, other, words) => {
    expect(against(one, other)).toEqual({ kind: 'provisional', words });
  });

  it('of which one does not answer leave the value provisional', () => {
    expect(crossCheck(yahoo, unavailableBecause('Cboe', 'too-slow', 'Cboe took longer than 10 s'))).toEqual({
      kind: 'provisional',
      words: 'Yahoo alone: Cboe took longer than 10 s',
    });
  });
});

const Schema = z.object(MARKET_VARIABLES);
const read = (environment: Record<string, string>, unset: 'live' | 'off' = 'off') =>
  marketSettings(Schema.parse(environment), unset);

describe('the settings of market data', () => {
  it.each([
    [{}, { kind: 'off' }],
    [{ MARKET_DATA: 'off' }, { kind: 'off' }],
    [{ MARKET_DATA: 'synthetic' }, { kind: 'synthetic', seed: 1 }],
    [{ MARKET_DATA: 'csv:./closes of mine.csv' }, { kind: 'csv', path: './closes of mine.csv' }],
  ])('%j', (environment, settings) => {
    expect(read(environment)).toEqual(settings);
  });

  it('say off against a default of live, and live against one of off', () => {
    expect(read({ MARKET_DATA: 'off' }, 'live')).toEqual({ kind: 'off' });
    expect(read({}, 'live')).toEqual({
      kind: 'live',
      cachePath: './data/cache',
      yahooUrl: 'https://query2.finance.yahoo.com',
      cboeUrl: 'https://cdn.cboe.com',
      newYorkFedUrl: 'https://markets.newyorkfed.org',
      fredUrl: 'https://api.stlouisfed.org',
    });
    expect(read({ MARKET_DATA: 'live', FRED_API_KEY: 'a'.repeat(32) })).toMatchObject({ fredApiKey: 'a'.repeat(32) });
  });

  it.each([
    [{ MARKET_DATA: 'yahoo' }, 'must be off, live, synthetic or csv:PATH'],
    [{ MARKET_DATA: 'csv:' }, 'must be off, live, synthetic or csv:PATH'],
    [{ YAHOO_BASE_URL: 'ftp://x' }, 'must be an http or https address'],
    [{ FRED_API_KEY: 'short' }, 'must be the 32 characters of a FRED key'],
  ])('%j are refused in words', (environment, words) => {
    expect(Schema.safeParse(environment).error?.issues.map(({ message }) => message)).toEqual([words]);
  });
});
