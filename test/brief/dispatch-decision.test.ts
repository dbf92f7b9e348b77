import { describe, expect, it } from 'vitest';
import { dispatchDecision, nextPost, withSlotSettled } from '../../src/brief/dispatch-decision.ts';
import type { Schedule } from '../../src/brief/schedule.ts';
import { type DueTime, slotsBetween } from '../../src/brief/schedule.ts';
import { type IsoInstant, isoDate, isoInstant } from '../../src/units.ts';
import { at, schedule, when } from './clocks.ts';

const MONDAY: DueTime = { date: isoDate('2026-11-23'), due: isoInstant('2026-11-23T12:30:00Z') };
const THANKSGIVING: DueTime = { date: isoDate('2026-11-26'), due: isoInstant('2026-11-26T12:30:00Z') };
const late = (minutes: number, { due }: DueTime = MONDAY): IsoInstant =>
  isoInstant(new Date(Date.parse(due) + minutes * 60_000).toISOString());
const skip = (reason: string) => ({ kind: 'skip', reason });
const fateAtDue = (more: Partial<Schedule>, slot = MONDAY) => dispatchDecision(schedule(more), slot, slot.due);

describe('what becomes of a brief that is due', () => {
  it.each([
    [0, 0],
    [1.99, 0],
    [2, 2],
    [12.5, 12],
    [30, 30],
  ])('is posted %s minutes after it was due, and said to be %s late', (after, minutesLate) => {
    expect(dispatchDecision(schedule(), MONDAY, late(after))).toEqual({ kind: 'post', minutesLate });
  });

  it('is left out once half an hour has passed', () => {
    expect(dispatchDecision(schedule(), MONDAY, late(30 + 1 / 60_000))).toEqual(skip('too late'));
    expect(dispatchDecision(schedule(), MONDAY, late(60 * 24 * 90))).toEqual(skip('too late'));
  });

  it.each([
    ['without an end', {}, 'paused'],
    ['until a later day', { until: isoDate('2026-11-24') }, 'paused'],
    ['until that day', { until: isoDate('2026-11-23') }, undefined],
    ['until a day long past', { until: isoDate('2025-01-01') }, undefined],
  ])('heeds a pause %s', (_, paused, reason) => {
    expect(fateAtDue({ paused })).toMatchObject(reason ? skip(reason) : { kind: 'post' });
  });

  it('heeds a pause by the day in the zone of the schedule', () => {
    const timing = at('08:00', 'Australia/Sydney');
    const [tuesday] = slotsBetween(timing, isoInstant('2026-11-23T00:00:00Z'), isoInstant('2026-11-24T00:00:00Z')) as [
      DueTime,
    ];
    expect(tuesday).toEqual({ date: '2026-11-24', due: '2026-11-23T21:00:00.000Z' });
    expect(fateAtDue({ timing, paused: { until: isoDate('2026-11-24') } }, tuesday)).toMatchObject({ kind: 'post' });
  });

  it('says that the exchange is closed, or is left out, by choice', () => {
    expect(fateAtDue({ onClosed: 'say' }, THANKSGIVING)).toMatchObject({ kind: 'post' });
    expect(fateAtDue({ onClosed: 'skip' }, THANKSGIVING)).toEqual(skip('exchange closed'));
    const dayAfter = { date: isoDate('2026-11-27'), due: isoInstant('2026-11-27T12:30:00Z') };
    expect(fateAtDue({ onClosed: 'skip' }, dayAfter)).toMatchObject({ kind: 'post' });
    const saturday = { date: isoDate('2026-11-28'), due: isoInstant('2026-11-28T12:30:00Z') };
    expect(fateAtDue({ onClosed: 'skip' }, saturday)).toEqual(skip('exchange closed'));
  });

  it('goes by the session of its own day, also where New York has another date', () => {
    const timing = at('08:00', 'Australia/Sydney');
    const fates = slotsBetween(timing, isoInstant('2026-11-22T00:00:00Z'), isoInstant('2026-11-27T00:00:00Z')).map(
      (slot) => [slot.date, fateAtDue({ timing, onClosed: 'skip' }, slot).kind],
    );
    expect(fates).toEqual([
      ['2026-11-23', 'post'],
      ['2026-11-24', 'post'],
      ['2026-11-25', 'post'],
      ['2026-11-26', 'skip'],
      ['2026-11-27', 'post'],
    ]);
  });

  it('takes no day of a year beyond the calendar for closed', () => {
    const christmas = { date: isoDate('2030-12-25'), due: isoInstant('2030-12-25T12:30:00Z') };
    expect(fateAtDue({ onClosed: 'skip' }, christmas)).toMatchObject({ kind: 'post' });
  });

  it('puts what people asked for before the clock, and leaves out by request the day that was named, no other', () => {
    expect(dispatchDecision(schedule({ paused: {}, skip: MONDAY.date }), MONDAY, late(90))).toEqual(skip('paused'));
    expect(dispatchDecision(schedule({ skip: MONDAY.date }), MONDAY, late(90))).toEqual(skip('skipped by request'));
    expect(fateAtDue({ skip: THANKSGIVING.date, onClosed: 'skip' }, THANKSGIVING)).toEqual(skip('exchange closed'));
    expect(fateAtDue({ skip: isoDate('2026-11-24') })).toMatchObject({ kind: 'post' });
  });

  it('asks nothing of the exchange for a trigger', () => {
    const timing = when({ kind: 'odds-flip' });
    expect(fateAtDue({ timing, onClosed: 'skip' }, THANKSGIVING)).toMatchObject({ kind: 'post' });
  });
});

describe('a schedule with a delivery on record', () => {
  it('is settled up to it, never back', () => {
    const settled = withSlotSettled(schedule(), MONDAY);
    expect(settled).toEqual({ ...schedule(), settledTo: MONDAY.due });
    const later = withSlotSettled(schedule({ settledTo: THANKSGIVING.due }), MONDAY);
    expect(later.settledTo).toBe(THANKSGIVING.due);
  });

  it('drops a request to skip once its day, or a later one, has been handled', () => {
    const skipping = (date: string) => schedule({ skip: isoDate(date) });
    expect(withSlotSettled(skipping('2026-11-23'), MONDAY)).not.toHaveProperty('skip');
    expect(withSlotSettled(skipping('2026-11-20'), MONDAY)).not.toHaveProperty('skip');
    expect(withSlotSettled(skipping('2026-11-24'), MONDAY)).toHaveProperty('skip', '2026-11-24');
  });

  it('has done with a pause that has run out, and with no other', () => {
    const paused = (until?: string) => schedule({ paused: { ...(until && { until: isoDate(until) }) } });
    expect(withSlotSettled(paused('2026-11-23'), MONDAY)).not.toHaveProperty('paused');
    expect(withSlotSettled(paused('2026-11-24'), MONDAY)).toHaveProperty('paused', { until: '2026-11-24' });
    expect(withSlotSettled(paused(), MONDAY)).toHaveProperty('paused', {});
  });
});

describe('the next time a schedule is posted', () => {
  const friday = isoInstant('2026-11-20T14:30:00Z');

  it.each([
    ['as it stands', {}, '2026-11-23'],
    ['after the one to be skipped', { skip: isoDate('2026-11-23') }, '2026-11-24'],
    ['before the one to be skipped', { skip: isoDate('2026-11-24') }, '2026-11-23'],
    ['after what was dealt with, also where the clock was set back', { settledTo: THANKSGIVING.due }, '2026-11-27'],
    ['after its pause', { paused: { until: isoDate('2026-12-01') } }, '2026-12-01'],
    ['after a pause of more than a year', { paused: { until: isoDate('2028-01-02') } }, '2028-01-03'],
    [
      'after its pause and the one to be skipped',
      { paused: { until: isoDate('2026-12-01') }, skip: isoDate('2026-12-01') },
      '2026-12-02',
    ],
    ['without an end of its pause', { paused: {} }, undefined],
    ['never, for Saturdays without closed days', { timing: at('08:00', 'UTC', ['sat']), onClosed: 'skip' }, undefined],
    ['at no time, for a trigger', { timing: when({ kind: 'record-close' }) }, undefined],
  ] as const)('is told %s', (_, more, date) => {
    expect(nextPost(schedule(more as Partial<Schedule>), friday)?.date).toBe(date);
  });

  it('leaves out days without a session where they are to be left out', () => {
    const wednesday = isoInstant('2026-11-25T14:30:00Z');
    expect(nextPost(schedule({ onClosed: 'skip' }), wednesday)?.date).toBe('2026-11-27');
    expect(nextPost(schedule({ onClosed: 'skip', skip: isoDate('2026-11-27') }), wednesday)?.date).toBe('2026-11-30');
  });
});
