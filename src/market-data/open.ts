import { contractsNeeded, type Month } from '../fed/index.ts';
import { createCache, noCache } from './cache.ts';
import { createClient, type Tools } from './http-client.ts';
import { type Clients, loadCloses, loadFutures, loadRates } from './live-loads.ts';
import { MEETINGS_AHEAD, marketDataOf } from './market-data.ts';
import { because, type Outcome } from './outcome.ts';
import type { Closes, Futures, MarketData, Rates } from './port.ts';
import { closesInCsv, csvCloses } from './providers/csv.ts';
import { syntheticCloses, syntheticFutures, syntheticRates } from './providers/synthetic.ts';
import { createKeeper } from './refreshing-value.ts';
import {
  closesGoodForMs,
  futuresGoodForMs,
  type LiveSettings,
  type MarketSettings,
  ratesGoodForMs,
} from './settings.ts';

export const clientsFor = (settings: LiveSettings, tools: Tools, stopped: AbortSignal): Clients => ({
  yahoo: createClient('Yahoo', settings.yahooUrl, tools, stopped),
  cboe: createClient('Cboe', settings.cboeUrl, tools, stopped),
  newYorkFed: createClient('New York Fed', settings.newYorkFedUrl, tools, stopped),
  ...(settings.fredApiKey !== undefined && {
    fred: { client: createClient('FRED', settings.fredUrl, tools, stopped), apiKey: settings.fredApiKey },
  }),
});

/** Reads what an earlier run kept; begins no request until data are asked for. */
export const openLive = async (settings: LiveSettings, tools: Tools): Promise<MarketData> => {
  const stop = new AbortController();
  const clients = clientsFor(settings, tools, stop.signal);
  const cache = settings.cachePath === undefined ? noCache : createCache(settings.cachePath);
  const [closes, rates, futures] = await Promise.all([
    cache.read('closes'),
    cache.read('rates'),
    cache.read('futures'),
  ]);
  const futuresOf = (months: readonly Month[]) => loadFutures(clients, months, tools);
  const keepers = {
    closes: createKeeper<Closes>({
      load: () => loadCloses(clients, tools),
      goodForMs: closesGoodForMs,
      first: closes,
      keep: (value) => cache.write('closes', value),
      tools,
    }),
    rates: createKeeper<Rates>({
      load: () => loadRates(clients, tools),
      goodForMs: ratesGoodForMs,
      first: rates,
      keep: (value) => cache.write('rates', value),
      tools,
    }),
    futures: createKeeper<Futures>({
      load: () => futuresOf(contractsNeeded(tools.now(), MEETINGS_AHEAD)),
      goodForMs: futuresGoodForMs,
      first: futures,
      keep: (value) => cache.write('futures', value),
      tools,
    }),
  };
  return marketDataOf('live', keepers, futuresOf, tools, () => stop.abort());
};

/** What gives all three kinds without a network. */
interface Source {
  readonly closes: () => Promise<Outcome<Closes>>;
  readonly rates: () => Outcome<Rates>;
  readonly futures: (months: readonly Month[]) => Outcome<Futures>;
}

export type QuietSettings = Exclude<MarketSettings, { kind: 'live' }>;

const OFF = because('Rotation Desk', 'off', 'market data are switched off (MARKET_DATA=off)');
const CLOSES_ONLY = because('CSV file', 'off', 'a file of your own holds closes only');

const sourceFor = (settings: QuietSettings, { now }: Tools): Source => {
  switch (settings.kind) {
    case 'off':
      return { closes: async () => OFF, rates: () => OFF, futures: () => OFF };
    case 'csv':
      return { closes: () => csvCloses(settings.path, now()), rates: () => CLOSES_ONLY, futures: () => CLOSES_ONLY };
    case 'csv-text':
      return {
        closes: async () => closesInCsv(settings.name, settings.text, now()),
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
export const openQuiet = async (settings: QuietSettings, tools: Tools): Promise<MarketData> => {
  const { closes, rates, futures } = sourceFor(settings, tools);
  const futuresOf = async (months: readonly Month[]) => futures(months);
  const triedAt = tools.now();
  const needed = () => contractsNeeded(tools.now(), MEETINGS_AHEAD);
  const keepers = {
    closes: createKeeper<Closes>({ load: closes, goodForMs: closesGoodForMs, first: await closes(), triedAt, tools }),
    rates: createKeeper<Rates>({
      load: async () => rates(),
      goodForMs: ratesGoodForMs,
      first: rates(),
      triedAt,
      tools,
    }),
    futures: createKeeper<Futures>({
      load: () => futuresOf(needed()),
      goodForMs: futuresGoodForMs,
      first: futures(needed()),
      triedAt,
      tools,
    }),
  };
  const mode = settings.kind === 'csv-text' ? 'csv' : settings.kind;
  return marketDataOf(mode, keepers, futuresOf, tools, () => undefined);
};

/** Opens market data as the settings say. Never rejects for want of data. */
export const openMarketData = (settings: MarketSettings, tools: Tools): Promise<MarketData> =>
  settings.kind === 'live' ? openLive(settings, tools) : openQuiet(settings, tools);
