import { freshnessOf } from '../calendar/index.ts';
import { contractsNeeded } from '../fed/index.ts';
import type { IsoMonth } from '../units.ts';
import type { MarketDependencies } from './http-client.ts';
import type { DataResult } from './outcome.ts';
import type { Closes, Futures, KindHealth, LoadProvenance, MarketData, Rates, Snapshot } from './port.ts';
import type { LoadState, RefreshingValue } from './refreshing-value.ts';

export interface RefreshingValues {
  readonly closes: RefreshingValue<Closes>;
  readonly rates: RefreshingValue<Rates>;
  readonly futures: RefreshingValue<Futures>;
}

/** Meetings ahead whose contracts are kept: half a year. */
export const MEETINGS_AHEAD = 4;

const healthOf = (
  what: KindHealth['what'],
  known: LoadState<{ readonly provenance: LoadProvenance }>,
  tools: MarketDependencies,
): KindHealth => {
  if (known.kind === 'loading') return { what, state: 'loading', problems: [] };
  if (known.kind === 'unavailable') return { what, state: 'unavailable', problems: known.problems };
  const { source, asOf, fetchedAt, isCached, problems } = known.value.provenance;
  const freshness = freshnessOf(asOf, tools.now());
  return { what, state: 'ok', source, asOf, fetchedAt, freshness, isCached, problems };
};

/** The door in front of three keepers. */
export const marketDataOf = (
  mode: MarketData['mode'],
  { closes, rates, futures }: RefreshingValues,
  loadFutures: (months: readonly IsoMonth[]) => Promise<DataResult<Futures>>,
  tools: MarketDependencies,
  stop: () => void,
): MarketData => {
  const known = (): Omit<Snapshot, 'arriving'> => ({
    takenAt: tools.now(),
    closes: closes.known(),
    rates: rates.known(),
    futures: futures.known(),
  });
  const snapshot = (): Snapshot => {
    const taken = known();
    const loads = [closes, rates, futures].flatMap((one) => one.arriving() ?? []);
    return loads.length === 0 ? taken : { ...taken, arriving: Promise.all(loads).then(known) };
  };
  const ofMonths = async (months: readonly IsoMonth[]): Promise<DataResult<Futures>> => {
    const kept = contractsNeeded(tools.now(), MEETINGS_AHEAD);
    if (!months.every((month) => kept.includes(month))) return loadFutures(months);
    const all = await futures.settled();
    return all.kind === 'ok'
      ? {
          kind: 'ok',
          value: {
            ...all.value,
            prices: all.value.prices.filter(({ month }) => months.includes(month)),
            missing: all.value.missing.filter(({ month }) => months.includes(month)),
          },
        }
      : all;
  };
  return {
    mode,
    closes: closes.settled,
    rates: rates.settled,
    futures: (months) => (months === undefined ? futures.settled() : ofMonths(months)),
    snapshot,
    snapshotWithin: async (ms) => {
      const taken = snapshot();
      if (taken.arriving === undefined) return taken;
      const inTime = new AbortController();
      const late = tools.wait(ms, inTime.signal).then(known, known);
      const result = await Promise.race([taken.arriving, late]);
      inTime.abort();
      return result;
    },
    health: () => {
      const { closes, rates, futures } = known();
      return [healthOf('closes', closes, tools), healthOf('rates', rates, tools), healthOf('futures', futures, tools)];
    },
    stop,
  };
};
