import { setTimeout as wait } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

const LONGEST_WAIT_SECONDS = 30;
const AFTER_FAULT_MS = 300;
const MOST_TRIES = 3;

/** How long to wait before a call may be made again; undefined where it may not be. */
type Pause = (error: unknown) => number | undefined;

const afterTooMuch: Pause = (error) =>
  error instanceof webApi.WebAPIRateLimitedError && error.retryAfter <= LONGEST_WAIT_SECONDS
    ? error.retryAfter * 1_000
    : undefined;

const afterFault: Pause = (error) =>
  error instanceof webApi.WebAPIHTTPError && error.statusCode >= 500 ? AFTER_FAULT_MS : afterTooMuch(error);

const again = async <T>(call: () => Promise<T>, pauseMs: Pause, tries = MOST_TRIES): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    const pause = tries > 1 ? pauseMs(error) : undefined;
    if (pause === undefined) throw error;
    await wait(pause);
    return again(call, pauseMs, tries - 1);
  }
};

/**
 * Makes a call that only reads again, at most twice: after a 429 as long as Slack asks (up to thirty seconds; no other
 * call is held up by it), after a 5xx at once.
 */
export const withSecondTries = <T>(call: () => Promise<T>): Promise<T> => again(call, afterFault);

/**
 * Makes a call that sends something again, at most twice, where Slack has said that it was not carried out: after a 429,
 * as above. A 5xx does not say so, and a message might be posted twice.
 */
export const sendWithSecondTries = <T>(call: () => Promise<T>): Promise<T> => again(call, afterTooMuch);
