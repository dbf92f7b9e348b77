import type { IsoInstant } from '../units.ts';
import type { MarketDependencies } from './http-client.ts';
import {
  type DataProblem,
  type DataResult,
  type LoadProvenance,
  type LoadState,
  ok,
  unavailable,
  unavailableBecause,
} from './port.ts';
import { lastFinalDay } from './providers/closes.ts';

/** The newest value of one kind, loaded again once it is older than it may be. */
export interface RefreshingValue<Value> {
  /** What is known now, at once. Begins a load where one is due; never waits for it. */
  readonly known: () => LoadState<Value>;
  /** The load under way, if any; never rejects. */
  readonly arriving: () => Promise<unknown> | undefined;
  /** What is known once the load that is due, if any, has ended. */
  readonly settled: () => Promise<DataResult<Value>>;
}

/** How a value is loaded, how old it may become and where it is stored. */
interface RefreshOptions<Value> {
  readonly load: () => Promise<DataResult<Value>>;
  /** Age in milliseconds from which a value is loaded again, at an instant. */
  readonly maxAgeMs: (value: Value, now: IsoInstant) => number;
  /** What an earlier run cached, or what was loaded at the start. */
  readonly initial: DataResult<Value>;
  /** When `initial` was loaded, where that was just now. */
  readonly loadedAt?: IsoInstant;
  readonly store?: (value: Value) => Promise<DataResult<undefined>>;
  readonly dependencies: Pick<MarketDependencies, 'now' | 'onFault'>;
}

interface Sourced {
  readonly provenance: LoadProvenance;
}

/** How long to wait after a failed load. A provider that refused is left alone for longer by its own breaker. */
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

/** A value older than the one known does not replace it: the provider has not caught up. */
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

/**
 * Keeps a value fresh: a load begins when somebody asks and the value is due, one at a time; a failed load leaves the last
 * good value, marked as cached, with the problems added. A fault of our own in `load` counts as a failed load and is result
 * to `onFault`.
 *
 * @returns none of its functions throws or rejects
 */
export const createRefreshingValue = <Value extends Sourced>(
  options: RefreshOptions<Value>,
): RefreshingValue<Value> => {
  const { dependencies } = options;
  /** The newest good value. */
  let value = options.initial.kind === 'ok' ? options.initial.value : undefined;
  /** The current result: the same object until the next load ends. */
  let result: DataResult<Value> = options.initial;
  let tried: { readonly at: IsoInstant; readonly failed: boolean } | undefined = options.loadedAt && {
    at: options.loadedAt,
    failed: options.initial.kind !== 'ok',
  };
  let loading: { readonly since: IsoInstant; readonly done: Promise<void> } | undefined;

  const isDue = (now: IsoInstant): boolean => {
    if (tried === undefined && value === undefined) return true;
    const since = Date.parse(now) - Date.parse(tried?.at ?? value?.provenance.fetchedAt ?? now);
    if (value === undefined || tried?.failed) return since >= AFTER_FAILURE_MS;
    return since >= options.maxAgeMs(value, now);
  };

  const loaded = async (): Promise<DataResult<Value>> => {
    try {
      const outcome = await options.load();
      return outcome.kind === 'ok' ? notBehind(outcome.value, value) : outcome;
    } catch (error) {
      dependencies.onFault?.(error);
      return unavailable(FAULT);
    }
  };

  const load = async (): Promise<void> => {
    const outcome = await loaded();
    tried = { at: dependencies.now(), failed: outcome.kind !== 'ok' };
    if (outcome.kind === 'ok') {
      value = outcome.value;
      const stored = await options.store?.(value);
      result = stored?.kind === 'unavailable' ? ok(withProblems(value, stored.problems)) : outcome;
    } else {
      result = value === undefined ? outcome : ok(asCached(withProblems(value, outcome.problems)));
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
      begin(dependencies.now());
      return value === undefined && tried === undefined && loading !== undefined
        ? { kind: 'loading', since: loading.since }
        : result;
    },
    arriving: () => loading?.done,
    settled: async () => {
      begin(dependencies.now());
      await loading?.done;
      return result;
    },
  };
};

/** Reads what there is at a moment. */
export type Read<Value> = (now: IsoInstant) => Promise<Value>;

/**
 * Reads anew only where the source has changed or closes of another day have become final: 39 years of rows take half a
 * second, and the clock of the playground runs through a week in as long.
 *
 * @param version differs where what is read does
 */
export const readWhereChanged = <Value>(version: () => Promise<string>, read: Read<Value>): Read<Value> => {
  let last: { readonly key: string; readonly value: Value } | undefined;
  return async (now) => {
    const key = [await version(), lastFinalDay(now, 'New York'), lastFinalDay(now, 'Stockholm')].join();
    if (last?.key !== key) last = { key, value: await read(now) };
    return last.value;
  };
};
