import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveDay, WEEKDAYS } from '../../src/brief/day-reference.ts';
import { addDays, calendarDaysBetween, dateFrom, weekdayOf } from '../../src/calendar/days.ts';
import { isoDate } from '../../src/units.ts';

const today = isoDate('2026-11-20');

describe('a day as it is said', () => {
  it.each([
    [isoDate('2026-12-01'), '2026-12-01'],
    [isoDate('2020-01-01'), '2020-01-01'],
    [{ month: 12, day: 1 }, '2026-12-01'],
    [{ month: 11, day: 20 }, '2026-11-20'],
    [{ month: 11, day: 19 }, '2026-11-19'],
    [{ month: 9, day: 20 }, '2027-09-20'],
    [{ month: 2, day: 29 }, '2028-02-29'],
    [{ weekday: 'mon' as const }, '2026-11-23'],
    [{ weekday: 'fri' as const }, '2026-11-27'],
    [{ inDays: 7 }, '2026-11-27'],
  ])('%j is %s', (said, date) => {
    expect(resolveDay(said, today)).toBe(date);
  });

  it('finds the 29th of February over a century that has none', () => {
    expect(resolveDay({ month: 2, day: 29 }, isoDate('2096-06-01'))).toBe('2104-02-29');
  });

  it('is the weekday that was named, within the week that follows', () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(dateFrom(2020, 1, 1), days));
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...WEEKDAYS), (day, weekday) => {
        const meant = resolveDay({ weekday }, day);
        expect(WEEKDAYS[(weekdayOf(meant) + 6) % 7]).toBe(weekday);
        expect(calendarDaysBetween(day, meant)).toBeGreaterThanOrEqual(1);
        expect(calendarDaysBetween(day, meant)).toBeLessThanOrEqual(7);
      }),
    );
  });
});
