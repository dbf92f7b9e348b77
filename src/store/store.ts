import type { Delivery, LastTold, NewSchedule, Schedule } from '../brief/index.ts';
import type { Context } from '../reading/index.ts';
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
    mark?: LastTold,
  ): Promise<void>;
  /** The one due last comes first; the last hundred of a schedule, and none due more than 400 days ago. */
  deliveries(schedule: string): Promise<readonly Delivery[]>;
  /** Claimed and not settled, of all schedules: what was under way when the bot stopped. */
  unsettledDeliveries(): Promise<readonly Delivery[]>;
  /** Undefined before the first brief in a channel, and where the last was 400 days ago. */
  lastTold(team: string, channel: string): Promise<LastTold | undefined>;
}

/** The store cannot be opened, read or written, in words that name the file and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** A thread in Slack: the workspace, the channel, and the ts of the message that the thread hangs from. */
export interface ThreadKey {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
}

/** What is remembered of a thread. Ids, and what it was about as a value; never a word that was written. */
export interface Thread {
  /** What was asked here last, as a value; a follow-up ("and 100?") is read against it. */
  readonly context?: Context | undefined;
  /** User ids, in the order of their first words; the first fifty. */
  readonly speakers: readonly string[];
  /** Told to be quiet here. */
  readonly silent: boolean;
  /** The thread hangs from a message of the bot. */
  readonly rooted: boolean;
  readonly answered: boolean;
  /** The last turn. Overhearing a speaker is none. */
  readonly touched: IsoInstant;
}

/** Who asked, and what the thread is about from now on. A context left out stays as it was; `null` forgets it. */
export interface ThreadUpdate {
  readonly user?: string;
  readonly context?: Context | null;
}

/** One message about to be answered in its thread. */
export interface TurnClaim extends ThreadUpdate {
  readonly key: ThreadKey;
  /** The ts of the message, or another id that Slack repeats where it sends the same thing again. */
  readonly message: string;
}

/** One person's opinion of one answer. */
export interface Vote {
  readonly team: string;
  readonly channel: string;
  readonly message: string;
  readonly user: string;
  /** The kind of the answer, such as `rate-move`: small letters, digits and hyphens. */
  readonly kind: string;
  readonly thumb: 'up' | 'down';
}

export interface Tally {
  readonly kind: string;
  readonly up: number;
  readonly down: number;
}

/** What a workspace has set. */
export interface Settings {
  /** By channel id. A channel that is not here has not chosen. */
  readonly replies: Readonly<Record<string, 'public' | 'private'>>;
  readonly silentChannels: readonly string[];
  /** Channels shared with another company in which an admin allows public replies. */
  readonly allowedSharedChannels: readonly string[];
  /** The user id of who installed the bot. */
  readonly installer?: string | undefined;
}

/**
 * What the bot remembers. Every promise of a change resolves once the change is kept as well as the form at hand keeps
 * anything (the file form: once it is on disk), and rejects with a `StoreError` where it could not be kept. Changes are
 * made in the order of the calls and are seen by reads at once. The clock is the caller's: `now` is handed in.
 */
export interface Store extends BriefStore {
  /** Undefined for a thread not heard of, or whose last turn was 30 days ago. */
  thread(key: ThreadKey, now: IsoInstant): Promise<Thread | undefined>;
  /**
   * Claims a message before its reply is posted, and remembers the thread's new context, in one write. Only one caller
   * is ever told `taken` for a message, across restarts too; only that one may post. Where the write fails it rejects,
   * and the message may be claimed again. Claims are kept for 24 hours, the newest five thousand.
   */
  claimTurn(turn: TurnClaim, now: IsoInstant): Promise<'taken' | 'answered before'>;
  /**
   * A message of the bot that a thread may hang from, such as a command's reply. Its ts is known only once it stands, so
   * nobody waits for this: the file form gathers such changes for a quarter of a second.
   */
  rememberRoot(key: ThreadKey, asked: ThreadUpdate, now: IsoInstant): Promise<void>;
  /** Someone spoke in a thread without asking the bot. Where the thread is not remembered, nothing is kept. */
  addSpeaker(key: ThreadKey, user: string, now: IsoInstant): Promise<void>;
  /** Tells the bot to be quiet in a thread, or to speak again. */
  setSilent(key: ThreadKey, on: boolean, now: IsoInstant): Promise<void>;
  /**
   * Counts a vote. For 30 days one user has one vote on a message: a second click changes it (`changed`) or does nothing
   * (`unchanged`). What tells a second click from a first is a short hash of ids.
   */
  vote(vote: Vote, now: IsoInstant): Promise<'counted' | 'changed' | 'unchanged'>;
  votes(): Promise<readonly Tally[]>;
  settings(team: string): Promise<Settings>;
  /**
   * Replaces a workspace's settings by what `change` makes of them, with no other change in between. Where the write
   * fails it rejects, and they are as they were.
   *
   * @param change pure and quick; where it throws, nothing is changed
   */
  changeSettings(team: string, change: (settings: Settings) => Settings): Promise<Settings>;
  /** Removes all that is kept of a workspace: it has sent the bot away. Counts of votes name no workspace, and stay. */
  deleteTeam(team: string): Promise<void>;
  /** Removes what is past its time. The file form does so at every change too; this is for a bot that nobody asks. */
  deleteExpired(now: IsoInstant): Promise<void>;
  /** Waits for what is under way and gives the store free. What is asked of it afterwards is refused. */
  close(): Promise<void>;
}
