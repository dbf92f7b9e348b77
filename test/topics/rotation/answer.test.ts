import { describe, expect, it } from 'vitest';
import { type Facts, shippedFacts } from '../../../src/facts/facts.ts';
import type { RatioSeries } from '../../../src/index-ratio/series.ts';
import { type Answer, answer } from '../../../src/topics/registry.ts';
import type { RotationAnswer } from '../../../src/topics/rotation/answer-type.ts';
import type { RotationQuestion } from '../../../src/topics/rotation/question.ts';
import { isoDate, isoInstant } from '../../../src/units.ts';
import { liveFacts } from '../../doubles/live-facts.ts';
import { closesOn, ratioOf, sessionsFrom, upTo, walk } from '../../doubles/market-series.ts';

const ask = (question: Omit<RotationQuestion, 'kind'>, facts: Facts): RotationAnswer => {
  const answered = answer({ kind: 'rotation', ...question }, facts);
  if (answered.kind !== 'rotation') throw new Error(answered.kind);
  return answered;
};
const figure = ({ figures }: Answer, id: string): number | undefined => figures.find((one) => one.id === id)?.value;

/** Four sessions of July 2024 with closes that are easy to reckon with. */
const DATES = sessionsFrom('2024-07-01', 4);
const FEW: RatioSeries = ratioOf(
  closesOn(DATES, [2_000, 2_100, 2_200, 2_310]),
  closesOn(DATES, [5_000, 5_000, 5_500, 5_500]),
);
const AFTER_FEW = '2024-07-05T21:00:00Z';
const few = liveFacts(AFTER_FEW, { closes: FEW });
const at = (day: string) => isoDate(day);

describe('a span', () => {
  it('is answered with both legs and the ratio, in full precision', () => {
    expect(DATES).toEqual(['2024-07-01', '2024-07-02', '2024-07-03', '2024-07-05']);
    const answered = ask({ from: at('2024-07-01'), to: at('2024-07-03') }, few);
    expect(figure(answered, 'rut.return.since')).toBeCloseTo(10, 9);
    expect(figure(answered, 'spx.return.since')).toBeCloseTo(10, 9);
    expect(figure(answered, 'ratio.change.since')).toBeCloseTo(0, 9);
    expect(figure(answered, 'ratio.level')).toBeCloseTo(0.4, 12);
  });

  it('goes back to the session before a day without a close, and says which it used', () => {
    const answered = ask({ from: at('2024-07-04') }, few);
    expect(answered.result).toMatchObject({
      kind: 'measured',
      asked: { from: '2024-07-04', change: { from: '2024-07-03', to: '2024-07-05' } },
    });
    expect(figure(answered, 'rut.return.since')).toBeCloseTo(5, 9);
  });

  it.each([
    [{ from: '2024-07-03', to: '2024-07-01' }, { kind: 'from-after-to' }],
    [{ from: '2024-07-09' }, { kind: 'in-the-future', date: '2024-07-09', today: '2024-07-05' }],
    [
      { from: '2024-07-01', to: '2025-07-01' },
      { kind: 'in-the-future', date: '2025-07-01' },
    ],
    [{ from: '2024-06-28' }, { kind: 'before-first', first: '2024-07-01' }],
    [{ to: '2024-06-28' }, { kind: 'before-first', first: '2024-07-01' }],
    [{ from: '2024-07-05' }, { kind: 'same-session', on: '2024-07-05' }],
    [{ ytd: true }, { kind: 'before-first', date: '2023-12-31' }],
    [{ benchmark: 'S&P 600' }, { kind: 'not-available', benchmark: 'S&P 600' }],
    [{ benchmark: 'total return' }, { kind: 'not-available' }],
  ] as const)('of %j has no figure, and says why', (question, result) => {
    const answered = ask(question as Partial<RotationQuestion>, few);
    expect(answered.result).toMatchObject(result);
    expect(answered.figures).toEqual([]);
  });

  it('never gives the Russell for a benchmark that is not in the data, whatever else is asked', () => {
    for (const question of [{ from: at('2024-07-01') }, { level: 0.6 }, { cycles: true as const }]) {
      expect(ask({ ...question, benchmark: 'equal weight' }, few).result.kind).toBe('not-available');
    }
  });
});

describe('the ratio today', () => {
  const series = walk(2_600, '2016-01-04');
  const last = series.dates.at(-1) as string;
  const facts = liveFacts(`${last}T21:30:00Z`, { closes: series });
  const answered = ask({}, facts);

  it('has every figure, with the data as source', () => {
    const ids = answered.figures.map(({ id }) => id);
    for (const span of ['1w', '1m', '3m', '12m']) {
      expect(ids).toEqual(expect.arrayContaining([`ratio.change.${span}`, `rut.return.${span}`, `spx.return.${span}`]));
    }
    expect(ids).toEqual(
      expect.arrayContaining([
        'ratio.level',
        'ratio.percentile',
        'ratio.drawdown',
        'ratio.average50.distance',
        'ratio.average200.distance',
        'rut.sessions-since-record',
        'ratio.outperformance',
      ]),
    );
    expect(answered.figures.find(({ id }) => id === 'ratio.level')?.source).toBe('Yahoo Finance, ^RUT and ^GSPC');
    expect(answered.sources).toEqual(['Yahoo Finance, ^RUT and ^GSPC']);
  });

  it('is as known on that day: later closes change nothing', () => {
    const count = 2_000;
    const then = `${series.dates[count - 1]}T21:30:00Z`;
    const withLater = ask({}, liveFacts(then, { closes: series }));
    const without = ask({}, liveFacts(then, { closes: upTo(series, count) }));
    expect(withLater.figures).toEqual(without.figures);
    expect(ask({ cycles: true }, liveFacts(then, { closes: series })).figures).toEqual(
      ask({ cycles: true }, liveFacts(then, { closes: upTo(series, count) })).figures,
    );
  });

  it('takes another level where one is asked for', () => {
    const level = figure(answered, 'ratio.level') as number;
    expect(figure(ask({ level: level * 1.5 }, facts), 'ratio.outperformance')).toBeCloseTo(50, 9);
  });

  it('does not count today before its close is final, and counts sessions since', () => {
    const noon = liveFacts('2024-07-05T16:00:00Z', { closes: FEW });
    expect(ask({}, noon).result).toMatchObject({
      end: { on: '2024-07-03' },
      stamp: { freshness: { kind: 'current' } },
    });
    const later = liveFacts('2024-07-09T22:00:00Z', { closes: FEW });
    expect(ask({}, later).result).toMatchObject({ stamp: { freshness: { kind: 'behind', sessions: 2 } } });
  });

  it('is provisional only on the days that a second provider should have confirmed', () => {
    const unconfirmed = liveFacts(AFTER_FEW, {
      closes: FEW,
      provenance: { check: { kind: 'provisional', words: 'Yahoo alone' } },
    });
    expect(ask({}, unconfirmed).result).toMatchObject({ isProvisional: true });
    expect(ask({ to: at('2024-07-02') }, unconfirmed).result).toMatchObject({ isProvisional: false });
  });
});

describe('after past cuts', () => {
  const long = walk(9_700, '1988-01-04');
  const answered = ask({ cycles: true }, liveFacts(`${long.dates.at(-1)}T22:00:00Z`, { closes: long }));

  it('has both legs after 1, 3, 6 and 12 months, and who led', () => {
    if (answered.result.kind !== 'cycles') return expect.unreachable();
    expect(answered.result.study.cycles).toHaveLength(8);
    for (const months of [1, 3, 6, 12]) {
      expect(figure(answered, `rut.return.1989-06-06.${months}m`)).toBeTypeOf('number');
      expect(figure(answered, `spx.return.1989-06-06.${months}m`)).toBeTypeOf('number');
      expect(figure(answered, `cycles.of.${months}m`)).toBeGreaterThan(5);
    }
  });

  it('leaves out the cuts the closes do not reach', () => {
    expect(ask({ cycles: true }, few).result).toMatchObject({ study: { cycles: [] } });
  });
});

describe('a table to download', () => {
  it('holds the closes of the span, whose they are in every row', () => {
    expect(ask({ csv: true, from: at('2024-07-02') }, few).csv).toBe(
      [
        'date,rut_close,spx_close,ratio,source',
        '2024-07-02,2100,5000,0.42,"Yahoo Finance, ^RUT and ^GSPC"',
        '2024-07-03,2200,5500,0.4,"Yahoo Finance, ^RUT and ^GSPC"',
        '2024-07-05,2310,5500,0.42,"Yahoo Finance, ^RUT and ^GSPC"',
        '',
      ].join('\n'),
    );
    expect(ask({}, few).csv).toBeUndefined();
  });
});

describe('without closes', () => {
  const facts = shippedFacts(isoInstant('2026-11-20T14:30:00Z'));

  it('gives what the notes print, and the reason', () => {
    const answered = ask({ from: at('2024-07-09') }, facts);
    expect(answered).toMatchObject({
      result: { kind: 'no-closes', why: { kind: 'off' } },
      reading: { printed: '0.4' },
    });
    expect(figure(answered, 'ratio.level')).toBe(0.4);
    expect(figure(answered, 'rut.return.since')).toBeUndefined();
  });

  it('says what a level takes from the printed reading, under the note as source', () => {
    const answered = ask({ level: 0.6 }, facts);
    expect(answered.figures.find(({ id }) => id === 'ratio.outperformance')).toMatchObject({
      value: expect.closeTo(50, 9),
      source: '002-2024-07-25',
    });
  });

  it('counts closes that begin later as none', () => {
    const before = { ...liveFacts('2023-01-03T12:00:00Z', { closes: FEW }) };
    expect(ask({}, before).result).toEqual({ kind: 'no-closes', why: { kind: 'before-first', first: '2024-07-01' } });
  });
});
