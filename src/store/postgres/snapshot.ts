import { type Kysely, sql } from 'kysely';
import { NoteDraftSchema } from '../../team-notes/index.ts';
import { type IsoInstant, isoInstant } from '../../units.ts';
import { emptyRequests } from '../request-store.ts';
import {
  HeldBriefSchema,
  InstallationSchema,
  KeptCompaniesSchema,
  KeptNotesSchema,
  LastToldSchema,
  parseSchedule,
  SettingsSchema,
  ThreadSchema,
} from '../schema.ts';
import type { StoreSnapshot } from '../snapshot.ts';
import { emptyState, keyOf } from '../state.ts';
import type { Database } from './database.ts';
import { parseDelivery } from './deliveries.ts';
import { parseRequest } from './requests.ts';
import { scheduleRow } from './schedules.ts';
import type { StoreTables } from './tables.ts';
import { installationOf } from './team-records.ts';

const MOST_AT_ONCE = 2_000;

/** The first of the ids that a key was made of. */
const teamOf = (key: string): string => decodeURIComponent(key.split('/')[0] ?? '');
const secondOf = (key: string): string => decodeURIComponent(key.split('/')[1] ?? '');

/** One table's rows, and the SQL types of their columns, those of the key first. */
interface TableCopy {
  readonly table: keyof StoreTables;
  readonly keys: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const TEXT_KEY = { id: 'text' };

const tablesOf = ({ state, requests }: StoreSnapshot): readonly TableCopy[] => {
  const {
    threads,
    claims,
    votes,
    voters,
    settings,
    schedules,
    numbers,
    deliveries,
    marks,
    held,
    companies,
    teamNotes,
    drafts,
  } = state;
  const { installations } = state;
  const rowsOf = <T>(
    records: ReadonlyMap<string, T>,
    row: (key: string, record: T) => Readonly<Record<string, unknown>>,
  ) => [...records].map(([key, record]) => row(key, record));
  return [
    {
      ...{ table: 'threads', keys: TEXT_KEY, columns: { team: 'text', body: 'jsonb', touched: 'timestamptz' } },
      rows: rowsOf(threads, (id, body) => ({ id, team: teamOf(id), body, touched: body.touched })),
    },
    {
      ...{ table: 'claims', keys: TEXT_KEY, columns: { team: 'text', at: 'timestamptz' } },
      rows: rowsOf(claims, (id, { at }) => ({ id, team: teamOf(id), at })),
    },
    {
      ...{ table: 'votes', keys: { kind: 'text' }, columns: { up: 'integer', down: 'integer' } },
      rows: rowsOf(votes, (kind, { up, down }) => ({ kind, up, down })),
    },
    {
      ...{ table: 'voters', keys: TEXT_KEY },
      columns: { team: 'text', kind: 'text', thumb: 'text', at: 'timestamptz' },
      rows: rowsOf(voters, (id, { kind, thumb, at }) => ({ id, team: teamOf(id), kind, thumb, at })),
    },
    {
      ...{ table: 'settings', keys: { team: 'text' }, columns: { body: 'jsonb' } },
      rows: rowsOf(settings, (team, body) => ({ team, body })),
    },
    {
      ...{ table: 'numbers', keys: { team: 'text' }, columns: { highest: 'integer' } },
      rows: [
        ...new Map([
          ...[...schedules.values()].map(({ team }) => [team, 0] as const),
          ...[...numbers].map(([team, { highest }]) => [team, highest] as const),
        ]),
      ].map(([team, highest]) => {
        const given = [...schedules.values()].flatMap((one) => (one.team === team ? [one.number] : []));
        return { team, highest: Math.max(highest, ...given) };
      }),
    },
    {
      ...{ table: 'schedules', keys: TEXT_KEY, columns: { team: 'text', body: 'jsonb', next_look: 'timestamptz' } },
      rows: rowsOf(schedules, (_, schedule) => ({ ...scheduleRow(schedule), body: schedule })),
    },
    {
      ...{ table: 'deliveries', keys: { schedule: 'text', slot: 'text' } },
      columns: { due: 'timestamptz', at: 'timestamptz', outcome: 'jsonb', progress: 'jsonb' },
      rows: [...deliveries.values()].filter(({ schedule }) => schedules.has(schedule)).map((one) => ({ ...one })),
    },
    {
      ...{ table: 'marks', keys: { team: 'text', channel: 'text' }, columns: { body: 'jsonb', at: 'timestamptz' } },
      rows: rowsOf(marks, (key, body) => ({ team: teamOf(key), channel: secondOf(key), body, at: body.at })),
    },
    {
      ...{ table: 'held', keys: { team: 'text', channel: 'text', person: 'text' } },
      columns: { body: 'jsonb', at: 'timestamptz' },
      rows: rowsOf(held, (_, body) => ({ ...body, person: body.user, body })),
    },
    {
      ...{ table: 'companies', keys: { team: 'text' }, columns: { version: 'text', body: 'jsonb' } },
      rows: rowsOf(companies, (team, body) => ({ team, version: body.version, body })),
    },
    {
      ...{ table: 'installations', keys: { team: 'text' }, columns: { installed_at: 'timestamptz', sealed: 'text' } },
      rows: rowsOf(installations, (_, { installedAt, ...one }) => ({ ...one, installed_at: installedAt })),
    },
    {
      ...{ table: 'team_notes', keys: { team: 'text' }, columns: { version: 'text', body: 'jsonb' } },
      rows: rowsOf(teamNotes, (team, body) => ({ team, version: body.version, body })),
    },
    {
      ...{ table: 'note_drafts', keys: { team: 'text', id: 'text' }, columns: { at: 'timestamptz', body: 'jsonb' } },
      rows: rowsOf(drafts, (key, body) => ({ team: teamOf(key), id: body.id, at: body.at, body })),
    },
    {
      ...{ table: 'requests', keys: TEXT_KEY, columns: { team: 'text', body: 'jsonb', sending: 'text' } },
      rows: rowsOf(requests.open, (id, { request, sending }) => ({ id, team: request.team, body: request, sending })),
    },
    {
      ...{ table: 'taken', keys: { name: 'text' }, columns: { at: 'timestamptz' } },
      rows: rowsOf(requests.taken, (name, at) => ({ name, at })),
    },
  ];
};

const list = (parts: readonly ReturnType<typeof sql.raw>[]) => sql.join(parts, sql.raw(', '));

/** @returns how many of the rows are in the table then */
const copyTable = async (db: Kysely<StoreTables>, { table, keys, columns, rows }: TableCopy): Promise<number> => {
  const all = { ...keys, ...columns };
  const names = list(Object.keys(all).map((name) => sql.raw(name)));
  const types = list(Object.entries(all).map(([name, type]) => sql.raw(`${name} ${type}`)));
  const key = list(Object.keys(keys).map((name) => sql.raw(name)));
  const updates = list(Object.keys(columns).map((name) => sql.raw(`${name} = excluded.${name}`)));
  let count = 0;
  for (let from = 0; from < rows.length; from += MOST_AT_ONCE) {
    const some = JSON.stringify(rows.slice(from, from + MOST_AT_ONCE));
    await sql`
      insert into ${sql.table(table)} (${names})
      select ${names} from jsonb_to_recordset(${some}::jsonb) as given (${types})
      on conflict (${key}) do update set ${updates}`.execute(db);
    const counted = await sql<{ count: string }>`
      select count(*) as count from ${sql.table(table)}
      join jsonb_to_recordset(${some}::jsonb) as given (${types}) using (${key})`.execute(db);
    count += Number(counted.rows[0]?.count);
  }
  return count;
};

/**
 * Writes everything into a database, in one transaction; what is there under the same keys is replaced, so that it may be done
 * twice.
 *
 * @returns how many of the records are in the database then, by their kind
 */
export const writeSnapshot = (
  { transaction }: Database,
  snapshot: StoreSnapshot,
): Promise<Readonly<Record<string, number>>> =>
  transaction(async (db) => {
    await sql`set local statement_timeout = 0`.execute(db);
    const counts: Record<string, number> = {};
    for (const copy of tablesOf(snapshot)) counts[copy.table] = await copyTable(db, copy);
    return counts;
  });

/** What of a table's JSON this version can read. */
interface RecordSchema<T> {
  readonly safeParse: (value: unknown) => { readonly data?: T | undefined };
}

const into = <T>(records: Map<string, T>, key: string, schema: RecordSchema<NoInfer<T>>, body: unknown): void => {
  const record = schema.safeParse(body).data;
  if (record !== undefined) records.set(key, record);
};

const instantOf = (at: Date): IsoInstant => isoInstant(at.toISOString());

/** Reads everything of a database as it is at one moment. */
export const readSnapshot = ({ transaction }: Database): Promise<StoreSnapshot> =>
  transaction(async (db) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(db);
    await sql`set local statement_timeout = 0`.execute(db);
    const state = emptyState();
    const requests = emptyRequests();
    for (const { id, body } of await db.selectFrom('threads').selectAll().orderBy('touched').execute()) {
      into(state.threads, id, ThreadSchema, body);
    }
    for (const { id, at } of await db.selectFrom('claims').selectAll().orderBy('at').execute()) {
      state.claims.set(id, { at: instantOf(at) });
    }
    for (const { kind, ...counts } of await db.selectFrom('votes').selectAll().execute()) state.votes.set(kind, counts);
    for (const { id, kind, thumb, at } of await db.selectFrom('voters').selectAll().orderBy('at').execute()) {
      state.voters.set(id, { kind, thumb, at: instantOf(at) });
    }
    for (const { team, body } of await db.selectFrom('settings').selectAll().execute()) {
      into(state.settings, team, SettingsSchema, body);
    }
    for (const { team, highest } of await db.selectFrom('numbers').selectAll().execute()) {
      state.numbers.set(team, { highest });
    }
    for (const { id, body } of await db.selectFrom('schedules').selectAll().orderBy('seq').execute()) {
      const schedule = parseSchedule(body);
      if (schedule) state.schedules.set(id, schedule);
    }
    for (const row of await db.selectFrom('deliveries').selectAll().orderBy('seq').execute()) {
      const delivery = parseDelivery(row);
      if (delivery) state.deliveries.set(keyOf(row.schedule, row.slot), delivery);
    }
    for (const { team, channel, body } of await db.selectFrom('marks').selectAll().execute()) {
      into(state.marks, keyOf(team, channel), LastToldSchema, body);
    }
    for (const { team, channel, person, body } of await db.selectFrom('held').selectAll().orderBy('seq').execute()) {
      into(state.held, keyOf(team, channel, person), HeldBriefSchema, body);
    }
    for (const { team, body } of await db.selectFrom('companies').selectAll().execute()) {
      into(state.companies, team, KeptCompaniesSchema, body);
    }
    for (const row of await db.selectFrom('installations').selectAll().orderBy('team').execute()) {
      into(state.installations, row.team, InstallationSchema, installationOf(row));
    }
    for (const { team, body } of await db.selectFrom('team_notes').selectAll().execute()) {
      into(state.teamNotes, team, KeptNotesSchema, body);
    }
    for (const { team, id, body } of await db.selectFrom('note_drafts').selectAll().orderBy('at').execute()) {
      into(state.drafts, keyOf(team, id), NoteDraftSchema, body);
    }
    for (const row of await db.selectFrom('requests').selectAll().orderBy('seq').execute()) {
      const open = parseRequest(row);
      if (open) requests.open.set(open.id, open);
    }
    for (const { name, at } of await db.selectFrom('taken').selectAll().orderBy('at').execute()) {
      requests.taken.set(name, instantOf(at));
    }
    return { state, requests };
  });
