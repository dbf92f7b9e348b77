import fc from 'fast-check';
import { type Facts, shippedFacts } from '../../src/facts/facts.ts';
import { factsAt } from '../../src/market-data/market-facts.ts';
import { openMarketData } from '../../src/market-data/open-market-data.ts';
import { isoInstant } from '../../src/units.ts';
import { liveFacts, OCTOBER_PRICES } from '../doubles/live-facts.ts';
import { ratioSeries, walk } from '../doubles/market-series.ts';
import { testTools } from '../doubles/market-tools.ts';

/** Facts of every kind: with and without market data, of long and short series, on days with and without a record. */

const NOW = isoInstant('2026-11-20T14:30:00Z');
const synthetic = factsAt(NOW, (await openMarketData({ kind: 'synthetic', seed: 7 }, testTools(NOW))).snapshot());

const closes = walk(900, '2023-02-01');
const failed = { kind: 'unavailable', words: ['Yahoo did not answer', 'Cboe is <down> & out'] } as const;
const shipped = ['2026-11-20T14:30:00Z', '2024-07-12T00:00:00Z', '2019-01-01T00:00:00Z', '2031-02-28T23:59:59Z'].map(
  (now) => shippedFacts(isoInstant(now)),
);
const [first] = shipped as [Facts];

const ALL: readonly Facts[] = [
  ...shipped,
  { ...first, market: { ...first.market, kind: 'printed', why: failed } },
  { ...first, market: { ...first.market, kind: 'printed', why: { kind: 'loading' } } },
  synthetic,
  liveFacts('2026-09-21T14:00:00Z', { closes, futures: OCTOBER_PRICES }),
  liveFacts('2026-10-28T19:00:00Z', { closes, futures: failed }),
  liveFacts('2031-02-28T23:59:59Z', {
    closes: ratioSeries([0.4, 0.41]),
    provenance: {
      check: { kind: 'provisional', words: 'Yahoo alone: Cboe <em> & "co"' },
      isFallback: true,
      isCached: true,
    },
  }),
  liveFacts('2020-01-03T22:00:00Z', { closes: ratioSeries([0.4]) }),
  liveFacts('2010-01-03T22:00:00Z', { closes }),
];

/** Printed by what they are: a series is long. */
export const anyFacts: fc.Arbitrary<Facts> = fc.constantFrom(
  ...ALL.map((facts, at) => ({
    ...facts,
    [fc.toStringMethod]: () => `facts ${at}, ${facts.market.kind}, ${facts.now}`,
  })),
);
