import { describe, expect, it } from 'vitest';
import { alignCloses, inverseRatio, latestPrintedReading, readAt } from '../../src/index-ratio/series.ts';
import { isoDate, multiple } from '../../src/units.ts';
import { aligned, closeSeries, RATIO } from './published-closes.ts';

describe('ratio and inverse', () => {
  it.each([
    ['2018-12-31', 0.538, 1.859],
    ['2019-12-31', 0.5164, 1.936],
    ['2020-12-31', 0.5258, 1.902],
    ['2021-03-22', 0.5753, 1.738],
    ['2024-07-02', 0.3692, 2.709],
    ['2025-06-30', 0.3505, 2.853],
    ['2025-09-30', 0.3643, 2.745],
  ])('on %s give the published level', (date, ratio, inverted) => {
    const read = readAt(RATIO, isoDate(date));
    if (read.kind !== 'reading') throw new Error(read.kind);
    expect(Math.abs(read.ratio - ratio)).toBeLessThan(0.0005);
    expect(Math.abs(read.inverse - inverted)).toBeLessThan(0.0005);
    expect(read.ratio * read.inverse).toBeCloseTo(1, 12);
  });

  it('are one over the other: 0.4 is 2.5', () => {
    expect(inverseRatio(0.4)).toBe(2.5);
  });

  it('takes the session before a date without one, and says which', () => {
    expect(readAt(RATIO, isoDate('2025-07-05'))).toMatchObject({ kind: 'reading', on: '2025-06-30' });
  });

  it('says where the series starts for a date before it', () => {
    expect(readAt(RATIO, isoDate('2010-01-01'))).toEqual({ kind: 'before-first', first: '2018-12-31' });
  });
});

describe('aligning two series', () => {
  const two = closeSeries('two', { '2025-01-02': 10, '2025-01-03': 20 });

  it('keeps shared days only', () => {
    const one = closeSeries('one', { '2025-01-01': 1, '2025-01-02': 2, '2025-01-03': 5 });
    expect(aligned(one, two)).toEqual({
      dates: ['2025-01-02', '2025-01-03'],
      numerator: [2, 5],
      denominator: [10, 20],
      ratios: [0.2, 0.25],
    });
  });

  it('leaves a day out where a leg is missing, zero or no number', () => {
    const holes = closeSeries('holes', { '2025-01-02': Number.NaN, '2025-01-03': 5 });
    expect(aligned(holes, two).dates).toEqual(['2025-01-03']);
    expect(alignCloses(closeSeries('zero', { '2025-01-02': 0 }), two)).toEqual({ kind: 'no-shared-dates' });
  });

  it('refuses to divide a price index by a total return', () => {
    expect(alignCloses(closeSeries('tr', { '2025-01-02': 5 }, 'total return'), two)).toEqual({
      kind: 'different-bases',
      bases: ['total return', 'price index'],
    });
  });
});

describe('printed readings', () => {
  const reading = (on: string, level: number) => ({
    level: multiple(level),
    printed: `${level}`,
    on: isoDate(on),
    isInferred: false,
    note: 'n',
  });

  it('give the newest one known by a day', () => {
    const readings = [reading('2024-07-25', 0.4), reading('2020-12-31', 0.6), reading('2024-07-10', 0.36)];
    expect(latestPrintedReading(readings, isoDate('2026-11-21'))?.level).toBe(0.4);
    expect(latestPrintedReading(readings, isoDate('2024-07-12'))?.level).toBe(0.36);
    expect(latestPrintedReading(readings, isoDate('2019-01-01'))).toBeUndefined();
  });
});
