import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.ts';
import { isRecession, RECESSIONS } from '../../src/calendar/recessions.ts';
import { exactInterval, recessionReturns } from '../../src/index-ratio/cycle-study.ts';
import { neweyWest } from '../../src/index-ratio/newey-west.ts';
import { type RateMoveOn, studyRates } from '../../src/index-ratio/rate-study.ts';
import type { RatioSeries } from '../../src/index-ratio/series.ts';
import { basisPoints, type IsoMonth, isoDate, isoMonthOf } from '../../src/units.ts';
import { ratioSeries, sessionsFrom, upTo, walk } from '../doubles/market-series.ts';

const move = (on: string, change: number): RateMoveOn => ({ on: isoDate(on), change: basisPoints(change) });

/** Ratios that change on the first session of a month alone, by the given percent of its logarithm. */
const stepping = (count: number, step: (month: IsoMonth) => number): RatioSeries => {
  const dates = sessionsFrom('2022-12-01', count);
  let level = Math.log(0.4);
  let month = isoMonthOf(dates[0] ?? isoDate('2022-12-01'));
  const levels = dates.map((date) => {
    if (isoMonthOf(date) !== month) {
      month = isoMonthOf(date);
      level += step(month) / 100;
    }
    return Math.exp(level);
  });
  return ratioSeries(levels, '2022-12-01');
};

describe('relative returns around moves of the Fed', () => {
  it('are of whole months, by the month a move was announced in', () => {
    const series = stepping(300, (month) => ({ '2023-02': 3, '2023-05': -2 })[month as string] ?? 0);
    const last = series.dates.at(-1);
    const study = studyRates(series, [move('2023-02-01', 25), move('2023-02-28', 50)], '1990-01', '2030-01');
    expect(last?.slice(0, 7)).toBe('2024-02');
    expect(study.months[0]).toEqual({
      month: '2023-01',
      move: 0,
      isRecession: false,
      same: expect.closeTo(0, 9),
      after: expect.closeTo(1, 9),
    });
    expect(study.months[1]).toMatchObject({ month: '2023-02', move: 0.75, same: expect.closeTo(3, 9) });
    // February 2024 is not over, so neither it nor what came twelve months after February 2023 is known
    expect(study.months.at(-1)?.month).toBe('2024-01');
    expect(study.months[1]?.after).toBeUndefined();
  });

  it('count a month whose last session is the newest close', () => {
    const series = stepping(400, () => 0.1);
    const end = series.dates.indexOf(isoDate('2024-02-29'));
    expect(studyRates(upTo(series, end + 1), [], '1990-01', '2030-01').months.at(-1)?.month).toBe('2024-02');
    expect(studyRates(upTo(series, end), [], '1990-01', '2030-01').months.at(-1)?.month).toBe('2024-01');
  });

  it('go no further than the moves are known, while later closes still say what came after', () => {
    const series = stepping(700, () => 0.1);
    const study = studyRates(series, [move('2023-03-10', -25)], '2023-02', '2023-06');
    expect(study.months.map(({ month }) => month)).toEqual(['2023-02', '2023-03', '2023-04', '2023-05', '2023-06']);
    expect(study.months.every(({ after }) => after !== undefined)).toBe(true);
  });

  it('find the coefficients that a made-up market has, for cuts and for hikes', () => {
    const moves = new Map<string, number>();
    const dates = sessionsFrom('2003-06-02', 1_000).filter((date) => date.endsWith('-15'));
    for (const [at, on] of dates.entries()) moves.set(on.slice(0, 7), at % 3 === 0 ? -50 : at % 3 === 1 ? 25 : 0);
    const all = sessionsFrom('2003-06-02', 1_000);
    let level = Math.log(0.5);
    let month = '2003-06';
    const series = ratioSeries(
      all.map((date, at) => {
        if (date.slice(0, 7) !== month) {
          month = date.slice(0, 7);
          const points = (moves.get(month) ?? 0) / 100;
          level += (points < 0 ? -4 * points : 2 * points) / 100 + 1e-4 * Math.sin(at);
        }
        return Math.exp(level);
      }),
      '2003-06-02',
    );
    const study = studyRates(
      series,
      dates.map((on) => move(on, moves.get(on.slice(0, 7)) as number)),
      '2003-07',
      '2030-01',
    );
    expect(study.same.cuts?.coefficient).toBeCloseTo(-4, 1);
    expect(study.same.hikes?.coefficient).toBeCloseTo(2, 1);
    expect(study.same.cuts?.n).toBe(study.months.filter((one) => one.move < 0).length);
    const [, expected] =
      neweyWest(
        study.months.map((one) => [1, one.move]),
        study.months.map(({ same }) => same),
        5,
      ) ?? [];
    expect(study.same.all).toEqual({ ...expected, n: study.months.length });
    expect(study.same.inRecession).toBeUndefined();
  });

  it('tell recessions from other months, and leave a kind of month out that never was', () => {
    const study = studyRates(
      walk(9_800),
      [move('1990-12-07', -25), move('2001-04-18', -50), move('2004-06-30', 25), move('1998-10-15', -25)],
      '1990-01',
      '2026-08',
    );
    expect(study.after.means.map(({ way, isRecession: within, n }) => [way, within, n])).toEqual([
      ['cut', true, 2],
      ['cut', false, 1],
      ['hike', false, 1],
      ['none', true, expect.any(Number)],
      ['none', false, expect.any(Number)],
    ]);
    expect(study.months.filter((one) => one.isRecession)).toHaveLength(36);
  });

  it('have a coefficient from eight months of a kind on, since fewer have an error that means nothing', () => {
    const days = ['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2008-${day}-15`);
    const known = (count: number) =>
      studyRates(
        walk(9_800),
        [move('2004-06-30', 25), ...days.slice(0, count).map((on, at) => move(on, at % 2 === 0 ? -25 : -50))],
        '1990-01',
        '2026-08',
      ).after.inRecession;
    expect(known(7)).toBeUndefined();
    expect(known(8)?.n).toBe(8);
  });

  it('have no coefficient without a move, and no month without closes', () => {
    const still = studyRates(walk(1_000), [], '1990-01', '2026-08');
    expect(still.after.all).toBeUndefined();
    expect(studyRates(walk(15, '2026-01-02'), [], '1990-01', '2026-08').months).toEqual([]);
  });
});

describe('recessions', () => {
  it('run from the month after a peak to the trough, as the NBER dates them', () => {
    expect(['1990-07', '1990-08', '1991-03', '1991-04'].map((month) => isRecession(month as IsoMonth))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(RECESSIONS.map(({ peak, trough }) => `${peak} ${trough}`)).toEqual([
      '1990-07 1991-03',
      '2001-03 2001-11',
      '2007-12 2009-06',
      '2020-02 2020-04',
    ]);
  });

  it('are measured from the last close of the peak to that of the trough, where the closes cover both', () => {
    const series = walk(9_800);
    const found = recessionReturns(series);
    expect(found).toHaveLength(4);
    const at = (date: string) => series.dates.findLastIndex((one) => one <= date);
    const [from, to] = [at('2007-12-31'), at('2009-06-30')];
    expect(found[2]?.small).toBeCloseTo(
      ((series.numerator[to] as number) / (series.numerator[from] as number) - 1) * 100,
      9,
    );
    expect(found[2]?.lead).toBeCloseTo(((series.ratios[to] as number) / (series.ratios[from] as number) - 1) * 100, 9);
    const short = upTo(series, at(addDays(isoDate('2009-06-30'), -1)) + 1);
    expect(recessionReturns(short)).toHaveLength(2);
    expect(recessionReturns(walk(100, '2015-01-02'))).toEqual([]);
  });
});

describe('the exact interval of a share', () => {
  it.each([
    [3, 8, 8.523, 75.514],
    [0, 8, 0, 36.942],
    [8, 8, 63.058, 100],
    [4, 8, 15.701, 84.299],
    [5, 10, 18.709, 81.291],
  ])('of %i in %i is %d to %d %%, as tables have it', (hits, of, low, high) => {
    expect(exactInterval(hits, of).low).toBeCloseTo(low, 3);
    expect(exactInterval(hits, of).high).toBeCloseTo(high, 3);
  });

  it('holds the share itself, and mirrors when hits and misses change places', () => {
    const cases = fc
      .integer({ min: 1, max: 60 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(cases, ([hits, of]) => {
        const { low, high } = exactInterval(hits, of);
        expect(low).toBeLessThanOrEqual((hits / of) * 100 + 1e-9);
        expect(high).toBeGreaterThanOrEqual((hits / of) * 100 - 1e-9);
        expect(100 - exactInterval(of - hits, of).high).toBeCloseTo(low, 6);
      }),
    );
  });
});
