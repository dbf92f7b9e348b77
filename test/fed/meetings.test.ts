import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../../src/calendar/days.ts';
import { isSession } from '../../src/calendar/sessions.ts';
import {
  contractsNeeded,
  MEETINGS,
  meetingsAfter,
  nextMeeting,
  statementAt,
  unrecordedMeetings,
} from '../../src/fed/meetings.ts';
import { isoDate, isoInstant, isoMonthOf } from '../../src/units.ts';

const at = (now: string) => isoInstant(now);

describe('the meeting calendar', () => {
  it('holds eight meetings a year from 2022 to 2027, one a month at most, and the first of 2028', () => {
    const years = Object.groupBy(MEETINGS, ({ decision }) => decision.slice(0, 4));
    expect(Object.entries(years).map(([year, meetings]) => [year, meetings?.length])).toEqual([
      ...['2022', '2023', '2024', '2025', '2026', '2027'].map((year) => [year, 8]),
      ['2028', 1],
    ]);
    expect(new Set(MEETINGS.map(({ decision }) => isoMonthOf(decision))).size).toBe(MEETINGS.length);
  });

  it('has every decision on a session in mid-week, in order, with four sets of projections a year', () => {
    for (const { decision } of MEETINGS) {
      expect([3, 4]).toContain(weekdayOf(decision));
      expect(isSession(decision)).toBe(true);
    }
    expect(MEETINGS.map(({ decision }) => decision)).toEqual(MEETINGS.map(({ decision }) => decision).toSorted());
    const projections = MEETINGS.filter(({ hasProjections }) => hasProjections);
    expect(projections).toHaveLength(24);
    expect(projections.filter(({ decision }) => decision.startsWith('2027')).map(({ decision }) => decision)).toEqual([
      '2027-03-17',
      '2027-06-09',
      '2027-09-15',
      '2027-12-08',
    ]);
  });

  it('calls 2027 and later tentative', () => {
    expect(MEETINGS.find(({ isTentative }) => isTentative)?.decision).toBe('2027-01-27');
  });
});

describe('the next meeting', () => {
  it.each([
    ['2026-11-21T00:00:00Z', '2026-12-09', '2026-12-09T19:00:00.000Z'],
    ['2026-12-09T18:59:00Z', '2026-12-09', '2026-12-09T19:00:00.000Z'],
    ['2026-12-09T19:00:00Z', '2027-01-27', '2027-01-27T19:00:00.000Z'],
    ['2027-07-28T17:59:00Z', '2027-07-28', '2027-07-28T18:00:00.000Z'],
  ])('seen at %s decides on %s', (now, decision, instant) => {
    expect(nextMeeting(at(now))).toMatchObject({ kind: 'meeting', meeting: { decision }, at: instant });
  });

  it('is not guessed where the calendar ends, or before it begins', () => {
    const none = { kind: 'no-calendar', first: '2022-01', last: '2028-01' };
    expect(nextMeeting(at('2028-01-26T19:00:00Z'))).toEqual(none);
    expect(nextMeeting(at('2019-07-01T00:00:00Z'))).toEqual(none);
    expect(meetingsAfter(at('2030-01-01T00:00:00Z'))).toEqual([]);
  });
});

describe('decisions missing from the record', () => {
  const missing = (lastKnown: string, now: string) => unrecordedMeetings(isoDate(lastKnown), at(now));

  it('are those of the meetings that have passed since its newest one', () => {
    const october = MEETINGS.filter(({ decision }) => decision === '2026-10-28');
    expect(missing('2026-09-16', '2026-11-21T12:00:00Z')).toEqual({ kind: 'unknown', meetings: october });
    expect(missing('2026-09-16', '2027-01-01T12:00:00Z')).toMatchObject({
      kind: 'unknown',
      meetings: [{ decision: '2026-10-28' }, { decision: '2026-12-09' }],
    });
  });

  it('are none until the statement comes out', () => {
    const [october] = MEETINGS.filter(({ decision }) => decision === '2026-10-28');
    if (october === undefined) return expect.unreachable();
    expect(statementAt(october)).toBe('2026-10-28T18:00:00.000Z');
    expect(missing('2026-09-16', '2026-10-28T17:59:59Z')).toEqual({ kind: 'none' });
    expect(missing('2026-09-16', '2026-10-28T18:00:00Z').kind).toBe('unknown');
  });

  it('are unknown once the calendar has run out', () => {
    expect(missing('2028-01-26', '2028-06-01T00:00:00Z').kind).toBe('no-calendar');
  });
});

describe('the contracts a path needs', () => {
  it('run from the running month to the first without a meeting', () => {
    expect(contractsNeeded(isoInstant('2026-11-21T00:00:00Z'), 1)).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ]);
    expect(contractsNeeded(isoInstant('2026-09-18T21:00:00Z'), 1)).toEqual(['2026-09', '2026-10', '2026-11']);
  });

  it('end with the meeting calendar', () => {
    expect(contractsNeeded(isoInstant('2026-11-21T00:00:00Z'), 99).at(-1)).toBe('2028-01');
    expect(contractsNeeded(isoInstant('2029-01-01T00:00:00Z'), 2)).toEqual([]);
  });
});
