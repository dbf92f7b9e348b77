import { describe, expect, it } from 'vitest';
import { FIRST_CUTS } from '../../src/fed/decision-record.ts';
import { studyCycles } from '../../src/index-ratio/cycle-study.ts';
import { changeBetween } from '../../src/index-ratio/series.ts';
import { isoDate } from '../../src/units.ts';
import { closesOn, ratioOf, sessionsFrom, upTo, walk } from '../doubles/market-series.ts';

describe('returns after the first cut of a cycle', () => {
  // the Russell leg gains 1 a session from 100, the S&P leg 2 a session from 200 up to the 100th, then nothing
  const dates = sessionsFrom('2024-01-02', 400);
  const series = ratioOf(
    closesOn(
      dates,
      dates.map((_, at) => 100 + at),
    ),
    closesOn(
      dates,
      dates.map((_, at) => 200 + 2 * Math.min(at, 100)),
    ),
  );
  const cut = dates[50] ?? isoDate('2024-01-02');

  it('are measured after 21, 63, 126 and 252 sessions, for each index', () => {
    const [cycle] = studyCycles(series, [cut]).cycles;
    expect(cycle).toMatchObject({ firstCut: cut, from: cut });
    expect(cycle?.returns).toEqual([
      {
        months: 1,
        until: dates[71],
        small: expect.closeTo(14, 10),
        large: expect.closeTo(14, 10),
        lead: expect.closeTo(0, 10),
        didSmallLead: false,
      },
      expect.objectContaining({ months: 3, until: dates[113], didSmallLead: true }),
      expect.objectContaining({ months: 6, until: dates[176], small: expect.closeTo(84, 10) }),
      expect.objectContaining({ months: 12, until: dates[302], small: expect.closeTo(168, 10) }),
    ]);
    expect(cycle?.returns[3]?.large).toBeCloseTo(33.333333, 6);
    // the lead is the change of the ratio, 2.68 ÷ 1.333333, and no difference of two returns
    expect(cycle?.returns[3]?.lead).toBeCloseTo(101, 6);
  });

  it('are left out where their time has not run out, and the tally counts what remains', () => {
    const late = dates[200] ?? cut;
    const study = studyCycles(series, [late, cut]);
    expect(study.cycles.map(({ firstCut, returns }) => [firstCut, returns.map(({ months }) => months)])).toEqual([
      [cut, [1, 3, 6, 12]],
      [late, [1, 3, 6]],
    ]);
    expect(study.tally.map(({ months, led, of }) => ({ months, led, of }))).toEqual([
      { months: 1, led: 1, of: 2 },
      { months: 3, led: 2, of: 2 },
      { months: 6, led: 2, of: 2 },
      { months: 12, led: 1, of: 1 },
    ]);
  });

  it('stand beside every window of as many sessions, and beside what so few cycles can tell', () => {
    const [month, , , year] = studyCycles(series, [cut]).tally;
    // a year on the S&P leg stands still from the 100th session, so the Russell leads in every window
    const led = (sessions: number) =>
      series.ratios.filter((ratio, at) => at >= sessions && ratio > (series.ratios[at - sessions] as number)).length;
    expect(month?.base).toEqual({ led: led(21), of: 379 });
    expect(year?.base).toEqual({ led: led(252), of: 148 });
    expect(year?.interval).toEqual({ low: expect.closeTo(2.5, 6), high: 100 });
    expect(studyCycles(series, []).tally[0]?.interval).toBeUndefined();
    expect(studyCycles(upTo(series, 10), []).tally[0]?.base).toEqual({ led: 0, of: 0 });
  });

  it('name the cycles whose twelve months overlap: they are no separate cases', () => {
    const [second, third] = [dates[301], dates[302]];
    if (!second || !third) return expect.unreachable();
    expect(studyCycles(series, [cut, second]).overlaps).toEqual([[cut, second]]);
    expect(studyCycles(series, [cut, third]).overlaps).toEqual([]);
  });

  it('start from the session before a cut on a day without one', () => {
    expect(studyCycles(series, [isoDate('2024-03-31')]).cycles[0]?.from).toBe('2024-03-28');
  });

  it('do not speak of cuts outside the series', () => {
    const outside = [isoDate('1989-06-06'), isoDate('2026-09-16')];
    expect(studyCycles(series, outside)).toMatchObject({ cycles: [], leftOut: outside });
  });

  it('are plain changes of each leg', () => {
    const long = walk(9_800);
    const study = studyCycles(
      long,
      FIRST_CUTS.map(({ on }) => on),
    );
    expect(study.cycles).toHaveLength(8);
    for (const { from, returns } of study.cycles) {
      for (const { until, small, large } of returns) {
        expect(changeBetween(long, from, until)).toMatchObject({ numerator: small, denominator: large });
      }
    }
  });

  it('do not change when days are added', () => {
    const long = walk(9_800);
    const cuts = FIRST_CUTS.map(({ on }) => on);
    const then = upTo(long, 7_000);
    const before = studyCycles(then, cuts).cycles;
    const after = studyCycles(long, cuts).cycles;
    for (const [at, { returns }] of before.entries()) {
      expect(after[at]?.returns.slice(0, returns.length)).toEqual(returns);
    }
  });
});
