import { describe, expect, it } from 'vitest';
import { monthsToSession, spanToSession } from '../../src/calendar/sessions.ts';
import { isoDate } from '../../src/units.ts';

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
