import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';

/** What a deployer does: no packages for development, and whatever Node the machine has on its path. */

const ROOT = resolve(import.meta.dirname, '../..');
/** 260 MB are removed again. */
const CLEARING_MS = 60_000;
const SHIPPED = ['package.json', 'package-lock.json', 'manifest.json', 'src', 'commands', 'test/postgres'];

/** The environment of a shell, without what `npm test` and vitest put there. */
const shellEnvironment = (): NodeJS.ProcessEnv => {
  const { PATH = '', ...rest } = process.env;
  const own = Object.entries(rest).filter(
    ([name]) => !/^(npm_(?!config_(?!local_prefix))|NODE|VITEST|SLACK|INIT_CWD)/.test(name),
  );
  const path = PATH.split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...Object.fromEntries(own), PATH: path.join(delimiter) };
};

/** Runs npm in a folder; rejects where it ends with another code than 0. */
const npm = (folder: string, ...words: readonly string[]) =>
  promisify(execFile)('npm', words, { cwd: folder, env: shellEnvironment() });

const install = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'rotation-desk-production-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }), CLEARING_MS);
  for (const name of SHIPPED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  await npm(folder, 'ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund');
  return folder;
};

/** `npm start`, up to the address it says. */
const start = async (folder: string) => {
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...shellEnvironment(), PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said = text(child.stderr);
  const exit = once(child, 'exit');
  // npm, its shell and the program
  const stop = async (): Promise<string> => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await exit;
    return said;
  };
  onTestFinished(async () => void (await stop()), CLEARING_MS);
  const address = await new Promise<string>((found, failed) => {
    let heard = '';
    child.stdout.on('data', (bytes: Buffer) => {
      heard += bytes.toString();
      const [, there] = /playground: (http:\S+)/.exec(heard) ?? [];
      if (there !== undefined) found(there);
    });
    void exit.then(async () => failed(new Error(await said)));
  });
  return { address, stop };
};

describe('a production install', { timeout: 180_000 }, () => {
  it('starts, answers and prints the manifest, with the Node that comes along and without a word of complaint', async () => {
    const folder = await install();
    const installed = readdirSync(join(folder, 'node_modules'));
    for (const left of ['vitest', 'vite', 'react', 'typescript']) expect(installed).not.toContain(left);
    const { stdout } = await npm(folder, 'run', '-s', 'ask', '--', '/ratecut 50bps');
    expect(stdout).toMatch(/^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%\n/);
    expect(JSON.parse((await npm(folder, 'run', '-s', 'manifest')).stdout)).toHaveProperty('display_information');

    // one sentence after another, and no stack
    await expect(npm(folder, 'run', '-s', 'postgres')).rejects.toMatchObject({
      stderr: expect.stringMatching(/^This installation leaves PostgreSQL out, [^\n]*\n$/),
    });

    const { address, stop } = await start(folder);
    expect(await (await fetch(`${address}/`)).text()).toContain('This installation leaves the page out');
    expect(await (await fetch(`${address}/playground/state`)).json()).toHaveProperty('botName', 'Rotation Desk');
    expect(await stop()).toBe('');
  });
});
