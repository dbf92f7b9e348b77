import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convolve, directionsOf, expectedMove, type MoveOdds, stepOdds } from '../../src/fed/implied-odds.ts';
import { canSolveEnd, canSolveStart, endGivenStart, splitOf, startGivenEnd } from '../../src/fed/implied-rates.ts';
import { basisPoints } from '../../src/units.ts';

const total = (outcomes: readonly MoveOdds[]): number =>
  outcomes.reduce((sum, { probability }) => sum + probability, 0);

describe("the arithmetic of the exchange's own worked sheets", () => {
  it('September 2015: August at 99.8675 and September at 99.805 end at 0.26643 %, 53.6 % for a hike', () => {
    // CME Group, "Understanding the CME Group FedWatch Tool Methodology", sheet of August 2015: 16 days before 17 September
    const start = 100 - 99.8675;
    const end = endGivenStart({ days: 30, oldRateDays: 16, average: 100 - 99.805 }, start);
    expect(end).toBeCloseTo(0.26643, 5);
    expect(stepOdds(start, end).outcomes).toEqual([
      { move: 0, probability: expect.closeTo(0.464, 3) },
      { move: 25, probability: expect.closeTo(0.536, 3) },
    ]);
  });

  it('12 September 2022: three contracts give 2.29875, 3.06 and 3.5876 %, three hikes and 4.5 % of a fourth', () => {
    // CME Group, probability tree calculator, sheet of 2022-09-12; it counts 20 days before one meeting, 1 before the other
    const october = 100 - 96.94;
    const start = startGivenEnd({ days: 30, oldRateDays: 20, average: 100 - 97.4475 }, october);
    expect(start).toBeCloseTo(2.29875, 10);
    expect(stepOdds(start, october).outcomes).toEqual([
      { move: 75, probability: expect.closeTo(0.955, 10) },
      { move: 100, probability: expect.closeTo(0.045, 10) },
    ]);
    expect(endGivenStart({ days: 30, oldRateDays: 1, average: 100 - 96.43 }, october)).toBeCloseTo(3.5876, 4);
  });

  it('example of an average of 0.195 % from 0.1325 %: 0.266429 % after', () => {
    expect(endGivenStart({ days: 30, oldRateDays: 16, average: 0.195 }, 0.1325)).toBeCloseTo(0.266429, 6);
  });

  it('is not done over fewer than ten days', () => {
    expect([8, 9, 10].map((oldRateDays) => canSolveStart({ days: 31, oldRateDays }))).toEqual([false, false, true]);
    expect([27, 22, 21].map((oldRateDays) => canSolveEnd({ days: 31, oldRateDays }))).toEqual([false, false, true]);
  });

  it('counts the old rate for the days before the decision', () => {
    expect(splitOf({ days: 30, decisionDay: 17 })).toEqual({ days: 30, oldRateDays: 16 });
    expect(splitOf({ days: 30, decisionDay: 21 })).toEqual({ days: 30, oldRateDays: 20 });
    expect(splitOf({ days: 30, decisionDay: 2 })).toEqual({ days: 30, oldRateDays: 1 });
  });

  it('two hikes at 37.4 and 52.4 % make 29.8, 50.6 and 19.6 %', () => {
    // worked example in the moomoo API documentation, meetings of July and September 2026
    const hike = (probability: number): MoveOdds[] => [
      { move: basisPoints(0), probability: 1 - probability },
      { move: basisPoints(25), probability },
    ];
    expect(convolve(hike(0.374), hike(0.524))).toEqual([
      { move: 0, probability: expect.closeTo(0.298, 3) },
      { move: 25, probability: expect.closeTo(0.506, 3) },
      { move: 50, probability: expect.closeTo(0.196, 3) },
    ]);
  });
});

describe('splitting a change of the rate', () => {
  it('works for a cut: −32.5 bp is 30 % of −50 and 70 % of −25', () => {
    const { outcomes } = stepOdds(4, 3.675);
    expect(outcomes).toEqual([
      { move: -50, probability: expect.closeTo(0.3, 10) },
      { move: -25, probability: expect.closeTo(0.7, 10) },
    ]);
    expect(expectedMove(outcomes)).toBeCloseTo(-32.5, 10);
    expect(directionsOf(outcomes)).toEqual({ cut: expect.closeTo(1, 12), hold: 0, hike: 0 });
  });

  it('says a whole number of steps without a trace of its neighbour', () => {
    expect(stepOdds(3.88, 3.88)).toEqual({ outcomes: [{ move: 0, probability: 1 }], isClamped: false });
    expect(stepOdds(0.1 + 0.2, 0.55)).toEqual({ outcomes: [{ move: 25, probability: 1 }], isClamped: false });
    expect(stepOdds(4, 3)).toEqual({ outcomes: [{ move: -100, probability: 1 }], isClamped: false });
  });

  it('stops at 100 bp and says so', () => {
    expect(stepOdds(4, 5.2)).toEqual({ outcomes: [{ move: 100, probability: 1 }], isClamped: true });
    expect(stepOdds(4, 2.9)).toEqual({ outcomes: [{ move: -100, probability: 1 }], isClamped: true });
  });

  const rate = fc.double({ min: 0, max: 20, noNaN: true });

  it('gives odds within 0 and 1 that sum to 1, and weigh up to the change', () => {
    fc.assert(
      fc.property(rate, rate, (start, end) => {
        const { outcomes, isClamped } = stepOdds(start, end);
        expect(outcomes.every(({ probability }) => probability > 0 && probability <= 1)).toBe(true);
        expect(total(outcomes)).toBeCloseTo(1, 12);
        if (!isClamped) expect(expectedMove(outcomes)).toBeCloseTo((end - start) * 100, 6);
      }),
    );
  });

  it('mirrors: a fall has the odds of the same rise', () => {
    fc.assert(
      fc.property(rate, rate, (start, end) => {
        const down = stepOdds(start, end).outcomes;
        const up = stepOdds(end, start).outcomes;
        expect(up.map(({ move }) => move)).toEqual(down.map(({ move }) => -move + 0).toReversed());
        for (const [at, { probability }] of up.entries()) {
          expect(probability).toBeCloseTo(down.toReversed()[at]?.probability ?? Number.NaN, 9);
        }
      }),
    );
  });

  it('adds up: sums of moves keep all of the probability, and the expected moves add', () => {
    fc.assert(
      fc.property(rate, rate, rate, rate, (one, two, three, four) => {
        const [first, second] = [stepOdds(one, two).outcomes, stepOdds(three, four).outcomes];
        const both = convolve(first, second);
        expect(total(both)).toBeCloseTo(1, 12);
        expect(expectedMove(both)).toBeCloseTo(expectedMove(first) + expectedMove(second), 9);
      }),
    );
  });
});
