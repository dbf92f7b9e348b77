import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGE_CAP, SMALL_CAP } from '../../src/sensitivity/borrower.ts';
import { effectOf } from '../../src/sensitivity/rate-move.ts';
import { type YearlyAssumptions, yearlyEffects } from '../../src/sensitivity/years.ts';
import { basisPoints, type Months, percent, usdMillions } from '../../src/units.ts';

const move = (bps: number, after = 0) => ({ move: basisPoints(bps), after: after as Months });
const savings = (assumed: YearlyAssumptions, borrower = SMALL_CAP, baseRate?: number) =>
  yearlyEffects(borrower, assumed, baseRate === undefined ? undefined : percent(baseRate)).map(({ saving }) => saving);

describe('a move year by year', () => {
  it('is the note’s sum in every year where it comes today, at once, and the fixed part is frozen', () => {
    for (const borrower of [SMALL_CAP, LARGE_CAP]) {
      const all = savings({ moves: [move(-100)], years: 3 }, borrower);
      expect(all).toEqual([1, 2, 3].map(() => effectOf(borrower, basisPoints(-100)).saving));
    }
  });

  it('counts in its first year from the move and its lag on', () => {
    // 5.22405 × 6 / 12, then a whole year
    expect(savings({ moves: [move(-100, 3)], resetLag: 3 as Months, years: 2 })).toEqual([
      expect.closeTo(2.612025, 9),
      expect.closeTo(5.22405, 9),
    ]);
    // a path: 2.612025 × 9 / 12 + 2.612025 × 6 / 12
    expect(savings({ moves: [move(-50, 3), move(-50, 6)], years: 1 })).toEqual([expect.closeTo(3.26503125, 9)]);
  });

  it('ends a path of cuts where the Fed’s rate is zero', () => {
    const [year] = savings({ moves: [move(-300), move(-300)], years: 1 }, SMALL_CAP, 4);
    expect(year).toBeCloseTo(522.405 * 0.04, 9);
  });

  it('is negative while the Fed cuts where cheap debt is replaced', () => {
    // three quarters due within five years, 4 % debt replaced at 6.5 %: 17,937.0 × 15 % × 2.5 % a year more each year
    const ladder = [1, 2, 3, 4, 5].map((year) => ({ year, share: percent(15), newRate: percent(6.5) }));
    const total = (bps: number) =>
      savings({ moves: [move(bps)], ladder, years: 5 }, LARGE_CAP).reduce((sum, one) => sum + one, 0);
    expect(total(-100)).toBeLessThan(0);
    // each 100 bp improves the five years by the same sum
    expect(total(-200) - total(-100)).toBeCloseTo(5 * effectOf(LARGE_CAP, basisPoints(-100)).saving, 6);
    const [first] = yearlyEffects(LARGE_CAP, { moves: [], ladder, years: 1 });
    // 17,937.01 × 15 % × 2.5 % × half a year
    expect(first?.refinancing).toBeCloseTo(-33.63189375, 6);
  });

  it('counts cash at once, and tax on what changes a deduction', () => {
    const changes = (more: Partial<typeof SMALL_CAP>, assumed: Partial<YearlyAssumptions> = {}) =>
      yearlyEffects({ ...SMALL_CAP, ...more }, { moves: [move(-100)], years: 2, ...assumed }).map(
        ({ change }) => change,
      );
    const [tax, cap, cash] = [percent(21), percent(30), usdMillions(300)];
    // 5.22405 × 79 %; interest of 69.654 stays over 53.58, so nothing is taxed; 5.22405 × 6 / 12 − 300 × 1 %, then in full
    expect(changes({ taxRate: tax })).toEqual([expect.closeTo(4.1269995, 9), expect.closeTo(4.1269995, 9)]);
    expect(changes({ taxRate: tax, interestCap: cap })[0]).toBeCloseTo(5.22405, 9);
    expect(changes({ cash }, { resetLag: 6 as Months })).toEqual([
      expect.closeTo(-0.387975, 9),
      expect.closeTo(2.22405, 9),
    ]);
  });

  it('adds up, whatever the path', () => {
    const moves = fc.array(
      fc.record({ bps: fc.integer({ min: -100, max: 100 }), after: fc.integer({ min: 0, max: 24 }) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 12 }), (path, lag) => {
        const rows = yearlyEffects(SMALL_CAP, {
          moves: path.map(({ bps, after }) => move(bps, after)),
          resetLag: lag as Months,
          years: 4,
        });
        for (const row of rows) {
          expect(row.saving).toBeCloseTo(row.floating + row.refinancing, 9);
          expect(row.change).toBe(row.saving);
        }
        const whole = path.reduce((sum, { bps }) => sum + bps, 0);
        const last = rows.at(-1)?.saving as number;
        // all of it is in force in the fourth year: at most 24 + 12 months from now
        expect(last).toBeCloseTo((-whole * 522.405) / 10_000, 6);
      }),
    );
  });
});
