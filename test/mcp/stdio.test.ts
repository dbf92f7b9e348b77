import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../doubles/temporary.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface Ended {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly said: string;
  /** What was written to the folder it ran in. */
  readonly files: readonly string[];
}

/** Runs the server over what a client writes, until that ends. */
const served = async (messages: readonly object[], env: Readonly<Record<string, string>> = {}): Promise<Ended> => {
  const folder = temporaryFolder(onTestFinished);
  const child = spawn(process.execPath, [join(ROOT, 'src/mcp.ts')], {
    cwd: folder,
    env: { NODE_COMPILE_CACHE: resolve(ROOT, 'node_modules/.cache/e2e'), ...env },
  });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const [out, said] = [text(child.stdout), text(child.stderr)];
  child.stdin.end(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
  const [code] = await exit;
  const lines = (await out).split('\n').filter((line) => line !== '');
  return { code, lines, said: await said, files: readdirSync(folder) };
};

const request = (id: number, method: string, params: object) => ({ jsonrpc: '2.0', id, method, params });
const INITIALIZE = request(1, 'initialize', {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'test', version: '1' },
});
const INITIALIZED = { jsonrpc: '2.0', method: 'notifications/initialized' };
const call = (id: number, name: string, args: object = {}) => request(id, 'tools/call', { name, arguments: args });

describe('the tools on standard input and output', () => {
  it('write nothing but JSON-RPC, and end with their input; no network, token or file is needed', async () => {
    const wrong = call(4, 'rate_move', { direction: 'sideways' });
    const calls = [call(2, 'rate_move', { direction: 'cut', sizeBps: 50 }), call(3, 'morning_brief'), wrong];
    const { code, lines, said, files } = await served([INITIALIZE, INITIALIZED, ...calls, call(5, 'nothing')]);
    expect({ code, said, files }).toEqual({ code: 0, said: '', files: [] });
    const answers = lines.map((line) => JSON.parse(line) as { jsonrpc: string; id: number });
    expect(answers.map(({ jsonrpc, id }) => [jsonrpc, id])).toEqual([1, 2, 3, 4, 5].map((id) => ['2.0', id]));
  });

  it('take MARKET_DATA as the bot does', async () => {
    const { lines } = await served([INITIALIZE, INITIALIZED, call(2, 'index_ratio')], { MARKET_DATA: 'synthetic' });
    expect(lines[1]).toContain('Synthetic data');
  });

  it('say on standard error what is wrong with a setting, and nothing on standard output', async () => {
    const { code, lines, said } = await served([INITIALIZE], { MARKET_DATA: 'nonsense' });
    expect({ code, lines }).toEqual({ code: 1, lines: [] });
    expect(said).toMatch(/^MARKET_DATA must be/);
  });
});
