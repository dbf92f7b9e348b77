import { RespondError, webApi } from '@slack/bolt';
import { NOT_CONNECTED } from './slack-client.ts';

/** What it means that a call to Slack failed. Everything but `unknown` says that nothing was carried out. */
export type SlackMeaning =
  /** It may have been carried out: no answer came, or one that says nothing, or Slack was at fault on the way. */
  | 'unknown'
  /** Too many calls, no connection, or the workspace is being moved: the same call may succeed later. */
  | 'later'
  /** Slack knows the bot's token no more. */
  | 'token dead'
  /** The token is known, and may not be used for this workspace. */
  | 'no access'
  | 'not in channel'
  /** A private channel that the bot is not in, or none at all: Slack does not tell which. */
  | 'channel not found'
  | 'channel archived'
  /** The channel, or the app's scopes, keep the bot from posting there. */
  | 'may not post'
  /** The thread takes no replies; the channel may. */
  | 'thread closed'
  | 'too long'
  | 'blocks refused'
  /** The person's ephemeral or direct message cannot reach them. */
  | 'person not there'
  /** Slack gives a form three seconds to open, once. */
  | 'trigger used up'
  | 'scope missing'
  | 'unknown method'
  /** The address that came with the request takes no more. */
  | 'address used up'
  /** For no reason that the bot knows. */
  | 'refused';

/** Every code that the Web API answers with, and that something depends on. */
const MEANINGS: Readonly<Partial<Record<SlackMeaning, readonly string[]>>> = {
  unknown: ['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable', 'rollup_error'],
  later: [
    'ratelimited',
    'rate_limited',
    'message_limit_exceeded',
    'org_login_required',
    'team_added_to_org',
    'external_channel_migrating',
  ],
  'token dead': [
    'account_inactive',
    'invalid_auth',
    'not_allowed_token_type',
    'not_authed',
    'token_expired',
    'token_revoked',
  ],
  'no access': [
    'access_denied',
    'accesslimited',
    'ekm_access_denied',
    'enterprise_is_restricted',
    'no_permission',
    'team_access_not_granted',
    'two_factor_setup_required',
  ],
  'not in channel': ['not_in_channel'],
  'channel not found': ['channel_not_found'],
  'channel archived': ['is_archived', 'is_inactive'],
  'may not post': [
    'messages_tab_disabled',
    'restricted_action',
    'restricted_action_non_threadable_channel',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
  ],
  'thread closed': [
    'cannot_reply_to_message',
    'restricted_action_thread_locked',
    'thread_locked',
    'thread_not_found',
    'invalid_thread_ts',
  ],
  'too long': ['msg_blocks_too_long', 'msg_too_long'],
  'blocks refused': ['invalid_blocks', 'invalid_blocks_format', 'no_text'],
  'person not there': ['cannot_dm_bot', 'user_disabled', 'user_not_found', 'user_not_in_channel', 'user_not_visible'],
  'trigger used up': [
    'exchanged_trigger_id',
    'expired_trigger_id',
    'invalid_trigger_id',
    'trigger_exchanged',
    'trigger_expired',
  ],
  'scope missing': ['missing_scope'],
  'unknown method': ['unknown_method'],
};

const BY_CODE: ReadonlyMap<string, SlackMeaning> = new Map(
  Object.entries(MEANINGS).flatMap(([meaning, codes]) => codes.map((code) => [code, meaning as SlackMeaning])),
);

/** All codes of the table, with what each means. */
export const SLACK_CODES: readonly (readonly [code: string, meaning: SlackMeaning])[] = [...BY_CODE];

/** What the address of a request answers with, which says no more than a status. */
const BY_STATUS_OF_ADDRESS: ReadonlyMap<number, SlackMeaning> = new Map([
  [400, 'blocks refused'],
  [403, 'may not post'],
  [404, 'address used up'],
  [408, 'unknown'],
  [410, 'channel archived'],
  [413, 'too long'],
  [429, 'later'],
]);

/** No connection came about, so nothing was sent. */
const NO_CONNECTION: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  NOT_CONNECTED,
]);

/** How long to wait where Slack asks for time and does not say how much; seconds. */
export const UNSAID_WAIT_SECONDS = 5;
/** How long to wait for what may take its time to come back: a connection, a workspace, a token; seconds. */
const OUTAGE_SECONDS = 60;

const FIRST_SERVER_FAULT = 500;
const REQUEST_TIMEOUT = 408;
const MOST_CODE_LENGTH = 80;

/** A call to Slack that failed. */
export interface SlackFailure {
  readonly meaning: SlackMeaning;
  /** For the log: Slack's own code, an HTTP status, or the system's code; never anything else of an answer. */
  readonly code: string;
  /** The soonest that the same call may be made again, where it was certainly not carried out; seconds. */
  readonly retryAfter: number;
  /** Slack answered with a 5xx: the next call may well do. */
  readonly isServerFault: boolean;
}

/** An address that is none of Slack's, to which nothing is sent. */
export class ForeignAddressError extends Error {
  override readonly name = 'ForeignAddressError';
}

/** The error, what caused it, and what caused that. */
const causesOf = (error: unknown): readonly Error[] =>
  error instanceof Error ? [error, ...causesOf(error.cause)] : [];

const systemCodesOf = (error: unknown): readonly string[] =>
  causesOf(error).flatMap((one) => ('code' in one && typeof one.code === 'string' ? [one.code] : []));

/** Slack's codes are single words; what is none may be a page, or somebody's words. */
const asCode = (code: unknown): string =>
  typeof code === 'string' && code.length <= MOST_CODE_LENGTH && /^[a-z][a-z0-9_]*$/.test(code) ? code : 'no code';

const ofPlatform = ({ data }: webApi.WebAPIPlatformError): SlackFailure => {
  const code = asCode(data.error);
  const meaning = BY_CODE.get(code) ?? 'refused';
  const said = data.response_metadata?.retryAfter;
  const isRateLimit = code === 'ratelimited' || code === 'rate_limited' || code === 'message_limit_exceeded';
  const retryAfter = typeof said === 'number' ? said : isRateLimit ? UNSAID_WAIT_SECONDS : OUTAGE_SECONDS;
  return { meaning, code, retryAfter, isServerFault: false };
};

/** A 5xx leaves open what was done; any other status says that the request was not taken. */
const ofStatus = (status: number, meanings: ReadonlyMap<number, SlackMeaning>): SlackFailure => {
  const isServerFault = status >= FIRST_SERVER_FAULT;
  const meaning = isServerFault || status === REQUEST_TIMEOUT ? 'unknown' : (meanings.get(status) ?? 'refused');
  const retryAfter = meaning === 'later' ? UNSAID_WAIT_SECONDS : OUTAGE_SECONDS;
  return { meaning, code: String(status), retryAfter, isServerFault };
};

const ofConnection = (error: unknown): SlackFailure => {
  const codes = systemCodesOf(error);
  const code = codes.find((one) => NO_CONNECTION.has(one));
  return code === undefined
    ? { meaning: 'unknown', code: codes.at(-1) ?? 'no answer', retryAfter: OUTAGE_SECONDS, isServerFault: false }
    : { meaning: 'later', code, retryAfter: OUTAGE_SECONDS, isServerFault: false };
};

/** What a failed call to Slack means; undefined for any other error, which is a bug. */
export const slackFailure = (error: unknown): SlackFailure | undefined => {
  if (causesOf(error).some((one) => one instanceof ForeignAddressError)) {
    return { meaning: 'address used up', code: 'foreign address', retryAfter: OUTAGE_SECONDS, isServerFault: false };
  }
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { meaning: 'later', code: '429', retryAfter: error.retryAfter, isServerFault: false };
  }
  if (error instanceof webApi.WebAPIPlatformError) return ofPlatform(error);
  if (error instanceof webApi.WebAPIHTTPError) return ofStatus(error.statusCode, new Map());
  if (error instanceof RespondError) return ofStatus(error.statusCode, BY_STATUS_OF_ADDRESS);
  return error instanceof webApi.SlackError ? ofConnection(error) : undefined;
};

/** The meaning alone; undefined for an error that is none of a call to Slack. */
export const slackMeaning = (error: unknown): SlackMeaning | undefined => slackFailure(error)?.meaning;

/** What keeps the bot from working at all until somebody acts. */
export const isTokenRefused = (meaning: SlackMeaning | undefined): boolean =>
  meaning === 'token dead' || meaning === 'no access';

/** Why a channel has no post of ours. */
export type PostRefusal =
  | 'not a member'
  | 'archived'
  | 'may not post'
  | 'thread closed'
  /** Slack refuses the bot's token. */
  | 'no access'
  /** It may have been posted. */
  | 'not confirmed'
  /** Certainly not posted, for a reason that passes or is not the channel's. */
  | 'not taken';

/** What a refusal of Slack's says of a channel that was to be posted in. */
export const POST_REFUSALS: Readonly<Record<SlackMeaning, PostRefusal>> = {
  unknown: 'not confirmed',
  later: 'not taken',
  'token dead': 'no access',
  'no access': 'no access',
  'not in channel': 'not a member',
  'channel not found': 'not a member',
  'channel archived': 'archived',
  'may not post': 'may not post',
  'scope missing': 'may not post',
  'thread closed': 'thread closed',
  'too long': 'not taken',
  'blocks refused': 'not taken',
  'person not there': 'may not post',
  'trigger used up': 'not taken',
  'unknown method': 'not taken',
  'address used up': 'not taken',
  refused: 'not taken',
};
