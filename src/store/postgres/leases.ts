import { sql } from 'kysely';

/** When a lease that is given now ends, by the database's clock. */
export const leaseEnd = (leaseMs: number) => sql<Date>`clock_timestamp() + make_interval(secs => ${leaseMs / 1_000})`;
