import type { IsoInstant } from '../units.ts';
import type { MarketDependencies } from './http-client.ts';
import { type DataProblem, type DataResult, ok, unavailable, unavailableBecause } from './outcome.ts';
import type { LoadProvenance } from './port.ts';

/** What is known now. `loading`: nothing yet, and the first load is under way. */
export type LoadState<Value> = DataResult<Value> | { readonly kind: 'loading'; readonly since: IsoInstant };

/** Holds the newest value of one kind and knows when to ask again. */
export interface RefreshingValue<Value> {
  /** What is known now, at once. Begins a load where one is due; never waits for it. */
  readonly known: () => LoadState<Value>;
  /** The load under way, if any; never rejects. */
  readonly arriving: () => Promise<unknown> | undefined;
  /** What is known once the load that is due, if any, has ended. */
  readonly settled: () => Promise<DataResult<Value>>;
}

export interface RefreshOptions<Value> {
  readonly load: () => Promise<DataResult<Value>>;
  /** How long a value may stand before a load is due, at an instant. */
  readonly maxAgeMs: (value: Value, now: IsoInstant) => number;
  /** What an earlier run left, or what opening brought. */
  readonly initial: DataResult<Value>;
  /** Set where `first` was loaded just now. */
  readonly loadedAt?: IsoInstant;
  readonly store?: (value: Value) => Promise<DataResult<undefined>>;
  readonly tools: Pick<MarketDependencies, 'now' | 'onFault'>;
}

interface Sourced {
  readonly provenance: LoadProvenance;
}

/** After a failed load. A provider that refused is left alone for longer by its own breaker. */
const AFTER_FAILURE_MS = 2 * 60_000;

const FAULT: DataProblem = { provider: 'Rotation Desk', kind: 'fault', words: 'loading failed on our side' };

const withProblems = <Value extends Sourced>(value: Value, problems: readonly DataProblem[]): Value => ({
  ...value,
  provenance: { ...value.provenance, problems: [...value.provenance.problems, ...problems] },
});

const asCached = <Value extends Sourced>(value: Value): Value => ({
  ...value,
  provenance: { ...value.provenance, isCached: true },
});

/** A provider that has not caught up does not take back what is known already. */
const notBehind = <Value extends Sourced>(loaded: Value, known: Value | undefined): DataResult<Value> => {
  const { provider, asOf } = loaded.provenance;
  return known === undefined || asOf >= known.provenance.asOf
    ? ok(loaded)
    : unavailableBecause(
        provider,
        'implausible',
        `${provider} has nothing after ${asOf}, which is behind what was known`,
      );
};

export const createRefreshingValue = <Value extends Sourced>(
  keeping: RefreshOptions<Value>,
): RefreshingValue<Value> => {
  const { tools } = keeping;
  /** The newest good value. */
  let value = keeping.initial.kind === 'ok' ? keeping.initial.value : undefined;
  /** What is told: the same object until the next load ends. */
  let told: DataResult<Value> = keeping.initial;
  let tried: { readonly at: IsoInstant; readonly failed: boolean } | undefined = keeping.loadedAt && {
    at: keeping.loadedAt,
    failed: keeping.initial.kind !== 'ok',
  };
  let loading: { readonly since: IsoInstant; readonly done: Promise<void> } | undefined;

  const isDue = (now: IsoInstant): boolean => {
    if (tried === undefined && value === undefined) return true;
    const since = Date.parse(now) - Date.parse(tried?.at ?? value?.provenance.fetchedAt ?? now);
    if (value === undefined || tried?.failed) return since >= AFTER_FAILURE_MS;
    return since >= keeping.maxAgeMs(value, now);
  };

  const loaded = async (): Promise<DataResult<Value>> => {
    try {
      const outcome = await keeping.load();
      return outcome.kind === 'ok' ? notBehind(outcome.value, value) : outcome;
    } catch (error) {
      tools.onFault?.(error);
      return unavailable(FAULT);
    }
  };

  const load = async (): Promise<void> => {
    const outcome = await loaded();
    tried = { at: tools.now(), failed: outcome.kind !== 'ok' };
    if (outcome.kind === 'ok') {
      value = outcome.value;
      const kept = await keeping.store?.(value);
      told = kept?.kind === 'unavailable' ? ok(withProblems(value, kept.problems)) : outcome;
    } else {
      told = value === undefined ? outcome : ok(asCached(withProblems(value, outcome.problems)));
    }
  };

  const begin = (now: IsoInstant): void => {
    if (loading !== undefined || !isDue(now)) return;
    const done = load().finally(() => {
      loading = undefined;
    });
    loading = { since: now, done };
  };

  return {
    known: () => {
      begin(tools.now());
      return value === undefined && tried === undefined && loading !== undefined
        ? { kind: 'loading', since: loading.since }
        : told;
    },
    arriving: () => loading?.done,
    settled: async () => {
      begin(tools.now());
      await loading?.done;
      return told;
    },
  };
};
