import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from './doubles/temporary.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCES = { version: join(ROOT, 'src/node-version.js'), file: join(ROOT, 'src/env-file.ts') };
const PRINTS = 'console.log(JSON.stringify([process.env.PORT, process.env.LOG_LEVEL]))';

/** Runs a program with these loaded before it, in a folder of its own. */
const run = (
  before: readonly string[],
  options: { readonly file?: string; readonly env?: Record<string, string> } = {},
) => {
  const folder = temporaryFolder(onTestFinished);
  if (options.file !== undefined) writeFileSync(join(folder, '.env'), options.file);
  const imports = before.flatMap((one) => ['--import', one]);
  const { status, stdout, stderr } = spawnSync(process.execPath, [...imports, '-e', PRINTS], {
    cwd: folder,
    env: options.env ?? {},
    encoding: 'utf8',
  });
  return { status, stdout: stdout.trim(), stderr };
};

describe('.env', () => {
  it('is read where it is there, below what the environment says', () => {
    const file = 'PORT=3001\nLOG_LEVEL=warn\n';
    expect(run([SOURCES.file], { file, env: { PORT: '3002' } })).toEqual({
      ...{ status: 0, stderr: '' },
      stdout: '["3002","warn"]',
    });
  });

  it('is not missed, not in a word, where it is not there', () => {
    expect(run([SOURCES.file])).toEqual({ status: 0, stdout: '[null,null]', stderr: '' });
  });

  it('may send what goes out through a proxy', () => {
    const file = 'NODE_USE_ENV_PROXY=1\nHTTP_PROXY=http://127.0.0.1:9\n';
    const asks =
      "data:text/javascript,await fetch('http://192.0.2.1').catch(({cause}) => console.error(cause.code, cause.port))";
    expect(run([SOURCES.file, asks], { file }).stderr).toBe('ECONNREFUSED 9\n');
  });

  it.each(['NODE_OPTIONS=--use-system-ca', 'NODE_EXTRA_CA_CERTS=/etc/ours.pem'])(
    'stops at %s, for which it is too late',
    (file) => {
      const [name] = file.split('=');
      const said = `${name} cannot stand in .env, which Node reads too late for it. Set it where npm start is called.\n`;
      expect(run([SOURCES.file], { file })).toEqual({ status: 1, stdout: '', stderr: said });
      expect(run([SOURCES.file], { file: `${name}=\n` }).status).toBe(0);
    },
  );

  it('says that it cannot be read', () => {
    const folder = temporaryFolder(onTestFinished);
    mkdirSync(join(folder, '.env'));
    const { status, stderr } = spawnSync(process.execPath, ['--import', SOURCES.file, '-e', PRINTS], {
      ...{ cwd: folder, env: {}, encoding: 'utf8' },
    });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: ".env is there and cannot be read: it may be a folder, or another user's.\n",
    });
  });
});

describe('the version of Node', () => {
  const as = (version: string): string =>
    `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'${version}'}})`;

  it.each(['18.20.4', '20.20.2', '22.19.0'])('is refused in words where it is %s', (version) => {
    const { status, stdout, stderr } = run([as(version), SOURCES.version]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(`Rotation Desk needs Node 22.20 or later; this is ${version}. npm ci brings Node 24 along`);
  });

  it.each(['22.20.0', '24.0.0', '26.1.0'])('will do where it is %s', (version) => {
    expect(run([as(version), SOURCES.version])).toMatchObject({ status: 0, stderr: '' });
  });

  it('is looked at before every program that npm runs, and is the one that package.json names', () => {
    const { scripts, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
      readonly engines: { readonly node: string };
    };
    expect(readFileSync(SOURCES.version, 'utf8')).toContain(`[${engines.node.replace('>=', '').replace('.', ', ')}]`);
    const programs = Object.values(scripts).filter((script) => /\bsrc\/\w+\.ts\b/.test(script));
    expect(programs.length).toBeGreaterThan(4);
    for (const script of programs) expect(script).toMatch(/^node --import \.\/src\/node-version\.js /);
  });
});
