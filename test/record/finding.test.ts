import { describe, expect, it } from 'vitest';
import { isAbout, isJustUnder, isMoreThan, roundsTo } from '../../src/record/finding.ts';

describe('a value rounds to what is printed', () => {
  it.each([
    [0.5258, 0.6, false],
    [0.55, 0.6, true],
    [0.5499, 0.6, false],
    [0.6499, 0.6, true],
    [0.6501, 0.6, false],
    [17.559832, 17.55, false],
    [17.559832, 17.56, true],
    [8.779916, 8.78, true],
    [638.495, 638.5, true],
    [1773.99, 1774, true],
    [1773.49, 1774, false],
    [2453.36, 2453.36, true],
    [2453.366, 2453.36, false],
    [25.795, 26, true],
    [24.254, 26, false],
    [-0.964, -1, true],
  ])('%d as %d: %s', (value, printed, agrees) => {
    expect(roundsTo(value, printed)).toBe(agrees);
  });
});

describe('the other ways of printing a figure', () => {
  it.each([
    [3, true],
    [5, true],
    [2.99, false],
    [5.01, false],
  ])('about 4 within 1: %d is %s', (value, agrees) => {
    expect(isAbout(value, 4, 1)).toBe(agrees);
  });
  it.each([
    [9, true],
    [9.99, true],
    [10, false],
    [8.99, false],
    [10.53, false],
  ])('just under 10 within 1: %d is %s', (value, agrees) => {
    expect(isJustUnder(value, 10, 1)).toBe(agrees);
  });
  it.each([
    [36.01, true],
    [36, false],
    [35.99, false],
  ])('more than 36: %d is %s', (value, agrees) => {
    expect(isMoreThan(value, 36)).toBe(agrees);
  });
});
