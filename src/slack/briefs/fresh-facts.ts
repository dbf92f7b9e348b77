import { setTimeout as wait } from 'node:timers/promises';
import type { Facts } from '../../answers/index.ts';
import type { FactsNow } from '../recent-answers.ts';

/** How long a brief waits for data that are being loaded. */
const LOAD_MS = 10_000;

/** The facts of a brief: nobody reads it as it is posted, so it waits a moment for the newest data. */
export const freshFacts = async (factsNow: () => FactsNow): Promise<Facts> => {
  const { facts, arriving } = factsNow();
  if (arriving === undefined) return facts;
  const inTime = new AbortController();
  const late = wait(LOAD_MS, undefined, { signal: inTime.signal, ref: false }).catch(() => undefined);
  await Promise.race([arriving, late]);
  inTime.abort();
  return factsNow().facts;
};
