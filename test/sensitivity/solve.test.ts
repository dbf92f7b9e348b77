import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Borrower, LARGE_CAP, SMALL_CAP } from '../../src/sensitivity/borrower.ts';
import {
  breakEvenEbitdaChange,
  effectOf,
  factorRatios,
  type LiftFactors,
  liftFactorsOf,
  liftRatio,
} from '../../src/sensitivity/rate-move.ts';
import { moveForLift, moveForSaving, type SolvedMove } from '../../src/sensitivity/solve.ts';
import { basisPoints, multiple, percent, usdMillions } from '../../src/units.ts';

const sizeOf = (solved: SolvedMove): number => {
  if (solved.kind !== 'move') throw new Error(solved.kind);
  return solved.move;
};

const borrowers: fc.Arbitrary<Borrower> = fc
  .record({
    ebitda: fc.double({ min: 1, max: 100_000, noNaN: true }),
    netIncome: fc.double({ min: 1, max: 50_000, noNaN: true }),
    debtToEbitda: fc.double({ min: 0.1, max: 20, noNaN: true }),
    floatingShare: fc.double({ min: 1, max: 100, noNaN: true }),
    rate: fc.double({ min: 0.5, max: 20, noNaN: true }),
  })
  .map(({ ebitda, netIncome, debtToEbitda, floatingShare, rate }) => ({
    name: 'Any',
    ebitda: usdMillions(ebitda),
    netIncome: usdMillions(netIncome),
    debtToEbitda: multiple(debtToEbitda),
    floatingShare: percent(floatingShare),
    rate: percent(rate),
  }));

describe('the move for a wanted saving', () => {
  it('is the saving over the floating debt, a cut for less interest and a hike for more', () => {
    expect(sizeOf(moveForSaving(SMALL_CAP, usdMillions(5)))).toBeCloseTo(-95.711182, 6);
    expect(sizeOf(moveForSaving(SMALL_CAP, usdMillions(-5)))).toBeCloseTo(95.711182, 6);
    expect(sizeOf(moveForSaving(LARGE_CAP, usdMillions(17.7399)))).toBeCloseTo(-100, 9);
  });

  it('of nothing is no move, whatever the borrower', () => {
    expect(moveForSaving({ ...SMALL_CAP, floatingShare: percent(0) }, usdMillions(0))).toEqual({
      kind: 'move',
      move: 0,
    });
  });

  it('does not exist where no debt floats, or next to none', () => {
    for (const floatingShare of [0, 1e-320]) {
      expect(moveForSaving({ ...SMALL_CAP, floatingShare: percent(floatingShare) }, usdMillions(5))).toEqual({
        kind: 'no-floating-debt',
      });
    }
  });
});

describe('the move for a wanted lift', () => {
  it('of 10 % is a cut of 113.896307 bp for SmallCap', () => {
    expect(sizeOf(moveForLift(SMALL_CAP, percent(10)))).toBeCloseTo(-113.896307, 6);
  });

  it('of 10 % is out of reach for LargeCap: its rate is zero from 400 bp, which brings 1.867358 %', () => {
    expect(moveForLift(LARGE_CAP, percent(10))).toMatchObject({
      kind: 'floor-first',
      unfloored: expect.closeTo(-2_142.063935, 6),
      floorAt: -400,
      by: 'own rate',
      most: { saving: expect.closeTo(70.9596, 9), netIncome: { kind: 'lift', lift: expect.closeTo(1.867358, 6) } },
    });
  });

  it('ends where the Fed’s rate is zero: 20 % is out of reach for SmallCap at a range up to 2 %', () => {
    expect(moveForLift(SMALL_CAP, percent(20), percent(2))).toMatchObject({
      kind: 'floor-first',
      floorAt: -200,
      by: 'base rate',
      most: { saving: expect.closeTo(10.4481, 9) },
    });
  });

  it('adds what a loan floor takes of a hike', () => {
    const floored = { ...SMALL_CAP, loanFloor: percent(5) };
    const asked = moveForLift(floored, percent(-4.38995798319), percent(4));
    expect(asked).toMatchObject({ kind: 'move', move: expect.closeTo(150, 6) });
  });

  it('may reach exactly to the floor', () => {
    const { netIncome } = effectOf(SMALL_CAP, basisPoints(-600));
    if (netIncome.kind !== 'lift') return expect.unreachable();
    expect(sizeOf(moveForLift(SMALL_CAP, percent(Number(netIncome.lift.toFixed(9)))))).toBeCloseTo(-600, 6);
  });

  it('knows no floor for a hike', () => {
    expect(sizeOf(moveForLift(LARGE_CAP, percent(-10)))).toBeCloseTo(2_142.063935, 6);
  });

  it('does not exist without a profit, even for no change', () => {
    for (const netIncome of [0, -10]) {
      const without = { ...SMALL_CAP, netIncome: usdMillions(netIncome) };
      expect(moveForLift(without, percent(10))).toEqual({ kind: 'no-profit' });
      expect(moveForLift(without, percent(0))).toEqual({ kind: 'no-profit' });
    }
  });
});

describe('solving and moving undo one another', () => {
  it('the solved move lifts net income by exactly the target, or the target lies past the floor', () => {
    fc.assert(
      fc.property(borrowers, fc.double({ min: -500, max: 500, noNaN: true }), (borrower, target) => {
        const solved = moveForLift(borrower, percent(target));
        if (solved.kind === 'floor-first') {
          const { netIncome } = solved.most;
          expect(netIncome.kind === 'lift' && netIncome.lift < target).toBe(true);
          return;
        }
        const { netIncome } = effectOf(borrower, basisPoints(sizeOf(solved)));
        if (netIncome.kind !== 'lift') throw new Error('no profit to lift');
        expect(Math.abs(netIncome.lift - target)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(target)));
      }),
    );
  });

  it('the solved move saves exactly the target', () => {
    fc.assert(
      fc.property(borrowers, fc.double({ min: -1_000, max: 1_000, noNaN: true }), (borrower, target) => {
        const solved = moveForSaving(borrower, usdMillions(target));
        if (solved.kind === 'floor-first') {
          expect(solved.most.saving).toBeLessThan(target);
          return;
        }
        const { saving } = effectOf(borrower, basisPoints(sizeOf(solved)));
        expect(Math.abs(saving - target)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(target)));
      }),
    );
  });
});

const product = ({ leverage, floating, ebitdaToNetIncome }: LiftFactors): number =>
  leverage * floating * ebitdaToNetIncome;

describe('the factors of a lift', () => {
  it('are leverage, floating share and EBITDA over net income', () => {
    expect(liftFactorsOf(SMALL_CAP)).toEqual({
      leverage: 6.5,
      floating: 0.45,
      ebitdaToNetIncome: expect.closeTo(3.001681, 6),
    });
    expect(liftFactorsOf({ ...SMALL_CAP, netIncome: usdMillions(0) })).toBeUndefined();
  });

  it('times the fall in the rate make the lift', () => {
    fc.assert(
      fc.property(borrowers, (borrower) => {
        const factors = liftFactorsOf(borrower);
        const { netIncome } = effectOf(borrower, basisPoints(-25));
        if (factors === undefined || netIncome.kind !== 'lift') throw new Error('no profit to lift');
        expect(Math.abs(product(factors) * 0.25 - netIncome.lift)).toBeLessThanOrEqual(1e-9 * netIncome.lift);
      }),
    );
  });

  it('compare as 2.826087 × 5 × 1.330967, which is the ratio of the lifts', () => {
    const [small, large] = [liftFactorsOf(SMALL_CAP), liftFactorsOf(LARGE_CAP)];
    if (!small || !large) throw new Error('no factors');
    const ratios = factorRatios(small, large);
    expect(ratios).toEqual({
      leverage: expect.closeTo(2.826087, 6),
      floating: expect.closeTo(5, 9),
      ebitdaToNetIncome: expect.closeTo(1.330967, 6),
    });
    const ratio = liftRatio(effectOf(SMALL_CAP, basisPoints(-50)), effectOf(LARGE_CAP, basisPoints(-50)));
    expect(ratios && product(ratios)).toBeCloseTo(ratio ?? 0, 9);
    expect(factorRatios(small, { ...large, floating: multiple(0) })).toBeUndefined();
  });
});

describe('what undoes a move', () => {
  it('is an EBITDA fall of 2.925 % at SmallCap and 0.207 % at LargeCap after 100 bp', () => {
    expect(breakEvenEbitdaChange(effectOf(SMALL_CAP, basisPoints(-100)))).toBeCloseTo(-2.925, 9);
    expect(breakEvenEbitdaChange(effectOf(LARGE_CAP, basisPoints(-100)))).toBeCloseTo(-0.207, 9);
    expect(breakEvenEbitdaChange(effectOf(SMALL_CAP, basisPoints(100)))).toBeCloseTo(2.925, 9);
  });

  it('is nothing for a hold', () => {
    expect(breakEvenEbitdaChange(effectOf(SMALL_CAP, basisPoints(0)))).toBe(0);
  });
});

describe('the move for a wanted lift, with more counted than the note does', () => {
  const refined = fc
    .record({
      cash: fc.double({ min: 0, max: 300, noNaN: true }),
      hedgedShare: fc.double({ min: 0, max: 40, noNaN: true }),
      passThrough: fc.double({ min: 70, max: 100, noNaN: true }),
      taxRate: fc.double({ min: 0, max: 40, noNaN: true }),
      isCapped: fc.boolean(),
    })
    .map(
      ({ cash, hedgedShare, passThrough, taxRate, isCapped }): Borrower => ({
        ...SMALL_CAP,
        cash: usdMillions(cash * 0.5),
        hedgedShare: percent(hedgedShare),
        passThrough: percent(passThrough),
        taxRate: percent(taxRate),
        ...(isCapped && { interestCap: percent(30) }),
      }),
    );

  it('put into the model brings the lift, either way', () => {
    fc.assert(
      fc.property(refined, fc.double({ min: -20, max: 20, noNaN: true }), (borrower, lift) => {
        const solved = moveForLift(borrower, percent(lift));
        if (solved.kind === 'floor-first') return;
        const { netIncome } = effectOf(borrower, basisPoints(sizeOf(solved)));
        expect(netIncome).toEqual({ kind: 'lift', lift: expect.closeTo(lift, 9) });
      }),
    );
  });

  it('is larger after tax: 113.896307 ÷ 0.79', () => {
    expect(sizeOf(moveForLift({ ...SMALL_CAP, taxRate: percent(21) }, percent(10)))).toBeCloseTo(-144.17254, 6);
    expect(moveForLift({ ...LARGE_CAP, taxRate: percent(21) }, percent(10), percent(4))).toMatchObject({
      kind: 'floor-first',
      unfloored: expect.closeTo(-2_711.47334, 4),
      floorAt: -400,
    });
  });

  it('needs more where less reprices', () => {
    expect(sizeOf(moveForSaving({ ...SMALL_CAP, hedgedShare: percent(30) }, usdMillions(5)))).toBeCloseTo(
      -136.73026,
      6,
    );
  });
});
