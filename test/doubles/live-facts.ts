import { type Facts, shippedFacts } from '../../src/facts/facts.ts';
import { type FuturesFacts, fedAt, type RateFacts } from '../../src/facts/fed.ts';
import type { ClosesProvenance, LiveMarket, NoData } from '../../src/facts/market.ts';
import type { RatioSeries } from '../../src/index-ratio/series.ts';
import { type IsoDate, type IsoInstant, isoDate, isoInstant } from '../../src/units.ts';
import { ratioSeries } from './market-series.ts';

/** Facts as an edge takes them, from series made by hand. */

interface Given {
  readonly closes: RatioSeries;
  readonly provenance?: Partial<ClosesProvenance>;
  readonly futures?: FuturesFacts | NoData;
  readonly rates?: RateFacts;
}

export const liveMarket = (closes: RatioSeries, more: Partial<ClosesProvenance> = {}): LiveMarket => {
  const asOf = closes.dates.at(-1) as IsoDate;
  return {
    kind: 'live',
    readings: shippedFacts(isoInstant('2026-01-01T00:00:00Z')).market.readings,
    ratio: closes,
    provenance: {
      provider: 'Yahoo',
      source: 'Yahoo Finance, ^RUT and ^GSPC',
      asOf,
      fetchedAt: isoInstant(`${asOf}T21:30:00Z`),
      isFallback: false,
      isCached: false,
      isSynthetic: false,
      check: { kind: 'agreed', with: 'Cboe', on: closes.dates.slice(-2) },
      remarks: [],
      ...more,
    },
  };
};

export const liveFacts = (now: string, { closes, provenance, futures = { kind: 'off' }, rates }: Given): Facts => {
  const at = isoInstant(now);
  return { ...shippedFacts(at), market: liveMarket(closes, provenance), fed: fedAt(at, { futures, rates }) };
};

/** Prices of September 2026: 57.4 % for a hike on 28 October, where 57.6 was published. */
export const OCTOBER_PRICES: FuturesFacts = {
  prices: [
    { month: '2026-09', price: 96.24, asOf: isoDate('2026-09-18') },
    { month: '2026-10', price: 96.105, asOf: isoDate('2026-09-18') },
    { month: '2026-11', price: 95.98, asOf: isoDate('2026-09-18') },
  ],
  source: 'Yahoo',
  asOf: isoDate('2026-09-18'),
  isSynthetic: false,
};

/** 500 sessions from 22 November 2024 on, whose ratio rises by 0.0001 a day from 0.4; the S&P 500 stands at 1,000. */
export const risingFacts = (now: IsoInstant): Facts =>
  liveFacts(now, {
    closes: ratioSeries(
      Array.from({ length: 500 }, (_, day) => 0.4 + day / 10_000),
      '2024-11-22',
    ),
  });

/** The first closes are still to come. */
export const loadingFacts = (now: IsoInstant): Facts => {
  const shipped = shippedFacts(now);
  return { ...shipped, market: { kind: 'printed', readings: shipped.market.readings, why: { kind: 'loading' } } };
};
