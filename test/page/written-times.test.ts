import { describe, expect, it } from 'vitest';
import {
  clockTime,
  dayText,
  momentText,
  readClockTime,
  readDay,
  readMoment,
  shortDay,
} from '../../src/playground/page/times.ts';

const NEW_YORK = 'America/New_York';

describe('dates on the page', () => {
  it('are written as in messages, September too', () => {
    expect(shortDay('2026-09-18T12:30:00Z', NEW_YORK)).toBe('Fri 18 Sep 2026');
    expect(clockTime('2026-09-18T12:30:00Z', NEW_YORK)).toBe('08:30');
    expect(momentText('2026-12-01T03:05:00Z', NEW_YORK)).toBe('30 Nov 2026, 22:05');
  });

  it.each([
    ['30 Nov 2026, 22:05', '2026-12-01T03:05:00.000Z'],
    ['Mon 30 Nov 2026 22:05', '2026-12-01T03:05:00.000Z'],
    ['18 september 2026 7:30', '2026-09-18T11:30:00.000Z'],
    [' 2026-09-18  07:30 ', '2026-09-18T11:30:00.000Z'],
    ['2026-09-18T07:30', '2026-09-18T11:30:00.000Z'],
  ])('are read where they are written %j', (text, at) => {
    expect(readMoment(text, NEW_YORK)).toBe(at);
  });

  it.each([
    '',
    'tomorrow',
    '31 Nov 2026, 07:30',
    '30 Nov 2026',
    '30 Now 2026, 07:30',
    '30 Nov 2026, 24:10',
    '11/30/2026 07:30',
  ])('are not read from %j', (text) => {
    expect(readMoment(text, NEW_YORK)).toBeUndefined();
  });

  it('are read back as they were written, in every zone and on every day of a year', () => {
    for (const zone of [NEW_YORK, 'Europe/Stockholm', 'Pacific/Kiritimati']) {
      for (let day = 0; day < 366; day += 1) {
        const at = new Date(Date.UTC(2026, 0, 1 + day, 12, 30)).toISOString();
        expect(readMoment(momentText(at, zone), zone)).toBe(at);
      }
    }
  });

  it('are days and times by themselves too', () => {
    expect([dayText('2026-09-03'), readDay('3 Sep 2026'), readDay('2026-09-03')]).toEqual([
      '3 Sep 2026',
      '2026-09-03',
      '2026-09-03',
    ]);
    expect(['7:30', '07:30', '24:00', '7', '7:5'].map(readClockTime)).toEqual([
      '07:30',
      '07:30',
      undefined,
      undefined,
      undefined,
    ]);
    expect(
      ['7.45am', '7:45 am', '7.45', '12:05 p.m.', '12am', '7 PM', '13pm', '0am', '7:75am'].map(readClockTime),
    ).toEqual([...['07:45', '07:45', '07:45', '12:05', '00:00', '19:00'], ...[undefined, undefined, undefined]]);
    expect(['29 Feb 2027', '', '3/9/2026'].map(readDay)).toEqual([undefined, undefined, undefined]);
  });
});
