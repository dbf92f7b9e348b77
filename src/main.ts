import { COMMANDS } from '../commands/index.ts';
import { now } from './clock.ts';
import { type Config, ConfigError, type PlaygroundSettings, readConfig } from './config.ts';
import { factsNow, marketDependencies, openMarketData } from './market-data/index.ts';
import { createMinuteTimer } from './scheduler/index.ts';
import { createLog, type Log, type RunningBot, startBot } from './slack/index.ts';
import { openStore, type Store, StoreError } from './store/index.ts';

/** The one place that reads the environment, builds everything and starts it. */

const DAY_MS = 86_400_000;

const say = (words: string): void => void process.stderr.write(`${words}\n`);

/** The store, cleared once a day of what is past its time. */
const openMemory = async (path: string, log: Log): Promise<Store> => {
  const store = await openStore({
    path,
    now: now(),
    report: (finding) => log.warn(finding, 'the store was not sound'),
  });
  const purge = (): Promise<void> =>
    store.deleteExpired(now()).catch((error: unknown) => log.error({ error: String(error) }, 'the store could not be cleared'));
  setInterval(() => void purge(), DAY_MS).unref();
  return store;
};

/** The unhandled ends the process where it is of no use any more. */
const watchOver = (log: Log, isSocket: boolean): void => {
  process.on('unhandledRejection', (error) => {
    const { name, message } = error instanceof Error ? error : { name: typeof error, message: '' };
    log.error({ error: name, message }, 'a promise was left without a catch');
    // a refused reconnect of Socket Mode ends here: without a connection the process is of no use, and is started anew
    if (isSocket) process.exit(1);
  });
};

/** Opens the playground. Its code is loaded here, since a bot in Slack needs none of it. */
const play = async (settings: PlaygroundSettings, { market, logLevel }: Config): Promise<void> => {
  const log = createLog(logLevel);
  watchOver(log, false);
  const { startPlayground } = await import('./playground/index.ts');
  const { address, stop } = await startPlayground(settings, { market, now, log });
  const end = (): Promise<never> => stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  process.stdout.write(`Rotation Desk playground: ${address}\n`);
};

const start = async (): Promise<void> => {
  const config = readConfig(process.env);
  const { connection, playground, missing, logLevel, storePath, market: marketSettings } = config;
  if (playground !== undefined) return play(playground, config);
  if (connection === undefined) {
    say(`Rotation Desk has no way to reach Slack. Missing: ${missing.join('; ')}.`);
    say(
      'Set them as .env.example explains. With none of them set, npm start opens the playground, a workspace in the browser.',
    );
    process.exitCode = 1;
    return;
  }
  const log = createLog(logLevel);
  watchOver(log, connection.kind === 'socket');
  const store = await openMemory(storePath, log);
  const market = await openMarketData(marketSettings, marketDependencies(now));
  const jobs = createMinuteTimer({
    now,
    failed: (error) => log.error({ error: String(error) }, 'the minute could not be dealt with'),
  });
  let desk: RunningBot | undefined;
  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'stopping');
    await jobs.stop();
    market.stop();
    await desk?.stop();
    await store.close().catch((error: unknown) => log.error({ error: String(error) }, 'the store could not be closed'));
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
  try {
    desk = await startBot({ connection, commands: COMMANDS, store, now, facts: () => factsNow(market, now()), log });
  } catch (error) {
    market.stop();
    await store.close();
    throw error;
  }
  jobs.start(desk.tick);
  log.info({ connection: connection.kind, port: desk.port }, 'ready');
};

try {
  await start();
} catch (error) {
  const { code, port } = error as { code?: string; port?: number };
  if (error instanceof ConfigError || error instanceof StoreError) say(error.message);
  else if (code === 'EADDRINUSE') say(`PORT ${port} is taken. Set PORT to another one, or end what listens there.`);
  else throw error;
  process.exit(1);
}
