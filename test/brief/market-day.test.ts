import { describe, expect, it } from 'vitest';
import { marketDay } from '../../src/brief/market-day.ts';
import { isoInstant } from '../../src/units.ts';

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
