import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.ts';
import { changeBetween, changesAt, readAt } from '../../src/index-ratio/measures.ts';
import { isoDate } from '../../src/units.ts';
import { ratioSeries, upTo, walk } from '../doubles/market-series.ts';

describe('changes over calendar spans', () => {
  const series = walk(400, '2025-05-01');

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
