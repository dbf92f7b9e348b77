import { contractsNeeded, type Month } from '../fed/index.ts';
import { closesGoodForMs, futuresGoodForMs, ratesGoodForMs } from './ages.ts';
import type { Tools } from './http/tools.ts';
import { createKeeper } from './keeper.ts';
import { MEETINGS_AHEAD, marketDataOf } from './market-data.ts';
import { because, type Outcome } from './outcome.ts';
import type { MarketData } from './port.ts';
import { closesInCsv, csvCloses } from './providers/csv-file.ts';
import { syntheticCloses, syntheticFutures, syntheticRates } from './providers/synthetic.ts';
import type { MarketSettings } from './settings.ts';
import type { Closes, Futures, Rates } from './values.ts';

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
