import { describe, expect, it } from 'vitest';
import {
  DECISIONS,
  decisionOn,
  decisionsBetween,
  decisionsInRates,
  knownTargetRange,
  RECORDED_HOLDS_FROM,
  recordState,
  type TargetRangeDay,
  targetRangeOn,
} from '../../src/fed/decisions.ts';
import { isoDate, isoInstant, percent } from '../../src/units.ts';

const rangeOn = (date: string) => {
  const target = targetRangeOn(isoDate(date));
  return target.kind === 'range' ? [target.lower, target.upper, target.since, target.lastMove] : target;
};

describe('the decisions on record', () => {
  it('stand in order, one a day', () => {
    const days = DECISIONS.map(({ on }) => on);
    expect(days).toEqual([...new Set(days)].sort());
  });

  it('add up: each upper bound is the one before plus the change', () => {
    const off = DECISIONS.filter(({ upper, change }, at) => {
      const before = DECISIONS[at - 1];
      return before !== undefined && Math.abs(before.upper + change / 100 - upper) > 1e-9;
    });
    expect(off).toEqual([]);
  });

  it('are one number until the range came on 16 Dec 2008, a quarter wide from then on', () => {
    const widths = (from: string, to: string) =>
      new Set(decisionsBetween(isoDate(from), isoDate(to)).map(({ lower, upper }) => upper - lower));
    expect(widths('1989-01-01', '2008-12-15')).toEqual(new Set([0]));
    expect(widths('2008-12-16', '2030-01-01')).toEqual(new Set([0.25]));
  });

  it('hold changes only before December 2023, and holds from then on', () => {
    expect(DECISIONS.filter(({ on, change }) => change === 0 && on < RECORDED_HOLDS_FROM)).toEqual([]);
    expect(decisionsBetween(isoDate('2024-01-01'), isoDate('2024-12-31'))).toHaveLength(8);
    expect(decisionsBetween(isoDate('2025-01-01'), isoDate('2025-12-31'))).toHaveLength(8);
  });

  it('end with the rise of 16 Sep 2026', () => {
    expect(DECISIONS.at(-1)).toEqual({ on: '2026-09-16', change: 25, lower: 3.75, upper: 4 });
  });

  it.each([
    ['2001', -475],
    ['2005', 200],
    ['2008', -400],
    ['2022', 425],
    ['2024', -100],
    ['2025', -75],
  ])('moved by %s in all: %d bp', (year, sum) => {
    const moves = decisionsBetween(isoDate(`${year}-01-01`), isoDate(`${year}-12-31`));
    expect(moves.reduce((total, { change }) => total + change, 0)).toBe(sum);
  });
});

describe('a decision on a day', () => {
  it('is the hold of 31 Jul 2024, not a cut', () => {
    expect(decisionOn(isoDate('2024-07-31'))).toEqual({ on: '2024-07-31', change: 0, lower: 5.25, upper: 5.5 });
  });
  it('is the cut of 50 bp on 18 Sep 2024', () => {
    expect(decisionOn(isoDate('2024-09-18'))?.change).toBe(-50);
  });
  it('is none on a day without a meeting', () => {
    expect(decisionOn(isoDate('2024-08-01'))).toBeUndefined();
  });
});

describe('the target range on a day', () => {
  it.each([
    ['2024-09-17', [5.25, 5.5, '2023-07-26', 25]],
    ['2024-09-18', [4.75, 5, '2024-09-18', -50]],
    ['2025-09-16', [4.25, 4.5, '2024-12-18', -25]],
    ['2025-09-17', [4, 4.25, '2025-09-17', -25]],
    ['2026-09-15', [3.5, 3.75, '2025-12-10', -25]],
    ['2026-11-21', [3.75, 4, '2026-09-16', 25]],
    ['2008-12-15', [1, 1, '2008-10-29', -50]],
    ['1989-06-06', [9.5625, 9.5625, '1989-06-06', -25]],
  ])('%s', (date, expected) => {
    expect(rangeOn(date)).toEqual(expected);
  });
  it('is unknown before the first decision on record', () => {
    expect(rangeOn('1988-12-31')).toEqual({ kind: 'before-first', first: '1989-01-05' });
  });
});

describe('the decisions between two days', () => {
  it('count both ends', () => {
    expect(decisionsBetween(isoDate('2024-07-31'), isoDate('2024-09-18')).map(({ on }) => on)).toEqual([
      '2024-07-31',
      '2024-09-18',
    ]);
    expect(decisionsBetween(isoDate('2024-08-01'), isoDate('2024-09-17'))).toEqual([]);
  });
});

const day = (on: string, lower: number, upper = lower + 0.25): TargetRangeDay => ({
  on: isoDate(on),
  lower: percent(lower),
  upper: percent(upper),
});
const known = (on: string, days: readonly TargetRangeDay[] = []) => knownTargetRange(isoDate(on), days);

describe('the range as known', () => {
  it('is that of the record here, up to its last decision', () => {
    expect(known('2026-11-20')).toEqual({
      kind: 'range',
      lower: 3.75,
      upper: 4,
      last: { on: '2026-09-16', change: 25 },
      through: '2026-09-16',
    });
    expect(known('2026-08-03')).toMatchObject({ upper: 3.75, last: { on: '2025-12-10' }, through: '2026-07-29' });
    expect(known('1970-01-02')).toEqual({ kind: 'before-first', first: '1989-01-05' });
  });

  it('follows a provider that has later days: a range moves the day after it is announced', () => {
    const days = [day('2026-10-27', 3.75), day('2026-10-28', 3.75), day('2026-10-29', 4)];
    expect(known('2026-11-20', days)).toEqual({
      kind: 'range',
      lower: 4,
      upper: 4.25,
      last: { on: '2026-10-28', change: 25 },
      through: '2026-10-28',
    });
  });

  it('keeps the last move on record while the provider has the same range, and knows that it held', () => {
    expect(known('2026-11-20', [day('2026-10-28', 3.75), day('2026-11-19', 3.75)])).toEqual({
      kind: 'range',
      lower: 3.75,
      upper: 4,
      last: { on: '2026-09-16', change: 25 },
      through: '2026-11-18',
    });
  });

  it('does not say since when, where the days begin after the change; looks at no later day', () => {
    const days = [day('2026-11-18', 4), day('2026-11-19', 4)];
    expect(known('2026-11-20', days)).toEqual({ kind: 'range', lower: 4, upper: 4.25, through: '2026-11-18' });
    expect(known('2026-09-20', days)).toEqual(known('2026-09-20'));
  });
});

describe('decisions newer than the record', () => {
  const day = (on: string, lower: number) => ({ on: isoDate(on), lower: percent(lower), upper: percent(lower + 0.25) });
  const DAYS = [day('2026-10-28', 3.75), day('2026-10-29', 4), day('2026-12-09', 4), day('2026-12-10', 4)];

  it('are read off the range on the first day after each meeting, holds too', () => {
    expect(decisionsInRates(DAYS)).toEqual([
      { on: '2026-10-28', change: 25, lower: 4, upper: 4.25 },
      { on: '2026-12-09', change: 0, lower: 4, upper: 4.25 },
    ]);
  });

  it('are not guessed where the days do not reach beyond the meeting, or begin after it', () => {
    expect(decisionsInRates(DAYS.slice(0, 1))).toEqual([]);
    expect(decisionsInRates(DAYS.slice(1, 3))).toEqual([]);
  });

  it('are what the record wants; a meeting that neither shows is unknown', () => {
    const state = (days: typeof DAYS) => recordState(days, isoInstant('2026-12-11T12:00:00Z'));
    expect(state(DAYS)).toMatchObject({ through: '2026-09-16', wanted: [{}, {}], unknown: [] });
    expect(state([])).toEqual({ through: '2026-09-16', wanted: [], unknown: ['2026-10-28', '2026-12-09'] });
    expect(recordState([], isoInstant('2026-10-01T12:00:00Z'))).toMatchObject({ wanted: [], unknown: [] });
  });
});
