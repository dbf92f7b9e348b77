import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call } from '../mcp/calling.ts';
import {
  evalSet,
  isSet,
  questionFile,
  readEvalSet,
  readQuestionFile,
  readToolRequests,
  type ToolRequest,
} from './files.ts';
import { CATEGORIES } from './mapping.ts';
import { setPaths } from './run-sets.ts';
import file from './tool-requests.json' with { type: 'json' };

describe('the sets', () => {
  it.each(setPaths())('%s is read, names no conversation twice and says which set it is', (path) => {
    const { set, conversations } = readEvalSet(path);
    const ids = conversations.map(({ id }) => id);
    expect(isSet(path)).toBe(true);
    expect(path.endsWith(`set-${set}.json`)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are found', () => {
    expect(setPaths().length).toBeGreaterThan(1);
  });
});

describe('a set', () => {
  const turn = { text: 'x', gold: { behaviour: 'answer' } };
  const holding = (parts: Record<string, unknown>) => ({
    set: 'X',
    conversations: [{ id: 'X01', turns: [turn], ...parts }],
  });

  it('is about no closes where it does not say so', () => {
    expect(evalSet(holding({})).conversations[0]?.market).toBe('off');
  });

  it('is refused where a key is misspelt or a behaviour unknown', () => {
    expect(() => evalSet(holding({ trun: [] }))).toThrow(/trun/);
    expect(() => evalSet(holding({ turns: [{ text: 'x', gold: { behaviour: 'guess' } }] }))).toThrow(/behaviour/);
  });
});

const { questions, ratecut } = readQuestionFile(join(import.meta.dirname, 'questions.json'));

describe("the project's own questions", () => {
  it('leave no category out', () => {
    expect(CATEGORIES.filter((one) => !questions.some(({ category }) => category === one))).toEqual([]);
    expect(ratecut.length).toBeGreaterThan(0);
  });

  it('ask nothing twice', () => {
    const all = questions.map(({ previous, text }) => [...previous, text].join('\n'));
    expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
  });

  it('expect something of every answer', () => {
    const empty = questions.filter(
      ({ behaviour, category, cites, facts, numbers, mustSay }) =>
        behaviour === 'answer' && category === undefined && cites.length + facts.length === 0 && !numbers && !mustSay,
    );
    expect(empty).toEqual([]);
  });
});

describe('a question file', () => {
  it('is refused where a key is misspelt or a behaviour unknown', () => {
    const question = { previous: [], text: 'x', behaviour: 'answer' };
    expect(() => questionFile({ questions: [{ ...question, nubmers: {} }] })).toThrow(/nubmers/);
    expect(() => questionFile({ questions: [{ ...question, behaviour: 'guess' }] })).toThrow(/behaviour/);
  });
});

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
