import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { FakeSlack } from '../doubles/fake-slack.ts';
import { SIGNING_SECRET } from '../doubles/sending.ts';
import { BOT_TOKEN } from '../doubles/web-api.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The program on a store, to be killed. */
interface Killable {
  readonly pid: number;
  readonly port: number;
  /** As `kill -9` does; resolves once it is gone. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts the program as `npm start` does, and resolves once it answers requests.
 *
 * @param mounts what is mounted before, in shell words, for this process alone
 * @throws where it ends instead, with the last of what it said
 */
export const startKillable = async ({ apiUrl }: FakeSlack, folder: string, mounts?: string): Promise<Killable> => {
  const [command, ...words] =
    mounts === undefined
      ? [process.execPath]
      : ['unshare', '--map-root-user', '--mount', 'sh', '-c', `${mounts} && exec "$0" "$@"`, process.execPath];
  const child = spawn(command ?? '', [...words, '--import', './src/node-version.js', 'src/main.ts'], {
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
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const port = await new Promise<number>((found, failed) => {
    let logged = '';
    child.stderr.on('data', (bytes: Buffer) => {
      logged = `${logged}${bytes.toString()}`;
    });
    child.stdout.on('data', (bytes: Buffer) => {
      logged = `${logged}${bytes.toString()}`.slice(-10_000);
      const [, number] = /"port":(\d+)/.exec(logged) ?? [];
      if (number !== undefined) found(Number(number));
    });
    void ended.then(() => failed(new Error(`the program ended: ${logged.slice(-500)}`)));
  });
  return {
    pid: child.pid ?? 0,
    port,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

/** One fault that is too slow for the tests: what is done, and what has to come of it. */
export interface Fault {
  readonly name: string;
  /** Figures by name, in the order in which they are printed. @throws where what has to hold does not */
  readonly run: (report: (words: string) => void) => Promise<Readonly<Record<string, number | string>>>;
}

/** @throws with these words, where it does not hold */
export const holds = (isSo: boolean, words: string): void => {
  if (!isSo) throw new Error(words);
};
