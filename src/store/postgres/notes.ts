import { type Kysely, sql } from 'kysely';
import { type NoteDraft, NoteDraftSchema } from '../../team-notes/index.ts';
import type { IsoInstant } from '../../units.ts';
import { changedNotes, draftsEndedBy } from '../note-store.ts';
import { KeptNotesSchema } from '../schema.ts';
import type { NoteStore } from '../store.ts';
import { callGiven, type Database } from './database.ts';
import type { StoreTables } from './tables.ts';

const parse = (body: unknown) => KeptNotesSchema.safeParse(body).data;
const parseDraft = (body: unknown): NoteDraft | undefined => NoteDraftSchema.safeParse(body).data;

const loadDraft = async (
  db: Kysely<StoreTables>,
  team: string,
  id: string,
  now: IsoInstant,
): Promise<NoteDraft | undefined> => {
  const row = await db
    .selectFrom('note_drafts')
    .select('body')
    .where('team', '=', team)
    .where('id', '=', id)
    .where('at', '>', new Date(draftsEndedBy(now)))
    .executeTakeFirst();
  return row && parseDraft(row.body);
};

/** The notes of each workspace and their drafts in the database. */
export const createNotes = ({ query, transaction }: Database): NoteStore => ({
  notes: (team, known) =>
    query(async (db) => {
      const row = await db
        .selectFrom('team_notes')
        .select(['version', sql`case when version = ${known?.version ?? ''}::text then null else body end`.as('body')])
        .where('team', '=', team)
        .executeTakeFirst();
      if (!row?.version) return undefined;
      return row.version === known?.version ? known : parse(row.body);
    }),
  changeNotes: (team, change, by) =>
    transaction(async (db) => {
      const { body } = await db
        .insertInto('team_notes')
        .values({ team })
        .onConflict((conflict) => conflict.column('team').doUpdateSet((row) => ({ team: row.ref('excluded.team') })))
        .returning('body')
        .executeTakeFirstOrThrow();
      const before = parse(body);
      const after = callGiven(() => changedNotes(before, change, by));
      if (after === before) return before;
      await db
        .updateTable('team_notes')
        .set({ version: after?.version ?? null, body: after ? JSON.stringify(after) : null })
        .where('team', '=', team)
        .execute();
      return after;
    }),
  drafts: (team, now) =>
    query(async (db) => {
      const rows = await db
        .selectFrom('note_drafts')
        .select('body')
        .where('team', '=', team)
        .where('at', '>', new Date(draftsEndedBy(now)))
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.flatMap(({ body }) => parseDraft(body) ?? []);
    }),
  draft: (team, id, now) => query((db) => loadDraft(db, team, id, now)),
  changeDraft: (team, id, change, now) =>
    transaction(async (db) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${team} ${id}`}, 0))`.execute(db);
      const before = await loadDraft(db, team, id, now);
      const after = callGiven(() => change(before));
      if (after === before) return after;
      await db.deleteFrom('note_drafts').where('team', '=', team).where('id', '=', id).execute();
      if (after) {
        await db
          .insertInto('note_drafts')
          .values({ team, id, at: after.at, body: JSON.stringify(after) })
          .execute();
      }
      return after;
    }),
});
