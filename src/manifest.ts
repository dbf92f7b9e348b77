import { parseArgs } from 'node:util';
import manifest from '../manifest.json' with { type: 'json' };

/** Prints the app manifest: `npm run -s manifest` for Socket Mode, `npm run -s manifest -- --url https://…` for HTTP. */

const USAGE = 'Usage: npm run -s manifest [-- --url https://bot.example.com]';

/** The manifest for an app that Slack reaches at an address: every request goes to its `/slack/events`. */
const httpForm = (address: string): unknown => {
  const url = new URL('/slack/events', address).href;
  return {
    ...manifest,
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

const { url } = parseArgs({ options: { url: { type: 'string' } } }).values;
if (url !== undefined && !/^https:\/\/[^/]+/.test(url)) {
  process.stderr.write(`Slack needs an https address, not ${url}\n${USAGE}\n`);
  process.exitCode = 2;
} else {
  process.stdout.write(`${JSON.stringify(url === undefined ? manifest : httpForm(url), null, 2)}\n`);
}
