import { webApi } from '@slack/bolt';

/** What a call to Slack that failed leaves open. */
export type Failure =
  /** Slack answered that it will not. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Certainly not carried out, and not to be asked again before so many seconds have passed. */
  | { readonly kind: 'later'; readonly seconds: number }
  /** It may have been carried out. */
  | { readonly kind: 'lost' };

const AFTER_NO_CONNECTION_SECONDS = 30;

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

const FIRST_SERVER_FAULT = 500;

/** The error, what caused it, and what caused that. */
const causesOf = (error: unknown): readonly Error[] =>
  error instanceof Error ? [error, ...causesOf(error.cause)] : [];

const hadNoConnection = ({ original }: webApi.WebAPIRequestError): boolean =>
  causesOf(original).some((one) => 'code' in one && typeof one.code === 'string' && NO_CONNECTION.has(one.code));

/** Reads what a failed call leaves open. A bug is thrown on. */
export const afterFailure = (error: unknown): Failure => {
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'later', seconds: error.retryAfter };
  if (error instanceof webApi.WebAPIRequestError) {
    return hadNoConnection(error) ? { kind: 'later', seconds: AFTER_NO_CONNECTION_SECONDS } : { kind: 'lost' };
  }
  if (error instanceof webApi.WebAPIHTTPError && error.statusCode >= FIRST_SERVER_FAULT) return { kind: 'lost' };
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: code } = error.data;
    return FAULTS.has(code) ? { kind: 'lost' } : { kind: 'refused', code };
  }
  throw error;
};
