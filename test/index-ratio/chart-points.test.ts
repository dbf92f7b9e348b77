import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartPoints, evenIndices, leadExtremes } from '../../src/index-ratio/chart-points.ts';
import { changeBetween } from '../../src/index-ratio/series.ts';
import { type IsoDate, isoDate } from '../../src/units.ts';
import { ratioSeries, walk } from '../doubles/market-series.ts';

describe('the points of a chart', () => {
  it('of seven sessions with four places are every second one', () => {
    expect(evenIndices(7, 4)).toEqual([0, 2, 4, 6]);
  });

  it('are all of them where there is room, and too little room is refused', () => {
    expect(evenIndices(3, 20)).toEqual([0, 1, 2]);
    expect(evenIndices(1, 20)).toEqual([0]);
    expect(evenIndices(0)).toEqual([]);
    expect(() => evenIndices(3, 1)).toThrow(RangeError);
  });

  it('are evenly spaced, so that the axis is true to time: no two steps differ by more than a session', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12_000 }), fc.integer({ min: 2, max: 40 }), (count, most) => {
        const places = evenIndices(count, most);
        const steps = places.slice(1).map((place, at) => place - (places[at] as number));
        expect(places).toHaveLength(Math.min(count, most));
        expect([places[0], places.at(-1)]).toEqual([0, count - 1]);
        expect(Math.min(...steps)).toBeGreaterThan(0);
        expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
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

  it('of whole months are one a month, or every few months, and none is skipped', () => {
    const long = walk(9_000, '1988-01-04');
    const drawn = (from: string, to: string) => chartPoints(long, isoDate(from), isoDate(to), 13).map(({ on }) => on);
    expect(drawn('2007-12-31', '2008-12-31')).toEqual([
      ...['2007-12-31', '2008-01-31', '2008-02-29', '2008-03-31', '2008-04-30', '2008-05-30', '2008-06-30'],
      ...['2008-07-31', '2008-08-29', '2008-09-30', '2008-10-31', '2008-11-28', '2008-12-31'],
    ]);
    expect(drawn('2010-03-18', '2015-03-18').map((on) => on.slice(0, 7))).toEqual([
      ...['2010-03', '2010-08', '2011-01', '2011-06', '2011-11', '2012-04', '2012-09'],
      ...['2013-02', '2013-07', '2013-12', '2014-05', '2014-10', '2015-03'],
    ]);
    // a year and a week is no number of months: even in sessions
    const dates = drawn('2010-03-11', '2011-03-18').map((on) => long.dates.indexOf(isoDate(on)));
    const steps = dates.slice(1).map((place, at) => place - (dates[at] as number));
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
  });

  it('leave a sharp peak between two of them to the extremes, which look at every session', () => {
    const peaked = ratioSeries(Array.from({ length: 253 }, (_, at) => (at === 100 ? 0.5 : at === 130 ? 0.3 : 0.4)));
    const [from, to] = [peaked.dates[0] as IsoDate, peaked.dates.at(-1) as IsoDate];
    expect(chartPoints(peaked, from, to, 13).map(({ lead }) => Math.round(lead))).toEqual(new Array(13).fill(0));
    expect(leadExtremes(peaked, from, to)).toEqual({
      high: { on: peaked.dates[100], ratio: expect.closeTo(0.5, 9), lead: expect.closeTo(25, 9) },
      low: { on: peaked.dates[130], ratio: expect.closeTo(0.3, 9), lead: expect.closeTo(-25, 9) },
    });
    expect(leadExtremes(peaked, to, from)).toBeUndefined();
  });
});
