import { describe, expect, it } from 'vitest';
import { distanceFromAverage, distanceFromExtreme, recordCloseAt } from '../../src/index-ratio/distance.ts';
import { type IsoDate, isoDate } from '../../src/units.ts';
import { closesOn, ratioOf, ratioSeries, sessionsFrom, upTo, walk } from '../doubles/market-series.ts';

const DATES = sessionsFrom('2024-07-01', 4);
const [FIRST, SECOND, THIRD, LAST] = DATES as [IsoDate, IsoDate, IsoDate, IsoDate];
const SERIES = ratioOf(closesOn(DATES, [10, 12, 11, 12]), closesOn(DATES, [40, 40, 20, 48]));

describe('the distance from a high or a low', () => {
  it('closes 10, 12, 11: 8.333333 % below the high of 12 on the second day', () => {
    expect(distanceFromExtreme(SERIES, 'numerator', 'high', THIRD)).toEqual({
      value: 11,
      level: 12,
      on: SECOND,
      distance: expect.closeTo(-8.333333, 6),
    });
  });

  it('is 10 % above the low of 10, and none at the low itself', () => {
    expect(distanceFromExtreme(SERIES, 'numerator', 'low', THIRD)).toMatchObject({ level: 10, on: FIRST });
    expect(distanceFromExtreme(SERIES, 'numerator', 'low', THIRD)?.distance).toBeCloseTo(10, 9);
    expect(distanceFromExtreme(SERIES, 'denominator', 'low', THIRD)).toMatchObject({ distance: 0, on: THIRD });
  });

  it('looks back from the given day only, and takes the first of equal closes', () => {
    expect(distanceFromExtreme(SERIES, 'numerator', 'high', LAST, THIRD)).toMatchObject({ level: 12, on: LAST });
    expect(distanceFromExtreme(SERIES, 'numerator', 'high', LAST)).toMatchObject({ level: 12, on: SECOND });
    expect(distanceFromExtreme(SERIES, 'ratios', 'high', SECOND)).toMatchObject({ level: 0.3, on: SECOND });
  });

  it('is none before the first day, and none of a span that runs backwards', () => {
    expect(distanceFromExtreme(SERIES, 'ratios', 'high', isoDate('2024-06-28'))).toBeUndefined();
    expect(distanceFromExtreme(SERIES, 'ratios', 'high', FIRST, THIRD)).toBeUndefined();
  });
});

describe('the distance from an average', () => {
  it('closes 10, 12, 11: the mean of 3 is 11, the distance 0 %', () => {
    expect(distanceFromAverage(SERIES, 'numerator', 3, THIRD)).toEqual({ value: 11, level: 11, distance: 0 });
  });

  it('takes the newest sessions only, and needs as many as it is the mean of', () => {
    expect(distanceFromAverage(SERIES, 'numerator', 2, LAST)?.level).toBeCloseTo(11.5, 12);
    expect(distanceFromAverage(SERIES, 'numerator', 4, THIRD)).toBeUndefined();
  });
});

describe('the record close', () => {
  const series = ratioSeries([0.1, 0.12, 0.11, 0.12, 0.13], '2026-01-05');

  it('of 10, 12, 11 is 12, one session ago and 8.333333 % away', () => {
    expect(recordCloseAt(series, 'numerator', isoDate('2026-01-07'))).toEqual({
      close: 120,
      on: '2026-01-06',
      sessionsSince: 1,
      distance: expect.closeTo(-8.333333, 6),
    });
  });

  it('belongs to the first of equal closes, until a higher one', () => {
    expect(recordCloseAt(series, 'numerator', isoDate('2026-01-08'))).toMatchObject({
      on: '2026-01-06',
      sessionsSince: 2,
      distance: 0,
    });
    expect(recordCloseAt(series, 'numerator', isoDate('2026-01-11'))).toMatchObject({
      close: 130,
      on: '2026-01-09',
      sessionsSince: 0,
    });
  });

  it('is known of either index, and is absent before the first day', () => {
    expect(recordCloseAt(series, 'denominator', isoDate('2026-01-09'))).toMatchObject({
      close: 1_000,
      sessionsSince: 4,
    });
    expect(recordCloseAt(series, 'numerator', isoDate('2026-01-04'))).toBeUndefined();
  });

  it('once given does not change when days are added', () => {
    const long = walk(700);
    for (let count = 1; count < 700; count += 13) {
      const then = upTo(long, count);
      const date = then.dates.at(-1) ?? isoDate('2025-05-01');
      expect(recordCloseAt(long, 'numerator', date)).toEqual(recordCloseAt(then, 'numerator', date));
    }
  });
});
