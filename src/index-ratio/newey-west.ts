/** One coefficient of a regression. */
export interface Estimate {
  /** What the outcome moves by per unit of the input. */
  readonly coefficient: number;
  /** How far the coefficient may be off by chance alone: Newey and West's, for outcomes that overlap in time. */
  readonly standardError: number;
  /** coefficient ÷ standard error. */
  readonly t: number;
}

type Matrix = readonly (readonly number[])[];

/** A pivot smaller than this, beside the largest of its column, is rounding: the inputs say the same thing twice. */
const SINGULAR = 1e-12;

/** The inverse by Gauss and Jordan's elimination with row pivots; undefined where there is none. */
const inverseOf = (matrix: Matrix): Matrix | undefined => {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_, place) => (place === at ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    const scale = Math.max(...matrix.map((row) => Math.abs(row[column] as number)));
    let best = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]?.[column] as number) > Math.abs(rows[best]?.[column] as number)) best = row;
    }
    const pivotRow = rows[best] as number[];
    const pivot = pivotRow[column] as number;
    if (!(Math.abs(pivot) > SINGULAR * scale)) return undefined;
    rows[best] = rows[column] as number[];
    rows[column] = pivotRow.map((value) => value / pivot);
    for (const [at, row] of rows.entries()) {
      const factor = row[column] as number;
      if (at !== column) rows[at] = row.map((value, place) => value - factor * (rows[column]?.[place] as number));
    }
  }
  return rows.map((row) => row.slice(size));
};

const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);

/** Σ wₜ xₜ x′ₜ₋ₗ: the products of rows `lag` apart. */
const products = (rows: Matrix, lag: number): number[][] => {
  const size = rows[0]?.length ?? 0;
  const sums = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let at = lag; at < rows.length; at += 1) {
    const [row, before] = [rows[at] as readonly number[], rows[at - lag] as readonly number[]];
    for (const [place, line] of sums.entries()) {
      for (let column = 0; column < size; column += 1) {
        line[column] = (line[column] as number) + (row[place] as number) * (before[column] as number);
      }
    }
  }
  return sums;
};

/**
 * Least squares with the standard errors of Newey and West (1987): Bartlett's weights 1 − lag ÷ (lags + 1), no correction
 * for the size of the sample.
 *
 * @param inputs a row a month, in order of time and without gaps; a constant is one of the columns
 * @param outcomes one a row
 * @param lags how many months apart two errors may still have to do with one another; 0 gives White's errors
 * @returns an estimate a column; undefined where there are no more rows than columns, where columns say the same thing, or
 * where the line fits every point and no error is left
 * @see https://doi.org/10.2307/1913610
 */
export const neweyWest = (
  inputs: Matrix,
  outcomes: readonly number[],
  lags: number,
): readonly Estimate[] | undefined => {
  const size = inputs[0]?.length ?? 0;
  if (inputs.length <= size || size === 0) return undefined;
  const inverse = inverseOf(products(inputs, 0));
  if (inverse === undefined) return undefined;
  const moments =
    inputs[0]?.map((_, column) =>
      dot(
        inputs.map((row) => row[column] as number),
        outcomes,
      ),
    ) ?? [];
  const coefficients = inverse.map((row) => dot(row, moments));
  const scores = inputs.map((row, at) => {
    const error = (outcomes[at] as number) - dot(row, coefficients);
    return row.map((value) => value * error);
  });
  const middle = products(scores, 0);
  for (let lag = 1; lag <= lags; lag += 1) {
    const weight = 1 - lag / (lags + 1);
    const sums = products(scores, lag);
    for (const [row, line] of middle.entries()) {
      for (const column of line.keys()) {
        const pair = (sums[row]?.[column] as number) + (sums[column]?.[row] as number);
        line[column] = (line[column] as number) + weight * pair;
      }
    }
  }
  const estimates = inverse.map((row, at): Estimate => {
    const variance = dot(
      row,
      middle.map((line) => dot(line, row)),
    );
    const standardError = Math.sqrt(Math.max(0, variance));
    const coefficient = coefficients[at] as number;
    return { coefficient, standardError, t: coefficient / standardError };
  });
  return estimates.every(({ t }) => Number.isFinite(t)) ? estimates : undefined;
};
