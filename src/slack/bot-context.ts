import type { KeyedQueue } from '../keyed-queue.ts';
import type { BriefStore } from '../store/index.ts';
import type { IsoInstant } from '../units.ts';
import type { AnswerCache, CurrentFacts } from './answer-cache.ts';
import type { ResilientStore } from './resilient-store.ts';
import type { Channels } from './visibility.ts';

/** What listeners need to answer a request, whoever asks. */
export interface BotContext {
  readonly channels: Channels;
  readonly answers: AnswerCache;
  /** Threads, votes and settings; a store that fails costs nobody an answer. */
  readonly store: ResilientStore;
  /** Briefs; rejects where the store fails. */
  readonly briefStore: BriefStore;
  /** By thread: what is said in one thread is handled in order. */
  readonly threadQueue: KeyedQueue;
  readonly now: () => IsoInstant;
  readonly facts: () => CurrentFacts;
  /** Runs work that nobody waits for; what fails is logged. */
  readonly inBackground: (what: string, work: () => Promise<void>) => void;
}
