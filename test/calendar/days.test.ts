import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  averageMonthsBetween,
  calendarDaysBetween,
  dateBack,
  dateFrom,
  daysInMonth,
  firstDayOf,
  monthsBefore,
  weekdayOf,
  wholeMonthsBetween,
} from '../../src/calendar/days.ts';
import { monthsToSession, newYorkInstant, newYorkTime, spanToSession } from '../../src/calendar/sessions.ts';
import { isoDate, isoInstant, isoMonthOf } from '../../src/units.ts';

describe('dates', () => {
  it('add up over months and leap days', () => {
    expect(addDays(isoDate('2028-02-28'), 2)).toBe('2028-03-01');
    expect(addDays(isoDate('2027-01-01'), -1)).toBe('2026-12-31');
    expect(calendarDaysBetween(isoDate('2028-02-28'), isoDate('2028-03-01'))).toBe(2);
    expect(calendarDaysBetween(isoDate('2024-07-31'), isoDate('2024-09-18'))).toBe(49);
    expect(dateFrom(2026, 12, 0)).toBe('2026-11-30');
    expect(weekdayOf(isoDate('2026-11-26'))).toBe(4);
  });

  it.each([
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2026-11-20', 3, '2026-08-20'],
  ])('%s less %i months is %s', (date, months, earlier) => {
    expect(monthsBefore(isoDate(date), months)).toBe(earlier);
  });

  it('of a month are counted from its first day', () => {
    expect(isoMonthOf(isoDate('2026-10-28'))).toBe('2026-10');
    expect(firstDayOf('2026-11')).toBe('2026-11-01');
    expect(daysInMonth('2028-02')).toBe(29);
    expect(addMonths('2026-11', 3)).toBe('2027-02');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
  });

  it.each([
    ['2025-09-18', '2026-11-20', 14],
    ['2024-07-25', '2026-11-21', 27],
    ['2024-07-25', '2024-08-24', 0],
    ['2024-07-25', '2024-08-25', 1],
    ['2024-08-25', '2024-07-25', -1],
  ])('from %s to %s are %i whole months apart', (from, to, months) => {
    expect(wholeMonthsBetween(isoDate(from), isoDate(to))).toBe(months);
  });

  it('from 18 December 2024 to 17 September 2025 are 8.969199 average months apart', () => {
    expect(averageMonthsBetween(isoDate('2024-12-18'), isoDate('2025-09-17'))).toBeCloseTo(8.969199, 6);
  });

  it('come back where as many days are taken away as were added', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        const start = isoDate('2000-02-29');
        expect(calendarDaysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });
});

describe('a date counted back', () => {
  it.each([
    ['2026-03-31', { count: 1, unit: 'month' }, '2026-02-28'],
    ['2028-02-29', { count: 1, unit: 'year' }, '2027-02-28'],
    ['2026-01-05', { count: 2, unit: 'week' }, '2025-12-22'],
    ['2026-03-01', { count: 1, unit: 'day' }, '2026-02-28'],
    ['2026-11-20', { count: 100, unit: 'year' }, '1926-11-20'],
  ] as const)('%s, %j: %s', (date, back, expected) => {
    expect(dateBack(isoDate(date), back)).toBe(expected);
  });
});

describe('the clocks of New York', () => {
  it('show another day than UTC late in the evening', () => {
    expect(newYorkTime(isoInstant('2026-11-27T02:00:00Z'))).toEqual({ date: '2026-11-26', time: '21:00' });
    expect(newYorkTime(isoInstant('2026-11-27T05:00:00Z'))).toEqual({ date: '2026-11-27', time: '00:00' });
  });

  it.each([
    ['2026-12-09', '2026-12-09T19:00:00.000Z'],
    ['2027-03-17', '2027-03-17T18:00:00.000Z'],
    ['2026-03-08', '2026-03-08T18:00:00.000Z'],
    ['2026-11-01', '2026-11-01T19:00:00.000Z'],
  ])('strike two in the afternoon of %s at %s', (date, instant) => {
    expect(newYorkInstant(isoDate(date), '14:00')).toBe(instant);
  });

  it('do not show half past two on the night they go forward', () => {
    expect(() => newYorkInstant(isoDate('2026-03-08'), '02:30')).toThrow(RangeError);
  });
});

describe('months up to a session', () => {
  it.each([
    ['2026-02-27', 1, '2026-01-31', "February's last session"],
    ['2026-02-26', 1, '2026-01-26', 'the session before it'],
    ['2026-05-29', 3, '2026-02-28', "a Friday, and May's last session"],
    ['2028-03-31', 1, '2028-02-29', 'a leap day'],
    ['2024-03-28', 1, '2024-02-29', 'Good Friday ends March'],
    ['2027-01-29', 12, '2026-01-31', 'a year'],
    ['2028-12-29', 1, '2028-11-30', 'the last session the calendar knows'],
    ['1987-10-30', 1, '1987-09-30', 'a year before the calendar: the last weekday'],
    ['1987-10-29', 1, '1987-09-29', 'and the day before that'],
  ])('%s less %i is %s: %s', (session, months, from) => {
    expect(monthsToSession(isoDate(session), months)).toBe(from);
  });

  it.each([
    [{ count: 1, unit: 'month' }, '2026-01-31'],
    [{ count: 2, unit: 'year' }, '2024-02-29'],
    [{ count: 1, unit: 'week' }, '2026-02-20'],
    [{ count: 10, unit: 'day' }, '2026-02-17'],
  ] as const)('%j before 27 February 2026 is %s', (back, from) => {
    expect(spanToSession(isoDate('2026-02-27'), back)).toBe(from);
  });
});
