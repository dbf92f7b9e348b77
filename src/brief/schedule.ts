import type { BriefTiming, OnClosed, OnStale } from '../questions/index.ts';
import type { IsoDate, IsoInstant } from '../units.ts';

/** A brief that a channel gets: who set it up, when it is due, and what has been dealt with. */
export interface Schedule {
  /** Made by the store; unique, and never used again. */
  readonly id: string;
  /** What people name it by: made by the store, from 1, and never given again in its workspace. */
  readonly number: number;
  readonly team: string;
  readonly channel: string;
  /** User id of who set it up. */
  readonly owner: string;
  readonly timing: BriefTiming;
  readonly onClosed: OnClosed;
  readonly onStale: OnStale;
  readonly createdAt: IsoInstant;
  /** `until`: the first day, in the schedule's zone, on which it is posted again. */
  readonly paused?: { readonly until?: IsoDate | undefined } | undefined;
  /** A day, in the schedule's zone, that is left out by request. */
  readonly skip?: IsoDate | undefined;
  /** Everything due up to here has a delivery on record. */
  readonly settledTo: IsoInstant;
  /** Where a trigger stood when it was last looked at, in words of its own; absent before the first look. */
  readonly stood?: string | undefined;
}

/** What is needed to make a schedule. */
export type NewSchedule = Omit<Schedule, 'id' | 'number' | 'settledTo' | 'paused' | 'skip' | 'stood'>;

/** Why a brief that was due was not posted. */
export type SkipReason =
  /** The bot was stopped, or could not reach Slack, for half an hour from when it was due. */
  | 'too late'
  | 'paused'
  | 'skipped by request'
  | 'exchange closed'
  | 'data stale'
  /** The channel is gone, archived or silent, another company reads along, or the bot is no longer in it. */
  | 'cannot post';

export type DeliveryOutcome =
  /** Claimed, and nothing known yet: it is being posted, or the bot stopped while it was. */
  | { readonly kind: 'claimed' }
  | { readonly kind: 'posted'; readonly ts: string; readonly minutesLate: number }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  /** Slack's answer was lost and the message cannot be looked for; it is not posted again. */
  | { readonly kind: 'uncertain' };

/** One brief that was due, and what came of it. */
export interface Delivery {
  /** Schedule id. */
  readonly schedule: string;
  /** The local date it was due on; for a trigger, the crossing's own name. */
  readonly slot: string;
  readonly due: IsoInstant;
  /** When its outcome was last written. */
  readonly at: IsoInstant;
  readonly outcome: DeliveryOutcome;
}

/** What the last scheduled brief in a channel told, so that the next can say what changed since. */
export interface BriefMark {
  /** When it was posted. */
  readonly at: IsoInstant;
  /** The newest close told so far, by it or where it had none by an earlier one; absent where none was. */
  readonly closes?:
    | { readonly on: IsoDate; readonly ratio: number; readonly russell: number; readonly sp: number }
    | undefined;
  /** The Fed's target range, percent; `through`: the last meeting whose outcome was known. */
  readonly range?: { readonly from: number; readonly to: number; readonly through?: IsoDate | undefined } | undefined;
  /** The next meeting and the likeliest outcome that futures implied of it, with its odds in percent. */
  readonly odds?:
    | { readonly meeting: IsoDate; readonly outcome: 'cut' | 'hold' | 'hike'; readonly percent: number }
    | undefined;
}
