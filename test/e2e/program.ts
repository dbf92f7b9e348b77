import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'vitest';
import type { FakeSlack } from '../doubles/fake-slack.ts';
import { SIGNING_SECRET } from '../doubles/sending.ts';
import { temporaryFolder } from '../doubles/temporary.ts';
import { BOT_TOKEN } from '../doubles/web-api.ts';
import { slackOfTest } from './workspace.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Compiled code is kept from one start to the next: a dozen starts cost half. */
const SPEED = { NODE_COMPILE_CACHE: resolve(ROOT, 'node_modules/.cache/e2e') };

type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** The program as `npm start` runs it, in a process of its own, with no settings but those given and a store of its own. */
export interface Program {
  /** The port in its first line that names one. */
  readonly ready: () => Promise<number>;
  readonly stop: (signal: NodeJS.Signals) => void;
  /** Its exit code, and what it said on standard error. */
  readonly ended: Promise<Ended>;
}

const startProgram = (env: Environment, folder: string): Program => {
  const child = spawn(process.execPath, ['--import', './src/node-version.js', 'src/main.ts'], {
    cwd: ROOT,
    env: {
      ...SPEED,
      STORE_PATH: join(folder, 'desk.json'),
      CACHE_PATH: join(folder, 'cache'),
      MARKET_DATA: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const said = text(child.stderr);
  let logged = '';
  child.stdout.on('data', (bytes: Buffer) => {
    logged += bytes.toString();
    const [, port] = /(?:"port":|playground: http:\/\/127\.0\.0\.1:)(\d+)/.exec(logged) ?? [];
    if (port !== undefined) child.emit('ready', Number(port));
  });
  return {
    ready: async () => ((await once(child, 'ready')) as [number])[0],
    stop: (signal) => void child.kill(signal),
    ended: exit.then(async ([code]) => ({ code, said: await said })),
  };
};

/** The settings of a bot that Slack reaches over HTTP. */
export const httpSettings = ({ apiUrl }: FakeSlack): Environment => ({
  SLACK_BOT_TOKEN: BOT_TOKEN,
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_API_URL: apiUrl,
  PORT: '0',
});

/** A test that may start programs and a Slack for them; all of them end with it. */
export const it = test
  .extend('slack', slackOfTest)
  .extend('storePath', ({ onTestFinished }) => {
    const folder = temporaryFolder(onTestFinished);
    return join(folder, 'data', 'desk.json');
  })
  .extend('run', ({ onTestFinished }) => (env: Environment): Program => {
    const folder = mkdtempSync(join(tmpdir(), 'rotation-desk-program-'));
    const program = startProgram(env, folder);
    onTestFinished(async () => {
      program.stop('SIGKILL');
      await program.ended;
      rmSync(folder, { recursive: true, force: true });
    });
    return program;
  });
