import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../../src/facts/facts.ts';
import { answer } from '../../../src/topics/registry.ts';
import { isoInstant } from '../../../src/units.ts';
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

  it('is not known before the first reading', () => {
    const early = answer({ kind: 'ratio', to: 0.6 }, shippedFacts(isoInstant('2019-01-01T00:00:00Z')));
    expect(early).toMatchObject({ figures: [], rows: [], sources: [] });
  });
});
