import type { CrossCheck } from '../facts/index.ts';
import type { RatioSeries } from '../index-ratio/index.ts';
import type { IsoDate, IsoMonth } from '../units.ts';
import type { Client, MarketDependencies } from './http-client.ts';
import { type DataProblem, type DataResult, ok, unavailable, unavailableBecause } from './outcome.ts';
import type { Closes, Futures, LoadProvenance, Rates } from './port.ts';
import { loadCboeCloses } from './providers/cboe.ts';
import { RUSSELL, SP500 } from './providers/closes.ts';
import { loadFredRates, loadNewYorkFedRates } from './providers/overnight-rates.ts';
import { loadYahooCloses, loadYahooFutures } from './providers/yahoo.ts';

/** Index points. Providers round to cents or to millionths. */
const TOLERANCE = 0.02;
const NEWEST = 2;

interface Pair {
  readonly small: number;
  readonly large: number;
}

const pairOn = (series: RatioSeries, date: IsoDate): Pair | undefined => {
  const at = series.dates.lastIndexOf(date);
  const [small, large] = [series.numerator[at], series.denominator[at]];
  return small === undefined || large === undefined ? undefined : { small, large };
};

const agree = (one: number, other: number): boolean => Math.abs(one - other) <= TOLERANCE;

/**
 * Whether a second provider has the same newest two closes of both indexes, within 0.02 points. Without one, or where it
 * is a day behind or says otherwise, the value is provisional.
 */
export const crossCheck = (closes: Closes, second: DataResult<Closes>): CrossCheck => {
  const provisional = (words: string): CrossCheck => ({ kind: 'provisional', words });
  const first = closes.provenance.provider;
  if (second.kind !== 'ok')
    return provisional(`${first} alone: ${second.problems.map(({ words }) => words).join('; ')}`);
  const other = second.value;
  const { provider } = other.provenance;
  const dates = closes.ratio.dates.slice(-NEWEST);
  for (const date of dates) {
    const [ours, theirs] = [pairOn(closes.ratio, date), pairOn(other.ratio, date)];
    if (ours === undefined || theirs === undefined) {
      return provisional(`${first} alone: ${provider} has no close of ${date} yet`);
    }
    const off = agree(ours.small, theirs.small) ? 'large' : 'small';
    if (agree(ours[off], theirs[off])) continue;
    const name = off === 'small' ? RUSSELL : SP500;
    return provisional(
      `${name} on ${date}: ${first} has ${ours[off].toFixed(2)}, ${provider} ${theirs[off].toFixed(2)}`,
    );
  }
  return { kind: 'agreed', with: provider, on: dates };
};

export interface Clients {
  readonly yahoo: Client;
  readonly cboe: Client;
  readonly newYorkFed: Client;
  /** Absent without a key. */
  readonly fred?: { readonly client: Client; readonly apiKey: string };
}

/** How long a value waits for the provider that only confirms it. */
const CHECK_WAIT_MS = 3_000;

const asFallback = <Value extends { readonly provenance: LoadProvenance }>(
  outcome: DataResult<Value>,
  before: readonly DataProblem[],
): DataResult<Value> => {
  if (outcome.kind !== 'ok') return unavailable(...before, ...outcome.problems);
  const { value } = outcome;
  return ok({
    ...value,
    provenance: { ...value.provenance, isFallback: true, problems: [...value.provenance.problems, ...before] },
  });
};

/** What a load brought by some time, or that it took longer. The load itself goes on. */
const orLate = async <Value>(
  load: Promise<DataResult<Value>>,
  tools: MarketDependencies,
): Promise<DataResult<Value>> => {
  const inTime = new AbortController();
  const isLate = () => unavailableBecause('Cboe', 'too-slow', 'Cboe had not answered in time');
  const late = tools.wait(CHECK_WAIT_MS, inTime.signal).then(isLate, isLate);
  const outcome = await Promise.race([load, late]);
  inTime.abort();
  return outcome;
};

/**
 * Yahoo, confirmed by Cboe; else Cboe alone. Both are asked at once, so that the second is there when the first fails.
 * Both legs come from one provider, and an ETF never stands in for an index.
 */
export const loadCloses = async ({ yahoo, cboe }: Clients, tools: MarketDependencies): Promise<DataResult<Closes>> => {
  const now = tools.now();
  const second = loadCboeCloses(cboe, now);
  const first = await loadYahooCloses(yahoo, now);
  if (first.kind === 'ok') {
    return ok({ ...first.value, check: crossCheck(first.value, await orLate(second, tools)) });
  }
  const fallback = asFallback(await second, first.problems);
  return fallback.kind === 'ok' ? ok({ ...fallback.value, check: crossCheck(fallback.value, first) }) : fallback;
};

/** The New York Fed, then FRED where a key is set. */
export const loadRates = async (
  { newYorkFed, fred }: Clients,
  tools: MarketDependencies,
): Promise<DataResult<Rates>> => {
  const first = await loadNewYorkFedRates(newYorkFed, tools.now());
  if (first.kind === 'ok' || fred === undefined) return first;
  return asFallback(await loadFredRates(fred.client, fred.apiKey, tools), first.problems);
};

export const loadFutures = (
  { yahoo }: Clients,
  months: readonly IsoMonth[],
  tools: MarketDependencies,
): Promise<DataResult<Futures>> => loadYahooFutures(yahoo, months, tools.now());
