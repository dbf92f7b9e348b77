import { COMMANDS } from '../commands/index.ts';
import { now } from './clock.ts';
import { ConfigError, readConfig } from './config.ts';
import { createLog, type RunningDesk, startDesk } from './slack/index.ts';

/** The one place that reads the environment, builds everything and starts it. */

const say = (words: string): void => void process.stderr.write(`${words}\n`);

const start = async (): Promise<void> => {
  const { connection, missing, logLevel } = readConfig(process.env);
  if (connection === undefined) {
    say(`Rotation Desk has no way to reach Slack. Missing: ${missing.join('; ')}.`);
    say('Set them as .env.example explains, or ask from the terminal: npm run -s ask -- "/ratecut 50bps"');
    process.exitCode = 1;
    return;
  }
  const log = createLog(logLevel);
  process.on('unhandledRejection', (error) => {
    const { name, message } = error instanceof Error ? error : { name: typeof error, message: '' };
    log.error({ error: name, message }, 'a promise was left without a catch');
    // a refused reconnect of Socket Mode ends here: without a connection the process is of no use, and is started anew
    if (connection.kind === 'socket') process.exit(1);
  });
  let desk: RunningDesk | undefined;
  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'stopping');
    await desk?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
  desk = await startDesk({ connection, commands: COMMANDS, now, log });
  log.info({ connection: connection.kind, port: desk.port }, 'ready');
};

try {
  await start();
} catch (error) {
  const { code, port } = error as { code?: string; port?: number };
  if (error instanceof ConfigError) say(error.message);
  else if (code === 'EADDRINUSE') say(`PORT ${port} is taken. Set PORT to another one, or end what listens there.`);
  else throw error;
  process.exit(1);
}
