import { describe, expect, it } from 'vitest';
import { setPaths } from './run-sets.ts';
import { evalSet, isSet, readEvalSet } from './set-file.ts';

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
