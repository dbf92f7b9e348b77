import { describe, expect, it } from 'vitest';
import { discountOf } from '../../src/record/checks/published-figures.ts';
import { CITED_CLOSES } from '../../src/record/closes.ts';
import { isAbout, isJustUnder, isMoreThan, roundsTo } from '../../src/record/finding.ts';
import { PUBLISHED_FIGURES } from '../../src/record/published.ts';
import { isoDate } from '../../src/units.ts';

const closesOf = (date: string) => {
  const russell = CITED_CLOSES('Russell 2000', isoDate(date));
  const sp = CITED_CLOSES('S&P 500', isoDate(date));
  if (!russell || !sp) throw new Error(`no close of ${date}`);
  return [russell, sp] as const;
};
const ratioOn = (date: string): number => {
  const [russell, sp] = closesOf(date);
  return russell.value / sp.value;
};

describe('the cited closes', () => {
  it.each([
    ['2019-12-31', 1668.47, 3230.78, 0.5164],
    ['2020-12-31', 1974.86, 3756.07, 0.5258],
    ['2021-03-12', 2352.79, 3943.34, 0.5966],
    ['2024-07-10', 2051.75, 5633.91, 0.3642],
    ['2024-07-25', 2222.98, 5399.22, 0.4117],
    ['2025-09-17', 2407.34, 6600.35, 0.3647],
  ])('of %s are %d and %d, a ratio of %d', (date, russell, sp, ratio) => {
    expect(closesOf(date).map(({ value }) => value)).toEqual([russell, sp]);
    expect(Math.abs(ratioOn(date) - ratio)).toBeLessThan(0.0005);
  });

  it('hold the record closes that Reuters printed', () => {
    expect(closesOf('2021-11-08')[0].value).toBe(2442.74);
    expect(closesOf('2025-09-18')[0].value).toBe(2467.7);
  });

  it('name their day and their source', () => {
    const [russell] = closesOf('2020-12-31');
    expect(russell.on).toBe('2020-12-31');
    expect(russell.source.name).toBe('AP, closes of the major US indexes');
    expect(closesOf('2024-07-25')[0].source.name).toBe('Yahoo, daily price closes');
  });

  it('are single days, not a history', () => {
    const start = Date.UTC(1990, 0, 1);
    const days = Array.from({ length: 15_000 }, (_, at) =>
      isoDate(new Date(start + at * 86_400_000).toISOString().slice(0, 10)),
    );
    expect(days.filter((on) => CITED_CLOSES('S&P 500', on)).length).toBeLessThanOrEqual(45);
    expect(CITED_CLOSES('Russell 2000', isoDate('2024-07-11'))).toBeUndefined();
  });
});

describe('the published facts', () => {
  it('hold the returns after the eight first cuts as recomputed from daily closes', () => {
    expect(PUBLISHED_FIGURES.firstCuts.map(({ on, russell, sp }) => [on.slice(0, 4), russell, sp])).toEqual([
      ['1989', -1.13, 13.08],
      ['1995', 20.41, 21.37],
      ['1998', 15.23, 20.91],
      ['2001', 2.14, -14.28],
      ['2007', -16.15, -23.91],
      ['2019', -5.05, 8.92],
      ['2024', 11.65, 19.14],
      ['2025', 18.82, 15.91],
    ]);
  });

  it('agree with the closes where both speak: the year after the cut of 18 Sep 2024 starts at that close', () => {
    const [russell, sp] = closesOf('2024-09-18');
    expect([russell.value, sp.value]).toEqual([2206.34, 5618.26]);
  });

  it('hold the highs, the rates and the totals', () => {
    const { russellHighs, fedFunds, moneyFunds, unprofitable, spRecordCloses2025 } = PUBLISHED_FIGURES;
    expect([russellHighs.of2021.value, russellHighs.of2024.value, russellHighs.onTheCut.value]).toEqual([
      2458.86, 2466.49, 2453.36,
    ]);
    expect(fedFunds.of2022.value).toBeCloseTo(1.692, 3);
    expect(fedFunds.since2022.value).toBeCloseTo(3.88, 3);
    expect(fedFunds.since2023.value).toBeCloseTo(5.153, 3);
    expect(moneyFunds.value).toBe(6.304);
    expect(unprofitable.map(({ value }) => value)).toEqual([36, 41, 43]);
    expect(spRecordCloses2025.value).toBe(25);
  });
});

describe('the discount of one multiple to another', () => {
  it('of 18 to 22 is 18.181818 %, of 28 to 22 a premium of 27.272727 %', () => {
    expect(discountOf(18, 22)).toBeCloseTo(18.181818, 6);
    expect(discountOf(28, 22)).toBeCloseTo(-27.272727, 6);
  });
});

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
