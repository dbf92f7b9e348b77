import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';

const ROOT = resolve(import.meta.dirname, '..', '..');

export interface Request {
  readonly text: string;
  /** Requests of one thread know what was said before in it. */
  readonly thread: string;
}

/**
 * Asks everything of one terminal process, the same way for everybody outside: one request a line, one reply a line.
 * Nothing is waited for in between, so that a thousand questions take seconds. `market` is what MARKET_DATA says, `more` are further options.
 */
export const ask = async (
  requests: readonly Request[],
  now: string,
  market = 'off',
  more: readonly string[] = [],
): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [join(ROOT, 'src', 'console.ts'), '--json', '--now', now, ...more], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, MARKET_DATA: market },
  });
  const ended = once(child, 'close');
  // a process that ends early is told by the number of its replies
  child.stdin.on('error', () => undefined);
  child.stdin.end(requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) lines.push(line);
  await ended;
  if (lines.length !== requests.length) {
    const unanswered = requests[lines.length]?.text ?? '';
    throw new Error(`${requests.length} requests brought ${lines.length} replies; none to: ${unanswered}`);
  }
  return lines;
};
