import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGE_CAP, SMALL_CAP } from '../../src/sensitivity/borrower.ts';
import type { NetIncomeEffect } from '../../src/sensitivity/note-sum.ts';
import { fanOf, tornadoOf } from '../../src/sensitivity/published.ts';
import { effectOf } from '../../src/sensitivity/rate-move.ts';
import { shareForLift } from '../../src/sensitivity/solve.ts';
import { basisPoints, percent, usdMillions } from '../../src/units.ts';

const CUT = basisPoints(-100);
const lift = (effect: NetIncomeEffect): number => (effect.kind === 'lift' ? effect.lift : Number.NaN);

describe('the fan of published floating shares', () => {
  it('has the published values at 100 bp, the note’s own among them', () => {
    const rows = fanOf('small', SMALL_CAP, CUT);
    expect(rows.map(({ share }) => share)).toEqual([30, 33, 36, 45, 51]);
    expect(rows.map(({ effect }) => Number(lift(effect.netIncome).toFixed(2)))).toEqual([5.85, 6.44, 7.02, 8.78, 9.95]);
    expect(rows.find(({ published }) => published === undefined)?.share).toBe(45);
    expect(fanOf('large', LARGE_CAP, CUT).map(({ share }) => share)).toEqual([6, 7, 9, 25]);
  });

  it('is linear in the share and odd in the move', () => {
    const cut = fanOf('small', SMALL_CAP, CUT);
    const hike = fanOf('small', SMALL_CAP, basisPoints(100));
    cut.forEach(({ share, effect }, at) => {
      expect(lift(effect.netIncome) / share).toBeCloseTo(8.779915966 / 45, 9);
      expect(lift(hike[at]?.effect.netIncome as NetIncomeEffect)).toBeCloseTo(-lift(effect.netIncome), 9);
    });
  });
});

describe('which assumption matters most', () => {
  it('ranks the inputs by how far apart their published ends are', () => {
    const bars = tornadoOf('small', SMALL_CAP, CUT);
    expect(bars.map(({ input }) => input)).toEqual(['floating share', 'debt', 'hedged', 'tax']);
    expect(bars.map(({ distance }) => distance)).toEqual([
      expect.closeTo(4.097294, 6),
      expect.closeTo(4.052269, 6),
      expect.closeTo(2.633975, 6),
      expect.closeTo(1.843782, 6),
    ]);
  });

  it('is in dollars where there is no profit, and the same either way', () => {
    const loss = { ...SMALL_CAP, netIncome: usdMillions(-5) };
    const [widest] = tornadoOf('small', loss, CUT);
    // 1,160.9 × 21 % × 1 %
    expect(widest).toMatchObject({ input: 'floating share', distance: expect.closeTo(2.43789, 6) });
    const sizes = (bps: number) => tornadoOf('small', SMALL_CAP, basisPoints(bps)).map(({ distance }) => distance);
    expect(sizes(100)).toEqual(sizes(-100).map((one) => expect.closeTo(one, 9)));
  });
});

describe('the floating share for a wanted lift', () => {
  it('is the lift over that of all debt, and impossible above all of it', () => {
    expect(shareForLift(SMALL_CAP, CUT, percent(10))).toEqual({ kind: 'share', share: expect.closeTo(51.253338, 6) });
    expect(shareForLift(LARGE_CAP, CUT, percent(10))).toMatchObject({
      kind: 'impossible',
      asked: expect.closeTo(192.785754, 6),
    });
    expect(shareForLift(SMALL_CAP, CUT, percent(-5))).toEqual({ kind: 'never' });
    expect(shareForLift(SMALL_CAP, basisPoints(0), percent(5))).toEqual({ kind: 'never' });
    expect(shareForLift({ ...SMALL_CAP, netIncome: usdMillions(0) }, CUT, percent(5))).toEqual({ kind: 'no-profit' });
  });

  it('put into the model brings the lift', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 19, noNaN: true }), (wanted) => {
        const solved = shareForLift(SMALL_CAP, CUT, percent(wanted));
        if (solved.kind !== 'share') throw new Error(solved.kind);
        expect(lift(effectOf({ ...SMALL_CAP, floatingShare: solved.share }, CUT).netIncome)).toBeCloseTo(wanted, 9);
      }),
    );
  });
});
