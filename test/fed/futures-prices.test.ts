import { describe, expect, it } from 'vitest';
import { contractCode, contractState, newestEffective, settledPrice } from '../../src/fed/futures-prices.ts';
import { isoDate, percent } from '../../src/units.ts';

const day = (on: string, effective?: number) => ({
  on: isoDate(on),
  ...(effective !== undefined && { effective: percent(effective) }),
});

/** Every weekday of May 2026 at 3.60 %, but for the last at 3.70 %, and the last session of April. */
const MAY = [
  day('2026-04-30', 3.6),
  ...Array.from({ length: 31 }, (_, at) => `2026-05-${String(at + 1).padStart(2, '0')}`)
    .filter((on) => ![0, 6].includes(new Date(on).getUTCDay()))
    .map((on) => day(on, on === '2026-05-29' ? 3.7 : 3.6)),
];

describe('what the contract of a month that has ended settled at', () => {
  it('weighs every calendar day: a weekend carries Friday, as in the example', () => {
    const settled = settledPrice(MAY, '2026-05');
    expect(settled).toEqual({ month: '2026-05', price: expect.closeTo(96.390323, 6), asOf: '2026-05-31' });
  });

  it('carries a holiday too, and the last day before the month', () => {
    const november = Array.from({ length: 30 }, (_, at) => day(`2026-11-${String(at + 1).padStart(2, '0')}`, 4));
    const open = november.filter(({ on }) => !['2026-11-01', '2026-11-11', '2026-11-26'].includes(on));
    expect(settledPrice([day('2026-10-30', 3.7), ...open], '2026-11')?.price).toBeCloseTo(100 - (3.7 + 29 * 4) / 30, 9);
  });

  it('is not known with a hole in the rates, or before the month has ended', () => {
    const without = (from: string, to: string) => MAY.filter(({ on }) => on < from || on > to);
    expect(settledPrice(without('2026-05-12', '2026-05-15'), '2026-05')).toBeUndefined();
    expect(settledPrice(without('2026-05-27', '2026-05-31'), '2026-05')).toBeUndefined();
    expect(settledPrice(without('2026-04-01', '2026-05-05'), '2026-05')).toBeUndefined();
  });
});

describe('the newest effective rate', () => {
  it('is that of the last day with one, and of no later day', () => {
    const days = [day('2026-11-02', 3.7), day('2026-11-03', 3.8), day('2026-11-04')];
    expect(newestEffective(days, isoDate('2026-11-05'))).toEqual({ rate: 3.8, on: '2026-11-03' });
    expect(newestEffective(days, isoDate('2026-11-02'))).toEqual({ rate: 3.7, on: '2026-11-02' });
    expect(newestEffective([], isoDate('2026-11-02'))).toBeUndefined();
  });
});

describe('a contract', () => {
  it('of October 2026 is ZQV26', () => {
    expect(contractCode('2026-10')).toBe('ZQV26');
  });

  it('is usable for three sessions after its price, and not before it', () => {
    const price = { month: '2026-10', price: 96.105, asOf: isoDate('2026-09-18') } as const;
    const on = (today: string) => contractState([price], '2026-10', isoDate(today));
    expect(on('2026-09-23')).toEqual({ kind: 'usable', price });
    expect(on('2026-09-24')).toEqual({ kind: 'stale-contract', month: '2026-10', asOf: '2026-09-18' });
    expect(on('2026-09-17')).toEqual({ kind: 'missing-contract', month: '2026-10' });
  });

  it('of a month that has ended is as old as it was at its end', () => {
    const price = { month: '2026-11', price: 96.12, asOf: isoDate('2026-11-27') } as const;
    expect(contractState([price], '2026-11', isoDate('2026-12-08'))).toEqual({ kind: 'usable', price });
  });

  it.each([3.895, 100, 93.9, 98.2])('is refused at a price of %s with the rate at 3.88 %%', (price) => {
    const sent = { month: '2026-10', price, asOf: isoDate('2026-09-18') } as const;
    expect(contractState([sent], '2026-10', isoDate('2026-09-18'), 3.88)).toEqual({
      kind: 'implausible-price',
      month: '2026-10',
      price,
    });
  });

  it('is usable up to two points from the rate', () => {
    const sent = { month: '2026-10', price: 94.5, asOf: isoDate('2026-09-18') } as const;
    expect(contractState([sent], '2026-10', isoDate('2026-09-18'), 3.88).kind).toBe('usable');
    expect(contractState([{ ...sent, price: 100 }], '2026-10', isoDate('2026-09-18'), 0.08).kind).toBe('usable');
  });
});
