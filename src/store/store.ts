import type { KeptCompanies, ListedCompany } from '../companies/index.ts';
import type { KeptNotes, NoteDraft, TeamNotes } from '../team-notes/index.ts';
import type { Context } from '../topics/context.ts';
import type { IsoInstant } from '../units.ts';
import type { Fence } from './coordination.ts';
import type { BriefStore } from './kept-delivery.ts';
import type { Asked, RequestInHands, RequestStore } from './kept-request.ts';

/** Who changes something, and when. */
export interface ChangedBy {
  readonly user: string;
  readonly now: IsoInstant;
}

/** Reads what a workspace keeps; undefined where it keeps nothing. @param known what the caller has: it is given back itself where it is still the same */
type ReadKept<Kept> = (team: string, known?: Kept) => Promise<Kept | undefined>;
/**
 * Replaces what a workspace keeps by what `change` makes of it, with no other change in between. Where the write fails it
 * rejects, and all stays as it was.
 *
 * @param change pure; if it throws, or gives back what it was given, nothing changes
 */
type ChangeKept<Value, Kept> = (
  team: string,
  change: (value: Value) => Value,
  by: ChangedBy,
) => Promise<Kept | undefined>;

/** What each workspace has set, and the companies and the notes that it keeps of its own. Promises settle as those of {@link Store} do. */
export interface TeamRecordStore {
  /** The settings of a workspace; the defaults where it has none. */
  settings(team: string): Promise<Settings>;
  /**
   * Replaces a workspace's settings by what `change` makes of them, with no other change in between. Where the write
   * fails it rejects, and they stay as they were.
   *
   * @param change pure; if it throws, nothing changes
   */
  changeSettings(team: string, change: (settings: Settings) => Settings): Promise<Settings>;
  companies: ReadKept<KeptCompanies>;
  /** An empty list is deleted. */
  changeCompanies: ChangeKept<readonly ListedCompany[], KeptCompanies>;
  notes: ReadKept<KeptNotes>;
  changeNotes: ChangeKept<TeamNotes, KeptNotes>;
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

/** Threads, what was claimed of their messages, and votes. Promises settle as those of {@link Store} do. */
export interface ConversationStore {
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
}

/**
 * What the bot stores. The promise of a change resolves once it is persisted (for a file: once it is on disk), and rejects with
 * a {@link StoreError} where it could not be. Changes are made in the order of the calls, and reads see them at once.
 * `now` is always the caller's clock.
 */
export interface Store extends BriefStore, ConversationStore, InstallationStore, RequestStore, TeamRecordStore {
  /**
   * Makes the leases of a process's requests last anew; to be called every few seconds while it works. Those of deliveries are
   * renewed one by one: what failed is not to stay in anybody's hands.
   */
  renewLeases(owner: string, now: IsoInstant): Promise<void>;
  /** Deletes every record of a workspace that removed the bot, its installation included. Vote counts name no workspace and stay. */
  deleteTeam(team: string): Promise<void>;
  /** Deletes expired records. The file store does so at every change too; this is for times without changes. */
  deleteExpired(now: IsoInstant): Promise<void>;
  /** Writes what is stored once more. @throws {StoreError} where it cannot be written */
  checkWritable(): Promise<void>;
  /** Waits for pending writes and releases the file. Later calls are rejected. */
  close(): Promise<void>;
}
