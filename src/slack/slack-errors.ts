import { RespondError, webApi } from '@slack/bolt';

/** What a call to Slack that failed leaves open. */
export type SlackFailure =
  /** Slack answered that it will not. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Certainly not carried out, and not to be tried again before so many seconds have passed. */
  | { readonly kind: 'retry later'; readonly seconds: number }
  /** It may have been carried out. */
  | { readonly kind: 'unconfirmed' };

const PAUSE_SECONDS = 30;

/** No connection came about, so nothing was sent. */
const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Slack was at fault on the way; whether before or after is not said. */
const FAULTS = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

/** Rate limits that Slack reports as an error code, without a 429. */
const RATE_LIMITS = new Set(['ratelimited', 'rate_limited']);

/** Codes by which Slack refuses the bot's token; they say nothing of the call. */
export const TOKEN_ERRORS = new Set([
  'access_denied',
  'account_inactive',
  'invalid_auth',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);

const FIRST_SERVER_FAULT = 500;

/** The error, what caused it, and what caused that. */
const causesOf = (error: unknown): readonly Error[] =>
  error instanceof Error ? [error, ...causesOf(error.cause)] : [];

const isConnectionError = (error: unknown): boolean =>
  causesOf(error).some((one) => 'code' in one && typeof one.code === 'string' && NO_CONNECTION.has(one.code));

const afterRefusal = (code: string): SlackFailure => {
  if (FAULTS.has(code)) return { kind: 'unconfirmed' };
  return RATE_LIMITS.has(code) || TOKEN_ERRORS.has(code)
    ? { kind: 'retry later', seconds: PAUSE_SECONDS }
    : { kind: 'refused', code };
};

/** Slack's own code for a refusal, such as `not_in_channel`; undefined for any other error. */
export const platformErrorCode = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;

/** Whether a call to Slack failed; what else is thrown is a bug. */
export const isSlackError = (error: unknown): boolean =>
  error instanceof webApi.SlackError || error instanceof RespondError;

/** Classifies a failed call: unconfirmed, unless it is known not to have been carried out. */
export const classifyFailure = (error: unknown): SlackFailure => {
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'retry later', seconds: error.retryAfter };
  if (error instanceof webApi.WebAPIPlatformError) return afterRefusal(error.data.error);
  if (error instanceof RespondError && error.statusCode < FIRST_SERVER_FAULT) {
    return { kind: 'refused', code: String(error.statusCode) };
  }
  return isConnectionError(error) ? { kind: 'retry later', seconds: PAUSE_SECONDS } : { kind: 'unconfirmed' };
};
