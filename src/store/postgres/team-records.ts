import { type Kysely, sql } from 'kysely';
import { type NoteDraft, NoteDraftSchema } from '../../team-notes/index.ts';
import { type IsoInstant, isoInstant } from '../../units.ts';
import { KeptCompaniesSchema, KeptNotesSchema, SettingsSchema } from '../schema.ts';
import type { ChangedBy, InstallationStore, Settings, StoredInstallation, TeamRecordStore } from '../store.ts';
import {
  COMPANY_LIST,
  changedList,
  DEFAULT_SETTINGS,
  draftsEndedBy,
  type KeptList,
  type ListKind,
  NOTE_LIST,
} from '../team-record-store.ts';
import { callGiven, type Database, leaseEnd } from './database.ts';
import type { StoreTables } from './tables.ts';

const parseDraft = (body: unknown): NoteDraft | undefined => NoteDraftSchema.safeParse(body).data;
const parseSettings = (body: unknown): Settings => SettingsSchema.safeParse(body).data ?? DEFAULT_SETTINGS;

/** What a workspace has in a table, its row locked to the end of the transaction; it is made where there is none. */
const lockBody = async (
  db: Kysely<StoreTables>,
  table: 'settings' | 'companies' | 'team_notes',
  team: string,
): Promise<unknown> => {
  const { body } = await db
    .insertInto(table)
    .values({ team })
    .onConflict((conflict) => conflict.column('team').doUpdateSet((row) => ({ team: row.ref('excluded.team') })))
    .returning('body')
    .executeTakeFirstOrThrow();
  return body;
};

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

/** What each workspace has set and keeps of its own, in the database. */
export const createTeamRecords = ({ query, transaction }: Database): TeamRecordStore => {
  const listIn = <Value, Fields>(
    table: 'companies' | 'team_notes',
    kind: ListKind<Value, Fields>,
    parse: (body: unknown) => KeptList<Fields> | undefined,
  ) => ({
    read: (team: string, known?: KeptList<Fields>): Promise<KeptList<Fields> | undefined> =>
      query(async (db) => {
        const unlessKnown = sql`case when version = ${known?.version ?? ''}::text then null else body end`;
        const row = await db
          .selectFrom(table)
          .select(['version', unlessKnown.as('body')])
          .where('team', '=', team)
          .executeTakeFirst();
        if (!row?.version) return undefined;
        return row.version === known?.version ? known : parse(row.body);
      }),
    change: (team: string, change: (value: Value) => Value, by: ChangedBy): Promise<KeptList<Fields> | undefined> =>
      transaction(async (db) => {
        const before = parse(await lockBody(db, table, team));
        const after = callGiven(() => changedList(kind, before, change, by));
        if (after === before) return before;
        await db
          .updateTable(table)
          .set({ version: after?.version ?? null, body: after ? JSON.stringify(after) : null })
          .where('team', '=', team)
          .execute();
        return after;
      }),
  });
  const companies = listIn('companies', COMPANY_LIST, (body) => KeptCompaniesSchema.safeParse(body).data);
  const notes = listIn('team_notes', NOTE_LIST, (body) => KeptNotesSchema.safeParse(body).data);
  return {
    settings: (team) =>
      query(async (db) => {
        const row = await db.selectFrom('settings').select('body').where('team', '=', team).executeTakeFirst();
        return parseSettings(row?.body);
      }),
    changeSettings: (team, change) =>
      transaction(async (db) => {
        const body = await lockBody(db, 'settings', team);
        const changed = callGiven(() => change(parseSettings(body)));
        await db
          .updateTable('settings')
          .set({ body: JSON.stringify(changed) })
          .where('team', '=', team)
          .execute();
        return changed;
      }),
    companies: companies.read,
    changeCompanies: companies.change,
    notes: notes.read,
    changeNotes: notes.change,
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
  };
};

const COLUMNS = ['team', 'installed_at', 'sealed'] as const;

/** An installation as a row holds it. */
export const installationOf = ({
  team,
  installed_at: installedAt,
  sealed,
}: Readonly<Record<'team' | 'sealed', string>> & { readonly installed_at: Date }): StoredInstallation => ({
  ...{ team, sealed },
  installedAt: isoInstant(installedAt.toISOString()),
});

/** Installations in the database, leased by its clock. */
export const createInstallations = ({ query }: Database, leaseMs: number): InstallationStore => ({
  installation: (team) =>
    query(async (db) => {
      const row = await db.selectFrom('installations').select(COLUMNS).where('team', '=', team).executeTakeFirst();
      return row && installationOf(row);
    }),
  installations: () =>
    query(async (db) =>
      (await db.selectFrom('installations').select(COLUMNS).orderBy('team').execute()).map(installationOf),
    ),
  keepInstallation: async ({ team, installedAt, sealed }) => {
    await query((db) =>
      sql`
        insert into installations (team, installed_at, sealed) values (${team}, ${installedAt}::timestamptz, ${sealed})
        on conflict (team) do update set
          installed_at = excluded.installed_at, sealed = excluded.sealed, owner = null, fence = nextval('fences')`.execute(
        db,
      ),
    );
  },
  takeInstallation: (team, owner) =>
    query(async (db) => {
      const { rows } = await sql<{ fence: string }>`
        update installations set owner = ${owner}, until = ${leaseEnd(leaseMs)}, fence = nextval('fences')
        where team = ${team} and (owner is null or until < clock_timestamp()) returning fence`.execute(db);
      return rows[0] && Number(rows[0].fence);
    }),
  settleInstallation: async (team, fence, sealed) => {
    await query((db) =>
      sql`
        update installations set owner = null, sealed = coalesce(${sealed ?? null}::text, sealed)
        where team = ${team} and fence = ${fence}`.execute(db),
    );
  },
});
