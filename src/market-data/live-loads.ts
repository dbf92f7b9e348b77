import type { Month } from '../fed/index.ts';
import { crossCheck } from './cross-check.ts';
import type { Client } from './http/client.ts';
import type { Tools } from './http/tools.ts';
import { because, type Outcome, ok, type Problem, unavailable } from './outcome.ts';
import { cboeCloses } from './providers/cboe.ts';
import { fredRates } from './providers/fred.ts';
import { newYorkFedRates } from './providers/new-york-fed.ts';
import { yahooCloses, yahooFutures } from './providers/yahoo.ts';
import type { Closes, Futures, Provenance, Rates } from './values.ts';

export interface Clients {
  readonly yahoo: Client;
  readonly cboe: Client;
  readonly newYorkFed: Client;
  /** Absent without a key. */
  readonly fred?: { readonly client: Client; readonly apiKey: string };
}

/** How long a value waits for the provider that only confirms it. */
const CHECK_WAIT_MS = 3_000;

const asFallback = <Value extends { readonly provenance: Provenance }>(
  outcome: Outcome<Value>,
  before: readonly Problem[],
): Outcome<Value> => {
  if (outcome.kind !== 'ok') return unavailable(...before, ...outcome.problems);
  const { value } = outcome;
  return ok({
    ...value,
    provenance: { ...value.provenance, isFallback: true, problems: [...value.provenance.problems, ...before] },
  });
};

/** What a load brought by some time, or that it took longer. The load itself goes on. */
const orLate = async <Value>(load: Promise<Outcome<Value>>, tools: Tools): Promise<Outcome<Value>> => {
  const inTime = new AbortController();
  const isLate = () => because('Cboe', 'too-slow', 'Cboe had not answered in time');
  const late = tools.wait(CHECK_WAIT_MS, inTime.signal).then(isLate, isLate);
  const outcome = await Promise.race([load, late]);
  inTime.abort();
  return outcome;
};

/**
 * Yahoo, confirmed by Cboe; else Cboe alone. Both are asked at once, so that the second is there when the first fails.
 * Both legs come from one provider, and an ETF never stands in for an index.
 */
export const loadCloses = async ({ yahoo, cboe }: Clients, tools: Tools): Promise<Outcome<Closes>> => {
  const now = tools.now();
  const second = cboeCloses(cboe, now);
  const first = await yahooCloses(yahoo, now);
  if (first.kind === 'ok') {
    return ok({ ...first.value, check: crossCheck(first.value, await orLate(second, tools)) });
  }
  const fallback = asFallback(await second, first.problems);
  return fallback.kind === 'ok' ? ok({ ...fallback.value, check: crossCheck(fallback.value, first) }) : fallback;
};

/** The New York Fed, then FRED where a key is set. */
export const loadRates = async ({ newYorkFed, fred }: Clients, tools: Tools): Promise<Outcome<Rates>> => {
  const first = await newYorkFedRates(newYorkFed, tools.now());
  if (first.kind === 'ok' || fred === undefined) return first;
  return asFallback(await fredRates(fred.client, fred.apiKey, tools), first.problems);
};

export const loadFutures = ({ yahoo }: Clients, months: readonly Month[], tools: Tools): Promise<Outcome<Futures>> =>
  yahooFutures(yahoo, months, tools.now());
