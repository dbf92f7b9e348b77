import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Borrower, LARGE_CAP, SMALL_CAP } from '../../src/sensitivity/borrower.ts';
import {
  afterTax,
  deepestCut,
  effectOf,
  liftRange,
  liftRatio,
  owesMoreThanItEarns,
  publishedLiftRatio,
  turnsToLoss,
} from '../../src/sensitivity/rate-move.ts';
import { basisPoints, multiple, percent, usdMillions } from '../../src/units.ts';

const lift = (borrower: Borrower, bps: number): number => {
  const { netIncome } = effectOf(borrower, basisPoints(bps));
  if (netIncome.kind !== 'lift') throw new Error('no profit to lift');
  return netIncome.lift;
};
const saving = (borrower: Borrower, bps: number): number => effectOf(borrower, basisPoints(bps)).saving;

describe('the model of note 000', () => {
  // Note 000, "Debt Sensitivity Dynamics", steps 1 to 4, as printed there
  it('walks through every printed step for SmallCap at 100 bp', () => {
    const effect = effectOf(SMALL_CAP, basisPoints(-100));
    expect(effect.totalDebt).toBeCloseTo(1160.9, 6);
    expect(effect.floatingDebt).toBeCloseTo(522.4, 1);
    expect(effect.fixedDebt).toBeCloseTo(638.5, 1);
    expect(effect.before.floating).toBeCloseTo(31.344, 2);
    expect(effect.before.fixed).toBeCloseTo(38.31, 2);
    expect(effect.before.total).toBeCloseTo(69.654, 6);
    expect(effect.floatingRateAfter).toBe(5);
    expect(effect.after.floating).toBeCloseTo(26.12, 2);
    expect(effect.after.total).toBeCloseTo(64.43, 2);
    expect(effect.saving).toBeCloseTo(5.224, 3);
  });

  it('walks through every printed step for LargeCap at 100 bp', () => {
    const effect = effectOf(LARGE_CAP, basisPoints(-100));
    expect(effect.totalDebt).toBeCloseTo(19_711, 6);
    expect(effect.floatingDebt).toBeCloseTo(1_774, 1);
    expect(effect.fixedDebt).toBeCloseTo(17_937, 1);
    expect(effect.before.total).toBeCloseTo(788.44, 6);
    expect(effect.after.floating).toBeCloseTo(53.22, 2);
    expect(effect.after.total).toBeCloseTo(770.7, 1);
    expect(effect.saving).toBeCloseTo(17.74, 2);
  });

  it.each([
    [-50, 2.612025, 4.389958, 8.86995, 0.23342],
    [-100, 5.22405, 8.779916, 17.7399, 0.466839],
    [-200, 10.4481, 17.559832, 35.4798, 0.933679],
    [25, -1.3060125, -2.194979, -4.434975, -0.11671],
    [-600, 31.3443, 52.679496, 70.9596, 1.867358],
  ])('gives a move of %i bp in full precision', (bps, smallSaving, smallLift, largeSaving, largeLift) => {
    expect(saving(SMALL_CAP, bps)).toBeCloseTo(smallSaving, 9);
    expect(lift(SMALL_CAP, bps)).toBeCloseTo(smallLift, 6);
    expect(saving(LARGE_CAP, bps)).toBeCloseTo(largeSaving, 9);
    expect(lift(LARGE_CAP, bps)).toBeCloseTo(largeLift, 6);
  });

  it('agrees with the four percentages the note prints, but for its own slip of 17.55', () => {
    expect(lift(SMALL_CAP, -100).toFixed(2)).toBe('8.78');
    expect(lift(LARGE_CAP, -100).toFixed(2)).toBe('0.47');
    expect(lift(SMALL_CAP, -200).toFixed(2)).toBe('17.56');
    expect(lift(LARGE_CAP, -200).toFixed(2)).toBe('0.93');
  });

  it('covers interest 2.564103 times before and more after a cut', () => {
    const effect = effectOf(SMALL_CAP, basisPoints(-50));
    expect(effect.coverageBefore).toBeCloseTo(178.6 / 69.654, 9);
    expect(effect.coverageAfter).toBeCloseTo(178.6 / (69.654 - 2.612025), 9);
  });

  it("puts SmallCap's lift at 18.807141 times LargeCap's, at any size", () => {
    for (const bps of [-25, -100, 50]) {
      const ratio = liftRatio(effectOf(SMALL_CAP, basisPoints(bps)), effectOf(LARGE_CAP, basisPoints(bps)));
      expect(ratio).toBeCloseTo(18.807141, 6);
    }
  });

  it('has no ratio of lifts for a hold', () => {
    expect(liftRatio(effectOf(SMALL_CAP, basisPoints(0)), effectOf(LARGE_CAP, basisPoints(0)))).toBeUndefined();
  });

  // floating shares published by others, 100 bp before tax: 5.85 (30 %), 7.02 (36), 8.00 (41), 9.95 (51)
  it.each([
    [30, 5.85],
    [36, 7.02],
    [41, 8.0],
    [51, 9.95],
  ])('gives the published result at a floating share of %i %%', (floatingShare, printed) => {
    expect(lift({ ...SMALL_CAP, floatingShare: percent(floatingShare) }, -100)).toBeCloseTo(printed, 2);
  });

  it('keeps 79 % of a lift after federal tax: 6.94 % and 0.37 % for 100 bp', () => {
    const kept = (borrower: Borrower) => afterTax(effectOf(borrower, basisPoints(-100)).netIncome);
    expect(kept(SMALL_CAP)).toMatchObject({ kind: 'lift', lift: expect.closeTo(6.936134, 6) });
    expect(kept(LARGE_CAP)).toMatchObject({ kind: 'lift', lift: expect.closeTo(0.368803, 6) });
  });

  it.each([
    ['small', SMALL_CAP, 2.926639, 4.975286],
    ['large', LARGE_CAP, 0.155613, 0.648388],
  ] as const)(
    'spans the shares published for the %s company: by Goldman Sachs and by Apollo, 50 bp',
    (of, borrower, low, high) => {
      const range = liftRange(of, borrower, basisPoints(-50));
      expect(range.low).toMatchObject({ lift: expect.closeTo(low, 6) });
      expect(range.high).toMatchObject({ lift: expect.closeTo(high, 6) });
    },
  );

  it('has one lift 18.807141 times the other by the shares of Goldman Sachs, 7.673314 by those of Apollo', () => {
    expect(publishedLiftRatio(SMALL_CAP, LARGE_CAP, 'low')).toBeCloseTo(18.807141, 6);
    expect(publishedLiftRatio(SMALL_CAP, LARGE_CAP, 'high')).toBeCloseTo(7.673314, 6);
  });

  it('keeps 7.9 % of 10 % and 3.468067 % of a 50 bp lift after tax, and an untaxed amount without profit', () => {
    expect(afterTax({ kind: 'lift', lift: percent(10) })).toEqual({ kind: 'lift', lift: expect.closeTo(7.9, 12) });
    expect(liftRange('small', SMALL_CAP, basisPoints(-50)).afterTax).toMatchObject({
      lift: expect.closeTo(3.468067, 6),
    });
    const loss = { kind: 'no-profit', change: usdMillions(2) } as const;
    expect(afterTax(loss)).toEqual(loss);
  });
});

describe('the floor on the Fed’s rate', () => {
  const at = (borrower: Borrower, move: number, base: number) => effectOf(borrower, basisPoints(move), percent(base));

  it('computes a cut beyond the range to its upper bound: +35.119664 % from a range up to 4 %, not +52.68 %', () => {
    const effect = at(SMALL_CAP, -600, 4);
    expect(effect.netIncome).toEqual({ kind: 'lift', lift: expect.closeTo(35.119664, 6) });
    expect(effect.move).toBe(-600);
    expect(effect.limit).toEqual({ by: 'base rate', at: -400 });
    expect(effect.floatingRateAfter).toBe(2);
    expect(at(LARGE_CAP, -600, 4).limit).toEqual({ by: 'base rate', at: -400 });
  });

  it('reaches the loans in full up to the very bound', () => {
    expect(at(SMALL_CAP, -400, 4).limit).toBeUndefined();
    expect(at(SMALL_CAP, -400, 4).saving).toBe(effectOf(SMALL_CAP, basisPoints(-400)).saving);
  });

  it('lets nobody be paid to borrow, where a company’s own rate is lower', () => {
    const cheap = { ...SMALL_CAP, rate: percent(3) };
    expect(at(cheap, -600, 4)).toMatchObject({ floatingRateAfter: 0, limit: { by: 'own rate', at: -300 } });
  });

  it('ends a cut at a loan floor, and lets a hike begin above it', () => {
    const floored = { ...SMALL_CAP, loanFloor: percent(3) };
    expect(at(floored, -200, 4)).toMatchObject({ saving: 5.22405, limit: { by: 'loan floor', at: -100 } });
    expect(at(floored, -50, 4)).toMatchObject({ saving: 2.612025 });
    expect(at(floored, -50, 2)).toMatchObject({ saving: 0, limit: { by: 'loan floor', at: 0 } });
    expect(at(floored, 150, 2)).toMatchObject({ saving: -2.612025, limit: { by: 'loan floor', at: 100 } });
    expect(at(floored, 50, 2)).toMatchObject({ saving: 0 });
    expect(at(floored, 50, 4).limit).toBeUndefined();
  });

  it('finds where a cut brings no more', () => {
    expect(deepestCut(SMALL_CAP, percent(4))).toMatchObject({ move: -400, limit: { by: 'base rate' } });
    expect(deepestCut(SMALL_CAP)).toMatchObject({ move: -600, limit: { by: 'own rate' } });
    expect(deepestCut({ ...SMALL_CAP, loanFloor: percent(3) }, percent(4)).move).toBe(-100);
  });

  it('is linear and odd until it binds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 400, max: 600 }), (size, base) => {
        const saved = (move: number): number => at(SMALL_CAP, move, base / 100).saving;
        expect(saved(-size)).toBeCloseTo(-saved(size), 9);
        expect(saved(-size)).toBeCloseTo((size / 100) * 5.22405, 9);
      }),
    );
  });
});

describe('a company in trouble', () => {
  it('turns a profit of $5m to a loss of $0.22m by a 100 bp hike', () => {
    const thin = { ...SMALL_CAP, netIncome: usdMillions(5) };
    expect(turnsToLoss(effectOf(thin, basisPoints(100)))).toBe(true);
    expect(effectOf(thin, basisPoints(100)).netIncomeAfter).toBeCloseTo(-0.22405, 6);
    expect(turnsToLoss(effectOf(thin, basisPoints(-100)))).toBe(false);
    expect(turnsToLoss(effectOf({ ...thin, netIncome: usdMillions(-5) }, basisPoints(100)))).toBe(false);
  });

  it('owes more interest than its EBITDA at ten times debt and 11 %', () => {
    const deep = { ...SMALL_CAP, debtToEbitda: multiple(10), rate: percent(11) };
    expect(owesMoreThanItEarns(effectOf(deep, basisPoints(0)))).toBe(true);
    expect(owesMoreThanItEarns(effectOf(SMALL_CAP, basisPoints(0)))).toBe(false);
  });
});

describe('a floating rate of zero, where the Fed’s is not known', () => {
  it('stops LargeCap at 400 bp and says so', () => {
    const effect = effectOf(LARGE_CAP, basisPoints(-600));
    expect(effect.floatingRateAfter).toBe(0);
    expect(effect.limit).toEqual({ by: 'own rate', at: -400 });
    expect(effect.after.floating).toBe(0);
  });

  it('does not bind at the very move that reaches it', () => {
    const effect = effectOf(LARGE_CAP, basisPoints(-400));
    expect(effect.floatingRateAfter).toBe(0);
    expect(effect.limit).toBeUndefined();
  });

  it('leaves no interest and no coverage where all debt floats and the rate is gone', () => {
    const effect = effectOf({ ...SMALL_CAP, floatingShare: percent(100) }, basisPoints(-600));
    expect(effect.after.total).toBe(0);
    expect(effect.coverageAfter).toBeUndefined();
  });
});

describe('a borrower without profit', () => {
  it('has no percentage, only the amount its loss narrows or widens by', () => {
    const loser = { ...SMALL_CAP, netIncome: usdMillions(-10) };
    expect(effectOf(loser, basisPoints(-50)).netIncome).toEqual({
      kind: 'no-profit',
      change: expect.closeTo(2.612025, 9),
    });
    expect(effectOf(loser, basisPoints(50)).netIncome).toEqual({
      kind: 'no-profit',
      change: expect.closeTo(-2.612025, 9),
    });
    expect(effectOf({ ...SMALL_CAP, netIncome: usdMillions(0) }, basisPoints(-50)).netIncome.kind).toBe('no-profit');
  });
});

describe('properties', () => {
  const amount = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const borrowers = fc.record({
    name: fc.constant('Any'),
    ebitda: amount(0.01, 1e6).map(usdMillions),
    netIncome: amount(0.01, 1e6).map(usdMillions),
    debtToEbitda: amount(0, 50).map(multiple),
    floatingShare: amount(0, 100).map(percent),
    rate: amount(0, 50).map(percent),
  });
  const moves = fc.integer({ min: -600, max: 600 }).map(basisPoints);
  const close = (one: number, other: number): boolean =>
    Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));

  it('changes nothing where the rate does not move', () => {
    fc.assert(
      fc.property(borrowers, (borrower) => {
        const effect = effectOf(borrower, basisPoints(0));
        expect(effect.saving).toBe(0);
        expect(effect.after).toEqual(effect.before);
        expect(effect.netIncomeAfter).toBe(borrower.netIncome);
      }),
    );
  });

  it('saves twice as much on twice the debt', () => {
    fc.assert(
      fc.property(borrowers, moves, (borrower, move) => {
        const doubled = { ...borrower, debtToEbitda: multiple(borrower.debtToEbitda * 2) };
        expect(close(effectOf(doubled, move).saving, 2 * effectOf(borrower, move).saving)).toBe(true);
      }),
    );
  });

  it('takes with a hike what a cut of the same size gives, while no floor binds', () => {
    fc.assert(
      fc.property(borrowers, moves, (borrower, move) => {
        fc.pre(borrower.rate * 100 >= Math.abs(move));
        const there = effectOf(borrower, move).saving;
        const back = effectOf(borrower, basisPoints(-move)).saving;
        expect(close(there, -back)).toBe(true);
      }),
    );
  });

  it('saves exactly what the interest bill loses, and never makes a rate negative', () => {
    fc.assert(
      fc.property(borrowers, moves, (borrower, move) => {
        const effect = effectOf(borrower, move);
        expect(effect.floatingRateAfter).toBeGreaterThanOrEqual(0);
        const lost = effect.before.total - effect.after.total;
        expect(Math.abs(lost - effect.saving)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, effect.before.total, effect.after.total),
        );
      }),
    );
  });

  it('never saves less on a larger cut', () => {
    fc.assert(
      fc.property(borrowers, moves, moves, (borrower, one, other) => {
        const [deeper, shallower] = one < other ? [one, other] : [other, one];
        expect(effectOf(borrower, deeper).saving).toBeGreaterThanOrEqual(effectOf(borrower, shallower).saving);
      }),
    );
  });
});

describe('units', () => {
  it('do not compile where one is handed on as another', () => {
    // @ts-expect-error dollars are no basis points
    expect(effectOf(SMALL_CAP, usdMillions(-50)).move).toBe(-50);
    // @ts-expect-error a plain number has no unit
    expect(effectOf(SMALL_CAP, -50).move).toBe(-50);
  });
});
