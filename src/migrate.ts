import { ConfigError, readConfig } from './config.ts';
import { openDatabase, StoreError } from './store/index.ts';

/** Brings the tables of DATABASE_URL to this version's form; every start does so too. */

const say = (words: string): void => void process.stdout.write(`${words}\n`);

try {
  const { databaseUrl } = readConfig(process.env);
  if (databaseUrl === undefined)
    throw new ConfigError('DATABASE_URL is not set; a store in a file needs no migration.');
  const { store, migrated } = await openDatabase(databaseUrl, () => undefined);
  await store.close();
  say(migrated.length === 0 ? 'The tables are in this version’s form already.' : `Done: ${migrated.join(', ')}`);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StoreError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
