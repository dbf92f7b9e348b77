import { type Freshness, freshnessOf } from '../calendar/index.ts';
import { contractsNeeded } from '../fed/index.ts';
import type { IsoDate } from '../units.ts';
import type { MarketDependencies } from './http-client.ts';
import { MEETINGS_AHEAD } from './market-data.ts';
import { clientsFor } from './open.ts';
import type { DataProblem, DataResult } from './outcome.ts';
import type { LoadProvenance } from './port.ts';
import { loadCboeCloses } from './providers/cboe.ts';
import { loadFredRates, loadNewYorkFedRates } from './providers/overnight-rates.ts';
import { loadYahooCloses, loadYahooFutures } from './providers/yahoo.ts';
import type { LiveSettings } from './settings.ts';

/** How one provider answered just now. */
export interface Probe {
  /** `Yahoo closes`. */
  readonly name: string;
  readonly tookMs: number;
  readonly answer:
    | { readonly kind: 'ok'; readonly asOf: IsoDate; readonly freshness: Freshness; readonly source: string }
    | { readonly kind: 'failed'; readonly problems: readonly DataProblem[] };
}

type Sourced = DataResult<{ readonly provenance: LoadProvenance }>;

/** Asks every provider that is set up, each by itself: what answers, up to which day. */
export const probeProviders = async (settings: LiveSettings, tools: MarketDependencies): Promise<readonly Probe[]> => {
  const { yahoo, cboe, newYorkFed, fred } = clientsFor(settings, tools, new AbortController().signal);
  const now = tools.now();
  const probe = async (name: string, ask: () => Promise<Sourced>): Promise<Probe> => {
    const began = Date.parse(tools.now());
    const outcome = await ask();
    const tookMs = Date.parse(tools.now()) - began;
    if (outcome.kind !== 'ok') return { name, tookMs, answer: { kind: 'failed', problems: outcome.problems } };
    const { asOf, source } = outcome.value.provenance;
    return { name, tookMs, answer: { kind: 'ok', asOf, freshness: freshnessOf(asOf, now), source } };
  };
  return Promise.all([
    probe('Yahoo closes', () => loadYahooCloses(yahoo, now)),
    probe('Cboe closes', () => loadCboeCloses(cboe, now)),
    probe('New York Fed rates', () => loadNewYorkFedRates(newYorkFed, now)),
    ...(fred === undefined ? [] : [probe('FRED rates', () => loadFredRates(fred.client, fred.apiKey, tools))]),
    probe('Yahoo futures', () => loadYahooFutures(yahoo, contractsNeeded(now, MEETINGS_AHEAD), now)),
  ]);
};
