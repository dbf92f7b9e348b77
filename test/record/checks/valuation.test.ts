import { describe, expect, it } from 'vitest';
import { discountOf } from '../../../src/record/checks/valuation.ts';

describe('the discount of one multiple to another', () => {
  it('of 18 to 22 is 18.181818 %, of 28 to 22 a premium of 27.272727 %', () => {
    expect(discountOf(18, 22)).toBeCloseTo(18.181818, 6);
    expect(discountOf(28, 22)).toBeCloseTo(-27.272727, 6);
  });
});
