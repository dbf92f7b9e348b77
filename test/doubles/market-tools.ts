import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarketDependencies } from '../../src/market-data/http-client.ts';
import { isoInstant } from '../../src/units.ts';

/** The real fetch, a clock that is set by hand, chance that is always half, and waits that take no time but are noted. */
export interface TestTools extends MarketDependencies {
  readonly waits: number[];
  readonly setClock: (now: string) => void;
}

export const testTools = (now: string, more: Partial<MarketDependencies> = {}): TestTools => {
  const waits: number[] = [];
  let clock = isoInstant(now);
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => clock,
    random: () => 0.5,
    wait: async (ms) => void waits.push(ms),
    ...more,
    waits,
    setClock: (next) => {
      clock = isoInstant(next);
    },
  };
};

/** A wait that never ends by itself: for races that something else is to win. */
export const endlessWait: MarketDependencies['wait'] = (_, signal) =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('no longer waited for'))));

export const NEVER = new AbortController().signal;

/** A reply as a provider sends it, from test/recorded. */
export const recorded = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'recorded', name), 'utf8');
