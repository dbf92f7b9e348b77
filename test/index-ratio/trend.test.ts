import { describe, expect, it } from 'vitest';
import { trendAt } from '../../src/index-ratio/distance.ts';
import { isoDate } from '../../src/units.ts';
import { ratioSeries, upTo, walk } from '../doubles/market-series.ts';

const last = (series: { readonly dates: readonly string[] }) => isoDate(series.dates.at(-1) ?? '');

describe('the trend of the ratio', () => {
  it('251 readings of 0.4, then one of 0.42: the 50-session average is 0.4004, the ratio 4.895105 % above it', () => {
    const series = ratioSeries([...Array<number>(251).fill(0.4), 0.42]);
    expect(trendAt(series, last(series))).toEqual({
      kind: 'trend',
      on: last(series),
      ratio: 0.42,
      short: { sessions: 50, level: expect.closeTo(0.4004, 10), distance: expect.closeTo(4.895105, 6) },
      long: { sessions: 200, level: expect.closeTo(0.4001, 10), distance: expect.closeTo(4.973757, 6) },
      position: 'above',
      direction: 'rising',
    });
  });

  it('falls where the ratio falls, and stands level where it does not move', () => {
    const falling = ratioSeries(Array.from({ length: 260 }, (_, at) => 0.6 - at * 0.0005));
    expect(trendAt(falling, last(falling))).toMatchObject({ position: 'below', direction: 'falling' });
    const flat = ratioSeries(Array<number>(300).fill(0.1 + 0.2));
    expect(trendAt(flat, last(flat))).toMatchObject({ position: 'at', direction: 'level' });
  });

  it('asks for a year of sessions', () => {
    const series = ratioSeries(Array<number>(251).fill(0.4));
    expect(trendAt(series, last(series))).toEqual({ kind: 'not-enough-history', sessions: 251, needed: 252 });
    expect(trendAt(series, isoDate('2019-01-01'))).toEqual({ kind: 'not-enough-history', sessions: 0, needed: 252 });
  });

  it('does not change when days are added', () => {
    const series = walk(700);
    for (let count = 1; count < 700; count += 13) {
      const then = upTo(series, count);
      expect(trendAt(series, last(then))).toEqual(trendAt(then, last(then)));
    }
  });
});
