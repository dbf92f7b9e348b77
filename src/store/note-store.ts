import { randomBytes } from 'node:crypto';
import { type KeptNotes, NO_NOTES, type NoteDraft, type TeamNotes } from '../team-notes/index.ts';
import type { IsoInstant } from '../units.ts';
import { expiredUpTo, keyOf, type Persistence, STORE_LIMITS, type State } from './state.ts';
import type { NoteStore } from './store.ts';

const VERSION_BYTES = 9;

/**
 * What a team's notes come to by a change.
 *
 * @returns what was there where nothing changes
 */
export const changedNotes = (
  before: KeptNotes | undefined,
  change: (notes: TeamNotes) => TeamNotes,
  { user, now }: { readonly user: string; readonly now: IsoInstant },
): KeptNotes | undefined => {
  const was = before ?? NO_NOTES;
  const notes = change(was);
  if (notes === was) return before;
  const version = randomBytes(VERSION_BYTES).toString('base64url');
  return { ...before, ...notes, version, changedAt: now, changedBy: user };
};

/** Until when drafts that are older have ended. */
export const draftsEndedBy = (now: IsoInstant): IsoInstant => expiredUpTo(STORE_LIMITS.drafts.lifeMs, now);

/** The notes of each workspace and their drafts, in memory and written after each change. */
export const createNoteStore = (
  { teamNotes, drafts }: State,
  { commit }: Pick<Persistence, 'commit'>,
  assertOpen: () => void,
): NoteStore => {
  /** Puts a record, or takes it back where it cannot be written and was not changed again since. */
  const replace = async <T>(records: Map<string, T>, key: string, after: T | undefined, now: IsoInstant) => {
    const before = records.get(key);
    const put = (record: T | undefined): void => {
      if (record === undefined) records.delete(key);
      else records.set(key, record);
    };
    put(after);
    try {
      await commit(now);
    } catch (error) {
      if (records.get(key) === after) put(before);
      throw error;
    }
  };
  const open = (draft: NoteDraft | undefined, now: IsoInstant): NoteDraft | undefined =>
    draft && draft.at > draftsEndedBy(now) ? draft : undefined;
  return {
    notes: async (team) => {
      assertOpen();
      return teamNotes.get(team);
    },
    changeNotes: async (team, change, by) => {
      assertOpen();
      const before = teamNotes.get(team);
      const after = changedNotes(before, change, by);
      if (after !== before) await replace(teamNotes, team, after, by.now);
      return after;
    },
    drafts: async (team, now) => {
      assertOpen();
      const prefix = keyOf(team, '');
      return [...drafts].flatMap(([key, draft]) => (key.startsWith(prefix) ? (open(draft, now) ?? []) : []));
    },
    draft: async (team, id, now) => {
      assertOpen();
      return open(drafts.get(keyOf(team, id)), now);
    },
    changeDraft: async (team, id, change, now) => {
      assertOpen();
      const key = keyOf(team, id);
      const before = open(drafts.get(key), now);
      const after = change(before);
      if (after !== before) await replace(drafts, key, after, now);
      return after;
    },
  };
};
