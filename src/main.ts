import { setTimeout as wait } from 'node:timers/promises';
import { COMMANDS } from '../commands/index.ts';
import { now } from './clock.ts';
import { type Config, ConfigError, type PlaygroundSettings, readConfig, refuseFile } from './config.ts';
import { giveBackIdleMemory } from './idle-memory.ts';
import {
  createFilings,
  type FilingSettings,
  type Filings,
  factsNow,
  fileProblem,
  marketDependencies,
  openMarketData,
} from './market-data/index.ts';
import { toolRoute } from './mcp/index.ts';
import type { MetricSources, Metrics } from './metrics.ts';
import { openConfiguredStore } from './open-store.ts';
import { createMinuteTimer } from './scheduler/index.ts';
import { createLog, type Log, listenProblem, loggable, type RunningBot, startBot } from './slack/index.ts';
import { StoreError } from './store/index.ts';

/** Starts the bot or the playground: reads the environment, builds every part and connects them. */

/** Supervisors kill after ten seconds: so long for what is under way, and for the last writes. */
const LAST_WORK_MS = 8_000;
const LAST_WRITES_MS = 1_500;

const printError = (words: string): void => void process.stderr.write(`${words}\n`);

/** Logs promises that reject without a catch; with Socket Mode, ends the process. */
const logUnhandledRejections = (log: Log, isSocket: boolean): void => {
  process.on('unhandledRejection', (error) => {
    log.error(loggable(error), 'a promise was left without a catch');
    // a reconnect of Socket Mode that Slack refuses rejects here: whatever supervises the process starts it again
    if (isSocket) process.exit(1);
  });
};

/** Nobody is asked for filings until it is said who asks. */
const filingsFor = (settings: FilingSettings): Filings | undefined =>
  settings.contact === undefined ? undefined : createFilings(settings, marketDependencies(now));

/** Serves metrics; their library is loaded where somebody asks for them, and not before. */
const openMetrics = async (
  { host, port }: NonNullable<Config['metrics']>,
  sources: MetricSources,
  log: Log,
): Promise<Metrics> => {
  const { createMetrics, serveMetrics, watchSources } = await import('./metrics.ts');
  const { metrics, registry } = createMetrics();
  watchSources(registry, sources);
  try {
    const { at } = await serveMetrics(registry, { host, port });
    log.info({ at, paths: ['/metrics'] }, 'listening');
  } catch (error) {
    throw new ConfigError(listenProblem(error, 'METRICS_') ?? 'METRICS_PORT cannot be served');
  }
  return metrics;
};

/** Opens the playground. Its code is imported here, since a bot in Slack needs none of it. */
const openPlayground = async (settings: PlaygroundSettings, { market, filings, logLevel }: Config): Promise<void> => {
  const log = createLog(logLevel);
  logUnhandledRejections(log, false);
  const { startPlayground } = await import('./playground/index.ts');
  const { address, stop } = await startPlayground(settings, { market, filings: filingsFor(filings), now, log });
  const end = (): Promise<never> => stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  process.stdout.write(`Rotation Desk playground: ${address}\n`);
};

/** Starts what the environment asks for: the playground, or the bot over HTTP or Socket Mode. */
const start = async (): Promise<void> => {
  const config = readConfig(process.env);
  const { connection, playground, missing, logLevel, market: marketSettings } = config;
  if (playground !== undefined) return openPlayground(playground, config);
  if (connection === undefined) {
    printError(`Rotation Desk has no way to reach Slack. Missing: ${missing.join('; ')}.`);
    printError(
      'Set them as .env.example explains. With none of them set, npm start opens the playground, a workspace in the browser.',
    );
    process.exitCode = 1;
    return;
  }
  const log = createLog(logLevel);
  logUnhandledRejections(log, connection.kind === 'socket');
  giveBackIdleMemory((sizes) => log.info(sizes, 'idle memory given back'));
  const market = await openMarketData(marketSettings, marketDependencies(now));
  refuseFile(fileProblem(market));
  const filings = filingsFor(config.filings);
  let bot: RunningBot | undefined;
  const metrics =
    config.metrics &&
    (await openMetrics(
      config.metrics,
      {
        // what is switched off or in a file comes from no provider
        market: () => (market.mode === 'live' ? market.health() : []),
        troubles: async () => (await bot?.troubles()) ?? ['starting'],
        nowMs: () => Date.parse(now()),
      },
      log,
    ));
  const { store, storeFindings, jobs } = await openConfiguredStore(config, log);
  const timer = createMinuteTimer({
    now,
    failed: (error) => log.error(loggable(error), 'the minute could not be dealt with'),
  });
  const finish = async (): Promise<void> => {
    await Promise.all([bot?.stop(), timer.stop()]);
    market.stop();
    filings?.stop();
    await jobs?.stop();
  };
  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'stopping');
    // what is not done by then is on record, and taken up by another process or at the next start
    await Promise.race([finish(), wait(LAST_WORK_MS)]);
    const closing = store
      .close()
      .catch((error: unknown) => log.error(loggable(error), 'the store could not be closed'));
    await Promise.race([closing, wait(LAST_WRITES_MS)]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
  try {
    const facts = () => factsNow(market, now());
    const route =
      connection.kind !== 'socket'
        ? toolRoute({
            ...{ signingSecret: connection.signingSecret, facts: () => facts().facts, log, metrics },
            own: async (caller) => bot?.ownFacts(caller),
            propose: async (caller, note) =>
              bot?.proposeNote(caller, note) ?? 'Nothing was kept: try again in a minute.',
          })
        : undefined;
    bot = await startBot({
      connection,
      commands: COMMANDS,
      store,
      storeFindings,
      now,
      facts,
      filings,
      log,
      metrics,
      route,
      jobsOf: jobs?.jobsOf,
    });
  } catch (error) {
    market.stop();
    await jobs?.stop();
    await store.close();
    throw error;
  }
  timer.start(bot.tick);
  log.info({ connection: connection.kind, port: bot.port }, 'ready');
};

try {
  await start();
} catch (error) {
  const problem = error instanceof ConfigError || error instanceof StoreError ? error.message : listenProblem(error);
  if (problem === undefined) throw error;
  printError(problem);
  process.exit(1);
}
