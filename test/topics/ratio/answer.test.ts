import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../../src/facts/facts.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import { isoInstant } from '../../../src/units.ts';
import { inverseWords } from '../../../src/wording/closes.ts';
import { ask, close, notesIn, numbers } from '../answered.ts';

describe('the ratio', () => {
  it('is what the notes print, beside the record', () => {
    const answered = ask({ kind: 'ratio' });
    expect(numbers(answered)).toMatchObject({
      'ratio.level': 0.4,
      'ratio.change': close(11.111111),
      'ratio.inverse': close(2.5),
      'record.ratio-2020': close(0.525778),
      '002-ratio-2020': 0.6,
    });
    expect(notesIn(answered)).toEqual(['002']);
  });

  it('says by how much the Russell 2000 must lead to reach a level', () => {
    expect(numbers(ask({ kind: 'ratio', to: 0.6 }))).toMatchObject({
      'ratio.target': 0.6,
      'ratio.outperformance': close(50),
      'ratio.outperformance.recorded': close(45.729246),
    });
    expect(numbers(ask({ kind: 'ratio', to: 0.3 }))).toMatchObject({ 'ratio.outperformance': close(-25) });
  });

  const plain = (ratio: number, had?: number): string => inverseWords(ratio, had).replaceAll('\u00a0', ' ');

  it('says which way up a number is that somebody has', () => {
    expect(plain(0.374)).toBe('S&P 500 ÷ Russell 2000 is 1 ÷ 0.374 = 2.674');
    expect(plain(0.374, 2.67)).toBe('2.67 is the other way up: S&P 500 ÷ Russell 2000 is 1 ÷ 0.374 = 2.674');
    expect(plain(0.374, 0.37)).toBe('0.37 is Russell 2000 ÷ S&P 500, 0.374; the other way up 1 ÷ 0.374 = 2.674');
    expect(plain(0.374, 3.1)).toBe(
      '3.1 is neither: Russell 2000 ÷ S&P 500 is 0.374, the other way up 1 ÷ 0.374 = 2.674',
    );
    expect(asPlainText(render(ask({ kind: 'ratio', had: 2.5 })))).toContain('2.5 is the other way up');
    expect(asPlainText(render(ask({ kind: 'ratio', inverse: true })))).toContain('1 ÷ 0.400 = 2.500');
  });

  it('is not known before the first reading', () => {
    const early = answer({ kind: 'ratio', to: 0.6 }, shippedFacts(isoInstant('2019-01-01T00:00:00Z')));
    expect(early).toMatchObject({ figures: [], rows: [], sources: [] });
  });
});
