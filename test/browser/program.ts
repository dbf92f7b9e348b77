import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

interface RunningProgram {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** The program as `npm start` runs it without Slack, with no settings of the machine's. */
export const startProgram = async (): Promise<RunningProgram> => {
  const folder = mkdtempSync(join(tmpdir(), 'rotation-desk-browser-'));
  const child = spawn(process.execPath, ['--import', './src/node-version.js', 'src/main.ts'], {
    cwd: ROOT,
    env: { PORT: '0', STORE_PATH: join(folder, 'desk.json'), CACHE_PATH: join(folder, 'cache'), LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  let said = '';
  const address = await new Promise<string>((found, failed) => {
    const hear = (bytes: Buffer): void => {
      said += bytes.toString();
      const [here] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (here !== undefined) found(here);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exit.then(() => failed(new Error(`it ended at its start: ${said}`)));
  });
  return {
    address,
    stop: async () => {
      child.kill('SIGKILL');
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
