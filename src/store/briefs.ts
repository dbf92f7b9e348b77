import type { BriefMark, Delivery, NewSchedule, Schedule } from '../brief/index.ts';
import type { IsoInstant } from '../units.ts';

/**
 * The part of the store that briefs live in. Promises resolve and reject as those of the rest of the store do. The claim
 * of a delivery is here and not in a timer, so that two processes, or one that was killed and started again, post once.
 */
export interface BriefStore {
  /** Of one workspace, or of all; in the order they were made. */
  schedules(team?: string): Promise<readonly Schedule[]>;
  /** Undefined where the workspace has `most` already. Its `settledTo` is its `createdAt`. */
  addSchedule(schedule: NewSchedule, most: number): Promise<Schedule | undefined>;
  /**
   * Replaces a schedule by what `change` makes of it; null removes it, with its deliveries. Undefined where there is none.
   * Where the write fails it rejects, and the schedule is as it was.
   *
   * @param change pure and quick; where it throws, nothing is changed
   */
  changeSchedule(id: string, change: (schedule: Schedule) => Schedule | null): Promise<Schedule | null | undefined>;
  /**
   * Only one caller is ever told `claimed` for a schedule and slot, across restarts too; only that one may post. Where
   * the write fails it rejects, and the delivery may be claimed again. Nobody can claim for a schedule that is gone.
   */
  claimDelivery(
    claim: Pick<Delivery, 'schedule' | 'slot' | 'due'>,
    now: IsoInstant,
  ): Promise<'claimed' | 'claimed before'>;
  /**
   * Writes what came of a delivery, claimed before or not; with `mark`, what the channel has now been told. Nothing is
   * written for a schedule that is gone.
   */
  settleDelivery(
    delivery: Pick<Delivery, 'schedule' | 'slot' | 'due' | 'outcome'>,
    now: IsoInstant,
    mark?: BriefMark,
  ): Promise<void>;
  /** The one due last comes first; the last hundred of a schedule, and none due more than 400 days ago. */
  deliveries(schedule: string): Promise<readonly Delivery[]>;
  /** Claimed and not settled, of all schedules: what was under way when the bot stopped. */
  unsettledDeliveries(): Promise<readonly Delivery[]>;
  /** Undefined before the first brief in a channel, and where the last was 400 days ago. */
  lastBrief(team: string, channel: string): Promise<BriefMark | undefined>;
}
