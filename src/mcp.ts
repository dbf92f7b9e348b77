import { randomUUID } from 'node:crypto';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { now } from './clock.ts';
import { ConfigError, readConfig, refuseFile } from './config.ts';
import { factsNow, fileProblem, marketDependencies, openMarketData } from './market-data/index.ts';
import { loadToolServer } from './mcp/index.ts';

/** The tools over standard input and output: `npm run -s mcp`, for desktop assistants and editors. Problems go to standard error. */

const ID_LENGTH = 8;

const say = (words: string): void => void process.stderr.write(`${words}\n`);

const main = async (): Promise<void> => {
  const { market: settings } = readConfig(process.env);
  const market = await openMarketData(settings, marketDependencies(now));
  refuseFile(fileProblem(market));
  const createToolServer = await loadToolServer();
  const connection = serveStdio(
    createToolServer({
      facts: () => factsNow(market, now()).facts,
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
  if (!(error instanceof ConfigError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
