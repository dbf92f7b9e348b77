import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/topics/questions.ts';
import { ask } from '../answered.ts';

describe('views that need something', () => {
  const voices = (question: Omit<Extract<Question, { kind: 'views' }>, 'kind'>): string[] => {
    const answered = ask({ kind: 'views', ...question });
    return answered.kind === 'views' ? (answered.claims?.shown.map(({ claim }) => claim.voice) ?? []) : [];
  };

  it('finds a soft landing, no recession and a stronger economy as one family, the one asked for first', () => {
    const family = ['Michael Casper', 'J', 'Bank of America', 'Lori Calvasina', 'News wire (unnamed)', 'Tom Stevenson'];
    for (const needs of ['soft landing', 'no recession', 'stronger economy'] as const) {
      expect(voices({ needs }).sort()).toEqual([...family].sort());
    }
    expect(voices({ needs: 'soft landing' })[0]).toBe('Michael Casper');
    expect(voices({ needs: 'no recession' })[0]).toBe('J');
    expect(voices({ needs: 'stronger economy' })[0]).toBe('Lori Calvasina');
  });

  it('narrows other filters, and finds other conditions', () => {
    expect(voices({ needs: 'falling rates' })).toEqual(['Bank of America', 'Tom Stevenson']);
    expect(voices({ needs: 'soft landing', stances: ['bearish'] })).toEqual(['Lori Calvasina']);
    expect(voices({ needs: 'anything', who: ['Mark Hackett'] })).toEqual([]);
    expect(new Set(voices({ needs: 'anything' })).size).toBe(6);
  });

  it('finds how far ahead a view looks', () => {
    expect(new Set(voices({ horizon: 'long term' }))).toEqual(new Set(['J', 'Bank of America', 'UBS']));
    expect(voices({ horizon: 'about a year' })).toContain('David Kostin');
    expect(voices({ horizon: 'near term', stances: ['bullish'] })).toEqual(
      expect.arrayContaining(['J', 'David Kostin']),
    );
  });
});
