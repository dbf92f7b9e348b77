import { setTimeout as wait } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

const LONGEST_WAIT_SECONDS = 30;
const MOST_WAITS = 2;

/** Waits as long as Slack asks after a 429, at most thirty seconds and twice; another call is not held up by it. */
export const afterRateLimit = async <T>(call: () => Promise<T>, waits = MOST_WAITS): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof webApi.WebAPIRateLimitedError) || waits === 0) throw error;
    if (error.retryAfter > LONGEST_WAIT_SECONDS) throw error;
    await wait(error.retryAfter * 1_000);
    return afterRateLimit(call, waits - 1);
  }
};
