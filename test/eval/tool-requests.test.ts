import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { questionOf } from '../mcp/calling.ts';
import { readToolRequests } from './tool-requests.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The example that the documentation gives of the form. */
const EXAMPLE: unknown = JSON.parse(
  /```json\n(.*?)```/s.exec(readFileSync(resolve(ROOT, 'docs/tool-choice.md'), 'utf8'))?.[1] ?? '',
);

describe('a file of requests for tools', () => {
  it('is read in the form that the documentation shows, and its calls are calls that the tools take', () => {
    const requests = readToolRequests(EXAMPLE);
    expect(requests).toHaveLength(2);
    for (const { right, alsoFine } of requests) {
      for (const call of [...right, ...alsoFine]) {
        expect(questionOf(call.tool, call.arguments), JSON.stringify(call)).toMatchObject({ kind: expect.any(String) });
      }
    }
  });

  it.each([
    ['a key that is none', { requests: [{ id: 'T01', says: 'what now', rigth: [] }] }],
    ['an id twice', { requests: [1, 2].map(() => ({ id: 'T01', says: 'what now', right: [] })) }],
    ['no request', { requests: [] }],
  ])('with %s is refused', (_, file) => {
    expect(() => readToolRequests(file)).toThrow();
  });
});
