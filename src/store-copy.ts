import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from './config.ts';
import { copyStore, StoreError } from './store/index.ts';
import { print, runProgram } from './terminal.ts';

/**
 * `npm run store:copy -- --from FILE --to postgres://…`, either of them a file of the store or a database; and `npm run
 * store:export -- --to FILE`, from the store that the environment names.
 */

const USAGE = 'Say where from and where to: --from FILE --to postgres://…; each may be a file or a database.';

const configured = (): string => {
  const { databaseUrl, storePath } = readConfig(process.env);
  return databaseUrl ?? storePath;
};

const main = async (): Promise<void> => {
  const options = { from: { type: 'string' }, to: { type: 'string' }, export: { type: 'boolean' } } as const;
  const { from: given, to, export: isExport = false } = parseArgs({ options }).values;
  const from = given ?? (isExport ? configured() : undefined);
  if (from === undefined || to === undefined) throw new ConfigError(USAGE);
  // a backup is taken while a bot is running; whoever moves stops it before
  const { read, written } = await copyStore(from, to, { isFromLocked: !isExport });
  print(`${'of each'.padEnd(14)}${'read'.padStart(9)}${'written'.padStart(9)}`);
  for (const [kind, count] of Object.entries(read)) {
    print(`${kind.padEnd(14)}${String(count).padStart(9)}${String(written[kind] ?? 0).padStart(9)}`);
  }
  if (Object.entries(read).every(([kind, count]) => (written[kind] ?? 0) >= count))
    return print('Everything is there.');
  process.stderr.write('Not everything is there: see the two columns.\n');
  process.exitCode = 1;
};

await runProgram(
  main,
  (error) =>
    error instanceof ConfigError || error instanceof StoreError || error instanceof TypeError
      ? error.message
      : undefined,
  1,
);
