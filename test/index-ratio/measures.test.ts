import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.ts';
import { drawdownAt, trendAt } from '../../src/index-ratio/distance.ts';
import {
  type CloseSeries,
  changeBetween,
  changesAt,
  percentChange,
  percentileAt,
  type RatioSeries,
  ranksAt,
  readAt,
  requiredOutperformance,
} from '../../src/index-ratio/series.ts';
import { type IsoDate, isoDate } from '../../src/units.ts';
import { ratioSeries, sessionsFrom, upTo, walk } from '../doubles/market-series.ts';
import { aligned, RATIO } from './published-closes.ts';

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

  it('of 0.5, 0.6, 0.45, 0.55: −25 % from the high on the third day, the 75th percentile on the fourth', () => {
    const readings = ratioSeries([0.5, 0.6, 0.45, 0.55], '2026-01-05');
    expect(drawdownAt(readings, isoDate('2026-01-07'))).toEqual({
      high: 0.6,
      highOn: '2026-01-06',
      drawdown: expect.closeTo(-25, 9),
    });
    expect(percentileAt(readings, isoDate('2026-01-08'))).toBe(75);
  });

  it('are absent before the first day', () => {
    expect(drawdownAt(RATIO, isoDate('2000-01-01'))).toBeUndefined();
    expect(percentileAt(RATIO, isoDate('2000-01-01'))).toBeUndefined();
  });

  const closes = fc.array(
    fc.tuple(fc.double({ min: 1, max: 1e4, noNaN: true }), fc.double({ min: 1, max: 1e4, noNaN: true })),
    { minLength: 2, maxLength: 40 },
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

describe('a rank over years', () => {
  // twelve years of sessions; high until a year ago, then rising to the level of the last day
  const dates = sessionsFrom('2014-01-02', 3_020);
  const levels = dates.map((_, at) => (at < 2_768 ? 0.6 : 0.3 + (at - 2_768) * 1e-4));
  const series = ratioSeries(levels, '2014-01-02');
  const last = dates.at(-1) as IsoDate;

  it('counts the days of the last 10, 5 and 3 years, and leaves out 20 where the series is shorter', () => {
    const ranks = ranksAt(series, last);
    expect(ranks.map(({ years }) => years)).toEqual([10, 5, 3]);
    for (const { years, percentile } of ranks) {
      const from = `${Number(last.slice(0, 4)) - years}${last.slice(4)}`;
      const within = levels.filter((_, at) => (dates[at] as string) >= from);
      const below = within.filter((level) => level <= (levels.at(-1) as number));
      expect(percentile).toBeCloseTo((below.length / within.length) * 100, 9);
    }
    expect(percentileAt(series, last)).toBeCloseTo((252 / 3_020) * 100, 9);
  });

  it('is absent before the first day, and looks at no later one', () => {
    expect(ranksAt(series, isoDate('2013-01-01'))).toEqual([]);
    const then = dates[2_900] as IsoDate;
    expect(ranksAt(series, then)).toEqual(ranksAt(upTo(series, 2_901), then));
  });
});

describe('changes over calendar spans', () => {
  const series = walk(400, '2025-05-01');

  it.each([
    ['2026-02-27', '1 month', '2026-01-30', "February's last session: January's close, not that of the 27th"],
    ['2026-11-30', '1 month', '2026-10-30', 'a Saturday ends October'],
    ['2026-04-30', '3 months', '2026-01-30', 'a Saturday ends January'],
    ['2026-06-30', '12 months', '2025-06-30', 'month-end to month-end'],
    ['2026-02-26', '1 month', '2026-01-26', 'a day before the last session'],
    ['2026-03-30', '1 month', '2026-02-27', 'no 30 February'],
  ])('to %s over %s start at the close of %s: %s', (to, span, from) => {
    const found = changesAt(series, isoDate(to)).find((one) => one.span === span)?.change;
    expect(found).toMatchObject({ kind: 'change', from, to });
  });

  it('are counted back from the newest session, each from the session on or before its day', () => {
    // 2026-11-22 is a Sunday; 2026-11-20 its Friday
    const spans = changesAt(series, isoDate('2026-11-22'));
    expect(
      spans.map(({ span, requestedFrom, change }) => [span, requestedFrom, change.kind === 'change' && change.from]),
    ).toEqual([
      ['1 week', '2026-11-13', '2026-11-13'],
      ['1 month', '2026-10-20', '2026-10-20'],
      ['3 months', '2026-08-20', '2026-08-20'],
      ['12 months', '2025-11-20', '2025-11-20'],
      ['year to date', '2025-12-31', '2025-12-31'],
    ]);
    for (const { change } of spans) expect(change).toMatchObject({ to: '2026-11-20' });
  });

  it('say which session stood in for a holiday', () => {
    // 2026-09-07 is Labor Day, a Monday
    const [, month] = changesAt(series, isoDate('2026-10-07'));
    expect(month).toMatchObject({ requestedFrom: '2026-09-07', change: { from: '2026-09-04', to: '2026-10-07' } });
  });

  it('compound: a week and what came before it make the whole', () => {
    const [week] = changesAt(series, isoDate('2026-11-20'));
    const before = changeBetween(series, isoDate('2026-01-05'), isoDate('2026-11-13'));
    const whole = changeBetween(series, isoDate('2026-01-05'), isoDate('2026-11-20'));
    if (week?.change.kind !== 'change' || before.kind !== 'change' || whole.kind !== 'change') {
      return expect.unreachable();
    }
    expect((1 + week.change.ratio / 100) * (1 + before.ratio / 100)).toBeCloseTo(1 + whole.ratio / 100, 12);
  });

  it('that begin before the series say so', () => {
    const short = ratioSeries([0.4, 0.41, 0.42], '2026-11-18');
    expect(changesAt(short, isoDate('2026-11-20')).map(({ change }) => change.kind)).toEqual(
      Array(5).fill('before-first'),
    );
    expect(changesAt(short, isoDate('2026-11-17'))).toEqual([]);
  });

  it('of an earlier day do not change when days are added', () => {
    for (let count = 5; count < 400; count += 17) {
      const then = upTo(series, count);
      const date = then.dates.at(-1) ?? isoDate('2025-05-01');
      expect(changesAt(series, date)).toEqual(changesAt(then, date));
      expect(readAt(series, addDays(date, 0))).toEqual(readAt(then, date));
    }
  });
});

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
