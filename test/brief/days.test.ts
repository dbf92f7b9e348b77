import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveDay, WEEKDAYS } from '../../src/brief/day-reference.ts';
import { marketDay } from '../../src/brief/market-day.ts';
import { addDays, calendarDaysBetween, dateFrom, weekdayOf } from '../../src/calendar/days.ts';
import { isoDate, isoInstant } from '../../src/units.ts';

const NEW_YORK = 'America/New_York';
const day = (now: string, zone = NEW_YORK) => marketDay(isoInstant(now), zone);

describe('the day of a brief', () => {
  it.each([
    ['2026-11-25T12:30:00Z', { session: { kind: 'open' }, phase: 'before', next: { date: '2026-11-27' } }],
    ['2026-11-26T12:30:00Z', { session: { kind: 'closed', name: 'Thanksgiving' }, next: { date: '2026-11-27' } }],
    ['2026-11-27T12:30:00Z', { session: { kind: 'early-close' }, phase: 'before', next: { date: '2026-11-30' } }],
    ['2026-11-27T17:59:00Z', { session: { kind: 'early-close' }, phase: 'open' }],
    ['2026-11-27T18:00:00Z', { session: { kind: 'early-close' }, phase: 'after' }],
    ['2026-11-28T12:30:00Z', { session: { kind: 'weekend' }, next: { date: '2026-11-30' } }],
    ['2026-11-30T14:29:00Z', { session: { kind: 'open' }, phase: 'before' }],
    ['2026-11-30T14:30:00Z', { session: { kind: 'open' }, phase: 'open' }],
    ['2026-11-30T21:00:00Z', { session: { kind: 'open' }, phase: 'after' }],
    ['2026-12-09T12:30:00Z', { session: { kind: 'open' }, phase: 'before' }],
    ['2027-12-31T12:30:00Z', { session: { kind: 'open' }, phase: 'before', next: { date: '2028-01-03' } }],
    ['2028-12-29T12:30:00Z', { session: { kind: 'open' }, next: { kind: 'unknown-year', last: 2028 } }],
    ['2029-01-02T12:30:00Z', { session: { kind: 'unknown-year', last: 2028 } }],
  ])('at %s in New York', (now, told) => {
    expect(day(now)).toMatchObject(told);
  });

  it('has no phase where there is no session, or none is known', () => {
    for (const now of ['2026-11-26T12:30:00Z', '2026-11-28T12:30:00Z', '2029-01-02T12:30:00Z']) {
      expect(day(now)).not.toHaveProperty('phase');
    }
  });

  it('mentions the early close that comes next', () => {
    expect(day('2026-11-26T12:30:00Z').nextSession).toMatchObject({ kind: 'early-close', closesAt: '13:00' });
  });

  it.each([
    // Thursday 08:00 in Sydney, while New York's Wednesday session ends
    ['Australia/Sydney', '2026-11-25T21:00:00Z', { date: '2026-11-26', time: '08:00', session: { kind: 'closed' } }],
    // Friday 08:00 in Kathmandu: Thanksgiving evening in New York, and the early close is still to come
    [
      'Asia/Kathmandu',
      '2026-11-27T02:15:00Z',
      { date: '2026-11-27', time: '08:00', session: { kind: 'early-close' }, phase: 'before' },
    ],
    // Monday evening in Honolulu is Tuesday in New York: Monday's session is over
    [
      'Pacific/Honolulu',
      '2026-11-24T07:00:00Z',
      { date: '2026-11-23', time: '21:00', session: { kind: 'open' }, phase: 'after' },
    ],
  ])('is the date of %s, with the session of that date', (zone, now, told) => {
    expect(day(now, zone)).toMatchObject(told);
  });
});

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
