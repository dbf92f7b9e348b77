import { randomBytes } from 'node:crypto';
import type { KeptCompanies, ListedCompany } from '../companies/index.ts';
import { type KeptNotes, NO_NOTES, type NoteDraft, type TeamNotes } from '../team-notes/index.ts';
import type { IsoInstant } from '../units.ts';
import type { Leases } from './coordination.ts';
import { expiredUpTo, keyOf, type Persistence, replaceRecord, STORE_LIMITS, type State } from './state.ts';
import type { ChangedBy, InstallationStore, Settings, StoredInstallation, TeamRecordStore } from './store.ts';

/** Of a workspace that has set nothing. */
export const DEFAULT_SETTINGS: Settings = { replies: {}, silentChannels: [], allowedSharedChannels: [] };

const VERSION_BYTES = 9;

/** What stands in every list that is kept: who changed it last, and a version of its own for each change. */
export type KeptList<Fields> = Fields & Pick<KeptNotes, 'version' | 'changedAt' | 'changedBy'>;

/** A kind of list: what of it people change. */
export interface ListKind<Value, Fields> {
  readonly contentOf: (kept: Fields | undefined) => Value;
  /** Undefined where nothing is left to keep. */
  readonly fieldsOf: (value: Value) => Fields | undefined;
}

export const COMPANY_LIST: ListKind<readonly ListedCompany[], Pick<KeptCompanies, 'companies'>> = {
  contentOf: (kept) => kept?.companies ?? [],
  fieldsOf: (companies) => (companies.length === 0 ? undefined : { companies }),
};

export const NOTE_LIST: ListKind<TeamNotes, TeamNotes> = {
  contentOf: (kept) => kept ?? NO_NOTES,
  fieldsOf: (notes) => notes,
};

/**
 * What a list comes to by a change.
 *
 * @returns the list itself where nothing changes; undefined where nothing is left of it
 */
export const changedList = <Value, Fields>(
  { contentOf, fieldsOf }: ListKind<Value, Fields>,
  before: KeptList<Fields> | undefined,
  change: (value: Value) => Value,
  { user, now }: ChangedBy,
): KeptList<Fields> | undefined => {
  const was = contentOf(before);
  const value = change(was);
  if (value === was) return before;
  const fields = fieldsOf(value);
  const version = randomBytes(VERSION_BYTES).toString('base64url');
  return fields && { ...before, ...fields, version, changedAt: now, changedBy: user };
};

/** Until when drafts that are older have ended. */
export const draftsEndedBy = (now: IsoInstant): IsoInstant => expiredUpTo(STORE_LIMITS.drafts.lifeMs, now);

/** What each workspace has set and keeps of its own, in memory and written after each change. */
export const createTeamRecordStore = (
  { settings, companies, teamNotes, drafts }: State,
  { commit }: Pick<Persistence, 'commit'>,
): TeamRecordStore => {
  const changeIn =
    <Value, Fields>(lists: Map<string, KeptList<Fields>>, kind: ListKind<Value, Fields>) =>
    async (team: string, change: (value: Value) => Value, by: ChangedBy): Promise<KeptList<Fields> | undefined> => {
      const before = lists.get(team);
      const after = changedList(kind, before, change, by);
      if (after !== before) await replaceRecord(lists, team, after, () => commit(by.now));
      return after;
    };
  const open = (draft: NoteDraft | undefined, now: IsoInstant): NoteDraft | undefined =>
    draft && draft.at > draftsEndedBy(now) ? draft : undefined;
  return {
    settings: async (team) => settings.get(team) ?? DEFAULT_SETTINGS,
    changeSettings: async (team, change) => {
      const changed = change(settings.get(team) ?? DEFAULT_SETTINGS);
      await replaceRecord(settings, team, changed, commit);
      return changed;
    },
    companies: async (team) => companies.get(team),
    changeCompanies: changeIn(companies, COMPANY_LIST),
    notes: async (team) => teamNotes.get(team),
    changeNotes: changeIn(teamNotes, NOTE_LIST),
    drafts: async (team, now) => {
      const prefix = keyOf(team, '');
      return [...drafts].flatMap(([key, draft]) => (key.startsWith(prefix) ? (open(draft, now) ?? []) : []));
    },
    draft: async (team, id, now) => open(drafts.get(keyOf(team, id)), now),
    changeDraft: async (team, id, change, now) => {
      const key = keyOf(team, id);
      const before = open(drafts.get(key), now);
      const after = change(before);
      if (after !== before) await replaceRecord(drafts, key, after, () => commit(now));
      return after;
    },
  };
};

/** The installations of a store, over its state in memory. */
export const createInstallationStore = (
  { installations }: State,
  { commit }: Pick<Persistence, 'commit'>,
  leases: Leases,
): InstallationStore => {
  const put = (installation: StoredInstallation): Promise<void> =>
    replaceRecord(installations, installation.team, installation, commit);

  return {
    installation: async (team) => {
      return installations.get(team);
    },
    installations: async () => {
      return [...installations.values()].toSorted((one, other) => (one.team < other.team ? -1 : 1));
    },
    keepInstallation: async (installation) => {
      leases.forget(installation.team);
      await put(installation);
    },
    takeInstallation: async (team, owner, now) => {
      return installations.has(team) ? leases.take(team, owner, now)?.fence : undefined;
    },
    settleInstallation: async (team, fence, sealed) => {
      const installation = installations.get(team);
      if (installation === undefined || !leases.isOf(team, fence)) return;
      leases.giveBack(team);
      if (sealed !== undefined) await put({ ...installation, sealed });
    },
  };
};
