import type { Delivery, HeldBrief, LastTold, NewSchedule, Schedule } from '../brief/index.ts';
import type { IsoInstant } from '../units.ts';
import type { Fence, GivenLease } from './coordination.ts';

/** How far a delivery has come that has no outcome yet. */
export interface DeliveryProgress {
  /** It is not tried before. */
  readonly next: IsoInstant;
  /** How many posts Slack did not confirm. */
  readonly unconfirmed: number;
  /** What the last of them said. */
  readonly lastTold?: LastTold | undefined;
  /** Until when a search that Slack puts off is waited for. */
  readonly searchUntil?: IsoInstant | undefined;
}

/** A delivery as stored. */
export interface StoredDelivery extends Delivery {
  readonly progress?: DeliveryProgress | undefined;
}

/** A slot of a schedule, claimed or to be claimed. */
export type DueSlot = Pick<Delivery, 'schedule' | 'slot' | 'due'>;

/** A slot whose delivery one process has in hand. `mayBeUnfinished`: another had, and may have posted it. */
export interface SlotInHand extends DueSlot, GivenLease {
  readonly progress?: DeliveryProgress | undefined;
}

/** What came of claiming a slot. */
export type SlotClaim =
  | ({ readonly kind: 'claimed' } & SlotInHand)
  /** A process has it in hand. */
  | { readonly kind: 'held' }
  /** It has its outcome, or its schedule is gone. */
  | { readonly kind: 'over' };

/**
 * The schedules and deliveries of briefs. Deliveries are claimed here and not in a timer, so that two processes, or one that was
 * killed and started again, post a brief once. Promises settle as those of `Store` do.
 */
export interface BriefStore {
  /** The schedules of a workspace, in the order they were added. */
  schedules(team: string): Promise<readonly Schedule[]>;
  /** Adds a schedule; undefined where the workspace has `most` already. Its `settledTo` is its `createdAt`. */
  addSchedule(schedule: NewSchedule, most: number): Promise<Schedule | undefined>;
  /**
   * Replaces a schedule by what `change` makes of it; null removes it, with its deliveries. Undefined where there is no
   * such schedule in the workspace. Where the write fails it rejects, and the schedule stays as it was.
   *
   * @param change pure; if it throws, nothing changes
   */
  changeSchedule(
    team: string,
    id: string,
    change: (schedule: Schedule) => Schedule | null,
  ): Promise<Schedule | null | undefined>;
  schedule(team: string, id: string): Promise<Schedule | undefined>;
  /** The schedule of a slot, whosever it is: for who delivers it, not for who asks. */
  scheduleOf(slot: Pick<DueSlot, 'schedule'>): Promise<Schedule | undefined>;
  /** The schedules of which a slot has come due since they were settled, and all triggers, in the order they were added. */
  dueSchedules(now: IsoInstant): Promise<readonly Schedule[]>;
  /**
   * Claims a slot before it is posted, or takes its delivery over from a process that has not renewed its leases in time. Only
   * who has it `claimed` may post. Where the write fails it rejects, and the slot can be claimed again.
   *
   * @param owner names the process
   */
  claimDelivery(slot: DueSlot, owner: string, now: IsoInstant): Promise<SlotClaim>;
  /** Whether nobody has taken it over; if so its lease lasts anew. To be asked right before a post. */
  renewDelivery(held: SlotInHand, now: IsoInstant): Promise<boolean>;
  /** Records when it is tried next, and lets go of it. Does nothing where another has taken it over. */
  postponeDelivery(held: SlotInHand, progress: DeliveryProgress, now: IsoInstant): Promise<void>;
  /**
   * Records the outcome of a delivery, and what becomes of its schedule, in one write. Nothing is written for a deleted schedule.
   *
   * @param more `fence` where it was claimed; `lastTold`: what the brief reported to the channel, if it was posted; `change` is pure
   * @returns false where another has taken it over: nothing is written
   */
  settleDelivery(
    delivery: DueSlot & Pick<Delivery, 'outcome'>,
    now: IsoInstant,
    more?: {
      readonly fence?: Fence | undefined;
      readonly lastTold?: LastTold | undefined;
      readonly change?: ((schedule: Schedule) => Schedule) | undefined;
    },
  ): Promise<boolean>;
  /** The last hundred deliveries of a workspace's schedule in 400 days, the one due last first. */
  deliveries(team: string, schedule: string): Promise<readonly Delivery[]>;
  /** The deliveries of all schedules that were claimed and have no outcome, and whether a process has them in hand. */
  unsettledDeliveries(now: IsoInstant): Promise<readonly (StoredDelivery & { readonly isHeld: boolean })[]>;
  /**
   * Takes the next turn to post in a channel, at the pace that Slack allows there and in the workspace.
   *
   * @returns in how many milliseconds the turn comes; where that is more than `mostMs`, it is not taken
   */
  takePostTurn(team: string, channel: string, mostMs: number, now: IsoInstant): Promise<number>;
  /** Lets nobody post in a channel for so long, as Slack has asked. */
  pausePosts(team: string, channel: string, ms: number, now: IsoInstant): Promise<void>;
  /** For how many milliseconds nobody is to post in a channel, as Slack has asked; whoever has a turn asks when it has come. */
  postPauseMs(team: string, channel: string, now: IsoInstant): Promise<number>;
  /** What the last brief in a channel reported; undefined where there was none in 400 days. */
  lastTold(team: string, channel: string): Promise<LastTold | undefined>;
  /** Keeps what was asked for a channel that the bot is not in: the newest of each person and channel, for a day. */
  holdBack(held: HeldBrief): Promise<void>;
  /** What was kept for a channel, the oldest first; it is kept no longer, so that it is carried out once at most. */
  takeHeld(team: string, channel: string, now: IsoInstant): Promise<readonly HeldBrief[]>;
}
