import { contractsNeeded, type Month } from '../fed/index.ts';
import { closesGoodForMs, futuresGoodForMs, ratesGoodForMs } from './ages.ts';
import { createCache, noCache } from './cache.ts';
import { createClient } from './http/client.ts';
import type { Tools } from './http/tools.ts';
import { createKeeper } from './keeper.ts';
import { type Clients, loadCloses, loadFutures, loadRates } from './live-loads.ts';
import { MEETINGS_AHEAD, marketDataOf } from './market-data.ts';
import type { MarketData } from './port.ts';
import type { LiveSettings } from './settings.ts';
import type { Closes, Futures, Rates } from './values.ts';

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
