import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { createLimit } from '../../queues.ts';
import { StoreAwayError, StoreError } from '../store.ts';
import type { StoreTables } from './tables.ts';

/** The schema that all tables are in. */
export const SCHEMA = 'rotation_desk';

/** Slack waits three seconds for an acknowledgement. */
const CONNECT_TIMEOUT_MS = 2_000;
const QUERY_TIMEOUT_MS = 5_000;
/** For so long after a failed connection nobody waits for another. */
const AWAY_MS = 1_000;
const MOST_CONNECTIONS = 10;
/** A connection costs more than most statements: what was opened stays for a while. */
const IDLE_MS = 600_000;

/** Work on the database. `transaction` is rolled back where the work rejects. */
export interface Database {
  readonly query: <T>(work: (db: Kysely<StoreTables>) => Promise<T>) => Promise<T>;
  readonly transaction: <T>(work: (db: Kysely<StoreTables>) => Promise<T>) => Promise<T>;
  /** For what is not done within the store's own limits of time, such as migrations. */
  readonly kysely: Kysely<StoreTables>;
  readonly close: () => Promise<void>;
}

/** A function that a caller gave has failed: its error is the caller's own. */
class CallerError extends Error {}

/** Calls a function that a caller gave, inside a transaction: what it throws is thrown on as it is. */
export const callGiven = <T>(call: () => T): T => {
  try {
    return call();
  } catch (error) {
    throw new CallerError('', { cause: error });
  }
};

/** What the database says of a statement; anything else is about reaching it. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'severity' in error &&
  !/^(?:08|57|53|25P03)/.test(String((error as { code?: unknown }).code));

const asStoreError = (error: unknown): StoreError => {
  if (error instanceof StoreError) return error;
  return isRefusal(error)
    ? new StoreError(`DATABASE_URL: the database refuses a statement: ${String(error)}`, { cause: error })
    : new StoreAwayError(`DATABASE_URL: the database cannot be reached: ${String(error)}`, { cause: error });
};

/** Work over a kysely that there is. Where the database cannot be reached, it fails at once for a second. */
export const databaseOver = (kysely: Kysely<StoreTables>): Database => {
  let awayUntilMs = 0;
  let doneMs = 0;
  let away: StoreError | undefined;
  let closing: Promise<void> | undefined;
  const running = new Set<Promise<unknown>>();
  const limit = createLimit(MOST_CONNECTIONS);

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closing !== undefined) throw new StoreError('the store is closed');
    const begunMs = performance.now();
    if (away !== undefined && begunMs < awayUntilMs) throw away;
    const begun = limit(work);
    running.add(begun);
    try {
      const done = await begun;
      doneMs = performance.now();
      away = undefined;
      return done;
    } catch (error) {
      if (error instanceof CallerError) throw error.cause;
      const failure = asStoreError(error);
      // a single connection that fails while others work is no reason to do without the database
      if (failure instanceof StoreAwayError && doneMs < begunMs) {
        away = failure;
        awayUntilMs = performance.now() + AWAY_MS;
      }
      throw failure;
    } finally {
      running.delete(begun);
    }
  };

  return {
    query: (work) => guarded(() => work(kysely)),
    transaction: (work) => guarded(() => kysely.transaction().execute(work)),
    kysely,
    close: () => {
      closing ??= Promise.allSettled(running).then(() => kysely.destroy());
      return closing;
    },
  };
};

/** @param url `postgres://…` @param lost hears of connections that broke while nobody used them */
export const connectTo = (url: string, schema: string, lost: (error: unknown) => void): Kysely<StoreTables> => {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c search_path=${schema}`,
    application_name: 'rotation-desk',
    max: MOST_CONNECTIONS,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    statement_timeout: QUERY_TIMEOUT_MS,
    idle_in_transaction_session_timeout: 2 * QUERY_TIMEOUT_MS,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  pool.on('error', lost);
  // one that breaks between two queries of a transaction would end the process; its next query fails and says so
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) });
};

/** When a lease that is given now ends, by the database's clock. */
export const leaseEnd = (leaseMs: number) => sql<Date>`clock_timestamp() + make_interval(secs => ${leaseMs / 1_000})`;
