import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call } from '../mcp/calling.ts';
import file from './tool-requests.json' with { type: 'json' };
import { readToolRequests, type ToolRequest } from './tool-requests.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The example that the documentation gives of the form. */
const EXAMPLE: unknown = JSON.parse(
  /```json\n(.*?)```/s.exec(readFileSync(resolve(ROOT, 'docs/tool-choice.md'), 'utf8'))?.[1] ?? '',
);

const expectTaken = ({ id, right, alsoFine }: ToolRequest): void => {
  for (const one of [right, ...alsoFine].flat()) {
    expect(call(one.tool, one.arguments), `${id} ${JSON.stringify(one)}`).toMatchObject({ isError: false });
    expect(Object.keys(one.arguments), id).toEqual(expect.arrayContaining(one.fromBefore ?? []));
  }
};

describe('a file of requests for tools', () => {
  it('is read in the form that the documentation shows, and its calls are calls that the tools take', () => {
    const requests = readToolRequests(EXAMPLE);
    expect(requests).toHaveLength(2);
    for (const request of requests) expectTaken(request);
  });

  it('has sixty that tools are chosen by, each call one that its tool takes', () => {
    const requests = readToolRequests(file);
    expect(requests).toHaveLength(60);
    expect(requests.filter(({ right }) => right.length === 0).length).toBeGreaterThanOrEqual(5);
    for (const request of requests) expectTaken(request);
  });

  it.each([
    ['a key that is none', { requests: [{ id: 'T01', says: 'what now', rigth: [] }] }],
    ['an id twice', { requests: [1, 2].map(() => ({ id: 'T01', says: 'what now', right: [] })) }],
    ['no request', { requests: [] }],
  ])('with %s is refused', (_, file) => {
    expect(() => readToolRequests(file)).toThrow();
  });
});
