import { ConfigError, readConfig } from './config.ts';
import { openDatabase, StoreError } from './store/index.ts';
import { print, runProgram } from './terminal.ts';

/** Brings the tables of DATABASE_URL to this version's form; every start does so too. */

const main = async (): Promise<void> => {
  const { databaseUrl } = readConfig(process.env);
  if (databaseUrl === undefined)
    throw new ConfigError('DATABASE_URL is not set; a store in a file needs no migration.');
  const { store, migrated } = await openDatabase(databaseUrl, () => undefined);
  await store.close();
  print(migrated.length === 0 ? 'The tables are in this version’s form already.' : `Done: ${migrated.join(', ')}`);
};

await runProgram(
  main,
  (error) => (error instanceof ConfigError || error instanceof StoreError ? error.message : undefined),
  1,
);
