import type { BriefStore } from '../store/index.ts';
import type { IsoInstant } from '../units.ts';
import type { InOrder } from './in-order.ts';
import type { Memory } from './memory.ts';
import type { FactsNow, RecentAnswers } from './recent-answers.ts';
import type { Channels } from './visibility.ts';

/** Everything that answering needs besides the asker. */
export interface Desk {
  readonly channels: Channels;
  readonly answers: RecentAnswers;
  readonly memory: Memory;
  /** Turns of one thread are taken one after the other. */
  readonly inOrder: InOrder;
  /** Where briefs are kept. What is known of threads, votes and settings goes by way of `memory`. */
  readonly store: BriefStore;
  readonly now: () => IsoInstant;
  readonly facts: () => FactsNow;
  /** Work that nobody waits for; what fails is logged. */
  readonly inBackground: (what: string, work: () => Promise<void>) => void;
}
