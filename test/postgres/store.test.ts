import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { afterAll, inject } from 'vitest';
import { databaseOver } from '../../src/store/postgres/database.ts';
import { createPostgresStore, openPostgresStore } from '../../src/store/postgres/index.ts';
import { migrate } from '../../src/store/postgres/migrations.ts';
import type { StoreTables } from '../../src/store/postgres/tables.ts';
import { briefStoreContract } from '../contracts/brief-store.ts';
import { installationContract } from '../contracts/installations.ts';
import { leaseContract } from '../contracts/leases.ts';
import { requestStoreContract } from '../contracts/request-store.ts';
import { separationContract } from '../contracts/separation.ts';
import { storeContract } from '../contracts/store.ts';

let schemas = 0;

/** A schema of its own for each test. */
const inPostgres = async (leaseMs?: number) => {
  schemas += 1;
  const schema = `contract_${process.pid}_${schemas}`;
  const options = { url: inject('databaseUrl'), schema, lost: () => undefined };
  return (await openPostgresStore({ ...options, ...(leaseMs !== undefined && { leaseMs }) })).store;
};

storeContract('in PostgreSQL', () => inPostgres());
briefStoreContract('in PostgreSQL', () => inPostgres());
requestStoreContract('in PostgreSQL', () => inPostgres());
leaseContract('in PostgreSQL', inPostgres);
installationContract('in PostgreSQL', inPostgres);
separationContract('in PostgreSQL', () => inPostgres());

const lite = await PGlite.create();
afterAll(() => lite.close());
/** Whoever closes a store leaves the instance to the next. */
const shared = new Proxy(lite, {
  get: (target, name) => {
    const value: unknown = name === 'close' ? () => Promise.resolve() : Reflect.get(target, name);
    return typeof value === 'function' ? value.bind(target) : value;
  },
});

/** The same in this process, one store at a time. */
const inPglite = async (leaseMs?: number) => {
  schemas += 1;
  const schema = `contract_${schemas}`;
  await lite.exec(`set search_path = ${schema}`);
  const kysely = new Kysely<StoreTables>({ dialect: new PGliteDialect({ pglite: shared }) });
  await migrate(kysely as never, schema);
  return createPostgresStore(databaseOver(kysely), leaseMs);
};

storeContract('in pglite', () => inPglite());
briefStoreContract('in pglite', () => inPglite());
requestStoreContract('in pglite', () => inPglite());
leaseContract('in pglite', inPglite, false);
installationContract('in pglite', inPglite, false);
