import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeBetween,
  drawdownAt,
  inverseRatio,
  percentChange,
  percentileAt,
  readAt,
  requiredOutperformance,
} from '../../src/index-ratio/measures.ts';
import { latestPrintedReading } from '../../src/index-ratio/printed.ts';
import { alignCloses, type CloseSeries, type RatioSeries } from '../../src/index-ratio/series.ts';
import { type IsoDate, isoDate, multiple } from '../../src/units.ts';

const series = (
  name: string,
  closes: Record<string, number>,
  basis: CloseSeries['basis'] = 'price index',
): CloseSeries => ({
  name,
  basis,
  dates: Object.keys(closes).map(isoDate),
  closes: Object.values(closes),
});

const aligned = (one: CloseSeries, other: CloseSeries): RatioSeries => {
  const result = alignCloses(one, other);
  if (result.kind !== 'aligned') throw new Error(result.kind);
  return result.series;
};

// Single closes as newspapers printed them: AP, "How major US stock indexes fared", and its year-end lines
const RUSSELL = series('Russell 2000', {
  '2018-12-31': 1348.56,
  '2019-12-31': 1668.47,
  '2020-12-31': 1974.86,
  '2021-03-22': 2266.84,
  '2024-07-02': 2033.87,
  '2025-06-30': 2175.04,
  '2025-09-30': 2436.48,
});
const SP500 = series('S&P 500', {
  '2018-12-31': 2506.85,
  '2019-12-31': 3230.78,
  '2020-12-31': 3756.07,
  '2021-03-22': 3940.59,
  '2024-07-02': 5509.01,
  '2025-06-30': 6204.95,
  '2025-09-30': 6688.46,
});
const RATIO = aligned(RUSSELL, SP500);

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

  it('takes the session before a date without one, and says which', () => {
    expect(readAt(RATIO, isoDate('2025-07-05'))).toMatchObject({ kind: 'reading', on: '2025-06-30' });
  });

  it('says where the series starts for a date before it', () => {
    expect(readAt(RATIO, isoDate('2010-01-01'))).toEqual({ kind: 'before-first', first: '2018-12-31' });
  });
});

describe('aligning two series', () => {
  const two = series('two', { '2025-01-02': 10, '2025-01-03': 20 });

  it('keeps shared days only', () => {
    const one = series('one', { '2025-01-01': 1, '2025-01-02': 2, '2025-01-03': 5 });
    expect(aligned(one, two)).toEqual({
      dates: ['2025-01-02', '2025-01-03'],
      numerator: [2, 5],
      denominator: [10, 20],
      ratios: [0.2, 0.25],
    });
  });

  it('leaves a day out where a leg is missing, zero or no number', () => {
    const holes = series('holes', { '2025-01-02': Number.NaN, '2025-01-03': 5 });
    expect(aligned(holes, two).dates).toEqual(['2025-01-03']);
    expect(alignCloses(series('zero', { '2025-01-02': 0 }), two)).toEqual({ kind: 'no-shared-dates' });
  });

  it('refuses to divide a price index by a total return', () => {
    expect(alignCloses(series('tr', { '2025-01-02': 5 }, 'total return'), two)).toEqual({
      kind: 'different-bases',
      bases: ['total return', 'price index'],
    });
  });
});

describe('changes', () => {
  it('give the published third quarter of 2025: ratio +3.92 %, Russell +12.0 % on price', () => {
    const change = changeBetween(RATIO, isoDate('2025-06-30'), isoDate('2025-09-30'));
    expect(change).toMatchObject({ kind: 'change', from: '2025-06-30', to: '2025-09-30' });
    if (change.kind !== 'change') return expect.unreachable();
    expect(change.ratio).toBeCloseTo(3.92, 2);
    expect(change.numerator).toBeCloseTo(12.02, 2);
  });

  it('name a start before the series and an end before the start', () => {
    expect(changeBetween(RATIO, isoDate('2000-01-01'), isoDate('2025-09-30')).kind).toBe('before-first');
    expect(changeBetween(RATIO, isoDate('2025-09-30'), isoDate('2025-06-30')).kind).toBe('from-after-to');
  });

  it('from 0.36 to 0.4 is 11.111111 %, and from 0.412 to 0.6 asks for 45.631068 %', () => {
    expect(percentChange(0.36, 0.4)).toBeCloseTo(11.111111, 6);
    expect(requiredOutperformance(0.412, 0.6)).toBeCloseTo(45.631068, 6);
    expect(inverseRatio(0.4)).toBe(2.5);
  });
});

describe('drawdown and percentile', () => {
  it('look back from the day, never ahead', () => {
    expect(drawdownAt(RATIO, isoDate('2024-07-02'))).toMatchObject({ highOn: '2021-03-22' });
    expect(drawdownAt(RATIO, isoDate('2019-12-31'))).toMatchObject({ highOn: '2018-12-31' });
    expect(percentileAt(RATIO, isoDate('2018-12-31'))).toBe(100);
    expect(percentileAt(RATIO, isoDate('2019-12-31'))).toBe(50);
    expect(percentileAt(RATIO, isoDate('2025-06-30'))).toBeCloseTo(100 / 6, 9);
  });

  it('are absent before the first day', () => {
    expect(drawdownAt(RATIO, isoDate('2000-01-01'))).toBeUndefined();
    expect(percentileAt(RATIO, isoDate('2000-01-01'))).toBeUndefined();
  });

  const closes = fc.array(
    fc.tuple(fc.double({ min: 1, max: 1e4, noNaN: true }), fc.double({ min: 1, max: 1e4, noNaN: true })),
    {
      minLength: 2,
      maxLength: 40,
    },
  );
  const day = (at: number): IsoDate => isoDate(new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10));
  const pair = (values: [number, number][]): RatioSeries => {
    const dates = values.map((_, at) => day(at));
    const leg = (which: 0 | 1): CloseSeries => ({
      name: 'x',
      basis: 'price index',
      dates,
      closes: values.map((one) => one[which]),
    });
    return aligned(leg(0), leg(1));
  };

  it('of earlier days do not change when a day is added', () => {
    fc.assert(
      fc.property(closes, (values) => {
        const all = pair(values as [number, number][]);
        const before = pair(values.slice(0, -1) as [number, number][]);
        for (const date of before.dates) {
          expect(percentileAt(all, date)).toBe(percentileAt(before, date));
          expect(drawdownAt(all, date)).toEqual(drawdownAt(before, date));
        }
      }),
    );
  });

  it('do not change when both series are scaled alike', () => {
    fc.assert(
      fc.property(closes, (values) => {
        const scaled = values.map(([one, other]) => [one * 4, other * 4] as [number, number]);
        expect(pair(scaled).ratios).toEqual(pair(values as [number, number][]).ratios);
      }),
    );
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
