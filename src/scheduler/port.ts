import type { ClosedReason, DeliveryOutcome, LastTold, Schedule } from '../brief/index.ts';
import type { BriefStore, DueSlot } from '../store/index.ts';
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
  /** A delivery that another run left open; it is looked for now. */
  | { readonly kind: 'taken over'; readonly schedule: Schedule['id']; readonly slot: string }
  /** An unexpected failure. The schedule is looked at again at the next tick. */
  | { readonly kind: 'failed'; readonly schedule: Schedule['id']; readonly error: unknown };

/** A delivery to be brought to its outcome. */
export interface DeliveryJob extends DueSlot {
  /** For a trigger: its state, to be remembered once the slot is claimed. */
  readonly stood?: string | undefined;
}

/** What came of working on a delivery. */
export type WorkResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'later'; readonly at: IsoInstant }
  /** Another process has it in hand. */
  | { readonly kind: 'held' };

/** Works on deliveries, a step at a time; what is between two steps is in the store. */
export interface DeliveryWorker {
  /** Does the next step. @throws where the store fails, and bugs: to be tried again */
  readonly work: (job: DeliveryJob) => Promise<WorkResult>;
  /** Records that it is not tried any more. */
  readonly giveUp: (job: DeliveryJob) => Promise<void>;
  readonly report: (report: BriefReport) => void;
}

/** Brings each delivery to a worker until it is done. */
export interface DeliveryJobs {
  /** Those that are there already are not added again. */
  readonly add: (jobs: readonly DeliveryJob[]) => Promise<void>;
  /** Settles once nothing is under way. */
  readonly settled: () => Promise<void>;
  /** Takes up no more, and lets what was sent come to its end. */
  readonly stop: () => Promise<void>;
}

/** What delivering briefs needs from outside. */
export interface DeliveryParts {
  readonly store: BriefStore;
  readonly poster: BriefPoster;
  /** Names this process in its leases. */
  readonly owner: string;
  readonly now: () => IsoInstant;
  /** Rejects when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly report: (report: BriefReport) => void;
  /** Aborts when the bot stops. */
  readonly signal: AbortSignal;
}
