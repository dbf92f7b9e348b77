import { freshnessOf } from '../calendar/index.ts';
import type { KnownPair } from '../facts/index.ts';
import { contractsNeeded } from '../fed/index.ts';
import type { IsoMonth } from '../units.ts';
import { createCache, noCache } from './cache.ts';
import type { MarketDependencies } from './http-client.ts';
import { clientsFor, loadCloses, loadFutures, loadRates, MEETINGS_AHEAD } from './live-providers.ts';
import {
  type Closes,
  type DataResult,
  type Futures,
  type KindHealth,
  type LoadProvenance,
  type LoadState,
  type MarketData,
  type Rates,
  type Snapshot,
  unavailableBecause,
} from './port.ts';
import { csvFileReader, csvTextReader, type FileCloses } from './providers/csv.ts';
import { syntheticCloses, syntheticFutures, syntheticRates } from './providers/synthetic.ts';
import { createRefreshingValue, type Read, type RefreshingValue, readWhereChanged } from './refreshing-value.ts';
import { closesMaxAgeMs, futuresMaxAgeMs, type LiveSettings, type MarketSettings, ratesMaxAgeMs } from './settings.ts';

interface RefreshingValues {
  readonly closes: RefreshingValue<Closes>;
  readonly rates: RefreshingValue<Rates>;
  readonly futures: RefreshingValue<Futures>;
  /** What came with the closes that were loaded last. */
  readonly pairs?: () => readonly KnownPair[];
}

const healthOf = (
  what: KindHealth['what'],
  known: LoadState<{ readonly provenance: LoadProvenance }>,
  dependencies: MarketDependencies,
): KindHealth => {
  if (known.kind === 'loading') return { what, state: 'loading', problems: [] };
  if (known.kind === 'unavailable') return { what, state: 'unavailable', problems: known.problems };
  const { source, asOf, fetchedAt, isCached, remarks, doubts = [], problems } = known.value.provenance;
  const freshness = freshnessOf(asOf, dependencies.now());
  const said = [...doubts.map((words) => `in doubt: ${words}`), ...remarks];
  return { what, state: 'ok', source, asOf, fetchedAt, freshness, isCached, remarks: said, problems };
};

/** Market data as one port in front of the three kinds of value. */
const marketDataOf = (
  mode: MarketData['mode'],
  { closes, rates, futures, pairs }: RefreshingValues,
  loadFutures: (months: readonly IsoMonth[]) => Promise<DataResult<Futures>>,
  dependencies: MarketDependencies,
  stop: () => void,
): MarketData => {
  const known = (): Omit<Snapshot, 'arriving'> => ({
    takenAt: dependencies.now(),
    closes: closes.known(),
    rates: rates.known(),
    futures: futures.known(),
    ...(pairs && { pairs: pairs() }),
  });
  const snapshot = (): Snapshot => {
    const taken = known();
    const loads = [closes, rates, futures].flatMap((one) => one.arriving() ?? []);
    return loads.length === 0 ? taken : { ...taken, arriving: Promise.all(loads).then(known) };
  };
  const ofMonths = async (months: readonly IsoMonth[]): Promise<DataResult<Futures>> => {
    const kept = contractsNeeded(dependencies.now(), MEETINGS_AHEAD);
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
      const late = dependencies.wait(ms, inTime.signal).then(known, known);
      const result = await Promise.race([taken.arriving, late]);
      inTime.abort();
      return result;
    },
    health: () => {
      const { closes, rates, futures } = known();
      return [
        healthOf('closes', closes, dependencies),
        healthOf('rates', rates, dependencies),
        healthOf('futures', futures, dependencies),
      ];
    },
    stop,
  };
};

/** Reads what an earlier run cached; makes no request until data are needed. */
const openLive = async (settings: LiveSettings, dependencies: MarketDependencies): Promise<MarketData> => {
  const stop = new AbortController();
  const clients = clientsFor(settings, dependencies, stop.signal);
  const cache = settings.cachePath === undefined ? noCache : createCache(settings.cachePath);
  const [closes, rates, futures] = await Promise.all([
    cache.read('closes'),
    cache.read('rates'),
    cache.read('futures'),
  ]);
  const futuresOf = (months: readonly IsoMonth[]) => loadFutures(clients, months, dependencies);
  const keepers = {
    closes: createRefreshingValue<Closes>({
      load: () => loadCloses(clients, dependencies),
      maxAgeMs: closesMaxAgeMs,
      initial: closes,
      store: (value) => cache.write('closes', value),
      dependencies,
    }),
    rates: createRefreshingValue<Rates>({
      load: () => loadRates(clients, dependencies),
      maxAgeMs: ratesMaxAgeMs,
      initial: rates,
      store: (value) => cache.write('rates', value),
      dependencies,
    }),
    futures: createRefreshingValue<Futures>({
      load: () => futuresOf(contractsNeeded(dependencies.now(), MEETINGS_AHEAD)),
      maxAgeMs: futuresMaxAgeMs,
      initial: futures,
      store: (value) => cache.write('futures', value),
      dependencies,
    }),
  };
  return marketDataOf('live', keepers, futuresOf, dependencies, () => stop.abort());
};

/** What gives all three kinds without a network. */
interface Source {
  readonly closes: () => Promise<DataResult<Closes>>;
  readonly rates: () => DataResult<Rates>;
  readonly futures: (months: readonly IsoMonth[]) => DataResult<Futures>;
  readonly pairs?: () => readonly KnownPair[];
}

type OfflineSettings = Exclude<MarketSettings, { kind: 'live' }>;

const OFF = unavailableBecause('Rotation Desk', 'off', 'market data are switched off (MARKET_DATA=off)');
const CLOSES_ONLY = unavailableBecause('CSV file', 'off', 'a file of your own holds closes only');

/** Closes and other pairs come of one reading of the files. */
const fromFiles = (read: Read<FileCloses>, now: MarketDependencies['now']): Source => {
  let pairs: readonly KnownPair[] = [];
  return {
    closes: async () => {
      const known = await read(now());
      ({ pairs } = known);
      return known.closes;
    },
    rates: () => CLOSES_ONLY,
    futures: () => CLOSES_ONLY,
    pairs: () => pairs,
  };
};

const sourceFor = (settings: OfflineSettings, { now }: MarketDependencies): Source => {
  switch (settings.kind) {
    case 'off':
      return { closes: async () => OFF, rates: () => OFF, futures: () => OFF };
    case 'csv':
      return fromFiles(csvFileReader(settings.path, settings), now);
    case 'csv-text':
      return fromFiles(csvTextReader(settings.name, settings.text), now);
    case 'synthetic': {
      const readCloses = readWhereChanged(
        async () => '',
        async (at) => syntheticCloses(settings.seed, at),
      );
      return {
        closes: () => readCloses(now()),
        rates: () => syntheticRates(settings.seed, now()),
        futures: (months) => syntheticFutures(settings.seed, months, now()),
      };
    }
  }
};

/** Everything is known as soon as it is open; a file is read again now and then. */
const openOffline = async (settings: OfflineSettings, dependencies: MarketDependencies): Promise<MarketData> => {
  const { closes, rates, futures, pairs } = sourceFor(settings, dependencies);
  const futuresOf = async (months: readonly IsoMonth[]) => futures(months);
  const loadedAt = dependencies.now();
  const needed = () => contractsNeeded(dependencies.now(), MEETINGS_AHEAD);
  const keepers = {
    closes: createRefreshingValue<Closes>({
      load: closes,
      maxAgeMs: closesMaxAgeMs,
      initial: await closes(),
      loadedAt,
      dependencies,
    }),
    rates: createRefreshingValue<Rates>({
      load: async () => rates(),
      maxAgeMs: ratesMaxAgeMs,
      initial: rates(),
      loadedAt,
      dependencies,
    }),
    futures: createRefreshingValue<Futures>({
      load: () => futuresOf(needed()),
      maxAgeMs: futuresMaxAgeMs,
      initial: futures(needed()),
      loadedAt,
      dependencies,
    }),
    ...(pairs && { pairs }),
  };
  const mode = settings.kind === 'csv-text' ? 'csv' : settings.kind;
  return marketDataOf(mode, keepers, futuresOf, dependencies, () => undefined);
};

/** Opens market data as the settings say. Never rejects for want of data. */
export const openMarketData = (settings: MarketSettings, dependencies: MarketDependencies): Promise<MarketData> =>
  settings.kind === 'live' ? openLive(settings, dependencies) : openOffline(settings, dependencies);
