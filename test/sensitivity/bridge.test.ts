import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Borrower, LARGE_CAP, type Refinement, SMALL_CAP } from '../../src/sensitivity/borrower.ts';
import { bridgeOf } from '../../src/sensitivity/bridge.ts';
import { isRefined, type NetIncomeEffect } from '../../src/sensitivity/note-sum.ts';
import { effectOf } from '../../src/sensitivity/rate-move.ts';
import { type BasisPoints, basisPoints, multiple, type Percent, percent, usdMillions } from '../../src/units.ts';

type Refinements = Pick<Borrower, Refinement>;

const bridged = (borrower: Borrower, move: BasisPoints, counted: Refinements, baseRate?: Percent) =>
  bridgeOf({ ...borrower, ...counted }, move, baseRate);

const CUT = basisPoints(-100);
const TAX = { taxRate: percent(21) };
const CAP = { ...TAX, interestCap: percent(30) };

const lift = (effect: NetIncomeEffect): number => {
  if (effect.kind !== 'lift') throw new Error(effect.kind);
  return effect.lift;
};

describe('the bridge from the note’s saving to net income', () => {
  it('is the note’s own sum where nothing is on', () => {
    for (const borrower of [SMALL_CAP, LARGE_CAP]) {
      const { change, netIncome, lines } = bridged(borrower, CUT, {});
      expect(change).toBe(effectOf(borrower, CUT).saving);
      expect(netIncome).toEqual(effectOf(borrower, CUT).netIncome);
      expect(lines).toEqual([]);
    }
    expect(isRefined(SMALL_CAP)).toBe(false);
    expect(isRefined({ ...SMALL_CAP, ...TAX })).toBe(true);
  });

  it('leaves 6.94 % and 0.369 % of a 100 bp cut after 21 % tax, as published', () => {
    expect(lift(bridged(SMALL_CAP, CUT, TAX).netIncome)).toBeCloseTo(6.936134, 6);
    expect(lift(bridged(LARGE_CAP, CUT, TAX).netIncome)).toBeCloseTo(0.368803, 6);
  });

  it('takes no tax where interest stays over the cap: SmallCap pays 69.65m, deducts 53.58m, and saves less than the rest', () => {
    const bridge = bridged(SMALL_CAP, CUT, CAP);
    expect(bridge.deductible).toBeCloseTo(53.58, 9);
    expect(bridge.interestBefore).toBeCloseTo(69.654, 9);
    expect(lift(bridge.netIncome)).toBeCloseTo(8.779916, 6);
    // 5.22405 × 0.79
    expect(bridge.bookChange).toBeCloseTo(4.1269995, 9);
    expect(lift(bridged(LARGE_CAP, CUT, CAP).netIncome)).toBeCloseTo(0.368803, 6);
  });

  it('taxes what is saved below the cap: 16.074m of 31.3443m is free at 600 bp', () => {
    const { change } = bridged(SMALL_CAP, basisPoints(-600), CAP);
    // 31.3443 − 0.21 × (31.3443 − 16.074)
    expect(change).toBeCloseTo(28.137537, 6);
  });

  it('adds up line by line: 5.22405 − 1.567215 − 0.767935 + 0.767935 = 3.656835', () => {
    const { lines, change, netIncome } = bridged(SMALL_CAP, CUT, { ...CAP, hedgedShare: percent(30) });
    expect(lines.map(({ step }) => step)).toEqual(['hedged', 'tax', 'interest cap']);
    expect(lines.map((line) => line.change)).toEqual([
      expect.closeTo(-1.567215, 9),
      expect.closeTo(-0.76793535, 9),
      expect.closeTo(0.76793535, 9),
    ]);
    expect(change).toBeCloseTo(3.656835, 9);
    expect(lift(netIncome)).toBeCloseTo(6.145941, 6);
    expect(lift(bridged(LARGE_CAP, CUT, { ...CAP, hedgedShare: percent(30) }).netIncome)).toBeCloseTo(0.258162, 6);
  });

  it('comes to nothing at LargeCap with floating-yield cash equal to its floating debt', () => {
    const { floatingDebt } = effectOf(LARGE_CAP, CUT);
    expect(bridged(LARGE_CAP, CUT, { cash: floatingDebt }).change).toBeCloseTo(0, 9);
    // 5.57bn takes −2 % at 200 bp
    const { netIncome } = bridged(LARGE_CAP, basisPoints(-200), { cash: usdMillions(5_573.99) });
    expect(lift(netIncome)).toBeCloseTo(-2, 4);
  });

  it('loses no more on cash than it yields', () => {
    const assumed = { cash: usdMillions(300), cashYield: percent(0.4) };
    // 5.22405 − 300 × 0.4 %
    expect(bridged(SMALL_CAP, CUT, assumed).change).toBeCloseTo(4.02405, 9);
    expect(bridged(SMALL_CAP, basisPoints(100), assumed).change).toBeCloseTo(-2.22405, 9);
  });

  it('has a line for a loan floor, behind hedges and pass-through', () => {
    const floored: Borrower = { ...SMALL_CAP, loanFloor: percent(3.5) };
    const { lines, change } = bridged(floored, CUT, { hedgedShare: percent(50), passThrough: percent(80) }, percent(4));
    // 522.405 × 50 % × 80 % × 0.5 %: the floor ends the fall half-way
    expect(change).toBeCloseTo(1.04481, 9);
    expect(lines.map(({ step }) => step)).toEqual(['hedged', 'pass-through', 'loan floor']);
  });

  it('taxes no loss, and says the change in dollars', () => {
    const { netIncome } = bridged({ ...SMALL_CAP, netIncome: usdMillions(-10) }, CUT, TAX);
    expect(netIncome).toEqual({ kind: 'no-profit', change: expect.closeTo(5.22405, 9) });
  });
});

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const BORROWERS: fc.Arbitrary<Borrower> = fc
  .record({
    ebitda: number(1, 10_000),
    netIncome: number(1, 5_000),
    debtToEbitda: number(0, 15),
    floatingShare: number(0, 100),
    rate: number(7, 20),
  })
  .map(({ ebitda, netIncome, debtToEbitda, floatingShare, rate }) => ({
    name: 'Any',
    ebitda: usdMillions(ebitda),
    netIncome: usdMillions(netIncome),
    debtToEbitda: multiple(debtToEbitda),
    floatingShare: percent(floatingShare),
    rate: percent(rate),
  }));

/** Without floor and cap: linear there. */
const ASSUMED: fc.Arbitrary<Refinements> = fc
  .record({ cash: number(0, 10_000), hedgedShare: number(0, 100), passThrough: number(0, 100), taxRate: number(0, 60) })
  .map(({ cash, hedgedShare, passThrough, taxRate }) => ({
    cash: usdMillions(cash),
    hedgedShare: percent(hedgedShare),
    passThrough: percent(passThrough),
    taxRate: percent(taxRate),
  }));

const SIZES = fc.integer({ min: 1, max: 300 });

describe('a bridge, whatever the company', () => {
  it('adds up to its change, with a cap too', () => {
    fc.assert(
      fc.property(
        BORROWERS,
        ASSUMED,
        fc.integer({ min: -600, max: 600 }),
        fc.boolean(),
        (borrower, on, move, isCapped) => {
          const assumed = isCapped ? { ...on, interestCap: percent(30) } : on;
          const { gross, lines, change } = bridged(borrower, basisPoints(move), assumed);
          const sum = lines.reduce<number>((total, line) => total + line.change, gross.saving);
          expect(Math.abs(sum - change)).toBeLessThan(1e-6 * Math.max(1, Math.abs(gross.saving)));
        },
      ),
    );
  });

  it('is linear in the move and odd in its sign where no floor and no cap binds', () => {
    fc.assert(
      fc.property(BORROWERS, ASSUMED, SIZES, (borrower, assumed, size) => {
        const at = (bps: number) => bridged(borrower, basisPoints(bps), assumed).change;
        const scale = Math.max(1, Math.abs(at(size)));
        expect(Math.abs(at(-size) + at(size))).toBeLessThan(1e-9 * scale);
        expect(Math.abs(at(-2 * size) - 2 * at(-size))).toBeLessThan(1e-9 * scale);
      }),
    );
  });

  it('never gains from more hedges in a cut, nor from more tax on what is gained', () => {
    fc.assert(
      fc.property(BORROWERS, SIZES, number(0, 100), number(0, 100), (borrower, size, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const hedged = (share: number) => bridged(borrower, basisPoints(-size), { hedgedShare: percent(share) }).change;
        const taxed = (share: number) => bridged(borrower, basisPoints(-size), { taxRate: percent(share) }).change;
        expect(hedged(more)).toBeLessThanOrEqual(hedged(less) + 1e-9);
        expect(taxed(more)).toBeLessThanOrEqual(taxed(less) + 1e-9);
      }),
    );
  });
});
