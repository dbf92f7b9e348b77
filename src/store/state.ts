import type { Delivery, LastTold, Schedule } from '../brief/index.ts';
import { addMilliseconds, type IsoInstant } from '../units.ts';
import type { HighestNumber, StoredClaim, StoredVote, VoteCounts } from './schema.ts';
import type { Settings, Thread } from './store.ts';

/** How a form keeps the state that was changed. */
export interface Persistence {
  /** @param now the caller's clock, where the change has one; what is past its time then need not be kept */
  readonly commit: (now?: IsoInstant) => Promise<void>;
  /** For changes that nobody waits for: they may be gathered for a moment. */
  readonly commitSoon: (now: IsoInstant) => Promise<void>;
  readonly close: () => Promise<void>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a record lives, and how many of its sort there may be; beyond that the oldest leave first. */
export const LIMITS = {
  threads: { lifeMs: 30 * DAY_MS, most: 10_000 },
  claims: { lifeMs: 24 * HOUR_MS, most: 5_000 },
  voters: { lifeMs: 30 * DAY_MS, most: 10_000 },
  /** `most`: of one schedule. */
  deliveries: { lifeMs: 400 * DAY_MS, most: 100 },
  marks: { lifeMs: 400 * DAY_MS },
} as const;

/** Everything remembered. Records are replaced, never changed; each map runs from the oldest to the newest. */
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
  /** By id. They have no end but their removal. */
  readonly schedules: Map<string, Schedule>;
  /** By team: the highest number that a schedule was ever given. */
  readonly numbers: Map<string, HighestNumber>;
  /** By `keyOf` schedule and slot. */
  readonly deliveries: Map<string, Delivery>;
  /** By `keyOf` team and channel. */
  readonly marks: Map<string, LastTold>;
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
});

/** One name for several ids. Slashes inside an id are escaped, so that no two lists of ids share a name. */
export const keyOf = (...ids: readonly string[]): string =>
  ids.map((id) => id.replace(/[%/]/g, encodeURIComponent)).join('/');

const removeUnder = (records: Map<string, unknown>, ...ids: readonly string[]): void => {
  const prefix = keyOf(...ids, '');
  for (const key of records.keys()) {
    if (key.startsWith(prefix)) records.delete(key);
  }
};

/** Removes a schedule and its deliveries. */
export const forgetSchedule = ({ schedules, deliveries }: State, id: string): void => {
  schedules.delete(id);
  removeUnder(deliveries, id);
};

/** Removes every record of a workspace. */
export const forgetTeam = (state: State, team: string): void => {
  const { threads, claims, voters, marks, settings, numbers, schedules } = state;
  for (const records of [threads, claims, voters, marks]) removeUnder(records, team);
  settings.delete(team);
  numbers.delete(team);
  for (const schedule of schedules.values()) {
    if (schedule.team === team) forgetSchedule(state, schedule.id);
  }
};

/** What began at or before this instant is past its time. */
export const expiredUpTo = (lifeMs: number, now: IsoInstant): IsoInstant => addMilliseconds(now, -lifeMs);

/** Puts a record last, and lets the oldest go where there are too many. */
export const putLast = <T>(records: Map<string, T>, key: string, record: T, most: number): void => {
  records.delete(key);
  records.set(key, record);
  for (const oldest of records.keys()) {
    if (records.size <= most) return;
    records.delete(oldest);
  }
};

const removePast = <T>(records: Map<string, T>, since: (record: T) => IsoInstant, end: IsoInstant): number => {
  const before = records.size;
  for (const [key, record] of records) {
    if (since(record) <= end) records.delete(key);
  }
  return before - records.size;
};

/** @returns how many records were past their time, and are gone */
export const forgetExpired = ({ threads, claims, voters, deliveries, marks }: State, now: IsoInstant): number =>
  removePast(threads, ({ touched }) => touched, expiredUpTo(LIMITS.threads.lifeMs, now)) +
  removePast(claims, ({ at }) => at, expiredUpTo(LIMITS.claims.lifeMs, now)) +
  removePast(voters, ({ at }) => at, expiredUpTo(LIMITS.voters.lifeMs, now)) +
  removePast(deliveries, ({ due }) => due, expiredUpTo(LIMITS.deliveries.lifeMs, now)) +
  removePast(marks, ({ at }) => at, expiredUpTo(LIMITS.marks.lifeMs, now));
