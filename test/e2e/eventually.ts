import { vi } from 'vitest';

/** Waits until a check holds; a busy machine may take its time. */
export const eventually = <T>(check: () => T | Promise<T>, timeout = 4_000): Promise<T> =>
  vi.waitFor(check, { timeout, interval: 10 });
