import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { FakeSlack } from '../doubles/fake-slack.ts';
import { SIGNING_SECRET } from '../doubles/sending.ts';
import { BOT_TOKEN } from '../doubles/web-api.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The program on a store, to be killed. */
export interface Killable {
  readonly port: number;
  /** As `kill -9` does; resolves once it is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts the program as `npm start` does, and resolves once it answers requests. */
export const startKillable = async ({ apiUrl }: FakeSlack, folder: string): Promise<Killable> => {
  const child = spawn(process.execPath, ['src/start.ts'], {
    cwd: ROOT,
    env: {
      NODE_COMPILE_CACHE: resolve(ROOT, 'node_modules/.cache/e2e'),
      STORE_PATH: join(folder, 'desk.json'),
      CACHE_PATH: join(folder, 'cache'),
      MARKET_DATA: 'off',
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: apiUrl,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const port = await new Promise<number>((found, failed) => {
    let logged = '';
    child.stdout.on('data', (bytes: Buffer) => {
      logged = `${logged}${bytes.toString()}`.slice(-10_000);
      const [, number] = /"port":(\d+)/.exec(logged) ?? [];
      if (number !== undefined) found(Number(number));
    });
    void ended.then(() => failed(new Error(`the program ended: ${logged.slice(-500)}`)));
  });
  return {
    port,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
