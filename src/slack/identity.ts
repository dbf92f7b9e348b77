import { setTimeout as wait } from 'node:timers/promises';
import { type AuthorizeResult, webApi } from '@slack/bolt';
import { ConfigError, type SlackApi } from '../config.ts';
import { interactiveClientOptions } from './client-options.ts';
import type { Log } from './log.ts';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

/** What Slack answers where a token will never do; anything else may pass. */
const REFUSALS = new Set([
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

/** The error in words that name the setting, where Slack refused what it holds; else the error itself. */
export const refusal = (setting: string, error: unknown): unknown =>
  error instanceof webApi.WebAPIPlatformError && REFUSALS.has(error.data.error)
    ? new ConfigError(`${setting} was refused by Slack: ${error.data.error}`)
    : error;

/**
 * Asks Slack who the token belongs to, again and again while Slack cannot be reached or is out of order.
 *
 * @throws {ConfigError} where Slack refuses the token
 */
export const identify = async ({ botToken, apiUrl }: SlackApi, log: Log): Promise<AuthorizeResult> => {
  const client = new webApi.WebClient(botToken, interactiveClientOptions(apiUrl, log));
  for (let pause = FIRST_RETRY_MS; ; pause = Math.min(pause * 2, LONGEST_RETRY_MS)) {
    try {
      const { bot_id: botId, user_id: botUserId, team_id: teamId } = await client.auth.test();
      return {
        botToken,
        ...(botId !== undefined && { botId }),
        ...(botUserId !== undefined && { botUserId }),
        ...(teamId !== undefined && { teamId }),
      };
    } catch (error) {
      const refused = refusal('SLACK_BOT_TOKEN', error);
      if (refused instanceof ConfigError) throw refused;
      log.warn({ retryInMs: pause }, 'Slack cannot be reached');
      await wait(pause);
    }
  }
};
