import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from './config.ts';
import { copyStore, StoreError } from './store/index.ts';

/**
 * `npm run store:copy -- --from FILE --to postgres://…`, either of them a file of the store or a database; and `npm run
 * store:export -- --to FILE`, from the store that the environment names.
 */

const say = (words: string): void => void process.stdout.write(`${words}\n`);

const USAGE = 'Say where from and where to: --from FILE --to postgres://…; each may be a file or a database.';

const configured = (): string => {
  const { databaseUrl, storePath } = readConfig(process.env);
  return databaseUrl ?? storePath;
};

const run = async (): Promise<boolean> => {
  const options = { from: { type: 'string' }, to: { type: 'string' }, export: { type: 'boolean' } } as const;
  const { from: given, to, export: isExport = false } = parseArgs({ options }).values;
  const from = given ?? (isExport ? configured() : undefined);
  if (from === undefined || to === undefined) throw new ConfigError(USAGE);
  // a backup is taken while a bot is running; whoever moves stops it before
  const { read, written } = await copyStore(from, to, { isFromLocked: !isExport });
  say(`${'of each'.padEnd(14)}${'read'.padStart(9)}${'written'.padStart(9)}`);
  for (const [kind, count] of Object.entries(read)) {
    say(`${kind.padEnd(14)}${String(count).padStart(9)}${String(written[kind] ?? 0).padStart(9)}`);
  }
  return Object.entries(read).every(([kind, count]) => (written[kind] ?? 0) >= count);
};

try {
  if (await run()) say('Everything is there.');
  else {
    process.stderr.write('Not everything is there: see the two columns.\n');
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StoreError || error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
