import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartPoints, sampleIndices } from '../../src/index-ratio/chart-points.ts';
import { changeBetween } from '../../src/index-ratio/measures.ts';
import { isoDate } from '../../src/units.ts';
import { walk } from '../doubles/market-series.ts';

describe('a sample of a series', () => {
  it('of 5, 1, 2, 3, 9, 4, 6 with four places keeps first, low, high and last', () => {
    expect(sampleIndices([5, 1, 2, 3, 9, 4, 6], 4)).toEqual([0, 1, 4, 6]);
  });

  it('keeps everything where there is room, and refuses too little room', () => {
    expect(sampleIndices([3, 1, 2], 20)).toEqual([0, 1, 2]);
    expect(sampleIndices([])).toEqual([]);
    expect(() => sampleIndices([1, 2, 3], 3)).toThrow(RangeError);
  });

  it('holds first, last, high and low, in order, each once, and never too many', () => {
    const values = fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(values, fc.integer({ min: 4, max: 40 }), (all, most) => {
        const places = sampleIndices(all, most);
        const drawn = places.map((at) => all[at] as number);
        expect(places.length).toBe(Math.min(all.length, most));
        expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other));
        expect([places[0], places.at(-1)]).toEqual([0, all.length - 1]);
        expect([Math.max(...drawn), Math.min(...drawn)]).toEqual([Math.max(...all), Math.min(...all)]);
      }),
    );
  });
});

describe('points for a chart', () => {
  const series = walk(610, '2024-07-01');

  it('are twenty at most; the last one leads by the change over the span', () => {
    const [from, to] = [isoDate('2025-11-22'), isoDate('2026-11-20')];
    const points = chartPoints(series, from, to);
    const change = changeBetween(series, from, to);
    expect(points).toHaveLength(20);
    expect(points[0]).toMatchObject({ on: '2025-11-21', lead: 0 });
    expect(points.at(-1)).toMatchObject({ on: '2026-11-20', lead: change.kind === 'change' && change.ratio });
  });

  it('start with the first reading where more is asked for, and are none where nothing is known', () => {
    expect(chartPoints(series, isoDate('2000-01-01'), isoDate('2024-07-03'))).toHaveLength(3);
    expect(chartPoints(series, isoDate('2000-01-01'), isoDate('2001-01-01'))).toEqual([]);
    expect(chartPoints(series, isoDate('2026-01-01'), isoDate('2025-01-01'))).toEqual([]);
  });
});
