import { setTimeout as wait } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

const LONGEST_WAIT_SECONDS = 30;
const AFTER_FAULT_MS = 300;
const MOST_TRIES = 3;

/** How long to wait before a call may be made again; undefined where it may not be. */
const pauseMs = (error: unknown): number | undefined => {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return error.retryAfter <= LONGEST_WAIT_SECONDS ? error.retryAfter * 1_000 : undefined;
  }
  return error instanceof webApi.WebAPIHTTPError && error.statusCode >= 500 ? AFTER_FAULT_MS : undefined;
};

/**
 * Makes a call again, at most twice, where Slack has said that it was not carried out: after a 429 as long as Slack asks
 * (up to thirty seconds; no other call is held up by it), after a 5xx at once. A call whose answer was lost is not made
 * again, since a message might be posted twice.
 */
export const withSecondTries = async <T>(call: () => Promise<T>, tries = MOST_TRIES): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    const pause = tries > 1 ? pauseMs(error) : undefined;
    if (pause === undefined) throw error;
    await wait(pause);
    return withSecondTries(call, tries - 1);
  }
};
