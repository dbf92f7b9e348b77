import type { ClosedReason, Delivery, DeliveryOutcome, LastTold, Schedule } from '../brief/index.ts';
import type { BriefStore } from '../store/index.ts';
import type { IsoInstant } from '../units.ts';

/** What came of posting. `lastTold` is what the channel has now read; `error` is what the log should hold. */
export type Posted =
  | { readonly kind: 'posted'; readonly ts: string; readonly lastTold: LastTold }
  /** The data are old, and the schedule wants no brief then. */
  | { readonly kind: 'held'; readonly reason: 'data stale' }
  | { readonly kind: 'refused'; readonly why: ClosedReason }
  /** No answer came, or one that does not say whether it was carried out: the message may have been posted. */
  | { readonly kind: 'unconfirmed'; readonly lastTold?: LastTold | undefined; readonly error?: unknown }
  /** Certainly not posted, and not to be tried again before so many seconds have passed. */
  | { readonly kind: 'retry later'; readonly seconds: number; readonly error?: unknown };

/** What came of looking for a message. */
export type PostSearch =
  | {
      readonly kind: 'found';
      readonly ts: string;
      readonly postedAt: IsoInstant;
      readonly lastTold?: LastTold | undefined;
    }
  | { readonly kind: 'not found' }
  /** The channel cannot be read, now or later. */
  | { readonly kind: 'unreadable' }
  /** Not now: asked too often, or Slack is at fault. */
  | { readonly kind: 'retry later'; readonly seconds: number };

/**
 * Posts briefs and finds them again. Neither throws for what may be expected, and `post` throws before it has sent anything
 * or not at all; each ends by itself within two minutes. A brief is posted with all its parts.
 */
export interface BriefPoster {
  /**
   * Posts a brief once: it makes no second try of its own where the first may have been carried out.
   *
   * @param slot goes into the message's metadata with the schedule's id, for `find`
   */
  post(
    schedule: Schedule,
    slot: string,
    how: { readonly due: IsoInstant; readonly minutesLate: number },
  ): Promise<Posted>;
  /** Looks for the message of a slot by its metadata, among those posted since an instant. */
  find(schedule: Schedule, slot: string, since: IsoInstant): Promise<PostSearch>;
}

/** What the deliverer of briefs reports: ids and kinds, for the log. */
export type BriefReport =
  | {
      readonly kind: 'settled';
      readonly schedule: Schedule['id'];
      readonly slot: string;
      readonly outcome: DeliveryOutcome;
    }
  /** Deliveries that an earlier run left open; they are looked for now. */
  | { readonly kind: 'taken over'; readonly deliveries: number }
  /** An unexpected failure. The schedule is looked at again at the next tick. */
  | { readonly kind: 'failed'; readonly schedule: Schedule['id']; readonly error: unknown };

/** A slot of a schedule, claimed or to be claimed. */
export type DueSlot = Pick<Delivery, 'schedule' | 'slot' | 'due'>;

/** What delivering briefs needs from outside. */
export interface DeliveryParts {
  readonly store: BriefStore;
  readonly poster: BriefPoster;
  readonly now: () => IsoInstant;
  /** Rejects when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly report: (report: BriefReport) => void;
  /** Aborts when the bot stops. */
  readonly signal: AbortSignal;
}
