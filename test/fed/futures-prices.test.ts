import { describe, expect, it } from 'vitest';
import { contractCode, contractState, observedMean } from '../../src/fed/futures-prices.ts';
import { isoDate, percent } from '../../src/units.ts';

const day = (on: string, effective?: number) => ({
  on: isoDate(on),
  ...(effective !== undefined && { effective: percent(effective) }),
});

describe('the mean rate of the elapsed days of a month', () => {
  it('Friday the 1st at 3.60 % and Monday the 4th at 3.64 % make 3.61 %: the weekend carries Friday', () => {
    const days = [day('2026-05-01', 3.6), day('2026-05-04', 3.64)];
    expect(observedMean(days, '2026-05')).toEqual({ mean: expect.closeTo(3.61, 10), through: '2026-05-04' });
  });

  it('carries the last rate before a month that begins on a weekend', () => {
    const days = [day('2026-10-30', 4), day('2026-11-02', 3.7), day('2026-11-03')];
    expect(observedMean(days, '2026-11')).toEqual({ mean: expect.closeTo(3.85, 10), through: '2026-11-02' });
  });

  it('begins with the first known day where nothing is known before', () => {
    expect(observedMean([day('2026-11-02', 3.7)], '2026-11')).toMatchObject({ mean: 3.7 });
  });

  it('is absent before the first rate of the month', () => {
    expect(observedMean([day('2026-10-30', 4), day('2026-11-02')], '2026-11')).toBeUndefined();
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
});
