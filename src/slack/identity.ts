import { setTimeout as wait } from 'node:timers/promises';
import { type AuthorizeResult, webApi } from '@slack/bolt';
import { ConfigError, type SlackApi } from '../config.ts';
import type { Installation } from './belonging.ts';
import { TOKEN_REFUSALS } from './briefs/slack-failures.ts';
import type { Log } from './log.ts';
import { interactiveClientOptions } from './retry.ts';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

/** The error in words that name the setting, where Slack refused what it holds; else the error itself. */
export const refusal = (setting: string, error: unknown): unknown =>
  error instanceof webApi.WebAPIPlatformError && TOKEN_REFUSALS.has(error.data.error)
    ? new ConfigError(`${setting} was refused by Slack: ${error.data.error}`)
    : error;

/** Who the bot is, and where it is installed. */
export interface Identity {
  readonly authorized: AuthorizeResult;
  readonly installation: Installation;
}

type Told = Awaited<ReturnType<webApi.WebClient['auth']['test']>>;

const identityIn = (botToken: string, told: Told): Identity => {
  const { bot_id: botId, user_id: botUserId, team_id: teamId, enterprise_id: enterpriseId } = told;
  const team = teamId ?? enterpriseId;
  if (team === undefined) throw new ConfigError('SLACK_BOT_TOKEN belongs to no workspace');
  return {
    authorized: {
      botToken,
      ...(teamId !== undefined && { teamId }),
      ...(botId !== undefined && { botId }),
      ...(botUserId !== undefined && { botUserId }),
    },
    installation: {
      team,
      ...(enterpriseId && { enterprise: enterpriseId }),
      isOrgWide: told.is_enterprise_install === true,
    },
  };
};

/**
 * Asks Slack who the token belongs to, again and again while Slack cannot be reached or is out of order.
 *
 * @throws {ConfigError} where Slack refuses the token, or names no workspace
 */
export const identify = async ({ botToken, apiUrl }: SlackApi, log: Log): Promise<Identity> => {
  const client = new webApi.WebClient(botToken, interactiveClientOptions(apiUrl, log));
  for (let pause = FIRST_RETRY_MS; ; pause = Math.min(pause * 2, LONGEST_RETRY_MS)) {
    try {
      return identityIn(botToken, await client.auth.test());
    } catch (error) {
      const refused = refusal('SLACK_BOT_TOKEN', error);
      if (refused instanceof ConfigError) throw refused;
      log.warn({ retryInMs: pause }, 'Slack cannot be reached');
      await wait(pause);
    }
  }
};
