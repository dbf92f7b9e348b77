import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Both } from './apps.ts';
import { SIGNING_SECRET } from './slash-command.ts';

/**
 * Calls of the rate tool, signed as Slack signs them, to our server and to the bare one in turn. They are counted against
 * the processor time that each server uses, so that what else a machine does takes no part.
 */

const ENTRY = fileURLToPath(new URL('./tool-app.ts', import.meta.url));
const AT_ONCE = 8;
const CALLS = 480;
const WARM_UP_CALLS = 960;
const ROUNDS = 9;
const MS_A_SECOND = 1_000;
const MICROSECONDS = 1_000_000;

interface ToolApp {
  readonly port: number;
  readonly child: ChildProcess;
}

const startToolApp = async (name: 'bare' | 'ours'): Promise<ToolApp> => {
  const child = spawn(process.execPath, [ENTRY, name], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  process.once('exit', () => child.kill('SIGKILL'));
  if (child.stdout === null) throw new Error('the tool server prints nothing');
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  return { port: Number(printed.toString()), child };
};

const BODY = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: {
    name: 'rate_move',
    arguments: { direction: 'cut', sizeBps: 50 },
    _meta: { slack: { user_id: 'U1', team_id: 'T1', enterprise_id: null } },
  },
});

const signedHeaders = (): Record<string, string | number> => {
  const seconds = Math.floor(Date.now() / MS_A_SECOND);
  const digest = createHmac('sha256', SIGNING_SECRET).update(`v0:${seconds}:${BODY}`).digest('hex');
  return {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(BODY),
    'x-slack-request-timestamp': seconds,
    'x-slack-signature': `v0=${digest}`,
  };
};

const call = (port: number, agent: Agent, headers: Record<string, string | number>): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/mcp', method: 'POST', headers, agent }, (response) => {
      let words = '';
      response.on('data', (part: Buffer) => {
        words += part.toString();
      });
      response.on('end', () => resolve(words));
    });
    sent.on('error', reject);
    sent.end(BODY);
  });

/** Seconds of processor that the server has used. */
const usedBy = async ({ child }: ToolApp): Promise<number> => {
  child.send('used');
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
  return (user + system) / MICROSECONDS;
};

/** Calls for each second of processor. @throws where an answer is not the one to the question */
const round = async (app: ToolApp, calls: number): Promise<number> => {
  const { port } = app;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const headers = signedHeaders();
  let left = calls;
  const before = await usedBy(app);
  const asker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const words = await call(port, agent, headers);
      if (!words.includes('SmallCap net income +4.39%')) throw new Error(`not the answer: ${words.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asker));
  agent.destroy();
  return calls / ((await usedBy(app)) - before);
};

/** Calls for each second of processor of either, round by round; the first one changes. */
export const measureTools = async (): Promise<readonly Both<number>[]> => {
  const bare = await startToolApp('bare');
  const ours = await startToolApp('ours');
  try {
    for (const app of [bare, ours]) await round(app, WARM_UP_CALLS);
    const rounds: Both<number>[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      if (turn % 2 === 0) rounds.push({ bare: await round(bare, CALLS), other: await round(ours, CALLS) });
      else {
        const other = await round(ours, CALLS);
        rounds.push({ bare: await round(bare, CALLS), other });
      }
    }
    return rounds;
  } finally {
    bare.child.kill();
    ours.child.kill();
  }
};
