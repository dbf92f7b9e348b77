import type { BriefMark, Schedule } from '../brief/index.ts';
import type { IsoInstant } from '../units.ts';

/** What came of posting. */
export type Posted =
  /** `mark`: what the channel has now been told. */
  | { readonly kind: 'posted'; readonly ts: string; readonly mark: BriefMark }
  /** The data are old, and the schedule wants no brief then. */
  | { readonly kind: 'held'; readonly reason: 'data stale' }
  /** The channel is gone, archived or silent, another company reads along, or the bot is not in it. */
  | { readonly kind: 'refused' }
  /**
   * No answer came, or one that does not say whether it was carried out: the message may stand there. `mark` as above, if
   * it does; `error` is what the log should hold.
   */
  | { readonly kind: 'lost'; readonly mark?: BriefMark | undefined; readonly error?: unknown }
  /** Certainly not carried out, and not to be asked again before so many seconds have passed. `error` as above. */
  | { readonly kind: 'later'; readonly seconds: number; readonly error?: unknown };

/** What came of looking for a message. */
export type Found =
  | {
      readonly kind: 'found';
      readonly ts: string;
      readonly postedAt: IsoInstant;
      readonly mark?: BriefMark | undefined;
    }
  | { readonly kind: 'not there' }
  /** The channel cannot be read, now or later. */
  | { readonly kind: 'cannot look' }
  /** Not now: asked too often, or Slack is at fault. */
  | { readonly kind: 'later'; readonly seconds: number };

/**
 * Posts briefs and finds them again. Neither throws for what may be expected, and `post` throws before it has sent anything
 * or not at all; each ends by itself within a minute.
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
  find(schedule: Schedule, slot: string, since: IsoInstant): Promise<Found>;
}
