import { describe, expect, it } from 'vitest';
import type { RatioSeries } from '../../src/index-ratio/series.ts';
import { crossCheck } from '../../src/market-data/live-providers.ts';
import { type Closes, ok, type Provider, unavailableBecause } from '../../src/market-data/port.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { closesOn, ratioOf, sessionsFrom } from '../doubles/market-series.ts';

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
