import { contractsNeeded } from '../fed/index.ts';
import type { IsoMonth } from '../units.ts';
import { createCache, noCache } from './cache.ts';
import { createClient, type MarketDependencies } from './http-client.ts';
import { type Clients, loadCloses, loadFutures, loadRates } from './live-loads.ts';
import { MEETINGS_AHEAD, marketDataOf } from './market-data.ts';
import { type DataResult, unavailableBecause } from './outcome.ts';
import type { Closes, Futures, MarketData, Rates } from './port.ts';
import { loadCsvCloses, parseCsvCloses } from './providers/csv.ts';
import { syntheticCloses, syntheticFutures, syntheticRates } from './providers/synthetic.ts';
import { createRefreshingValue } from './refreshing-value.ts';
import { closesMaxAgeMs, futuresMaxAgeMs, type LiveSettings, type MarketSettings, ratesMaxAgeMs } from './settings.ts';

export const clientsFor = (settings: LiveSettings, tools: MarketDependencies, stopped: AbortSignal): Clients => ({
  yahoo: createClient('Yahoo', settings.yahooUrl, tools, stopped),
  cboe: createClient('Cboe', settings.cboeUrl, tools, stopped),
  newYorkFed: createClient('New York Fed', settings.newYorkFedUrl, tools, stopped),
  ...(settings.fredApiKey !== undefined && {
    fred: { client: createClient('FRED', settings.fredUrl, tools, stopped), apiKey: settings.fredApiKey },
  }),
});

/** Reads what an earlier run kept; begins no request until data are asked for. */
export const openLive = async (settings: LiveSettings, tools: MarketDependencies): Promise<MarketData> => {
  const stop = new AbortController();
  const clients = clientsFor(settings, tools, stop.signal);
  const cache = settings.cachePath === undefined ? noCache : createCache(settings.cachePath);
  const [closes, rates, futures] = await Promise.all([
    cache.read('closes'),
    cache.read('rates'),
    cache.read('futures'),
  ]);
  const futuresOf = (months: readonly IsoMonth[]) => loadFutures(clients, months, tools);
  const keepers = {
    closes: createRefreshingValue<Closes>({
      load: () => loadCloses(clients, tools),
      maxAgeMs: closesMaxAgeMs,
      initial: closes,
      store: (value) => cache.write('closes', value),
      tools,
    }),
    rates: createRefreshingValue<Rates>({
      load: () => loadRates(clients, tools),
      maxAgeMs: ratesMaxAgeMs,
      initial: rates,
      store: (value) => cache.write('rates', value),
      tools,
    }),
    futures: createRefreshingValue<Futures>({
      load: () => futuresOf(contractsNeeded(tools.now(), MEETINGS_AHEAD)),
      maxAgeMs: futuresMaxAgeMs,
      initial: futures,
      store: (value) => cache.write('futures', value),
      tools,
    }),
  };
  return marketDataOf('live', keepers, futuresOf, tools, () => stop.abort());
};

/** What gives all three kinds without a network. */
interface Source {
  readonly closes: () => Promise<DataResult<Closes>>;
  readonly rates: () => DataResult<Rates>;
  readonly futures: (months: readonly IsoMonth[]) => DataResult<Futures>;
}

export type OfflineSettings = Exclude<MarketSettings, { kind: 'live' }>;

const OFF = unavailableBecause('Rotation Desk', 'off', 'market data are switched off (MARKET_DATA=off)');
const CLOSES_ONLY = unavailableBecause('CSV file', 'off', 'a file of your own holds closes only');

const sourceFor = (settings: OfflineSettings, { now }: MarketDependencies): Source => {
  switch (settings.kind) {
    case 'off':
      return { closes: async () => OFF, rates: () => OFF, futures: () => OFF };
    case 'csv':
      return {
        closes: () => loadCsvCloses(settings.path, now()),
        rates: () => CLOSES_ONLY,
        futures: () => CLOSES_ONLY,
      };
    case 'csv-text':
      return {
        closes: async () => parseCsvCloses(settings.name, settings.text, now()),
        rates: () => CLOSES_ONLY,
        futures: () => CLOSES_ONLY,
      };
    case 'synthetic':
      return {
        closes: async () => syntheticCloses(settings.seed, now()),
        rates: () => syntheticRates(settings.seed, now()),
        futures: (months) => syntheticFutures(settings.seed, months, now()),
      };
  }
};

/** Everything is known as soon as it is open; a file is read again now and then. */
export const openOffline = async (settings: OfflineSettings, tools: MarketDependencies): Promise<MarketData> => {
  const { closes, rates, futures } = sourceFor(settings, tools);
  const futuresOf = async (months: readonly IsoMonth[]) => futures(months);
  const loadedAt = tools.now();
  const needed = () => contractsNeeded(tools.now(), MEETINGS_AHEAD);
  const keepers = {
    closes: createRefreshingValue<Closes>({
      load: closes,
      maxAgeMs: closesMaxAgeMs,
      initial: await closes(),
      loadedAt,
      tools,
    }),
    rates: createRefreshingValue<Rates>({
      load: async () => rates(),
      maxAgeMs: ratesMaxAgeMs,
      initial: rates(),
      loadedAt,
      tools,
    }),
    futures: createRefreshingValue<Futures>({
      load: () => futuresOf(needed()),
      maxAgeMs: futuresMaxAgeMs,
      initial: futures(needed()),
      loadedAt,
      tools,
    }),
  };
  const mode = settings.kind === 'csv-text' ? 'csv' : settings.kind;
  return marketDataOf(mode, keepers, futuresOf, tools, () => undefined);
};

/** Opens market data as the settings say. Never rejects for want of data. */
export const openMarketData = (settings: MarketSettings, tools: MarketDependencies): Promise<MarketData> =>
  settings.kind === 'live' ? openLive(settings, tools) : openOffline(settings, tools);
