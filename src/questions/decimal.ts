/** A typed decimal times a factor, without the noise of binary fractions: 0.57 × 100 is 57, not 56.99999999999999. */
export const scaled = (value: number, factor: number): number => Number((value * factor).toPrecision(12));
