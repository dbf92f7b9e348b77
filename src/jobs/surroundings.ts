import type { DeliveryOutcome, Schedule } from '../brief/index.ts';
import type { BriefStore } from '../store/index.ts';
import type { IsoInstant } from '../units.ts';
import type { BriefPoster } from './poster.ts';

/** What is to be known of the work on briefs: ids and kinds, for the log. */
export type BriefReport =
  | {
      readonly kind: 'settled';
      readonly schedule: Schedule['id'];
      readonly slot: string;
      readonly outcome: DeliveryOutcome;
    }
  /** Deliveries that an earlier run left open; they are looked for now. */
  | { readonly kind: 'taken over'; readonly deliveries: number }
  /** Something broke that is not to break. The schedule is looked at again at the next tick. */
  | { readonly kind: 'failed'; readonly schedule: Schedule['id']; readonly error: unknown };

/** What the work on briefs has around it. */
export interface Surroundings {
  readonly store: BriefStore;
  readonly poster: BriefPoster;
  readonly now: () => IsoInstant;
  /** Rejects when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly report: (report: BriefReport) => void;
  /** Aborts when the bot stops. */
  readonly signal: AbortSignal;
}
