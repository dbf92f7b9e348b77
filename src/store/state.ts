import type { HeldBrief, LastTold, Schedule } from '../brief/index.ts';
import type { KeptCompanies } from '../companies/index.ts';
import { DRAFT_DAYS, type KeptNotes, type NoteDraft } from '../team-notes/index.ts';
import { addMilliseconds, type IsoInstant } from '../units.ts';
import type { StoredDelivery } from './kept-delivery.ts';
import type { HighestNumber, StoredClaim, StoredVote, VoteCounts } from './schema.ts';
import type { Settings, StoredInstallation, Thread } from './store.ts';

/** How the state is written after a change. */
export interface Persistence {
  /** Settles once the change is written. @param now the caller's clock, where the change has one; expired records are dropped */
  readonly commit: (now?: IsoInstant) => Promise<void>;
  /** For changes that nobody waits for: several may be written together a moment later. */
  readonly commitSoon: (now: IsoInstant) => Promise<void>;
  /** Renews the copy that a damaged file is replaced by. */
  readonly backUp: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long records of each kind live, from which of their fields on, and how many there may be; beyond that the oldest are deleted
 * first.
 */
export const STORE_LIMITS = {
  threads: { lifeMs: 30 * DAY_MS, since: 'touched', most: 10_000 },
  claims: { lifeMs: 24 * HOUR_MS, since: 'at', most: 5_000 },
  voters: { lifeMs: 30 * DAY_MS, since: 'at', most: 10_000 },
  /** `most`: per schedule. */
  deliveries: { lifeMs: 400 * DAY_MS, since: 'due', most: 100 },
  marks: { lifeMs: 400 * DAY_MS, since: 'at' },
  held: { lifeMs: DAY_MS, since: 'at', most: 1_000 },
  drafts: { lifeMs: DRAFT_DAYS * DAY_MS, since: 'at' },
} as const;

/** The kinds of records that expire. */
export const EXPIRING = Object.keys(STORE_LIMITS) as readonly (keyof typeof STORE_LIMITS)[];

/** Everything the bot stores. Records are replaced, never mutated; each map runs from the oldest to the newest. The names are those in the file. */
export interface State {
  /** By `keyOf` team, channel and thread. */
  readonly threads: Map<string, Thread>;
  /** By `keyOf` team, channel and message. */
  readonly claims: Map<string, StoredClaim>;
  /** By the kind of answer. */
  readonly votes: Map<string, VoteCounts>;
  /** By `keyOf` team and a hash of who voted on what. */
  readonly voters: Map<string, StoredVote>;
  /** By team. */
  readonly settings: Map<string, Settings>;
  /** By id. They do not expire. */
  readonly schedules: Map<string, Schedule>;
  /** By team: the highest number that was ever given to a schedule. */
  readonly numbers: Map<string, HighestNumber>;
  /** By `keyOf` schedule and slot. */
  readonly deliveries: Map<string, StoredDelivery>;
  /** By `keyOf` team and channel. */
  readonly marks: Map<string, LastTold>;
  /** By `keyOf` team, channel and user. */
  readonly held: Map<string, HeldBrief>;
  /** By team. They do not expire. */
  readonly companies: Map<string, KeptCompanies>;
  /** By team. They do not expire. */
  readonly installations: Map<string, StoredInstallation>;
  /** By team. They do not expire. */
  readonly teamNotes: Map<string, KeptNotes>;
  /** By `keyOf` team and id. */
  readonly drafts: Map<string, NoteDraft>;
  /** What this version cannot read. */
  readonly unread: UnreadRecords;
}

export const emptyState = (): State => ({
  threads: new Map(),
  claims: new Map(),
  votes: new Map(),
  voters: new Map(),
  settings: new Map(),
  schedules: new Map(),
  numbers: new Map(),
  deliveries: new Map(),
  marks: new Map(),
  held: new Map(),
  companies: new Map(),
  teamNotes: new Map(),
  drafts: new Map(),
  installations: new Map(),
  unread: nothingUnread(),
});

/** One key for several ids, joined by slashes. Slashes inside an id are escaped, so that no two lists of ids share a key. */
export const keyOf = (...ids: readonly string[]): string =>
  ids.map((id) => id.replace(/[%/]/g, encodeURIComponent)).join('/');

const deleteUnder = (records: Map<string, unknown>, ...ids: readonly string[]): void => {
  const prefix = keyOf(...ids, '');
  for (const key of records.keys()) {
    if (key.startsWith(prefix)) records.delete(key);
  }
};

/** Deletes a schedule and its deliveries. */
export const deleteSchedule = ({ schedules, deliveries }: State, id: string): void => {
  schedules.delete(id);
  deleteUnder(deliveries, id);
};

/** Deletes every record of a workspace. */
export const deleteTeamRecords = (state: State, team: string): void => {
  const { threads, claims, voters, marks, held, drafts, schedules } = state;
  for (const records of [threads, claims, voters, marks, held, drafts]) deleteUnder(records, team);
  const { settings, numbers, companies, installations, teamNotes } = state;
  for (const records of [settings, numbers, companies, installations, teamNotes]) records.delete(team);
  for (const schedule of schedules.values()) {
    if (schedule.team === team) deleteSchedule(state, schedule.id);
  }
  deleteUnreadOf(state.unread, team, keyOf(team, ''));
};

/** Records from this instant or before have expired. @param lifeMs how long such a record lives, in milliseconds */
export const expiredUpTo = (lifeMs: number, now: IsoInstant): IsoInstant => addMilliseconds(now, -lifeMs);

/**
 * Puts a record, or deletes it where it is undefined, and writes it. Where that fails it is as it was, unless it was changed again
 * since.
 */
export const replaceRecord = async <T>(
  records: Map<string, T>,
  key: string,
  after: T | undefined,
  written: () => Promise<void>,
): Promise<void> => {
  const before = records.get(key);
  const put = (record: T | undefined): void => {
    if (record === undefined) records.delete(key);
    else records.set(key, record);
  };
  put(after);
  try {
    await written();
  } catch (error) {
    if (records.get(key) === after) put(before);
    throw error;
  }
};

/** Puts a record last, and deletes the oldest beyond `most`. */
export const putLast = <T>(records: Map<string, T>, key: string, record: T, most: number): void => {
  records.delete(key);
  records.set(key, record);
  for (const oldest of records.keys()) {
    if (records.size <= most) return;
    records.delete(oldest);
  }
};

/** Deletes the expired records, also of those that could not be read. @returns how many there were */
export const deleteExpiredRecords = (state: State, now: IsoInstant): number => {
  const { threads, unread } = state;
  let expired = 0;
  for (const name of EXPIRING) {
    const { since, lifeMs } = STORE_LIMITS[name];
    const end = expiredUpTo(lifeMs, now);
    const records: Map<string, { readonly [field in typeof since]?: IsoInstant }> = state[name];
    const before = records.size;
    for (const [key, record] of records) {
      if ((record[since] ?? now) <= end) records.delete(key);
    }
    expired += before - records.size + deleteExpiredUnread(unread, name, since, end);
  }
  for (const key of unread.contexts.keys()) {
    if (!threads.has(key)) unread.contexts.delete(key);
  }
  return expired;
};

/** What this version cannot read of a file, as after a downgrade: kept as it stands, and written back. */
export interface UnreadRecords {
  /** By the name of the section: the entries that could not be read, or all of a section that only a later version has. */
  readonly sections: Map<string, unknown>;
  /** What threads are about, by the key of a thread whose other parts could be read. */
  readonly contexts: Map<string, unknown>;
}

export const nothingUnread = (): UnreadRecords => ({ sections: new Map(), contexts: new Map() });

/** True where everything could be read. */
export const isAllRead = ({ sections, contexts }: UnreadRecords): boolean => sections.size === 0 && contexts.size === 0;

const keyIn = (entry: unknown): string | undefined => {
  const [key] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
  return typeof key === 'string' ? key : undefined;
};

/** The value of a field that holds a text. */
const textIn = (entry: unknown, field: string): string | undefined => {
  const [, record] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
  const value =
    record !== null && typeof record === 'object' ? Object.entries(record).find(([name]) => name === field) : [];
  return typeof value?.[1] === 'string' ? value[1] : undefined;
};

/** The entries of a section that could not be read. */
export const unreadEntries = ({ sections }: UnreadRecords, section: string): readonly unknown[] => {
  const entries = sections.get(section);
  return Array.isArray(entries) ? entries : [];
};

/** True where a record of this key is in the file, though it could not be read. */
export const isKeptUnread = (unread: UnreadRecords, section: string, key: string): boolean =>
  unreadEntries(unread, section).some((entry) => keyIn(entry) === key);

/** @returns how many entries were deleted */
const deleteWhere = ({ sections }: UnreadRecords, section: string, isGone: (entry: unknown) => boolean): number => {
  const entries = sections.get(section);
  if (!Array.isArray(entries)) return 0;
  const left = entries.filter((entry) => !isGone(entry));
  sections.set(section, left);
  return entries.length - left.length;
};

/** Deletes what belongs to a workspace: by its key, or by the workspace that it names. @param prefix begins the keys of its records */
const deleteUnreadOf = (unread: UnreadRecords, team: string, prefix: string): void => {
  const isOfTeam = (entry: unknown): boolean => {
    const key = keyIn(entry);
    return key === team || key?.startsWith(prefix) === true || textIn(entry, 'team') === team;
  };
  const schedules = unreadEntries(unread, 'schedules').filter(isOfTeam).map(keyIn);
  deleteWhere(unread, 'deliveries', (entry) => schedules.includes(textIn(entry, 'schedule')));
  for (const section of unread.sections.keys()) deleteWhere(unread, section, isOfTeam);
  for (const key of unread.contexts.keys()) {
    if (key.startsWith(prefix)) unread.contexts.delete(key);
  }
};

/** Deletes entries whose time can be read and is over. @param field names it @returns how many there were */
const deleteExpiredUnread = (unread: UnreadRecords, section: string, field: string, end: IsoInstant): number =>
  deleteWhere(unread, section, (entry) => {
    const time = Date.parse(textIn(entry, field) ?? '');
    return time <= Date.parse(end);
  });
