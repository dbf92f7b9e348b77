import { describe, expect, it } from 'vitest';
import { momentText, readMoment } from '../../src/playground/page/shell/clock-text.ts';
import { clockTime, shortDay } from '../../src/playground/page/times.ts';

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
});
