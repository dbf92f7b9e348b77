import { App } from '@slack/bolt';

/**
 * What everything is measured against: the smallest Bolt app that answers the same command, as Slack's pages show it.
 * With `MESSAGE` set it posts that one, text and blocks, ready made: what a message of that size costs by itself.
 */

const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '', HOST = '', PORT = '' } = process.env;
const message = JSON.parse(process.env['MESSAGE'] ?? '{"text":"A constant answer, whatever was asked."}') as {
  text: string;
};

const app = new App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  customRoutes: [
    { path: '/readyz', method: 'GET', handler: (_request, response) => void response.writeHead(200).end('ready\n') },
  ],
});

app.command('/ratecut', async ({ ack, client, payload }) => {
  await ack();
  await client.chat.postMessage({ channel: payload.channel_id, ...message });
});

await app.start({ host: HOST, port: Number(PORT) });
