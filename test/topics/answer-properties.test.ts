import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/topics/registry.ts';
import { anyFacts as facts } from './any-facts.ts';
import { anyQuestion } from './any-question.ts';

describe('an answer of any kind', () => {
  it('states finite numbers only, each under one id, with unit, label and source', () => {
    fc.assert(
      fc.property(anyQuestion, facts, (question, at) => {
        const { figures } = answer(question, at);
        expect(figures.map(({ id }) => id)).toEqual([...new Set(figures.map(({ id }) => id))]);
        for (const { value, unit, label, source } of figures) {
          expect(Number.isFinite(value)).toBe(true);
          expect(Object.is(value, -0)).toBe(false);
          for (const words of [unit, label, source]) expect(words.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('names a source wherever it states a figure or a view, each once', () => {
    fc.assert(
      fc.property(anyQuestion, facts, (question, at) => {
        const { figures, views, sources } = answer(question, at);
        if (figures.length + views.length > 0) expect(sources.length).toBeGreaterThan(0);
        expect(sources).toEqual([...new Set(sources)]);
        expect(sources.every((source) => source.length > 0)).toBe(true);
        for (const { note } of views) expect(sources).toContain(note);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same for the same question, and leaves question and facts as they were', () => {
    fc.assert(
      fc.property(anyQuestion, facts, (question, at) => {
        const [asked, known] = [JSON.stringify(question), JSON.stringify(at)];
        expect(answer(question, at)).toEqual(answer(question, at));
        expect([JSON.stringify(question), JSON.stringify(at)]).toEqual([asked, known]);
      }),
      { numRuns: 200 },
    );
  });
});
