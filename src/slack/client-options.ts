import type { webApi } from '@slack/bolt';
import { boltLogger, type Log } from './log.ts';

const CALL_TIMEOUT_MS = 10_000;

/** Every request has an end, also those that Bolt sends without one (`respond`). */
const fetchWithin =
  (timeoutMs: number): webApi.FetchFunction =>
  (url, init) =>
    fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(timeoutMs) });

/**
 * For calls somebody waits for: given up after ten seconds, and never parked behind another call's 429 (the client would
 * pause its whole queue); what may be tried again is decided call by call. A fresh object each time, since Socket Mode
 * writes into the one it is given.
 */
export const interactiveClientOptions = (apiUrl: string, log: Log): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  logger: boltLogger(log),
  fetch: fetchWithin(CALL_TIMEOUT_MS),
  timeout: CALL_TIMEOUT_MS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

/** For opening the Socket Mode connection: it keeps trying, since a failed reconnect would end the process. */
export const connectionClientOptions = (apiUrl: string, log: Log): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  logger: boltLogger(log),
});
