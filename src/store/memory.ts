import { createStore } from './create-store.ts';
import { emptyState } from './state.ts';
import type { Store } from './store.ts';

/** The store of one run, for the terminal and for tests: nothing outlives the process. */
export const createMemoryStore = (): Store =>
  createStore(emptyState(), {
    commit: () => Promise.resolve(),
    commitSoon: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });
