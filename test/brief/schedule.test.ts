import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEEKDAYS } from '../../src/brief/day-reference.ts';
import { isZone, slotsBetween, wallClock } from '../../src/brief/schedule.ts';
import { type IsoInstant, isoInstant } from '../../src/units.ts';
import { at, datesFrom, EVERY_DAY, firstQuarterShowing, weekdayIn } from './clocks.ts';

const instant = (text: string): IsoInstant => isoInstant(text);
const AFTER = instant('2026-11-20T14:30:00Z');
const dueOn = (zone: string, date: string, time: string): string | undefined => {
  const day = Date.parse(date);
  const [from, to] = [day - 2 * 86_400_000, day + 3 * 86_400_000].map((ms) => instant(new Date(ms).toISOString()));
  const slots = slotsBetween(at(time, zone, EVERY_DAY), from as IsoInstant, to as IsoInstant);
  return slots.find((slot) => slot.date === date)?.due;
};

describe('the times a brief is due', () => {
  it('are those of the worked example', () => {
    const slots = slotsBetween(
      at('02:30', 'America/New_York', EVERY_DAY),
      instant('2027-03-13T05:00:00Z'),
      instant('2027-03-16T03:59:00Z'),
    );
    expect(slots).toEqual([
      { date: '2027-03-13', due: '2027-03-13T07:30:00.000Z' },
      { date: '2027-03-14', due: '2027-03-14T07:00:00.000Z' },
      { date: '2027-03-15', due: '2027-03-15T06:30:00.000Z' },
    ]);
  });

  it.each([
    ['an hour left out', 'Europe/London', '2027-03-28', '01:30', '2027-03-28T01:00:00.000Z'],
    ['its first minute', 'Europe/Stockholm', '2027-03-28', '02:00', '2027-03-28T01:00:00.000Z'],
    ['the minute after it', 'Europe/Stockholm', '2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['an hour shown twice', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['the same in the south', 'Australia/Sydney', '2027-04-04', '02:30', '2027-04-03T15:30:00.000Z'],
    ['half an hour left out', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z'],
    ['half an hour shown twice', 'Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45:00.000Z'],
    ['midnight left out', 'Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00:00.000Z'],
    ['an hour left out up to midnight', 'America/Nuuk', '2026-03-28', '23:30', '2026-03-29T01:00:00.000Z'],
    ['a day left out', 'Pacific/Apia', '2011-12-30', '07:30', '2011-12-30T10:00:00.000Z'],
    ['quarters of an hour', 'Asia/Kathmandu', '2026-11-23', '07:30', '2026-11-23T01:45:00.000Z'],
    ['the far east', 'Pacific/Kiritimati', '2026-11-23', '00:10', '2026-11-22T10:10:00.000Z'],
    ['the far west', 'Etc/GMT+12', '2026-11-23', '23:50', '2026-11-24T11:50:00.000Z'],
    ['no zone at all', 'UTC', '2026-11-23', '07:30', '2026-11-23T07:30:00.000Z'],
  ])('take %s as they ought: %s, %s %s', (_, zone, date, time, due) => {
    expect(dueOn(zone, date, time)).toBe(due);
  });

  it('are the first quarter that the clocks show, in any zone, on any day', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const dates = fc.constantFrom(...datesFrom('2024-01-01', '2028-12-31'));
    const times = fc
      .integer({ min: 0, max: 95 })
      .map((quarter) => new Date(quarter * 900_000).toISOString().slice(11, 16));
    fc.assert(
      fc.property(zones, dates, times, (zone, date, time) => {
        expect(dueOn(zone, date, time)).toBe(firstQuarterShowing(zone, date, time));
      }),
      { numRuns: 500 },
    );
  });

  it('lie after the first instant, and up to the last', () => {
    const timing = at('07:30', 'America/New_York');
    const [monday, tuesday] = [instant('2026-11-23T12:30:00Z'), instant('2026-11-24T12:30:00Z')];
    expect(slotsBetween(timing, monday, tuesday).map(({ date }) => date)).toEqual(['2026-11-24']);
    expect(slotsBetween(timing, monday, monday)).toEqual([]);
    expect(slotsBetween(timing, tuesday, monday)).toEqual([]);
  });

  it('cut a span into the same slots wherever it is cut', () => {
    const timing = at('02:30', 'Australia/Sydney', EVERY_DAY);
    const [start, end] = [Date.parse('2026-09-28'), Date.parse('2026-10-10')];
    const moments = fc.uniqueArray(fc.integer({ min: start, max: end }), { maxLength: 12 });
    const text = (ms: number) => instant(new Date(ms).toISOString());
    const whole = slotsBetween(timing, text(start), text(end));
    fc.assert(
      fc.property(moments, (some) => {
        const cuts = [start, ...some.toSorted((one, other) => one - other), end];
        const parts = cuts.slice(1).flatMap((to, index) => slotsBetween(timing, text(cuts[index] as number), text(to)));
        expect(parts).toEqual(whole);
      }),
    );
  });

  it('fall on the days asked for, on the calendar of the zone', () => {
    const slots = slotsBetween(at('08:00', 'Australia/Sydney', ['mon', 'thu']), AFTER, instant('2026-12-04T14:30:00Z'));
    expect(slots.map(({ date, due }) => [date, weekdayIn(date), due])).toEqual([
      ['2026-11-23', 'mon', '2026-11-22T21:00:00.000Z'],
      ['2026-11-26', 'thu', '2026-11-25T21:00:00.000Z'],
      ['2026-11-30', 'mon', '2026-11-29T21:00:00.000Z'],
      ['2026-12-03', 'thu', '2026-12-02T21:00:00.000Z'],
    ]);
    for (const day of WEEKDAYS) {
      const week = slotsBetween(at('08:00', 'Australia/Sydney', [day]), AFTER, instant('2026-11-27T14:30:00Z'));
      expect(week.map(({ date }) => weekdayIn(date))).toEqual([day]);
    }
  });

  it('are not made up for a zone that the runtime does not know', () => {
    expect(() => slotsBetween(at('07:30', 'Europe/Atlantis'), AFTER, AFTER)).toThrow(RangeError);
  });
});

describe('the wall clock', () => {
  it.each([
    ['America/New_York', '2026-10-31T11:30:00Z', '07:30'],
    ['America/New_York', '2026-11-02T12:30:00Z', '07:30'],
    ['Europe/Stockholm', '2026-10-24T06:00:00Z', '08:00'],
    ['Europe/Stockholm', '2026-10-26T07:00:00Z', '08:00'],
  ])('goes by the zone through a change of its clocks: %s at %s', (zone, now, time) => {
    expect(wallClock(isoInstant(now), zone).time).toBe(time);
  });

  it('knows its zones', () => {
    expect(['UTC', 'Asia/Kathmandu', 'America/Argentina/Buenos_Aires'].every(isZone)).toBe(true);
    expect(['', 'Mars/Base', 'New York'].some(isZone)).toBe(false);
    expect(() => wallClock(isoInstant('2026-11-20T00:00:00Z'), 'Mars/Base')).toThrow('no such time zone');
  });
});
