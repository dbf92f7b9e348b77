import { setTimeout as wait } from 'node:timers/promises';
import type { IsoInstant } from '../units.ts';
import type { Tools } from './http/tools.ts';

/** The world as it is. The clock is handed in: the house has one. */
export const worldTools = (now: () => IsoInstant): Tools => ({
  fetch: (url, init) => fetch(url, init),
  now,
  random: Math.random,
  wait: (ms, signal) => wait(ms, undefined, signal && { signal }),
});
