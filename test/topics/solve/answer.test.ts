import { describe, expect, it } from 'vitest';
import { ask, close, numbers } from '../answered.ts';

describe('the move for a wanted change', () => {
  it('is stated for both companies, with the floor where it is out of reach', () => {
    expect(numbers(ask({ kind: 'solve', target: { of: 'lift', percent: 10 } }))).toEqual({
      target: 10,
      'smallcap.move': close(-113.896307),
      'smallcap.lift': close(10),
      'smallcap.saving': close(5.95),
      'largecap.move': close(-2_142.063935),
      'largecap.floor': -400,
      'largecap.most.lift': close(1.867358),
      'largecap.most.saving': close(70.9596),
    });
  });

  it('is stated for one company where one was asked about, and beyond the range in full', () => {
    const only = ask({ kind: 'solve', only: 'small', target: { of: 'saving', millions: 5 } });
    expect(numbers(only)).toMatchObject({ target: 5, 'smallcap.move': close(-95.711182) });
    expect(Object.keys(numbers(only)).filter((id) => id.startsWith('largecap'))).toEqual([]);
    const far = ask({ kind: 'solve', target: { of: 'lift', percent: -60 } });
    if (far.kind !== 'solve') return expect.unreachable();
    expect(far.solved.large).toMatchObject({ isBeyondRange: true });
    expect(far.solved.large).not.toHaveProperty('steps');
  });
});
