import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { now } from './clock.ts';
import { ConfigError, readConfig, refuseFile } from './config.ts';
import { factsNow, fileProblem, marketDependencies, openMarketData } from './market-data/index.ts';
import { loadToolServer } from './mcp/index.ts';
import { loadCompanies, loadNotes } from './own-files.ts';
import { optionProblem } from './terminal.ts';
import { utcDateOf } from './units.ts';

/**
 * The tools over standard input and output, for desktop assistants and editors: `npm run -s mcp`, and with `-- --companies FILE.csv`
 * for companies of one's own, `--notes FILE.json` for notes. Problems go to standard error.
 */

const ID_LENGTH = 8;

const say = (words: string): void => void process.stderr.write(`${words}\n`);

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { companies: { type: 'string' }, notes: { type: 'string' } } });
  const loaded = values.companies === undefined ? undefined : loadCompanies(values.companies);
  for (const problem of loaded?.problems ?? []) say(problem);
  const notes = values.notes === undefined ? undefined : loadNotes(values.notes, utcDateOf(now()));
  const { market: settings } = readConfig(process.env);
  const market = await openMarketData(settings, marketDependencies(now));
  refuseFile(fileProblem(market));
  const createToolServer = await loadToolServer();
  const connection = serveStdio(
    createToolServer({
      facts: () => ({ ...factsNow(market, now()).facts, ...(notes && { notes }) }),
      own: async () => loaded && { companies: loaded.list, version: 'file' },
      blocksDropped: (tool, problems) => say(`${tool}: ${problems.join('; ')}`),
      failed: (tool, error) => {
        const id = randomUUID().slice(0, ID_LENGTH);
        say(`${tool} failed (${id}): ${error instanceof Error ? error.stack : String(error)}`);
        return id;
      },
    }),
    { onerror: (error) => say(error.message) },
  );
  let isEnded = false;
  const end = async (): Promise<void> => {
    if (isEnded) return;
    isEnded = true;
    await connection.close();
    market.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  // whoever started it has closed its end
  process.stdin.once('end', () => void end());
};

try {
  await main();
} catch (error) {
  const problem = error instanceof ConfigError ? error.message : optionProblem(error);
  if (problem === undefined) throw error;
  say(problem);
  process.exitCode = 1;
}
