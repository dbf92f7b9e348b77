import { describe, expect, it } from 'vitest';
import { knownTargetRange, type TargetRangeDay } from '../../src/fed/known-range.ts';
import { isoDate, percent } from '../../src/units.ts';

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
