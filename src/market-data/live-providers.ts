import { type Freshness, freshnessOf } from '../calendar/index.ts';
import { contractsNeeded } from '../fed/index.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../units.ts';
import { type Client, createClient, type MarketDependencies } from './http-client.ts';
import {
  type Closes,
  type DataProblem,
  type DataResult,
  type Futures,
  type LoadProvenance,
  ok,
  type RateDay,
  type Rates,
  unavailable,
  unavailableBecause,
} from './port.ts';
import { crossCheck, loadCboeCloses } from './providers/cboe.ts';
import { loadFredRates, loadNewYorkFedRates } from './providers/overnight-rates.ts';
import { loadYahooCloses, loadYahooFutures } from './providers/yahoo.ts';
import type { LiveSettings } from './settings.ts';

/** The clients of the live providers. */
export interface Clients {
  readonly yahoo: Client;
  readonly cboe: Client;
  readonly newYorkFed: Client;
  /** Absent without a key. */
  readonly fred?: { readonly client: Client; readonly apiKey: string };
}

/** A client for each provider; FRED only where there is a key. */
export const clientsFor = (
  settings: LiveSettings,
  dependencies: MarketDependencies,
  stopped: AbortSignal,
): Clients => ({
  yahoo: createClient('Yahoo', settings.yahooUrl, dependencies, stopped),
  cboe: createClient('Cboe', settings.cboeUrl, dependencies, stopped),
  newYorkFed: createClient('New York Fed', settings.newYorkFedUrl, dependencies, stopped),
  ...(settings.fredApiKey !== undefined && {
    fred: { client: createClient('FRED', settings.fredUrl, dependencies, stopped), apiKey: settings.fredApiKey },
  }),
});

/** How long a value waits for the provider that only confirms it, and for one that may stand in for it. */
const CHECK_WAIT_MS = 3_000;
const STAND_IN_WAIT_MS = 6_000;

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

/** The result of a load, or that it takes longer than some time. The load itself goes on. */
const orLate = async <Value>(
  load: Promise<DataResult<Value>>,
  ms: number,
  dependencies: MarketDependencies,
): Promise<DataResult<Value>> => {
  const inTime = new AbortController();
  const isLate = () => unavailableBecause('Cboe', 'too-slow', 'Cboe had not answered in time');
  const late = dependencies.wait(ms, inTime.signal).then(isLate, isLate);
  const outcome = await Promise.race([load, late]);
  inTime.abort();
  return outcome;
};

/** True where every session that has ended has its close. */
const isCurrent = ({ provenance }: { readonly provenance: LoadProvenance }, now: IsoInstant): boolean =>
  freshnessOf(provenance.asOf, now).kind === 'current';

/** What speaks for another provider although the first has answered: it ends earlier, or is in doubt where the other is not. */
const isBetter = (other: Closes, first: Closes): boolean => {
  const [ours, theirs] = [first.provenance, other.provenance];
  if (theirs.asOf !== ours.asOf) return theirs.asOf > ours.asOf;
  return ours.doubts !== undefined && theirs.doubts === undefined;
};

const inPlaceOf = (first: Closes, other: Closes): Closes => {
  const { provider, asOf, doubts = [] } = first.provenance;
  const words =
    asOf < other.provenance.asOf ? `${provider} has nothing after ${asOf}` : `${provider}: ${doubts.join('; ')}`;
  const problem: DataProblem = { provider, kind: 'implausible', words };
  return {
    ...other,
    check: crossCheck(other, ok(first)),
    provenance: {
      ...other.provenance,
      isFallback: true,
      ...(asOf < other.provenance.asOf && { firstEnds: asOf }),
      problems: [...other.provenance.problems, problem],
    },
  };
};

/**
 * Yahoo, confirmed by Cboe; Cboe where Yahoo does not answer, ends on an earlier day, or is in doubt where Cboe is not. Both
 * are asked at once, so that the second is there when the first fails. Both legs come from one provider, and an ETF never
 * stands in for an index.
 */
export const loadCloses = async (
  { yahoo, cboe }: Clients,
  dependencies: MarketDependencies,
): Promise<DataResult<Closes>> => {
  const now = dependencies.now();
  const second = loadCboeCloses(cboe, now);
  const first = await loadYahooCloses(yahoo, now);
  if (first.kind === 'ok') {
    const isEnough = isCurrent(first.value, now) && first.value.provenance.doubts === undefined;
    const other = await orLate(second, isEnough ? CHECK_WAIT_MS : STAND_IN_WAIT_MS, dependencies);
    if (!isEnough && other.kind === 'ok' && isBetter(other.value, first.value)) {
      return ok(inPlaceOf(first.value, other.value));
    }
    return ok({ ...first.value, check: crossCheck(first.value, other) });
  }
  const fallback = asFallback(await second, first.problems);
  return fallback.kind === 'ok' ? ok({ ...fallback.value, check: crossCheck(fallback.value, first) }) : fallback;
};

/** Rates are published the morning after: a session behind is current. */
const SESSIONS_BEHIND = 1;

const isLate = ({ provenance }: Rates, now: IsoInstant): boolean => {
  const freshness = freshnessOf(provenance.asOf, now);
  return freshness.kind === 'behind' && freshness.sessions > SESSIONS_BEHIND;
};

/** The New York Fed; FRED, where a key is set, if it does not answer or ends on an earlier day. */
export const loadRates = async (
  { newYorkFed, fred }: Clients,
  dependencies: MarketDependencies,
): Promise<DataResult<Rates>> => {
  const now = dependencies.now();
  const first = await loadNewYorkFedRates(newYorkFed, now);
  if (fred === undefined || (first.kind === 'ok' && !isLate(first.value, now))) return first;
  const second = await loadFredRates(fred.client, fred.apiKey, dependencies);
  if (first.kind !== 'ok') return asFallback(second, first.problems);
  const { asOf, provider } = first.value.provenance;
  if (second.kind !== 'ok' || second.value.provenance.asOf <= asOf) return first;
  const stale = asFallback(second, [{ provider, kind: 'implausible', words: `${provider} has nothing after ${asOf}` }]);
  return stale.kind === 'ok'
    ? ok({ ...stale.value, provenance: { ...stale.value.provenance, firstEnds: asOf } })
    : stale;
};

/** Yahoo alone: no other provider has these prices without a key. */
export const loadFutures = (
  { yahoo }: Clients,
  months: readonly IsoMonth[],
  dependencies: MarketDependencies,
): Promise<DataResult<Futures>> => loadYahooFutures(yahoo, months, dependencies.now());

/** Meetings ahead whose contracts are loaded: a year. */
export const MEETINGS_AHEAD = 8;

/** How one provider answered just now. */
export interface Probe {
  /** `Yahoo closes`. */
  readonly name: string;
  readonly tookMs: number;
  readonly answer:
    | {
        readonly kind: 'ok';
        readonly asOf: IsoDate;
        readonly freshness: Freshness;
        readonly source: string;
        /** The Fed's range day by day, of a provider of rates. */
        readonly rates?: readonly RateDay[];
      }
    | { readonly kind: 'failed'; readonly problems: readonly DataProblem[] };
}

type Sourced = DataResult<{ readonly provenance: LoadProvenance; readonly days?: readonly RateDay[] }>;

/** Asks every provider that is set up, each by itself: what answers, up to which day. */
export const probeProviders = async (
  settings: LiveSettings,
  dependencies: MarketDependencies,
): Promise<readonly Probe[]> => {
  const { yahoo, cboe, newYorkFed, fred } = clientsFor(settings, dependencies, new AbortController().signal);
  const now = dependencies.now();
  const probe = async (name: string, ask: () => Promise<Sourced>): Promise<Probe> => {
    const began = Date.parse(dependencies.now());
    const outcome = await ask();
    const tookMs = Date.parse(dependencies.now()) - began;
    if (outcome.kind !== 'ok') return { name, tookMs, answer: { kind: 'failed', problems: outcome.problems } };
    const { provenance, days } = outcome.value;
    const { asOf, source } = provenance;
    const freshness = freshnessOf(asOf, now);
    return { name, tookMs, answer: { kind: 'ok', asOf, freshness, source, ...(days && { rates: days }) } };
  };
  return Promise.all([
    probe('Yahoo closes', () => loadYahooCloses(yahoo, now)),
    probe('Cboe closes', () => loadCboeCloses(cboe, now)),
    probe('New York Fed rates', () => loadNewYorkFedRates(newYorkFed, now)),
    ...(fred === undefined ? [] : [probe('FRED rates', () => loadFredRates(fred.client, fred.apiKey, dependencies))]),
    probe('Yahoo futures', () => loadYahooFutures(yahoo, contractsNeeded(now, MEETINGS_AHEAD), now)),
  ]);
};
