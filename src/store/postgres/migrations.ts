import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StoreError } from '../store.ts';

/** The tables of the first version. */
const first: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    const statements = [
      'create sequence fences',
      `create table threads (id text primary key, team text not null, body jsonb, touched timestamptz not null)`,
      'create index threads_touched on threads (touched)',
      'create index threads_team on threads (team)',
      'create table claims (id text primary key, team text not null, at timestamptz not null)',
      'create index claims_at on claims (at)',
      'create table votes (kind text primary key, up integer not null, down integer not null)',
      `create table voters (id text primary key, team text not null, kind text not null, thumb text not null,
        at timestamptz not null)`,
      'create index voters_at on voters (at)',
      'create table settings (team text primary key, body jsonb)',
      'create table numbers (team text primary key, highest integer not null)',
      `create table schedules (id text primary key, team text not null, seq bigint generated always as identity,
        body jsonb not null, next_look timestamptz)`,
      'create index schedules_next_look on schedules (next_look)',
      'create index schedules_team on schedules (team)',
      `create table deliveries (schedule text not null references schedules on delete cascade, slot text not null,
        seq bigint generated always as identity, due timestamptz not null, at timestamptz not null,
        outcome jsonb not null, progress jsonb,
        owner text, fence bigint not null default nextval('fences'), until timestamptz not null default '-infinity',
        unfinished boolean not null default true, was_unfinished boolean not null default false,
        primary key (schedule, slot))`,
      `create index deliveries_open on deliveries (until) where outcome->>'kind' = 'claimed'`,
      'create index deliveries_due on deliveries (due)',
      `create table marks (team text not null, channel text not null, body jsonb not null, at timestamptz not null,
        primary key (team, channel))`,
      `create table held (team text not null, channel text not null, person text not null,
        seq bigint not null default nextval('fences'), body jsonb not null, at timestamptz not null,
        primary key (team, channel, person))`,
      `create table requests (id text primary key, seq bigint generated always as identity, team text not null,
        body jsonb not null, sending text,
        owner text, fence bigint not null default nextval('fences'), until timestamptz not null default '-infinity')`,
      'create index requests_until on requests (until)',
      'create table taken (name text primary key, at timestamptz not null)',
      'create index taken_at on taken (at)',
      `create table pace (key text primary key, free_at timestamptz not null default '-infinity',
        paused_until timestamptz)`,
      // by one clock, whatever those of the processes say
      `create function take_post_turn(team_key text, channel_key text, most_ms float8,
        team_every_ms float8, team_ahead_ms float8, channel_every_ms float8) returns float8 language plpgsql as $$
      declare
        at timestamptz;
        team_ms float8;
        channel_ms float8;
        wait_ms float8;
      begin
        insert into pace (key) values (team_key) on conflict do nothing;
        insert into pace (key) values (channel_key) on conflict do nothing;
        perform 1 from pace where key = team_key for update;
        perform 1 from pace where key = channel_key for update;
        at := clock_timestamp();
        select extract(epoch from greatest(free_at, at) - at) * 1000 into team_ms from pace where key = team_key;
        select extract(epoch from greatest(free_at, at) - at) * 1000 into channel_ms from pace where key = channel_key;
        wait_ms := ceil(greatest(0, team_ms - team_ahead_ms, channel_ms));
        if wait_ms > most_ms then
          return wait_ms;
        end if;
        update pace set free_at = at + make_interval(secs => (greatest(team_ms, wait_ms) + team_every_ms) / 1000)
          where key = team_key;
        update pace set free_at = at + make_interval(secs => (greatest(channel_ms, wait_ms) + channel_every_ms) / 1000)
          where key = channel_key;
        return wait_ms;
      end $$`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

/** Companies that a workspace lists. */
const companies: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table companies (team text primary key, version text, body jsonb)`.execute(db);
  },
};

/** Where the bot was installed by a link. */
const installations: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`create table installations (team text primary key, installed_at timestamptz not null, sealed text not null,
      owner text, fence bigint not null default nextval('fences'), until timestamptz not null default '-infinity')`.execute(
      db,
    );
  },
};

/** Notes that a workspace adds, and their drafts. */
const notes: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    const statements = [
      'create table team_notes (team text primary key, version text, body jsonb)',
      `create table note_drafts (team text not null, id text not null, at timestamptz not null, body jsonb not null,
        primary key (team, id))`,
      'create index note_drafts_at on note_drafts (at)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

/** By name, in the order of their names; what has been released is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-12-01-first': first,
  '2026-12-09-companies': companies,
  '2026-12-16-installations': installations,
  '2026-12-21-notes': notes,
};

/**
 * Brings the tables to the newest form. Of several processes that do so at once, one does, behind the database's advisory lock,
 * and the others find nothing to do.
 *
 * @returns the names of what was done
 * @throws {StoreError} where a later version has been there, or the database refuses
 */
export const migrate = async (db: Kysely<unknown>, schema: string): Promise<readonly string[]> => {
  await sql`create schema if not exists ${sql.ref(schema)}`.execute(db).catch((error: unknown) => {
    // made by another process at the same moment
    if ((error as { code?: unknown }).code !== '23505') throw error;
  });
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
    migrationTableSchema: schema,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new StoreError(`DATABASE_URL: the tables could not be brought to this version's form: ${String(error)}`, {
      cause: error,
    });
  }
  return results.map(({ migrationName }) => migrationName);
};
