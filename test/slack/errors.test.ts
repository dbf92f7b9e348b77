import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RespondError, webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ForeignAddressError,
  POST_REFUSALS,
  SLACK_CODES,
  type SlackMeaning,
  slackFailure,
} from '../../src/slack/errors.ts';
import { createLog } from '../../src/slack/log.ts';
import { webClientOptions } from '../../src/slack/web-client.ts';
import { codeOf, SOURCES } from '../architecture/sources.ts';

const TIMEOUT_MS = 400;
const SECRET_WORDS = 'Somebody typed this';

/** What the server answers with; undefined for nothing at all. */
interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection is gone after half of the body, or the rest of it never comes. */
  readonly ends?: 'cut' | 'stalled';
}

let answer: Answer | undefined;
let server: Server;
let client: webApi.WebClient;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    if (answer === undefined) return;
    const { status, body = '', headers = {}, ends } = answer;
    if (ends === undefined) return void response.writeHead(status, headers).end(body);
    response.writeHead(status, { 'content-length': body.length }).write(body.slice(0, body.length / 2));
    if (ends === 'cut') setTimeout(() => response.destroy(), 20);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  client = new webApi.WebClient(
    'xoxb-1',
    webClientOptions(`http://127.0.0.1:${port}/`, createLog('silent'), { timeoutMs: TIMEOUT_MS }),
  );
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What a call means that is answered so. */
const failureAfter = async (given: Answer | undefined) => {
  answer = given;
  const error = await client.chat.postMessage({ channel: 'C1', text: 'x' }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return slackFailure(error);
};

const refusal = (error: unknown, more: object = {}): Answer => ({
  status: 200,
  body: JSON.stringify({ ok: false, error, ...more }),
});

/** What the codes that people hear of mean, in the table's own words. */
const CODES: readonly (readonly [code: string, meaning: SlackMeaning])[] = [
  ['msg_too_long', 'too long'],
  ['msg_blocks_too_long', 'too long'],
  ['invalid_blocks', 'blocks refused'],
  ['account_inactive', 'token dead'],
  ['invalid_auth', 'token dead'],
  ['token_revoked', 'token dead'],
  ['org_login_required', 'later'],
  ['team_added_to_org', 'later'],
  ['team_access_not_granted', 'no access'],
  ['thread_locked', 'thread closed'],
  ['restricted_action_thread_locked', 'thread closed'],
  ['cannot_reply_to_message', 'thread closed'],
  ['ratelimited', 'later'],
  ['rate_limited', 'later'],
  ['not_in_channel', 'not in channel'],
  ['channel_not_found', 'channel not found'],
  ['is_archived', 'channel archived'],
  ['restricted_action', 'may not post'],
  ['missing_scope', 'scope missing'],
  ['user_not_found', 'person not there'],
  ['expired_trigger_id', 'trigger used up'],
  ['unknown_method', 'unknown method'],
  ['internal_error', 'unknown'],
  ['fatal_error', 'unknown'],
  ['an_error_not_yet_known', 'refused'],
];

describe('an error in a 200', () => {
  it.each(SLACK_CODES)('%s means: %s', async (code, meaning) => {
    expect(await failureAfter(refusal(code))).toMatchObject({ meaning, code });
  });

  it.each(CODES)('%s is read as: %s', async (code, meaning) => {
    expect(await failureAfter(refusal(code))).toMatchObject({ meaning, code });
  });

  it('has one meaning only', () => {
    expect(new Set(SLACK_CODES.map(([code]) => code)).size).toBe(SLACK_CODES.length);
  });

  it.each([SECRET_WORDS, `<html>${SECRET_WORDS}</html>`, 'x'.repeat(81)])(
    'that is no code is not repeated',
    async (words) => {
      expect(await failureAfter(refusal(words))).toMatchObject({ meaning: 'refused', code: 'no code' });
    },
  );

  it('says how long to wait where Slack does, and a little where it does not', async () => {
    expect((await failureAfter({ ...refusal('ratelimited'), headers: { 'retry-after': '7' } }))?.retryAfter).toBe(7);
    expect((await failureAfter(refusal('ratelimited')))?.retryAfter).toBe(5);
    expect((await failureAfter(refusal('token_revoked')))?.retryAfter).toBeGreaterThan(30);
  });
});

describe('a status', () => {
  it.each([
    ['7', 7],
    [undefined, 5],
    ['soon', 5],
    ['', 5],
  ])('of 429 with Retry-After %s is later', async (after, seconds) => {
    const given = { status: 429, body: SECRET_WORDS, headers: after === undefined ? {} : { 'retry-after': after } };
    expect(await failureAfter(given)).toEqual({
      meaning: 'later',
      code: '429',
      retryAfter: seconds,
      isServerFault: false,
    });
  });

  it.each([500, 502, 503, 504])('of %i leaves open what was done', async (status) => {
    expect(await failureAfter({ status, body: SECRET_WORDS })).toMatchObject({
      meaning: 'unknown',
      code: String(status),
      isServerFault: true,
    });
  });

  it.each([400, 403, 404])('of %i says that nothing was done', async (status) => {
    expect(await failureAfter({ status, body: SECRET_WORDS })).toMatchObject({
      meaning: 'refused',
      code: String(status),
    });
  });

  it('of a redirect leaves it open', async () => {
    expect(await failureAfter({ status: 302, headers: { location: '/elsewhere' } })).toMatchObject({
      meaning: 'unknown',
    });
  });
});

describe('a body', () => {
  it.each<[string, Answer | undefined]>([
    ['that never comes', undefined],
    ['that stalls', { status: 200, body: '{"ok":true,"ts":"1.2"}', ends: 'stalled' }],
    ['that is cut', { status: 200, body: '{"ok":true,"ts":"1.2"}', ends: 'cut' }],
    ['that is empty', { status: 200 }],
    ['of HTML', { status: 200, body: `<html>${SECRET_WORDS}</html>` }],
    ['of half a JSON', { status: 200, body: '{"ok":true' }],
    ['of null', { status: 200, body: 'null' }],
    ['that refuses without a reason', { status: 200, body: '{"ok":false}' }],
    ['whose reason is no text', refusal({ words: SECRET_WORDS })],
  ])('%s leaves open what was done, and its words are not repeated', async (_, given) => {
    const failure = await failureAfter(given);
    expect(failure).toMatchObject({ meaning: 'unknown' });
    expect(JSON.stringify(failure)).not.toContain('Somebody');
  });
});

describe('no connection', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'NOT_CONNECTED'])(
    'by %s is later: nothing was sent',
    (code) => {
      const cause = new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) });
      expect(slackFailure(new webApi.WebAPIRequestError(cause))).toMatchObject({ meaning: 'later', code });
    },
  );

  it('by a reset leaves it open', () => {
    const cause = new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ECONNRESET' }) });
    expect(slackFailure(new webApi.WebAPIRequestError(cause))).toMatchObject({
      meaning: 'unknown',
      code: 'ECONNRESET',
    });
  });

  it('since the address is none of Slack’s means that nothing was sent', () => {
    const error = new webApi.WebAPIRequestError(new ForeignAddressError('no'));
    expect(slackFailure(error)).toMatchObject({ meaning: 'address used up' });
  });
});

describe('the address of a request', () => {
  it.each([
    [400, 'blocks refused'],
    [403, 'may not post'],
    [404, 'address used up'],
    [410, 'channel archived'],
    [413, 'too long'],
    [418, 'refused'],
    [429, 'later'],
    [500, 'unknown'],
    [503, 'unknown'],
  ] as const)('that answers %i means: %s', (status, meaning) => {
    expect(slackFailure(new RespondError(SECRET_WORDS, status))).toMatchObject({ meaning, code: String(status) });
  });
});

describe('the table', () => {
  it('is the only place in the Slack edge and the scheduler that knows a code or a kind of error', () => {
    const files = SOURCES.filter((file) => /^src\/(?:slack|scheduler)\//.test(file) && file !== 'src/slack/errors.ts');
    const known = new RegExp(
      `'(?:${SLACK_CODES.map(([code]) => code).join('|')})'|instanceof (?:webApi\\.|RespondError)`,
    );
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => known.test(codeOf(file)))).toEqual([]);
  });

  it('leaves out what is no failed call', () => {
    for (const error of [new Error('a bug'), new TypeError('another'), undefined, 'text']) {
      expect(slackFailure(error)).toBeUndefined();
    }
  });

  it('calls a post unconfirmed only where it may stand', () => {
    const unconfirmed = Object.entries(POST_REFUSALS).filter(([, outcome]) => outcome === 'not confirmed');
    expect(unconfirmed.map(([meaning]) => meaning)).toEqual(['unknown']);
  });
});
