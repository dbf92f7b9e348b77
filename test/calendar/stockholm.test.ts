import { describe, expect, it } from 'vitest';
import { isStockholmSession, lastStockholmSession, stockholmSessionsBetween } from '../../src/calendar/stockholm.ts';
import { isoDate, isoInstant } from '../../src/units.ts';

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
