import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';
import { StoreError } from '../store/index.ts';
import { slackFailure } from './errors.ts';

/** One JSON line an entry on standard output. Ids, kinds, durations and error codes only: never message text or tokens. */
export const createLog = (level: Config['logLevel']): Logger => pino({ level, base: null });

/** Where the bot logs. */
export type Log = Logger;

const SOURCES = fileURLToPath(new URL('..', import.meta.url));

const framesOf = ({ stack = '' }: Error): readonly string[] => stack.split('\n').filter((line) => /^\s+at /.test(line));

/** Thrown by the bot's own code, whose messages name kinds and never repeat what came in. */
const isOurs = (error: Error): boolean =>
  error instanceof StoreError ||
  (error.name === 'Error' &&
    framesOf(error)[0]?.includes(SOURCES.endsWith(sep) ? SOURCES : `${SOURCES}${sep}`) === true &&
    slackFailure(error) === undefined);

/**
 * What may be logged of an error: its kind, its codes, and where it was thrown. Messages of other people's errors may
 * repeat what somebody wrote or what Slack answered, and stay out.
 */
export const loggable = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const failure = slackFailure(error);
  const { code } = error as { code?: unknown };
  return {
    error: error.name,
    ...(failure && { slack: failure.code, meaning: failure.meaning }),
    ...(failure === undefined && typeof code === 'string' && /^\w{1,60}$/.test(code) && { code }),
    ...(isOurs(error) && { message: error.message }),
    stack: framesOf(error).join('\n'),
  };
};

const ID = /^[A-Z][A-Z0-9]{0,30}$/;

/** An id of Slack's as it may be logged. */
export const loggableId = (id: unknown): string | undefined => {
  if (id === undefined || id === null) return undefined;
  return typeof id === 'string' && ID.test(id) ? id : 'no id';
};

/** How what Bolt and its clients say begins; what follows may be a body, an address or somebody's words. */
const KNOWN: readonly string[] = [
  'A ping wasn',
  'A pong wasn',
  'API Call failed due to rate limiting',
  'An incoming event was not acknowledged within 3 seconds',
  'An unexpected error occurred during a request',
  'An unhandled HTTP request',
  'An unhandled error occurred after ack() called in a listener',
  'An unhandled error occurred while Bolt processed',
  'Authorization of incoming event did not succeed',
  'Could not determine the type of an incoming event',
  'Failed to parse the request body',
  'Failed to retrieve a new WSS URL',
  'Failed to send a WebSocket message',
  'Failed to send a message',
  'Failed to send ping to Slack',
  'Malformed request body',
  'Peer did not complete the close handshake in time',
  'Request body exceeded the maximum allowed size',
  'Unhandled HTTP request',
  'WebSocket error',
  'WebSocket not available',
  'ack() has already been called',
  'http request failed',
];

const UNKNOWN = 'Bolt or its client reports what is not passed on';

const phraseIn = (said: unknown): string => {
  const words = typeof said === 'string' ? said : '';
  return KNOWN.find((one) => words.startsWith(one)) ?? UNKNOWN;
};

/** Bolt and its clients log through here; only sentences that are known go on, without what was put into them. */
export const boltLogger = (log: Log): BoltLogger => ({
  debug: () => undefined,
  info: (said) => log.info(phraseIn(said)),
  warn: (said) => log.warn(phraseIn(said)),
  error: (said) => log.error(phraseIn(said)),
  setLevel: () => undefined,
  getLevel: () => LogLevel.INFO,
  setName: () => undefined,
});
