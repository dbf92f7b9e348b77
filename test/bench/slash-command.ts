import { createHmac } from 'node:crypto';
import { type Agent, request } from 'node:http';

export const SIGNING_SECRET = 'bench-signing-secret';

/** One slash command as Slack sends it, signed. */
export interface SlashCommand {
  readonly channel: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

const MOVES: readonly ((bps: number) => string)[] = [
  (bps) => `${bps}bps`,
  (bps) => `cut ${bps}`,
  (bps) => `hike ${bps} bp`,
  (bps) => `-${bps}bp`,
  (bps) => `raise ${bps / 100}%`,
];

const ASSUMPTIONS: readonly ((index: number) => string)[] = [
  () => '',
  (index) => ` floating=${(index % 1001) / 10}%`,
  (index) => ` debt=${(10 + (index % 400)) / 10}x`,
  (index) => ` large.rate=${(10 + (index % 190)) / 10}%`,
];

const nth = <T>(all: readonly T[], index: number): T => all[index % all.length] as T;

/** What people ask: questions of the kind whose answer goes to the channel, so varied that none comes back soon. */
export const questionText = (index: number): string => {
  const move = nth(MOVES, index)(1 + ((index * 7) % 600));
  return move + nth(ASSUMPTIONS, Math.floor(index / MOVES.length))(Math.floor(index / 20));
};

let lastTrigger = 0;

export const slashCommand = (channel: string, text: string, slackPort: number): SlashCommand => {
  lastTrigger += 1;
  const body = new URLSearchParams({
    token: 'unused',
    team_id: 'T1',
    team_domain: 'bench',
    channel_id: channel,
    channel_name: 'general',
    user_id: 'U1',
    user_name: 'someone',
    command: '/ratecut',
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: `http://127.0.0.1:${slackPort}/commands/T1/${lastTrigger}`,
    trigger_id: `${lastTrigger}.1.bench`,
  }).toString();
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    channel,
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  };
};

/** How a command was acknowledged: after how many milliseconds, and with what words. */
interface Acknowledged {
  readonly ackMs: number;
  readonly body: string;
}

/** Sends a command and resolves once its 200 has come. */
export const sendCommand = (port: number, { body, headers }: SlashCommand, agent?: Agent): Promise<Acknowledged> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const sent = request(
      { host: '127.0.0.1', port, method: 'POST', path: '/slack/events', headers, agent: agent ?? false },
      (response) => {
        const ackMs = performance.now() - start;
        let words = '';
        response.on('data', (part: Buffer) => {
          words += part.toString();
        });
        response.on('end', () => {
          if (response.statusCode === 200) resolve({ ackMs, body: words });
          else reject(new Error(`a command was answered with status ${response.statusCode}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
