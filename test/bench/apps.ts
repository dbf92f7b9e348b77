import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ratecutCommand } from '../../commands/ratecut.ts';
import { shippedFacts } from '../../src/facts/facts.ts';
import { answer, render } from '../../src/topics/registry.ts';
import { readerOf } from '../doubles/asked.ts';
import { freePort } from '../doubles/temporary.ts';
import { NOW } from './core.ts';
import type { FakeSlack } from './fake-slack.ts';
import { SIGNING_SECRET, sendCommand, slashCommand } from './slash-command.ts';

const readRatecut = readerOf(ratecutCommand);

const ENTRIES = {
  bare: fileURLToPath(new URL('./bare.ts', import.meta.url)),
  echo: fileURLToPath(new URL('./bare.ts', import.meta.url)),
  ours: fileURLToPath(new URL('../../src/main.ts', import.meta.url)),
};

/** As `npm start` has it. */
const BEFORE_OURS = ['--import', new URL('../../src/node-version.js', import.meta.url).href];

const START_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 3_000;
const POLL_MS = 2;
const OUTPUT_KEPT = 2_000;

export type AppName = keyof typeof ENTRIES;

/** One figure of the bare app and of the one it is compared with. */
export type Both<T> = Readonly<Record<'bare' | 'other', T>>;

/** Our answer to the commonest question, for the bare app that only posts it. */
const MESSAGE = (): string => {
  const reading = readRatecut('50bps');
  if (reading.kind === 'unclear') throw new Error('50bps is not understood');
  return JSON.stringify(render(answer(reading.question, shippedFacts(NOW))));
};

export interface Memory {
  readonly residentMb: number;
  readonly peakMb: number;
}

export interface RunningApp {
  readonly port: number;
  /** From the spawn to the first command that was acked; an app acks none before Slack has accepted its token. */
  readonly startMs: number;
  /** Absent where the system has no /proc. */
  readonly memory: () => Promise<Memory | undefined>;
  /** What it has taken of the processor so far, all threads together. Absent where the system has no /proc. */
  readonly processorMs: () => Promise<number | undefined>;
  /** The end of what it has printed. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

const running = new Set<ChildProcess>();

/** Where our app keeps its store, a file for each start. */
const STORES = mkdtempSync(join(tmpdir(), 'rotation-desk-bench-'));
const storeOf = (port: number): string => join(STORES, `${port}.json`);

/** No app outlives the bench, however that ends. */
process.on('exit', () => {
  rmSync(STORES, { recursive: true, force: true });
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const isReady = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', () => resolve(false));
  });

const memoryOf = async (pid: number): Promise<Memory | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  if (status === undefined) return undefined;
  const mb = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { residentMb: mb('VmRSS'), peakMb: mb('VmHWM') };
};

/** The kernel counts by hundredths of a second. */
const TICK_MS = 10;

const processorMsOf = async (pid: number): Promise<number | undefined> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // behind the name, which may hold anything, the twelfth and thirteenth are its own time and the system's for it
  const [, user, system] = /^.*\) (?:\S+ ){11}(\d+) (\d+)/.exec(stat ?? '') ?? [];
  return user === undefined ? undefined : (Number(user) + Number(system)) * TICK_MS;
};

const stopChild = async (child: ChildProcess): Promise<void> => {
  if (!running.has(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await gone;
  clearTimeout(hard);
};

const spawnApp = (name: AppName, port: number, slackPort: number, nodeOptions: readonly string[]) => {
  const child = spawn(process.execPath, [...nodeOptions, ...(name === 'ours' ? BEFORE_OURS : []), ENTRIES[name]], {
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: `http://127.0.0.1:${slackPort}/api/`,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      MARKET_DATA: 'off',
      STORE_PATH: storeOf(port),
      ...(name === 'echo' && { MESSAGE: MESSAGE() }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
};

/**
 * Starts an app as its own process, with nothing of this one's environment but the path.
 *
 * @param store what its store holds at the start
 */
export const startApp = async (
  name: AppName,
  slack: FakeSlack,
  nodeOptions: readonly string[] = [],
  store?: string,
): Promise<RunningApp> => {
  const port = await freePort();
  if (store !== undefined) writeFileSync(storeOf(port), store);
  const start = performance.now();
  const child = spawnApp(name, port, slack.port, nodeOptions);
  let printed = '';
  const keep = (part: Buffer): void => {
    printed = `${printed}${part}`.slice(-OUTPUT_KEPT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  await once(child, 'spawn');
  while (!(await isReady(port))) {
    if (!running.has(child)) throw new Error(`${name} ended while it started\n${printed}`);
    if (performance.now() - start > START_LIMIT_MS) throw new Error(`${name} did not start in time\n${printed}`);
    await wait(POLL_MS);
  }
  const posted = slack.nextPost('C1');
  await sendCommand(port, slashCommand('C1', '50bps', slack.port));
  const startMs = performance.now() - start;
  await Promise.race([posted, slack.surprise]);
  return {
    port,
    startMs,
    memory: () => memoryOf(child.pid as number),
    processorMs: () => processorMsOf(child.pid as number),
    output: () => printed,
    stop: () => stopChild(child),
  };
};
