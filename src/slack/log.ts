import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/** One JSON line an entry on standard output. Ids, kinds, durations and error codes only: never message text or tokens. */
export const createLog = (level: Config['logLevel']): Logger => pino({ level, base: null });

/** Where the bot logs. */
export type Log = Logger;

const TOKEN = /xox[a-z]-[\w-]+|xapp-[\w-]+/g;

/** Bolt and its clients log through here; debug, which prints whole payloads, is never passed on. */
export const boltLogger = (log: Log): BoltLogger => {
  const words = (parts: unknown[]): string => parts.map(String).join(' ').replace(TOKEN, 'xox…');
  return {
    debug: () => undefined,
    info: (...parts) => log.info(words(parts)),
    warn: (...parts) => log.warn(words(parts)),
    error: (...parts) => log.error(words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
};
