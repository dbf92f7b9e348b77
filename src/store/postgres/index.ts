import { sql } from 'kysely';
import { addMilliseconds } from '../../units.ts';
import { CHANNEL_PACE, LEASE_MS, TEAM_PACE } from '../coordination.ts';
import type { BriefStore } from '../kept-delivery.ts';
import { EXPIRING, keyOf, STORE_LIMITS } from '../state.ts';
import type { Store } from '../store.ts';
import { createConversations } from './conversations.ts';
import { connectTo, type Database, databaseOver, leaseEnd, SCHEMA } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { migrate } from './migrations.ts';
import { createRequests } from './requests.ts';
import { createSchedules } from './schedules.ts';
import { createInstallations, createTeamRecords } from './team-records.ts';

/** When posts may be made, over all processes. */
const createPace = ({ query }: Database): Pick<BriefStore, 'takePostTurn' | 'pausePosts' | 'postPauseMs'> => ({
  takePostTurn: (team, channel, mostMs) =>
    query(async (db) => {
      const { rows } = await sql<{ ms: number }>`
        select take_post_turn(${keyOf(team)}, ${keyOf(team, channel)}, ${mostMs},
          ${TEAM_PACE.everyMs}, ${TEAM_PACE.aheadMs}, ${CHANNEL_PACE.everyMs}) as ms`.execute(db);
      return rows[0]?.ms ?? 0;
    }),
  pausePosts: async (team, channel, ms) => {
    const end = leaseEnd(ms);
    await query((db) =>
      sql`
        insert into pace (key, free_at, paused_until) values (${keyOf(team, channel)}, ${end}, ${end})
        on conflict (key) do update set
          free_at = greatest(pace.free_at, excluded.free_at), paused_until = excluded.paused_until`.execute(db),
    );
  },
  postPauseMs: (team, channel) =>
    query(async (db) => {
      const { rows } = await sql<{ ms: number }>`
        select ceil(greatest(0, extract(epoch from paused_until - clock_timestamp())::float8 * 1000)) as ms
        from pace where key = ${keyOf(team, channel)}`.execute(db);
      return rows[0]?.ms ?? 0;
    }),
});

/** The store over a database whose tables are there. @param leaseMs how long work is somebody's without a word from them */
export const createPostgresStore = (database: Database, leaseMs = LEASE_MS): Store => {
  const { query, transaction, close } = database;
  return {
    ...createConversations(database),
    ...createTeamRecords(database),
    ...createInstallations(database, leaseMs),
    ...createSchedules(database),
    ...createDeliveries(database, leaseMs),
    ...createPace(database),
    ...createRequests(database, leaseMs),
    renewLeases: (owner) =>
      query(async (db) => {
        const until = leaseEnd(leaseMs);
        await sql`update requests set until = ${until} where owner = ${owner}`.execute(db);
      }),
    deleteTeam: (team) =>
      transaction(async (db) => {
        for (const table of [
          'threads',
          'claims',
          'voters',
          'settings',
          'numbers',
          'schedules',
          'marks',
          'held',
          'requests',
          'companies',
          'team_notes',
          'note_drafts',
          'installations',
        ] as const) {
          await db.deleteFrom(table).where('team', '=', team).execute();
        }
        await sql`delete from pace where key = ${keyOf(team)} or starts_with(key, ${keyOf(team, '')})`.execute(db);
      }),
    deleteExpired: (now) =>
      query(async (db) => {
        for (const name of EXPIRING) {
          const { since, lifeMs } = STORE_LIMITS[name];
          const table = sql.table(name === 'drafts' ? 'note_drafts' : name);
          const end = addMilliseconds(now, -lifeMs);
          await sql`delete from ${table} where ${sql.ref(since)} <= ${end}::timestamptz`.execute(db);
        }
        await sql`delete from pace where free_at < clock_timestamp() - interval '1 day'`.execute(db);
      }),
    checkWritable: async () => {
      // a standby refuses it
      await query((db) => sql`select nextval('fences')`.execute(db));
    },
    close,
  };
};

/** How a database is opened. */
interface PostgresOptions {
  /** DATABASE_URL */
  readonly url: string;
  readonly schema?: string;
  readonly leaseMs?: number;
  /** Hears of connections that broke while nobody used them. */
  readonly lost: (error: unknown) => void;
}

/**
 * The store in a PostgreSQL database, shared by any number of processes; its tables are brought to this version's form first.
 *
 * @throws {StoreError} where the database cannot be reached or refuses
 */
export const openPostgresStore = async ({ url, schema = SCHEMA, leaseMs, lost }: PostgresOptions) => {
  const database = databaseOver(connectTo(url, schema, lost));
  try {
    const migrated = await database.query((db) => migrate(db as never, schema));
    return { store: createPostgresStore(database, leaseMs), database, migrated };
  } catch (error) {
    await database.close();
    throw error;
  }
};
