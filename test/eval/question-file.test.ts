import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATEGORIES } from './mapping.ts';
import { questionFile, readQuestionFile } from './question-file.ts';

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
