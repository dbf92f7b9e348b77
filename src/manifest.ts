import { parseArgs } from 'node:util';
import manifest from '../manifest.json' with { type: 'json' };
import { TOOL_PATH, TOOL_SCOPE } from './mcp/index.ts';
import { optionProblem, runProgram } from './terminal.ts';

/** Prints the app manifest: `npm run -s manifest` for Socket Mode, `npm run -s manifest -- --url https://…` for HTTP. */

const USAGE = 'Usage: npm run -s manifest [-- --url https://bot.example.com]';

/** The manifest for an app that Slack reaches at an address: requests go to its `/slack/events`, calls of tools to its `/mcp`,
 * and whoever installs it by the link comes back to its `/slack/oauth_redirect`. */
const httpForm = (address: string): unknown => {
  const url = new URL('/slack/events', address).href;
  const { scopes } = manifest.oauth_config;
  return {
    ...manifest,
    mcp_servers: { 'rotation-desk': { url: new URL(TOOL_PATH, address).href, auth_type: 'slack_identity_auth' } },
    oauth_config: {
      redirect_urls: [new URL('/slack/oauth_redirect', address).href],
      scopes: { ...scopes, bot: [...scopes.bot, TOOL_SCOPE].sort() },
    },
    features: {
      ...manifest.features,
      slash_commands: manifest.features.slash_commands.map((command) => ({ ...command, url })),
    },
    settings: {
      ...manifest.settings,
      event_subscriptions: { ...manifest.settings.event_subscriptions, request_url: url },
      interactivity: { ...manifest.settings.interactivity, request_url: url },
      socket_mode_enabled: false,
    },
  };
};

/** What is wrong with an address, as a sentence; undefined where Slack would take it. */
const addressProblem = (address: string): string | undefined => {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:') return `Slack needs an https address, not “${address}”.`;
  return url.href === `${url.origin}/`
    ? undefined
    : `Give the address alone, ${url.origin}: the manifest puts /slack/events and /mcp behind it.`;
};

class AddressError extends Error {}

const main = (): void => {
  const { url } = parseArgs({ options: { url: { type: 'string' } } }).values;
  const problem = url === undefined ? undefined : addressProblem(url);
  if (problem !== undefined) throw new AddressError(problem);
  process.stdout.write(`${JSON.stringify(url === undefined ? manifest : httpForm(url), null, 2)}\n`);
};

await runProgram(main, (error) => {
  const problem = error instanceof AddressError ? error.message : optionProblem(error);
  return problem && `${problem}\n${USAGE}`;
});
