import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.ts';
import {
  freshnessOf,
  isSession,
  lastFinalSession,
  nextSession,
  previousSession,
  sessionOn,
  sessionsBetween,
} from '../../src/calendar/sessions.ts';
import { isStockholmSession, lastStockholmSession, stockholmSessionsBetween } from '../../src/calendar/stockholm.ts';
import { isoDate, isoInstant } from '../../src/units.ts';

const on = (date: string) => sessionOn(isoDate(date));

describe('a day at the exchange', () => {
  it.each([
    ['2026-11-25', { kind: 'open', closesAt: '16:00' }],
    ['2026-11-26', { kind: 'closed', name: 'Thanksgiving' }],
    ['2026-11-27', { kind: 'early-close', closesAt: '13:00', name: 'day after Thanksgiving' }],
    ['2026-11-28', { kind: 'weekend' }],
    ['2026-12-24', { kind: 'early-close', closesAt: '13:00', name: 'Christmas Eve' }],
    ['2027-12-24', { kind: 'closed', name: 'Christmas (observed)' }],
    ['2027-12-31', { kind: 'open', closesAt: '16:00' }],
    ['2028-01-03', { kind: 'open', closesAt: '16:00' }],
    ['2028-07-03', { kind: 'early-close', closesAt: '13:00', name: 'day before Independence Day' }],
  ])('%s is as the exchange announced it', (date, session) => {
    expect(on(date)).toEqual(session);
  });

  it.each([
    ['1997-01-20', 'open', 'Martin Luther King Jr. Day was no holiday there before 1998'],
    ['1998-01-19', 'closed', 'and has been since'],
    ['2001-09-14', 'closed', 'shut for four days after the attacks'],
    ['2001-09-17', 'open', 'and open again on the Monday'],
    ['2008-03-21', 'closed', 'an early Easter'],
    ['2011-04-22', 'closed', 'a late Easter'],
    ['2012-10-30', 'closed', 'Hurricane Sandy'],
    ['2018-12-05', 'closed', 'a day of mourning'],
    ['2021-06-18', 'open', 'Juneteenth was no holiday there before 2022'],
    ['2021-12-24', 'closed', 'Christmas on a Saturday is kept on Friday'],
    ['2021-12-31', 'open', "New Year's Day on a Saturday is not"],
    ['2022-06-20', 'closed', 'Juneteenth on a Sunday is kept on Monday'],
    ['2025-01-09', 'closed', 'a day of mourning'],
  ])('%s was %s: %s', (date, kind) => {
    expect(on(date).kind).toBe(kind);
  });

  it('does not guess early closes of years whose early closes are not typed in', () => {
    expect(on('2024-11-29')).toEqual({ kind: 'open', closesAt: 'not recorded' });
  });

  it('of a year outside the calendar is said to be unknown', () => {
    expect(on('2029-01-02')).toEqual({ kind: 'unknown-year', year: 2029, first: 1988, last: 2028 });
    expect(on('1987-10-19')).toMatchObject({ kind: 'unknown-year', year: 1987 });
  });
});

describe('going from session to session', () => {
  it('steps over a holiday and a weekend', () => {
    expect(nextSession(isoDate('2026-11-25'))).toEqual({ kind: 'session', date: '2026-11-27' });
    expect(nextSession(isoDate('2026-11-27'))).toEqual({ kind: 'session', date: '2026-11-30' });
    expect(previousSession(isoDate('2026-11-27'))).toEqual({ kind: 'session', date: '2026-11-25' });
    expect(nextSession(isoDate('2001-09-10'))).toEqual({ kind: 'session', date: '2001-09-17' });
  });

  it('stops where the calendar ends, and says so', () => {
    expect(nextSession(isoDate('2028-12-29'))).toMatchObject({ kind: 'unknown-year', year: 2029 });
    expect(previousSession(isoDate('1988-01-04'))).toMatchObject({ kind: 'unknown-year', year: 1987 });
  });

  it('counts the sessions by which a close is old', () => {
    const between = (from: string, to: string) => sessionsBetween(isoDate(from), isoDate(to));
    expect(between('2026-11-25', '2026-11-30')).toEqual({ kind: 'counted', sessions: 2 });
    expect(between('2026-11-25', '2026-11-26')).toEqual({ kind: 'counted', sessions: 0 });
    expect(between('2026-11-30', '2026-11-25')).toEqual({ kind: 'counted', sessions: 0 });
    // Barron's, 2025-09-18: 967 trading days without a record close of the Russell 2000 ended that day
    expect(between('2021-11-08', '2025-09-17')).toEqual({ kind: 'counted', sessions: 967 });
    expect(between('2028-12-20', '2028-12-31')).toEqual({ kind: 'counted', sessions: 6 });
    expect(between('2028-12-20', '2029-01-05')).toMatchObject({ kind: 'unknown-year', year: 2029 });
  });

  const days = fc.integer({ min: 0, max: 14_900 }).map((at) => addDays(isoDate('1988-01-05'), at));

  it('goes there and back', () => {
    fc.assert(
      fc.property(days, (date) => {
        const next = nextSession(date);
        if (next.kind !== 'session' || !isSession(date)) return;
        expect(previousSession(next.date)).toEqual({ kind: 'session', date });
        expect(sessionsBetween(date, next.date)).toEqual({ kind: 'counted', sessions: 1 });
      }),
    );
  });
});

describe('the newest final closes', () => {
  it.each([
    ['2026-11-20T21:14:00Z', '2026-11-19', 'a minute too early on a winter Friday'],
    ['2026-11-20T21:15:00Z', '2026-11-20', 'a quarter of an hour after the bell'],
    ['2026-11-22T15:00:00Z', '2026-11-20', 'on a Sunday'],
    ['2026-07-10T20:15:00Z', '2026-07-10', 'in summer New York is an hour nearer to UTC'],
    ['2026-03-06T21:15:00Z', '2026-03-06', 'the Friday before the clocks go forward'],
    ['2026-03-09T20:15:00Z', '2026-03-09', 'the Monday after'],
    ['2026-10-30T20:15:00Z', '2026-10-30', 'the Friday before the clocks go back'],
    ['2026-11-02T20:15:00Z', '2026-10-30', 'the Monday after: an hour too early'],
    ['2026-11-26T23:00:00Z', '2026-11-25', 'on Thanksgiving'],
    ['2026-11-27T18:14:00Z', '2026-11-25', 'an early close, a minute too early'],
    ['2026-11-27T18:15:00Z', '2026-11-27', 'an early close'],
    ['2026-11-21T04:30:00Z', '2026-11-20', 'past midnight in London, evening in New York'],
  ])('at %s are those of %s: %s', (now, date) => {
    expect(lastFinalSession(isoInstant(now))).toEqual({ kind: 'session', date });
  });
});

describe('the freshness of a value', () => {
  const age = (asOf: string, now: string) => freshnessOf(isoDate(asOf), isoInstant(now));

  it.each([
    ['2026-11-20', '2026-11-23T15:00:00Z', 'on Monday morning Friday is the newest'],
    ['2026-11-25', '2026-11-26T20:00:00Z', 'on Thanksgiving Wednesday is the newest'],
    ['2026-11-25', '2026-11-27T18:00:00Z', 'until the early close of the Friday after'],
  ])('of %s is current at %s: %s', (asOf, now) => {
    expect(age(asOf, now)).toEqual({ kind: 'current' });
  });

  it('is counted in sessions that have ended since', () => {
    expect(age('2026-11-25', '2026-11-27T18:15:00Z')).toEqual({ kind: 'behind', sessions: 1, newest: '2026-11-27' });
    expect(age('2026-09-18', '2026-11-21T12:00:00Z')).toMatchObject({ kind: 'behind', sessions: 45 });
  });

  it('is unknown where the calendar does not know the year', () => {
    expect(age('2028-12-29', '2029-02-01T12:00:00Z')).toMatchObject({ kind: 'unknown-year', year: 2029 });
  });

  it('of 25 November is two sessions behind after the close of the 30th', () => {
    expect(age('2026-11-25', '2026-11-30T22:00:00Z')).toEqual({ kind: 'behind', sessions: 2, newest: '2026-11-30' });
    expect(age('2026-11-20', '2026-11-23T17:00:00Z')).toEqual({ kind: 'current' });
  });
});

describe('the Stockholm exchange', () => {
  it.each([
    ['2024-03-29', 'Good Friday'],
    ['2024-04-01', 'Easter Monday'],
    ['2024-05-01', 'May Day'],
    ['2024-05-09', 'Ascension Day'],
    ['2024-06-06', 'National Day'],
    ['2024-06-21', 'Midsummer Eve'],
    ['2024-12-24', 'Christmas Eve'],
    ['2024-12-31', "New Year's Eve"],
    ['2025-01-06', 'Epiphany'],
    ['2026-04-03', 'Good Friday'],
    ['2026-06-19', 'Midsummer Eve'],
    ['2003-06-09', 'Whit Monday, until 2004'],
    ['2024-07-06', 'a Saturday'],
  ])('is shut on %s: %s', (date) => {
    expect(isStockholmSession(isoDate(date))).toBe(false);
  });

  it.each(['2024-07-04', '2024-11-28', '2024-05-27', '2003-06-06', '2024-05-20', '2025-01-20'])(
    'trades on %s, whatever New York does',
    (date) => {
      expect(isStockholmSession(isoDate(date))).toBe(true);
    },
  );

  it.each([
    ['2025-11-28T16:44:00Z', '2025-11-27'],
    ['2025-11-28T16:45:00Z', '2025-11-28'],
    ['2025-06-21T12:00:00Z', '2025-06-19'],
    ['2025-06-19T15:45:00Z', '2025-06-19'],
  ])('at %s its newest final closes are of %s', (now, session) => {
    expect(lastStockholmSession(isoInstant(now))).toBe(session);
  });

  it('counts its own sessions', () => {
    expect(stockholmSessionsBetween(isoDate('2025-12-23'), isoDate('2026-01-07'))).toBe(5);
    expect(stockholmSessionsBetween(isoDate('2025-12-23'), isoDate('2025-12-23'))).toBe(0);
  });
});
