import type { Delivery, HeldBrief, LastTold, NewSchedule, Schedule } from '../brief/index.ts';
import type { KeptCompanies, ListedCompany } from '../companies/index.ts';
import type { KeptNotes, NoteDraft, TeamNotes } from '../team-notes/index.ts';
import type { Context } from '../topics/context.ts';
import type { IsoInstant } from '../units.ts';
import type { Asked, RequestInHands, RequestStore } from './kept-request.ts';
import type { Fence, GivenLease } from './lease.ts';

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
 * killed and started again, post a brief once. Promises settle as those of {@link Store} do.
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

/** The companies that each workspace has listed. Promises settle as those of {@link Store} do. */
export interface CompanyStore {
  /**
   * The list of a workspace; undefined where it has none.
   *
   * @param known what the caller has: it is given back itself where the list is still the same
   */
  companies(team: string, known?: KeptCompanies): Promise<KeptCompanies | undefined>;
  /**
   * Replaces a workspace's companies by what `change` makes of them, with no other change in between; an empty list is
   * deleted. Where the write fails it rejects, and the list stays as it was.
   *
   * @param change pure; if it throws, or gives back what it was given, nothing changes
   */
  changeCompanies(
    team: string,
    change: (companies: readonly ListedCompany[]) => readonly ListedCompany[],
    by: { readonly user: string; readonly now: IsoInstant },
  ): Promise<KeptCompanies | undefined>;
}

/** An installation as stored. */
export interface StoredInstallation {
  /** The workspace; the organisation, where the bot is installed in all of it. */
  readonly team: string;
  readonly installedAt: IsoInstant;
  /** All that Slack gave, its tokens included, as ciphertext. */
  readonly sealed: string;
}

/** Where the bot was installed by a link, and with which tokens. Promises settle as those of {@link Store} do. */
export interface InstallationStore {
  installation(team: string): Promise<StoredInstallation | undefined>;
  /** Of all workspaces, in the order of their names. */
  installations(): Promise<readonly StoredInstallation[]>;
  /** Replaces what the workspace had; whoever has it in hand has lost it. */
  keepInstallation(installation: StoredInstallation): Promise<void>;
  /** Takes an installation in hand, so that one process at a time renews its tokens; undefined while another does, or where there is none. */
  takeInstallation(team: string, owner: string, now: IsoInstant): Promise<Fence | undefined>;
  /**
   * Lets go of an installation, with what is sealed from now on; without it, it stays as it was. Does nothing where it is gone, or
   * was installed or taken over meanwhile.
   */
  settleInstallation(team: string, fence: Fence, sealed?: string): Promise<void>;
}

/** The notes that each workspace has added, and those it is adding. Promises settle as those of {@link Store} do. */
export interface NoteStore {
  /**
   * The notes of a workspace; undefined where it has changed nothing.
   *
   * @param known what the caller has: it is given back itself where the notes are still the same
   */
  notes(team: string, known?: KeptNotes): Promise<KeptNotes | undefined>;
  /**
   * Replaces a workspace's notes by what `change` makes of them, with no other change in between. Where the write fails it
   * rejects, and they stay as they were.
   *
   * @param change pure; if it throws, or gives back what it was given, nothing changes
   */
  changeNotes(
    team: string,
    change: (notes: TeamNotes) => TeamNotes,
    by: { readonly user: string; readonly now: IsoInstant },
  ): Promise<KeptNotes | undefined>;
  /** The drafts of a workspace that have not ended, the oldest first. */
  drafts(team: string, now: IsoInstant): Promise<readonly NoteDraft[]>;
  draft(team: string, id: string, now: IsoInstant): Promise<NoteDraft | undefined>;
  /**
   * Replaces a draft by what `change` makes of it, with no other change in between; undefined deletes it, text and all. A draft
   * ends seven days after its `at`, and is then as one that never was.
   *
   * @param change pure; if it throws, or gives back what it was given, nothing changes
   */
  changeDraft(
    team: string,
    id: string,
    change: (draft: NoteDraft | undefined) => NoteDraft | undefined,
    now: IsoInstant,
  ): Promise<NoteDraft | undefined>;
}

/** The store cannot be opened, read or written; the message names the file and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** The database cannot be reached just now; nothing is wrong with what was asked of it. */
export class StoreAwayError extends StoreError {}

/** A thread in Slack: the workspace, the channel, and the ts of the message that the thread hangs from. */
export interface ThreadKey {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
}

/** What is stored of a thread: ids, and its context as a value; never anyone's words. */
export interface Thread {
  /** What was asked last; a follow-up ("and 100?") is read against it. */
  readonly context?: Context | undefined;
  /** The ids of the first fifty users who wrote here, in order. */
  readonly speakers: readonly string[];
  /** Somebody has silenced the bot in this thread. */
  readonly silent: boolean;
  /** The thread's root is a message of the bot. */
  readonly rooted: boolean;
  /** The bot has answered in this thread. */
  readonly answered: boolean;
  /** When somebody last stopped an answer here: a ts, by Slack's clock, as those of messages are. */
  readonly stopped?: string | undefined;
  /** When the last turn was. A message that was not for the bot is no turn. */
  readonly touched: IsoInstant;
}

/** Who asked, and what a thread comes to. Without `context` and `silent` they stay as they were; `null` deletes the context. */
export interface ThreadUpdate {
  readonly user?: string;
  readonly context?: Context | null;
  readonly silent?: boolean;
}

/** A message that is about to be answered in its thread. */
export interface TurnClaim {
  readonly key: ThreadKey;
  /** The ts of the message, or another id that Slack repeats when it sends the same event again. */
  readonly message: string;
  /** What the message was kept as, where it was. */
  readonly request?: Pick<RequestInHands, 'id' | 'fence'> | undefined;
  /**
   * What the thread comes to. It is given the thread as it is, which nobody changes until that is written; with `asked` the
   * request is kept as that from now on. Pure.
   */
  readonly change: (thread: Thread | undefined) => ThreadUpdate & { readonly asked?: Asked };
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

/** Votes on one kind of answer. */
export interface Tally {
  readonly kind: string;
  readonly up: number;
  readonly down: number;
}

/** The settings of a workspace. */
export interface Settings {
  /** By channel id; channels that have not chosen are absent. */
  readonly replies: Readonly<Record<string, 'public' | 'private'>>;
  readonly silentChannels: readonly string[];
  /** Channels shared with another company in which an admin allows public replies. */
  readonly allowedSharedChannels: readonly string[];
  /** Who may add notes, and who may confirm them; every member unless said. */
  readonly noteRights?: { readonly add: 'members' | 'admins'; readonly confirm: 'members' | 'admins' } | undefined;
  /** The user id of whoever set the bot up: the first admin who opened the Home tab or changed a setting there. */
  readonly installer?: string | undefined;
}

/**
 * What the bot stores. The promise of a change resolves once it is persisted (for a file: once it is on disk), and rejects with
 * a {@link StoreError} where it could not be. Changes are made in the order of the calls, and reads see them at once.
 * `now` is always the caller's clock.
 */
export interface Store extends BriefStore, CompanyStore, InstallationStore, NoteStore, RequestStore {
  /**
   * Makes the leases of a process's requests last anew; to be called every few seconds while it works. Those of deliveries are
   * renewed one by one: what failed is not to stay in anybody's hands.
   */
  renewLeases(owner: string, now: IsoInstant): Promise<void>;
  /** Undefined for a thread that is not stored, or whose last turn was 30 days ago. */
  thread(key: ThreadKey, now: IsoInstant): Promise<Thread | undefined>;
  /**
   * Claims a message before its reply is posted and changes its thread, in one write. Only one caller ever gets `taken` for a
   * message, even after restarts, and only that one may post. Where the write fails or `change` throws it rejects, and the
   * message can be claimed again. Claims last 24 hours; at most the newest five thousand are stored.
   */
  claimTurn(turn: TurnClaim, now: IsoInstant): Promise<'taken' | 'answered before'>;
  /**
   * Stores a message of the bot as the root of a possible thread, such as a command's reply. Since it is already posted, nobody
   * waits for this: the file store writes such changes together, within a quarter of a second.
   */
  rememberRoot(key: ThreadKey, asked: ThreadUpdate, now: IsoInstant): Promise<void>;
  /** Adds someone who wrote in a thread without asking the bot. Does nothing where the thread is not stored. */
  addSpeaker(key: ThreadKey, user: string, now: IsoInstant): Promise<void>;
  /** Records that somebody stopped what is being answered in a thread, by whichever process. @param ts when, by Slack's clock */
  stopAnswers(key: ThreadKey, ts: string, now: IsoInstant): Promise<void>;
  /** When somebody last stopped an answer in each of these threads; undefined where nobody has. */
  lastStops(keys: readonly ThreadKey[]): Promise<readonly (string | undefined)[]>;
  /**
   * Counts a vote. For 30 days a user has one vote on a message: a second click changes it (`changed`) or does nothing
   * (`unchanged`). Users are recognized by a short hash of ids.
   *
   * @throws {StoreError} where `kind` is not the name of a kind of answer
   */
  vote(vote: Vote, now: IsoInstant): Promise<'counted' | 'changed' | 'unchanged'>;
  /** The votes on each kind of answer, of all workspaces together. */
  votes(): Promise<readonly Tally[]>;
  /** The settings of a workspace; the defaults where it has none. */
  settings(team: string): Promise<Settings>;
  /**
   * Replaces a workspace's settings by what `change` makes of them, with no other change in between. Where the write
   * fails it rejects, and they stay as they were.
   *
   * @param change pure; if it throws, nothing changes
   */
  changeSettings(team: string, change: (settings: Settings) => Settings): Promise<Settings>;
  /** Deletes every record of a workspace that removed the bot, its installation included. Vote counts name no workspace and stay. */
  deleteTeam(team: string): Promise<void>;
  /** Deletes expired records. The file store does so at every change too; this is for times without changes. */
  deleteExpired(now: IsoInstant): Promise<void>;
  /** Writes what is stored once more. @throws {StoreError} where it cannot be written */
  checkWritable(): Promise<void>;
  /** Waits for pending writes and releases the file. Later calls are rejected. */
  close(): Promise<void>;
}
