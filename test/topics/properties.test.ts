import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../src/facts/facts.ts';
import type { Message } from '../../src/message/block-kit.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { asPlainText, asSections } from '../../src/message/plain-text.ts';
import { renderTurn } from '../../src/surface/answer-turn.ts';
import { answerUnclear } from '../../src/surface/not-understood.ts';
import { withAsker, withShare } from '../../src/surface/reply-buttons.ts';
import { QuestionSchema } from '../../src/topics/questions.ts';
import { answer } from '../../src/topics/registry.ts';
import { LANGUAGES, type Unclear } from '../../src/topics/turn.ts';
import { isoInstant } from '../../src/units.ts';
import { anyQuestion, anyFacts as facts } from './arbitraries.ts';

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

const headerOf = ({ blocks }: Message): string => {
  const [first] = blocks;
  return first?.type === 'header' ? first.text.text : '';
};

const spoken = (words: string): string =>
  words
    .replaceAll('\u00a0', ' ')
    .replaceAll(' ÷ ', ' over ')
    .replace(/(?<=[\d%])–(?=[\d+$−])/g, ' to ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

describe('every question', () => {
  it('is rendered as a message that Slack takes, in blocks, in sections, shared and with who asked', () => {
    fc.assert(
      fc.property(anyQuestion, facts, (question, at) => {
        const message = renderTurn(answer(question, at));
        for (const one of [message, asSections(message), withAsker(message, '<@U123>'), withShare(message, question)]) {
          expect(messageProblems(one)).toEqual([]);
        }
        expect(asPlainText(message)).not.toMatch(/NaN|undefined|Infinity|\u00a0/);
      }),
      { numRuns: 1_500 },
    );
  });

  it('begins with its header, word for word, and offers only questions that can be asked', () => {
    fc.assert(
      fc.property(anyQuestion, facts, (question, at) => {
        const message = renderTurn(answer(question, at));
        expect(message.text.startsWith(spoken(headerOf(message)))).toBe(true);
        for (const { elements } of message.blocks.filter((block) => block.type === 'actions')) {
          for (const { value } of elements) expect(() => QuestionSchema.parse(JSON.parse(value))).not.toThrow();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says that nothing is advice wherever a figure or a view is shown', () => {
    fc.assert(
      fc.property(anyQuestion, facts, (question, at) => {
        const answered = answer(question, at);
        if (answered.figures.length + answered.views.length === 0) return;
        expect(renderTurn(answered).text).toContain('Not investment advice');
      }),
      { numRuns: 500 },
    );
  });

  it('is rendered the same way twice', () => {
    fc.assert(
      fc.property(anyQuestion, facts, (question, at) => {
        expect(renderTurn(answer(question, at))).toEqual(renderTurn(answer(question, at)));
      }),
    );
  });
});

describe('words that were not understood', () => {
  const named = fc.array(fc.record({ name: fc.string({ minLength: 1, maxLength: 90 }), question: anyQuestion }), {
    maxLength: 4,
  });
  const unclear = fc.oneof(
    fc.record({ reason: fc.constant('which' as const), readings: named }),
    fc.record({ reason: fc.constant('language' as const), language: fc.constantFrom(...LANGUAGES), nearest: named }),
    fc.record({ reason: fc.constant('not-understood' as const), words: fc.string({ minLength: 1, maxLength: 120 }) }),
  );

  it('get a message that Slack takes, whatever they were', () => {
    fc.assert(
      fc.property(unclear, (reason) => {
        const at = shippedFacts(isoInstant('2026-11-20T14:30:00Z'));
        const message = renderTurn(answerUnclear({ kind: 'unclear', ...reason } as Unclear, at));
        expect(messageProblems(message)).toEqual([]);
        expect(messageProblems(asSections(message))).toEqual([]);
      }),
    );
  });
});
