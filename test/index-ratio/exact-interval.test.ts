import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactInterval } from '../../src/index-ratio/cycle-study.ts';

describe('the exact interval of a share', () => {
  it.each([
    [3, 8, 8.523, 75.514],
    [0, 8, 0, 36.942],
    [8, 8, 63.058, 100],
    [4, 8, 15.701, 84.299],
    [5, 10, 18.709, 81.291],
  ])('of %i in %i is %d to %d %%, as tables have it', (hits, of, low, high) => {
    expect(exactInterval(hits, of).low).toBeCloseTo(low, 3);
    expect(exactInterval(hits, of).high).toBeCloseTo(high, 3);
  });

  it('holds the share itself, and mirrors when hits and misses change places', () => {
    const cases = fc
      .integer({ min: 1, max: 60 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(cases, ([hits, of]) => {
        const { low, high } = exactInterval(hits, of);
        expect(low).toBeLessThanOrEqual((hits / of) * 100 + 1e-9);
        expect(high).toBeGreaterThanOrEqual((hits / of) * 100 - 1e-9);
        expect(100 - exactInterval(of - hits, of).high).toBeCloseTo(low, 6);
      }),
    );
  });
});
