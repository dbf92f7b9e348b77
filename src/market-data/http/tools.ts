import type { IsoInstant } from '../../units.ts';
import type { Provider } from '../outcome.ts';
import type { Fetch } from './request.ts';

/** How much of a long reply has come in. */
export interface Progress {
  readonly provider: Provider;
  /** What is being loaded: `^RUT`, `EFFR`. */
  readonly what: string;
  readonly bytes: number;
}

/** What the world outside gives, handed in so that tests can stand in for it. */
export interface Tools {
  readonly fetch: Fetch;
  readonly now: () => IsoInstant;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  readonly onProgress?: (progress: Progress) => void;
  /** Told of a fault of our own that a load ran into. */
  readonly onFault?: (error: unknown) => void;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}
