import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { readConfig, SETTINGS } from '../../src/config.ts';
import { TOOL_PATH } from '../../src/mcp/tool-path.ts';
import { createHealth, healthRoutes } from '../../src/slack/health.ts';
import { REDIRECT_PATH } from '../../src/slack/installing/install-routes.ts';
import { startFakeSlack } from '../doubles/fake-slack.ts';
import { freePort } from '../doubles/temporary.ts';
import { eventually } from './eventually.ts';
import { httpSettings } from './program.ts';

/** What a deployer is given, tried by its parts. */

const ROOT = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** A Dockerfile's instructions, its stages one behind the other. */
const DOCKERFILE = read('Dockerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => ({ does: line.split(' ', 1)[0] ?? '', words: line.replace(/^\S+ /, '') }));

const all = (does: string): readonly string[] => DOCKERFILE.flatMap((one) => (one.does === does ? one.words : []));
const only = (does: string): string => {
  expect(all(does), does).toHaveLength(1);
  return all(does)[0] ?? '';
};
const execForm = (words: string): readonly string[] => JSON.parse(words.slice(words.indexOf('['))) as string[];

/** What comes from the checkout: sources of COPY without another stage. */
const COPIED = all('COPY')
  .filter((words) => !words.startsWith('--from'))
  .flatMap((words) => words.split(' ').slice(0, -1));

/** As Docker reads it: the last line that fits a path, or a folder above it, wins. */
const isIgnored = (path: string): boolean =>
  read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .reduce((ignored, line) => {
      const pattern = line.replace(/^!/, '');
      const fits = pattern === '*' || path === pattern || path.startsWith(`${pattern}/`);
      return fits ? !line.startsWith('!') : ignored;
    }, false);

const START = packageJson.scripts.start.split(' ');

/** Runs the image's health check as Docker does. @returns its exit code */
const checkHealth = async (port: number): Promise<number> => {
  const [, ...words] = execForm(only('HEALTHCHECK'));
  const child = execFile(process.execPath, words, { env: { PORT: String(port) } });
  const [code] = (await once(child, 'exit')) as [number];
  return code;
};

describe('the Dockerfile', { timeout: 60_000 }, () => {
  it('installs what runs in production, and ends as a user without rights', () => {
    const install = 'npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund';
    expect(all('RUN')).toContain(install);
    const [first, second] = all('FROM');
    expect(first).toBe(`node:${packageJson.optionalDependencies.node}-bookworm-slim AS install`);
    expect(second).toBe(`node:${packageJson.optionalDependencies.node}-bookworm-slim`);
    const steps = DOCKERFILE.map(({ does }) => does);
    expect(only('USER')).toBe('node');
    expect(steps.slice(steps.indexOf('USER'))).not.toContain('RUN');
    expect(all('ENV').join(' ')).toContain('NODE_ENV=production');
  });

  it('copies what there is, and nothing of it is kept from it', () => {
    expect(COPIED).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', 'manifest.json', 'src', 'commands']),
    );
    for (const path of COPIED) {
      expect(existsSync(join(ROOT, path)), path).toBe(true);
      expect(isIgnored(path), path).toBe(false);
    }
  });

  it.each([
    '.env',
    'data/rotation-desk.json',
    '.git/config',
    'node_modules/zod',
    'test/e2e',
    'src/playground/page/main.tsx',
  ])('is not handed %s', (path) => {
    expect(isIgnored(path)).toBe(true);
  });

  it('starts with what it copies, as npm start does, and its health check tells a process that is up', async () => {
    const command = execForm(only('CMD'));
    expect(command).toEqual(START);
    const folder = mkdtempSync(join(tmpdir(), 'rotation-desk-image-'));
    const slack = await startFakeSlack();
    const port = await freePort();
    for (const name of COPIED) {
      cpSync(join(ROOT, name), join(folder, name), {
        recursive: true,
        filter: (from) => !isIgnored(from.slice(ROOT.length + 1)),
      });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const [, ...words] = command;
    const env = { ...httpSettings(slack), PORT: String(port), MARKET_DATA: 'off', NODE_ENV: 'production' };
    const child = spawn(process.execPath, words, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
    const exit = once(child, 'exit');
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await exit;
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    });
    expect(await checkHealth(port)).toBe(1);
    await eventually(async () => expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200), 20_000);
    expect(await checkHealth(port)).toBe(0);
    expect(existsSync(join(folder, 'data/rotation-desk.json'))).toBe(true);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(await checkHealth(port)).toBe(1);
  });
});

interface Service {
  readonly build?: string;
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly stop_grace_period: string;
  readonly tmpfs?: readonly string[];
  readonly volumes?: readonly string[];
}

describe('compose.yaml', () => {
  const text = read('compose.yaml');
  const compose = parse(text, { merge: true }) as {
    readonly services: Readonly<Record<string, Service>>;
    readonly volumes: object;
  };
  const apps = Object.values(compose.services).filter(({ build }) => build !== undefined);
  const listed = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

  it('runs two processes on one database, each at a port of this machine alone', () => {
    expect(apps).toHaveLength(2);
    const ports = apps.flatMap(({ ports = [] }) => ports);
    expect(new Set(ports).size).toBe(4);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:(?:3000|9464)$/);
    for (const { environment, build, depends_on: after } of apps) {
      expect(build).toBe('.');
      expect(environment['DATABASE_URL']).toContain(
        `@database/${compose.services['database']?.environment['POSTGRES_DB']}`,
      );
      expect(Object.keys(after ?? {})).toEqual(['database']);
    }
    expect(compose.services['database']?.healthcheck?.test[0]).toBe('CMD');
    expect(Object.keys(compose.volumes)).toEqual(
      (compose.services['database']?.volumes ?? []).map((volume) => volume.split(':')[0]),
    );
  });

  it('sets no variable that the program does not read, and takes none that .env.example does not list', () => {
    for (const { environment } of apps) {
      for (const name of Object.keys(environment)) expect(SETTINGS, name).toContain(name);
    }
    const taken = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
    expect(taken.length).toBeGreaterThan(0);
    for (const name of taken) expect(listed, name).toContain(name);
  });

  it('gives the program all it needs, with a copied .env.example that has secrets', () => {
    const example = [...read('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
    const secrets = { POSTGRES_PASSWORD: 'p4ss', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'shhhhhhhh' };
    for (const { environment } of apps) {
      const set = Object.entries(environment).map(([name, value]) => [
        name,
        value.replace(/\$\{POSTGRES_PASSWORD[^}]*\}/, secrets.POSTGRES_PASSWORD),
      ]);
      expect(readConfig({ ...Object.fromEntries(example), ...secrets, ...Object.fromEntries(set) })).toMatchObject({
        connection: { kind: 'http', host: '0.0.0.0', port: 3000 },
        databaseUrl: 'postgres://rotation_desk:p4ss@database/rotation_desk',
        metrics: { host: '0.0.0.0', port: 9464 },
        missing: [],
      });
    }
  });

  it('waits longer than a stop takes, and leaves a place to write to that the program’s user owns', () => {
    for (const { stop_grace_period: grace, tmpfs = [] } of apps) {
      expect(Number.parseInt(grace, 10)).toBeGreaterThan(10);
      expect(tmpfs.some((one) => one.startsWith('/app/data:uid=1000,'))).toBe(true);
    }
  });

  it('has a health check at a page that there is', () => {
    const pages = healthRoutes(createHealth(() => 0)).map(({ path }) => path);
    const [, asked = ''] = /\$\{process\.env\.PORT\}(\/[a-z]+)`/.exec(only('HEALTHCHECK')) ?? [];
    expect(pages).toContain(asked);
  });
});

describe('deploy/rotation-desk.service', () => {
  const unit = new Map(
    read('deploy/rotation-desk.service')
      .split('\n')
      .flatMap((line) => {
        const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, value ?? ''] as const];
      }),
  );

  it('starts what npm start does, as a user of its own, and waits longer than a stop takes', () => {
    const [node = '', ...words] = (unit.get('ExecStart') ?? '').split(' ');
    expect(node).toBe(`${unit.get('WorkingDirectory')}/node_modules/.bin/node`);
    expect(words).toEqual(START.slice(1));
    expect(unit.get('User')).toBe('rotation-desk');
    expect(Number(unit.get('TimeoutStopSec'))).toBeGreaterThan(10);
    expect(unit.get('Restart')).toBe('always');
  });

  it('sets variables that there are, within the folder that it may write to', () => {
    expect(unit.get('ProtectSystem')).toBe('strict');
    const set = (unit.get('Environment') ?? '').split(' ').map((one) => one.split('='));
    for (const [name = '', value = ''] of set) {
      expect([...SETTINGS, 'NODE_ENV']).toContain(name);
      if (name.endsWith('_PATH')) expect(value.startsWith(`/var/lib/${unit.get('StateDirectory')}/`)).toBe(true);
    }
  });
});

describe('deploy/nginx.conf', () => {
  const text = read('deploy/nginx.conf');

  it('hands on what Slack and people come to, and keeps the rest to this machine', () => {
    const handed = [...text.matchAll(/location = (\S+) \{ proxy_pass/g)].map(([, path]) => path);
    expect(handed).toEqual(['/slack/events', '/slack/install', REDIRECT_PATH, TOOL_PATH]);
    expect(text).toContain('location / { return 404; }');
  });

  it('asks the processes of compose.yaml', () => {
    const compose = read('compose.yaml');
    const servers = [...text.matchAll(/server (127\.0\.0\.1:\d+)/g)].map(([, at]) => at);
    expect(servers).toHaveLength(2);
    for (const at of servers) expect(compose).toContain(`"${at}:3000"`);
  });
});
