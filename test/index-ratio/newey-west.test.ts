import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neweyWest } from '../../src/index-ratio/newey-west.ts';

/**
 * The same by another road: each input is freed of the others by Gram and Schmidt (the theorem of Frisch, Waugh and
 * Lovell), and the variance is the double sum over all pairs of rows, with no matrix inverted.
 */
const byResiduals = (inputs: readonly (readonly number[])[], outcomes: readonly number[], lags: number) => {
  const columns = (inputs[0] as readonly number[]).map((_, at) => inputs.map((row) => row[at] as number));
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
  const without = (target: readonly number[], others: readonly (readonly number[])[]) => {
    const basis: number[][] = [];
    for (const other of others) {
      const rest = basis.reduce<readonly number[]>((left, one) => {
        const share = dot(left, one) / dot(one, one);
        return left.map((value, at) => value - share * (one[at] as number));
      }, other);
      basis.push([...rest]);
    }
    return basis.reduce<readonly number[]>((left, one) => {
      const share = dot(left, one) / dot(one, one);
      return left.map((value, at) => value - share * (one[at] as number));
    }, target);
  };
  const errors = without(outcomes, columns);
  return columns.map((column, at) => {
    const free = without(
      column,
      columns.filter((_, other) => other !== at),
    );
    let variance = 0;
    for (const [one, left] of free.entries()) {
      for (const [other, right] of free.entries()) {
        const weight = Math.max(0, 1 - Math.abs(one - other) / (lags + 1));
        variance += weight * left * (errors[one] as number) * right * (errors[other] as number);
      }
    }
    const size = dot(free, free);
    return { coefficient: dot(free, outcomes) / size, standardError: Math.sqrt(variance) / size };
  });
};

/** Outcomes that lean on the inputs, with errors that lean on the ones before. */
const sample = fc
  .record({
    inputs: fc.array(
      fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true })),
      { minLength: 30, maxLength: 80 },
    ),
    noise: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 80, maxLength: 80 }),
    lags: fc.integer({ min: 0, max: 14 }),
  })
  .map(({ inputs, noise, lags }) => {
    const rows = inputs.map(([one, two], at) => [1, one + 0.01 * Math.sin(at), two + 0.01 * Math.cos(3 * at)]);
    const outcomes = rows.map(
      (row, at) =>
        0.5 -
        4 * (row[1] as number) +
        2 * (row[2] as number) +
        Math.sin(7 * at) +
        (noise[at] as number) +
        0.6 * (noise[at - 1] ?? 0),
    );
    return { rows, outcomes, lags };
  });

describe('least squares with errors of Newey and West', () => {
  it('come to the same by another road, on 200 made-up series', () => {
    fc.assert(
      fc.property(sample, ({ rows, outcomes, lags }) => {
        const found = neweyWest(rows, outcomes, lags);
        for (const [at, expected] of byResiduals(rows, outcomes, lags).entries()) {
          expect(found?.[at]?.coefficient).toBeCloseTo(expected.coefficient, 6);
          expect(found?.[at]?.standardError).toBeCloseTo(expected.standardError, 6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of 1, 2, 4, 3 on 0, 1, 2, 3: 0.8 a step; by hand 0.2191 without lags, 0.1549 with one', () => {
    const rows = [0, 1, 2, 3].map((value) => [1, value]);
    // errors −0.3, −0.1, 1.1, −0.7; inputs from their mean −1.5, −0.5, 0.5, 1.5; products 0.45, 0.05, 0.55, −1.05
    const white = neweyWest(rows, [1, 2, 4, 3], 0)?.[1];
    expect(white?.coefficient).toBeCloseTo(0.8, 12);
    expect(white?.standardError).toBeCloseTo(Math.sqrt(0.2025 + 0.0025 + 0.3025 + 1.1025) / 5, 12);
    const once = neweyWest(rows, [1, 2, 4, 3], 1)?.[1];
    expect(once?.standardError).toBeCloseTo(Math.sqrt(1.61 + 0.0225 + 0.0275 - 0.5775) / 5, 12);
    expect(once?.t).toBeCloseTo(0.8 / (Math.sqrt(1.0825) / 5), 9);
  });

  it('are none where too few rows, the same input twice or a perfect line leave nothing to tell', () => {
    expect(neweyWest([], [], 0)).toBeUndefined();
    expect(
      neweyWest(
        [
          [1, 1],
          [1, 2],
        ],
        [1, 2],
        0,
      ),
    ).toBeUndefined();
    expect(
      neweyWest(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [1, 2, 3],
        0,
      ),
    ).toBeUndefined();
    expect(
      neweyWest(
        [
          [1, 0],
          [1, 0],
          [1, 0],
          [1, 0],
        ],
        [1, 2, 3, 1],
        2,
      ),
    ).toBeUndefined();
    expect(
      neweyWest(
        [
          [1, 0],
          [1, 1],
          [1, 2],
          [1, 4],
        ],
        [0, 0, 0, 0],
        1,
      ),
    ).toBeUndefined();
  });
});
