import { setTimeout as wait } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import { createLimit } from '../queues.ts';
import { ForeignAddressError, type SlackFailure, slackFailure, UNSAID_WAIT_SECONDS } from './errors.ts';
import { boltLogger, type Log } from './log.ts';
import { type HttpAnswer, type HttpInit, httpPost } from './slack-client.ts';

const CALL_TIMEOUT_MS = 10_000;

/** What Slack's Web API answers with, whatever it was asked. */
type Answer = { readonly ok: true } | { readonly ok: false; readonly error: string };

const isAnswer = (json: unknown): json is Answer => {
  if (typeof json !== 'object' || json === null || !('ok' in json)) return false;
  return (
    json.ok === true || (json.ok === false && 'error' in json && typeof json.error === 'string' && json.error !== '')
  );
};

const answerIn = (body: string): Answer | undefined => {
  try {
    const json: unknown = JSON.parse(body);
    return isAnswer(json) ? json : undefined;
  } catch {
    return undefined;
  }
};

/** How calls are made. */
interface CallOptions {
  /** How long a call may take, its answer included; ten seconds unless said. */
  readonly timeoutMs?: number | undefined;
  /** Hears what Slack answers each call with: a failure, or none. */
  readonly heard?: ((failure: SlackFailure | undefined) => void) | undefined;
}

const SLACK_HOST = /^(?:[a-z0-9-]+\.)*slack(?:-gov)?\.com$/;

/** Refuses to send anything to an address that is neither Slack's nor the configured API's. */
const assertSlackHost = (url: string | URL, apiUrl: string, log: Log): void => {
  if (String(url).startsWith(apiUrl)) return;
  const address = URL.parse(String(url));
  if (address?.host === new URL(apiUrl).host) return;
  if (address?.protocol === 'https:' && address.port === '' && SLACK_HOST.test(address.hostname)) return;
  log.warn('nothing was sent: the address is none of Slack’s');
  throw new webApi.WebAPIRequestError(new ForeignAddressError('the address is none of Slack’s'));
};

/** The most connections that one client has open at once; further calls wait for one of them. */
const MOST_CONNECTIONS = 50;

/** A 429 that does not say for how long is none that the client understands. */
const withRetryAfter = (answer: HttpAnswer): HttpAnswer => {
  if (answer.status !== 429 || /^\d+$/.test(answer.headers.get('retry-after')?.trim() ?? '')) return answer;
  const { headers } = answer;
  const get = (name: string): string | null =>
    name.toLowerCase() === 'retry-after' ? String(UNSAID_WAIT_SECONDS) : headers.get(name);
  return { ...answer, headers: { ...headers, get } };
};

/**
 * Hands over an answer that has been read to its end. One that stalls, breaks off or is none of Slack's fails as a request
 * does whose answer never came: the client would take the first two for bugs and the third for a refusal.
 */
const fetchWithin = (
  apiUrl: string,
  log: Log,
  { timeoutMs = CALL_TIMEOUT_MS, heard }: CallOptions,
): webApi.FetchFunction => {
  const limit = createLimit(MOST_CONNECTIONS);
  const call = async (url: string | URL, init: HttpInit): Promise<HttpAnswer> => {
    const answer = withRetryAfter(await httpPost(url, init, timeoutMs));
    // any other status says by itself what there is to know
    if (answer.status !== 200 || !String(url).startsWith(apiUrl)) return answer;
    const said = answerIn(await answer.text());
    if (said === undefined) throw new Error('the answer is none of the Web API');
    heard?.(said.ok ? undefined : slackFailure(new webApi.WebAPIPlatformError(said)));
    return { ...answer, json: async () => said };
  };
  return async (url, init = {}) => {
    assertSlackHost(url, apiUrl, log);
    try {
      return await limit(() => call(url, init));
    } catch (error) {
      // as the client has it; what Bolt sends by itself (`respond`) it leaves as it is
      throw new webApi.WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
    }
  };
};

/**
 * For calls somebody waits for: given up after ten seconds, and never parked behind another call's 429 (the client would
 * pause its whole queue); what may be tried again is decided call by call. A fresh object each time, since Socket Mode
 * writes into the one it is given.
 */
export const webClientOptions = (apiUrl: string, log: Log, options: CallOptions = {}) =>
  ({
    slackApiUrl: apiUrl,
    logger: boltLogger(log),
    fetch: fetchWithin(apiUrl, log, options),
    // a call's time runs from when it has a connection
    maxRequestConcurrency: MOST_CONNECTIONS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  }) satisfies webApi.WebClientOptions;

/** For opening the Socket Mode connection: it keeps trying, since a failed reconnect would end the process. */
export const socketClientOptions = (apiUrl: string, log: Log): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  logger: boltLogger(log),
});

const LONGEST_WAIT_SECONDS = 30;
const AFTER_SERVER_ERROR_MS = 300;
const MOST_TRIES = 3;

/** How long to wait before a call may be made again; undefined where it may not be. */
type Pause = (failure: SlackFailure) => number | undefined;

const pauseAfterRateLimit: Pause = ({ meaning, retryAfter }) =>
  meaning === 'later' && retryAfter <= LONGEST_WAIT_SECONDS ? retryAfter * 1_000 : undefined;

const pauseAfterServerError: Pause = (failure) =>
  failure.isServerFault ? AFTER_SERVER_ERROR_MS : pauseAfterRateLimit(failure);

/** What a wait is handed to, which may let others pass meanwhile. */
type Hold = (wait: Promise<unknown>) => Promise<unknown>;

const retry = async <T>(call: () => Promise<T>, pauseMs: Pause, hold?: Hold, tries = MOST_TRIES): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    const failure = tries > 1 ? slackFailure(error) : undefined;
    const pause = failure && pauseMs(failure);
    if (pause === undefined) throw error;
    const paused = wait(pause);
    await (hold?.(paused) ?? paused);
    return retry(call, pauseMs, hold, tries - 1);
  }
};

/**
 * Retries a call that only reads, at most twice: after a 429 as long as Slack asks (up to thirty seconds; no other
 * call is held up by it), after a 5xx at once.
 */
export const retryRead = <T>(call: () => Promise<T>): Promise<T> => retry(call, pauseAfterServerError);

/**
 * Retries a call that sends something, at most twice, where Slack has said that it was not carried out: after a 429,
 * as above. A 5xx does not say so, and a message might be posted twice.
 */
export const retrySend = <T>(call: () => Promise<T>, hold?: Hold): Promise<T> => retry(call, pauseAfterRateLimit, hold);
