import { describe, expect, it } from 'vitest';
import {
  addMilliseconds,
  basisPoints,
  instantAt,
  isIsoDate,
  isoDate,
  isoInstant,
  isoMonthOf,
  multiple,
  percent,
  UnitError,
  usdMillions,
  utcDateOf,
} from '../src/units.ts';

describe('units', () => {
  it('refuse what is no number, and know no negative zero', () => {
    for (const unit of [basisPoints, percent, multiple, usdMillions]) {
      expect(() => unit(Number.NaN)).toThrow(UnitError);
      expect(() => unit(Number.POSITIVE_INFINITY)).toThrow(UnitError);
      expect(Object.is(unit(-0), 0)).toBe(true);
    }
  });
});

describe('dates and instants', () => {
  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2026-9-18', false],
    ['2026-09-18T00:00:00Z', false],
  ])('%s is a date: %s', (text, isDate) => {
    expect(isIsoDate(text)).toBe(isDate);
    if (isDate) expect(isoDate(text)).toBe(text);
    else expect(() => isoDate(text)).toThrow(UnitError);
  });

  it('are in UTC, whatever the zone they were written in', () => {
    expect(isoInstant('2026-11-20T09:30:00-05:00')).toBe('2026-11-20T14:30:00.000Z');
    expect(() => isoInstant('2026-11-20T09:30:00')).toThrow(UnitError);
    expect(() => isoInstant('2026-11-20')).toThrow(UnitError);
    expect(utcDateOf(isoInstant('2026-11-20T21:30:00-05:00'))).toBe('2026-11-21');
    expect(isoMonthOf(isoDate('2026-10-28'))).toBe('2026-10');
  });

  it('count milliseconds from 1970', () => {
    expect(instantAt(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(addMilliseconds(isoInstant('2026-11-20T14:30:00Z'), -60_000)).toBe('2026-11-20T14:29:00.000Z');
    expect(() => instantAt(Number.NaN)).toThrow(RangeError);
  });
});
