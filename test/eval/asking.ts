import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type Asked, questionFile, type RatecutCase } from './files.ts';
import type { Reply } from './reply.ts';

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

/** Questions and replies for the tests of the judge: a judge that overlooks a wrong number is worse than none. */

export const asked = (parts: Record<string, unknown>): Asked =>
  questionFile({ questions: [{ previous: [], text: 'words', behaviour: 'answer', ...parts }] }).questions[0] as Asked;

export const ratecutCase = (parts: Record<string, unknown>): RatecutCase =>
  questionFile({ questions: [], ratecut: [parts] }).ratecut[0] as RatecutCase;

export const reply = (
  question: Reply['question'],
  answer: Partial<Reply['answer']> = {},
  text = 'a reply',
  blocks: unknown[] = [],
): Reply => ({
  text,
  blocks,
  question,
  answer: { kind: question?.kind ?? 'unclear', figures: [], views: [], sources: [], ...answer },
});

export const figure = (id: string, value: number, unit = '%'): Reply['answer']['figures'][number] => ({
  id,
  value,
  unit,
});

/** What the model says of SmallCap and a cut of 50 bp, and a figure of which nothing is expected. */
export const FIFTY = [
  figure('smallcap.lift', 4.3899579832),
  figure('smallcap.saving', 2.612025, 'US$ m'),
  figure('smallcap.low', 2.9266386),
];

export const fifty = (figures = FIFTY, moveBps = -50): Reply =>
  reply({ kind: 'rate-move', moveBps }, { figures, sources: ['000-2024-09-18'] });
