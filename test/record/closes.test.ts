import { describe, expect, it } from 'vitest';
import { CITED_CLOSES } from '../../src/record/closes.ts';
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
