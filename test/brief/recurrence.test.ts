import { describe, expect, it } from 'vitest';
import { type DayReference, WEEKDAYS } from '../../src/brief/day-reference.ts';
import { nextPost } from '../../src/brief/dispatch-decision.ts';
import type { BriefTiming } from '../../src/brief/effect.ts';
import { readBrief } from '../../src/brief/read.ts';
import { isDayOf, type Recurrence, type RequestedRecurrence } from '../../src/brief/recurrence.ts';
import { changedTiming, resolveTiming } from '../../src/brief/resolve-timing.ts';
import { type ClockTiming, slotsBetween } from '../../src/brief/schedule.ts';
import { addDays } from '../../src/calendar/days.ts';
import { isSession } from '../../src/calendar/sessions.ts';
import { type IsoDate, isoDate, isoInstant } from '../../src/units.ts';
import { at, EVERY_DAY, schedule } from './clocks.ts';

const on = (recurrence: Recurrence, time = '08:00', zone = 'America/New_York', days = EVERY_DAY): ClockTiming => ({
  ...at(time, zone, days),
  on: recurrence,
});

const datesOf = (timing: ClockTiming, from: string, to: string): readonly string[] =>
  slotsBetween(timing, isoInstant(`${from}T00:00:00Z`), isoInstant(`${to}T23:59:00Z`)).map(({ date }) => date);

describe('business days of a month', () => {
  it('are days on which the exchange trades', () => {
    expect(datesOf(on({ kind: 'month', which: 'first' }), '2026-11-20', '2027-07-31')).toEqual([
      // 1 January is a holiday, 1 and 2 May a weekend
      ...[
        '2026-12-01',
        '2027-01-04',
        '2027-02-01',
        '2027-03-01',
        '2027-04-01',
        '2027-05-03',
        '2027-06-01',
        '2027-07-01',
      ],
    ]);
    expect(datesOf(on({ kind: 'month', which: 'last' }), '2026-11-20', '2027-06-30')).toEqual([
      // 31 May is Memorial Day
      ...[
        '2026-11-30',
        '2026-12-31',
        '2027-01-29',
        '2027-02-26',
        '2027-03-31',
        '2027-04-30',
        '2027-05-28',
        '2027-06-30',
      ],
    ]);
  });

  it('are one a month, the earliest or the latest of its sessions, for every month of the calendar', () => {
    for (const which of ['first', 'last'] as const) {
      const dates = datesOf(on({ kind: 'month', which }), '2025-12-31', '2028-12-31').filter(
        (date) => date >= '2026-01-01',
      );
      expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBe(36);
      expect(dates).toHaveLength(36);
      for (const date of dates) {
        expect(isSession(isoDate(date))).toBe(true);
        const step = which === 'first' ? -1 : 1;
        for (
          let near = addDays(isoDate(date), step);
          near.slice(0, 7) === date.slice(0, 7);
          near = addDays(near, step)
        ) {
          expect(isSession(near)).toBe(false);
        }
      }
    }
  });

  it('are weekdays in years that are not in the exchange calendar', () => {
    expect(isDayOf({ kind: 'month', which: 'first' }, isoDate('2033-01-03'))).toBe(true);
    expect(isDayOf({ kind: 'month', which: 'last' }, isoDate('2033-04-29'))).toBe(true);
  });
});

describe('every second week', () => {
  const second = { kind: 'second-week', from: isoDate('2026-12-10') } as const;

  it('counts from the week of its first day, and has nothing before it', () => {
    const timing = on(second, '08:00', 'Europe/London', ['mon', 'thu']);
    expect(datesOf(timing, '2026-11-20', '2027-01-12')).toEqual([
      ...['2026-12-10', '2026-12-21', '2026-12-24', '2027-01-04', '2027-01-07'],
    ]);
  });

  it('keeps its time of day and its rhythm when the clocks change', () => {
    const timing = on({ kind: 'second-week', from: isoDate('2027-03-08') }, '08:00', 'America/New_York', ['mon']);
    expect(slotsBetween(timing, isoInstant('2027-03-01T00:00:00Z'), isoInstant('2027-04-06T00:00:00Z'))).toEqual([
      { date: '2027-03-08', due: '2027-03-08T13:00:00.000Z' },
      // from 14 March on New York is four hours behind
      { date: '2027-03-22', due: '2027-03-22T12:00:00.000Z' },
      { date: '2027-04-05', due: '2027-04-05T12:00:00.000Z' },
    ]);
  });
});

describe('before the open', () => {
  it('comes on sessions only, so long before 9:30 in New York whatever the clocks of others show', () => {
    const timing = on({ kind: 'open' }, '09:00', 'America/New_York', WEEKDAYS.slice(0, 5));
    expect(datesOf(timing, '2026-11-24', '2026-11-30')).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-27',
      '2026-11-30',
    ]);
    const dues = slotsBetween(timing, isoInstant('2026-10-30T00:00:00Z'), isoInstant('2026-11-02T23:00:00Z'));
    // Europe went back on 25 October, New York on 1 November
    expect(dues.map(({ due }) => due)).toEqual(['2026-10-30T13:00:00.000Z', '2026-11-02T14:00:00.000Z']);
  });
});

describe('decisions of the Fed', () => {
  it('are met the session before, or on the day, as far as meetings are set', () => {
    expect(datesOf(on({ kind: 'fed', day: 'before' }, '16:00'), '2026-11-20', '2027-02-28')).toEqual([
      ...['2026-12-08', '2027-01-26'],
    ]);
    expect(datesOf(on({ kind: 'fed', day: 'same' }, '07:30'), '2026-11-20', '2027-02-28')).toEqual([
      ...['2026-12-09', '2027-01-27'],
    ]);
    expect(datesOf(on({ kind: 'fed', day: 'same' }), '2060-01-01', '2061-01-01')).toEqual([]);
    const after = schedule({ timing: on({ kind: 'fed', day: 'same' }), settledTo: isoInstant('2060-01-01T00:00:00Z') });
    expect(nextPost(after, isoInstant('2060-01-01T00:00:00Z'))).toBeUndefined();
  });
});

describe('a single date', () => {
  it('is due once', () => {
    const timing = on({ kind: 'once', on: isoDate('2026-12-09') }, '08:00', 'Europe/Stockholm');
    expect(slotsBetween(timing, isoInstant('2026-11-20T00:00:00Z'), isoInstant('2030-01-01T00:00:00Z'))).toEqual([
      { date: '2026-12-09', due: '2026-12-09T07:00:00.000Z' },
    ]);
    expect(nextPost(schedule({ timing }), isoInstant('2026-12-09T07:00:00Z'))).toBeUndefined();
  });
});

const NOW = isoInstant('2026-11-30T14:00:00Z');

describe('what was asked for, with its dates', () => {
  const asked = (recurrence: RequestedRecurrence, time = '08:00', days = EVERY_DAY) =>
    resolveTiming({ kind: 'clock', days: [...days], time, on: recurrence }, 'Europe/Stockholm', NOW);
  const once = (day: DayReference, time?: string) => asked({ kind: 'once', on: day }, time);

  it('counts every second week from the first day that comes, or from the one that was said', () => {
    const monday = asked({ kind: 'second-week' }, '08:00', ['mon']);
    expect(monday).toMatchObject({ timing: { zone: 'Europe/Stockholm', on: { from: '2026-12-07' } } });
    expect(asked({ kind: 'second-week' }, '16:00', ['mon'])).toMatchObject({ timing: { on: { from: '2026-11-30' } } });
    const later = asked({ kind: 'second-week', from: { month: 12, day: 14 } }, '08:00', ['mon']);
    expect(later).toMatchObject({ timing: { on: { from: '2026-12-14' } } });
  });

  it('gives a single day its date, and refuses what has passed', () => {
    expect(once({ inDays: 1 })).toMatchObject({ kind: 'timing', timing: { on: { kind: 'once', on: '2026-12-01' } } });
    // 15:00 in Stockholm now
    expect(once({ inDays: 0 }, '15:30')).toMatchObject({ timing: { on: { on: '2026-11-30' } } });
    expect(once({ inDays: 0 }, '14:30')).toEqual({ kind: 'past date' });
    expect(once('2026-11-27' as IsoDate)).toEqual({ kind: 'past date' });
  });

  it('needs a zone', () => {
    expect(resolveTiming({ kind: 'clock', days: ['mon'], time: '08:00' }, undefined, NOW)).toEqual({ kind: 'no zone' });
  });
});

describe('a timing that is changed', () => {
  const changed = (was: BriefTiming, change: Parameters<typeof changedTiming>[1]) => {
    const read = changedTiming(was, change, NOW);
    return read.kind === 'timing' ? read.timing : read.kind;
  };
  const weekdays = at('07:30');
  const open = on({ kind: 'open' }, '09:00', 'America/New_York', WEEKDAYS.slice(0, 5));
  const first = on({ kind: 'month', which: 'first' }, '07:30');
  const biweekly = on({ kind: 'second-week', from: isoDate('2026-12-07') }, '08:00', 'Europe/London', ['mon']);

  it('comes on other days', () => {
    expect(changed(weekdays, { recurrence: { kind: 'month', which: 'first' } })).toEqual(first);
    expect(changed(first, { recurrence: { kind: 'second-week' } })).toMatchObject({
      ...{ days: WEEKDAYS.slice(0, 5), on: { kind: 'second-week', from: '2026-12-01' } },
    });
    expect(changed(first, { days: ['mon'] })).toEqual(at('07:30', 'America/New_York', ['mon']));
    expect(changed(first, { without: ['mon'] })).toBe('not so');
  });

  it('comes every week again where days or weeks are said without a second one', () => {
    const weekly = (time: string, days = ['mon']) => ({ kind: 'clock', days, time, zone: 'Europe/London' });
    const week = WEEKDAYS.slice(0, 5);
    const told = (words: string) => {
      const read = readBrief(`change 1 to ${words}`);
      return read.kind === 'brief' && read.do === 'change' ? changed(biweekly, read) : read;
    };
    expect(told('weekdays 7:45am')).toEqual(weekly('07:45', week));
    expect(told('every weekday')).toEqual(weekly('08:00', week));
    expect(told('trading days 8am')).toEqual(weekly('08:00', week));
    expect(told('every monday 8am')).toEqual(weekly('08:00'));
    for (const words of ['weekly', 'every week', 'each week', 'weekly on mondays']) {
      expect(told(words)).toEqual(weekly('08:00'));
    }
    expect(told('weekly at 9am')).toEqual(weekly('09:00'));
    expect(told('every second tuesday 9am')).toMatchObject({ days: ['tue'], on: { kind: 'second-week' } });
    expect(changed(first, { isWeekly: true })).toBe('not so');
    expect(changed(open, { isWeekly: true })).toEqual(open);
    expect(changed({ kind: 'crossing', of: { kind: 'odds-flip' } }, { isWeekly: true })).toBe('not so');
  });

  it('keeps what is not spoken of', () => {
    expect(changed(first, { time: '08:15' })).toEqual({ ...first, time: '08:15' });
    expect(changed(biweekly, { laterBy: 15 })).toEqual({ ...biweekly, time: '08:15' });
    expect(changed(open, { laterBy: -30 })).toEqual({ ...open, time: '08:30' });
  });

  it('leaves the open for a time of day that is named, and stays on sessions', () => {
    expect(changedTiming(open, { time: '08:15' }, NOW)).toEqual({
      ...{ kind: 'timing', leavesOpen: true },
      timing: at('08:15'),
    });
    expect(changed(open, { laterBy: 60 })).toEqual(at('10:00'));
  });

  it('is not moved into the past', () => {
    const once = on({ kind: 'once', on: isoDate('2026-11-30') }, '16:00');
    expect(changed(once, { time: '08:00' })).toBe('past date');
    expect(changed(once, { recurrence: { kind: 'once', on: isoDate('2026-12-09') } })).toMatchObject({
      on: { on: '2026-12-09' },
    });
  });

  it('has no days where it waits for a crossing', () => {
    const crossing: BriefTiming = { kind: 'crossing', of: { kind: 'odds-flip' } };
    expect(changed(crossing, { recurrence: { kind: 'open' } })).toBe('not so');
    expect(changed(crossing, { level: 0.4 })).toBe('not so');
    expect(changed(crossing, { timing: { kind: 'crossing', of: { kind: 'record-close' } } })).toEqual({
      ...{ kind: 'crossing', of: { kind: 'record-close' } },
    });
  });
});
