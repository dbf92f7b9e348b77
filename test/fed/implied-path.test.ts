import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.ts';
import type { FuturesPrice } from '../../src/fed/futures-prices.ts';
import { type ImpliedMeeting, impliedPath, type MeetingOdds } from '../../src/fed/implied-path.ts';
import { type IsoMonth, isoDate, isoInstant, percent } from '../../src/units.ts';

/** A share of 1 stands as its published figure when it is within half of that figure's last printed tenth of a percent. */
const TENTH = 3;

const prices = (asOf: string, byMonth: Record<string, number>): FuturesPrice[] =>
  Object.entries(byMonth).map(([month, price]) => ({ month: month as IsoMonth, price, asOf: isoDate(asOf) }));

const evening = (date: string) => isoInstant(`${date}T21:30:00Z`);

const meetingsOf = (quoted: readonly FuturesPrice[], date: string): readonly ImpliedMeeting[] => {
  const path = impliedPath({ prices: quoted, now: evening(date) });
  if (path.kind !== 'path') throw new Error(path.kind);
  return path.meetings;
};

const oddsOf = (meeting: ImpliedMeeting | undefined): MeetingOdds => {
  if (meeting?.kind !== 'odds') throw new Error(JSON.stringify(meeting));
  return meeting;
};

const SEPTEMBER_2026 = { '2026-10': 96.105, '2026-11': 95.98 };

describe('published odds', () => {
  it('2026-09-18: 57.4 % for a hike on 2026-10-28, where cme-fedwatch 0.2.0 printed 57.6', () => {
    const odds = oddsOf(meetingsOf(prices('2026-09-18', SEPTEMBER_2026), '2026-09-18')[0]);
    expect(odds.meeting.decision).toBe('2026-10-28');
    expect(odds.hike).toBeCloseTo(0.574, TENTH);
    expect(odds.hold).toBeCloseTo(0.426, TENTH);
    expect(odds.cut).toBe(0);
    expect(odds.expectedMove).toBeCloseTo(14.35, 2);
    expect(odds.asOf).toBe('2026-09-18');
    expect(odds.contracts.map(({ month }) => month)).toEqual(['2026-10', '2026-11']);
    expect(Math.abs(odds.hike - 0.576)).toBeLessThan(0.01);
  });

  it('2026-09-18: December by itself and from today, as the columns of the exchange add up', () => {
    const chain = prices('2026-09-18', { ...SEPTEMBER_2026, '2026-12': 95.84 });
    const [october, december] = meetingsOf(chain, '2026-09-18');
    expect(oddsOf(december).hike).toBeCloseTo(0.755, TENTH);
    expect(oddsOf(december).fromToday?.outcomes).toEqual([
      { move: 0, probability: expect.closeTo(0.104, TENTH) },
      { move: 25, probability: expect.closeTo(0.462, TENTH) },
      { move: 50, probability: expect.closeTo(0.433, TENTH) },
    ]);
    expect([oddsOf(october).start, oddsOf(october).end, oddsOf(december).end]).toEqual([
      expect.closeTo(3.876, TENTH),
      expect.closeTo(4.02, TENTH),
      expect.closeTo(4.209, TENTH),
    ]);
  });

  it('2023-03-21: 85.6 % for a hike of 25 bp the day after, where 86.4 was published that day', () => {
    const chain = prices('2023-03-21', { '2023-03': 95.365, '2023-04': 95.22 });
    const { hike } = oddsOf(meetingsOf(chain, '2023-03-21')[0]);
    expect(hike).toBeCloseTo(0.856, TENTH);
    expect(Math.abs(hike - 0.864)).toBeLessThan(0.01);
  });

  it('2022-06-14: 96.5 % for 75 bp the day after, where 96.8 was published earlier that day', () => {
    const chain = prices('2022-06-14', { '2022-06': 98.81, '2022-07': 98.34, '2022-08': 97.695 });
    const odds = oddsOf(meetingsOf(chain, '2022-06-14')[0]);
    expect(odds.outcomes).toEqual([
      { move: 50, probability: expect.closeTo(0.035, TENTH) },
      { move: 75, probability: expect.closeTo(0.965, TENTH) },
    ]);
  });

  it("2022-09-12: 76.1 and 52.8 bp, as in the exchange's sheet", () => {
    const chain = prices('2022-09-12', { '2022-09': 97.4475, '2022-10': 96.94, '2022-11': 96.43 });
    const [september, november] = meetingsOf(chain, '2022-09-12').map((one) => one.kind === 'odds' && one.expectedMove);
    expect([september, november]).toEqual([expect.closeTo(76.125, 6), expect.closeTo(52.7586, 4)]);
  });

  it('2026-11-27: December goes forward from November, 21.6 %, and a tick of its own contract makes it 18.9', () => {
    const chain = { '2026-11': 96.12, '2026-12': 96.08, '2027-01': 96.07, '2027-02': 96.045 };
    const [december] = meetingsOf(prices('2026-11-27', chain), '2026-11-27');
    expect(oddsOf(december).hike).toBeCloseTo(0.216, TENTH);
    const ticks = { ...chain, '2026-12': 96.085, '2027-01': 96.065 };
    const [after] = meetingsOf(prices('2026-11-27', ticks), '2026-11-27');
    expect(oddsOf(after).hike).toBeCloseTo(0.189, TENTH);
  });

  it('2026-12-02: the settled November goes on anchoring December', () => {
    const quoted = prices('2026-12-01', { '2026-12': 96.08, '2027-01': 96.07, '2027-02': 96.045 });
    const november = prices('2026-11-27', { '2026-11': 96.12 });
    expect(oddsOf(meetingsOf([...november, ...quoted], '2026-12-02')[0]).hike).toBeCloseTo(0.216, TENTH);
    expect(meetingsOf(quoted, '2026-12-02')[0]).toMatchObject({
      kind: 'not-implied',
      why: { kind: 'missing-contract', month: '2026-11' },
    });
  });
});

describe('what one tick does', () => {
  it('is computed for each meeting: 2.3 points in October 2026, 2.7 in December', () => {
    const chain = prices('2026-09-18', { ...SEPTEMBER_2026, '2026-12': 95.84 });
    const [october, december] = meetingsOf(chain, '2026-09-18').slice(0, 2).map(oddsOf);
    expect(october?.oddsPerTick).toBeCloseTo(0.02296, 5);
    expect(december?.oddsPerTick).toBeCloseTo(0.02696, 5);
  });

  it('is what the odds of a chain one tick off show', () => {
    const before = oddsOf(meetingsOf(prices('2026-09-18', SEPTEMBER_2026), '2026-09-18')[0]);
    const tick = prices('2026-09-18', { ...SEPTEMBER_2026, '2026-11': 95.975 });
    expect(oddsOf(meetingsOf(tick, '2026-09-18')[0]).hike - before.hike).toBeCloseTo(before.oddsPerTick, 10);
  });
});

describe('the path over several meetings', () => {
  const CHAIN = prices('2026-08-21', {
    '2026-08': 96.37,
    '2026-09': 96.32,
    '2026-10': 96.26,
    '2026-11': 96.21,
    '2026-12': 96.135,
    '2027-01': 96.1,
    '2027-02': 96.05,
  });
  const meetings = meetingsOf(CHAIN, '2026-08-21');

  it('joins: a meeting starts at the rate the one before ended with, and ends at the month without a meeting', () => {
    const odds = meetings.slice(0, 4).map(oddsOf);
    expect(odds.map(({ meeting }) => meeting.decision)).toEqual([
      '2026-09-16',
      '2026-10-28',
      '2026-12-09',
      '2027-01-27',
    ]);
    const [september, october, december, january] = odds;
    expect(october?.start).toBe(september?.end);
    expect(october?.end).toBeCloseTo(3.79, 10);
    expect(january?.start).toBe(december?.end);
    expect(december?.start).toBeCloseTo(3.79, 10);
    expect(september?.start).toBeCloseTo(3.63, 10);
    expect(january?.end).toBeCloseTo(3.95, 10);
  });

  it('adds the moves up from today', () => {
    const [first, second] = meetings.slice(0, 2).map(oddsOf);
    expect(first?.fromToday?.hike).toBeCloseTo(first?.hike ?? 0, 12);
    expect(second?.fromToday?.hold).toBeCloseTo((first?.hold ?? 0) * (second?.hold ?? 0), 12);
    expect(second?.fromToday?.expectedMove).toBeCloseTo((first?.expectedMove ?? 0) + (second?.expectedMove ?? 0), 10);
  });

  it('goes forward from the month before where the next ones are missing', () => {
    const forward = CHAIN.filter(({ month }) => month < '2026-10');
    const [september, october] = meetingsOf(forward, '2026-08-21');
    expect(oddsOf(september).contracts.map(({ month }) => month)).toEqual(['2026-08', '2026-09']);
    // from 3.63 %, the last 15 days of September at 3.73 % make its mean 3.68 %
    expect(oddsOf(september).end).toBeCloseTo(3.73, 10);
    expect(october?.kind).toBe('not-implied');
  });

  it('stops adding up behind a meeting that is not implied', () => {
    const gap = CHAIN.filter(({ month }) => month !== '2026-10' && month !== '2026-08');
    const [september, october, december] = meetingsOf(gap, '2026-08-21');
    const why = { kind: 'missing-contract', month: '2026-10' };
    expect([september, october]).toMatchObject([
      { kind: 'not-implied', why },
      { kind: 'not-implied', why },
    ]);
    expect(oddsOf(december).fromToday).toBeUndefined();
  });

  it('gives as many meetings as are asked for', () => {
    expect(impliedPath({ prices: CHAIN, now: evening('2026-08-21'), count: 2 })).toMatchObject({
      kind: 'path',
      meetings: [{ meeting: { decision: '2026-09-16' } }, { meeting: { decision: '2026-10-28' } }],
    });
  });
});

describe('a meeting near the end or the start of a month', () => {
  it('is never divided by its last days: without the next contract nothing is said', () => {
    const [april] = meetingsOf(prices('2026-04-10', { '2026-04': 96.3 }), '2026-04-10');
    expect(april).toMatchObject({
      kind: 'not-implied',
      meeting: { decision: '2026-04-29' },
      why: { kind: 'missing-contract', month: '2026-05', fewDays: 2 },
    });
  });

  it('on the first of a month starts from the month before', () => {
    const chain = { '2024-04': 94.67, '2024-05': 94.68, '2024-06': 94.69, '2024-07': 94.7, '2024-08': 94.8 };
    const [may] = meetingsOf(prices('2024-04-22', chain), '2024-04-22');
    const odds = oddsOf(may);
    expect(odds.start).toBeCloseTo(5.33, 10);
    expect(Math.abs(odds.expectedMove)).toBeLessThan(5);
  });

  it('on the first of a month is not implied without the month before', () => {
    const chain = { '2024-05': 94.68, '2024-06': 94.69, '2024-07': 94.7, '2024-08': 94.8 };
    expect(meetingsOf(prices('2024-04-22', chain), '2024-04-22')[0]).toMatchObject({
      kind: 'not-implied',
      why: { kind: 'missing-contract', month: '2024-04' },
    });
  });
});

describe('prices that cannot be used', () => {
  it('are those more than three sessions old', () => {
    const first = (date: string) => meetingsOf(prices('2026-09-18', SEPTEMBER_2026), date)[0];
    expect(first('2026-09-23')?.kind).toBe('odds');
    expect(first('2026-09-24')).toMatchObject({
      kind: 'not-implied',
      why: { kind: 'stale-contract', month: '2026-10', asOf: '2026-09-18' },
    });
  });

  it('are those of a later day: nothing is known ahead of its time', () => {
    expect(meetingsOf(prices('2026-09-18', SEPTEMBER_2026), '2026-09-17')[0]?.kind).toBe('not-implied');
  });

  it('are superseded by a newer one of the same contract', () => {
    const older = prices('2026-09-16', { '2026-10': 96, '2026-11': 96 });
    const both = [...prices('2026-09-18', SEPTEMBER_2026), ...older];
    expect(oddsOf(meetingsOf(both, '2026-09-18')[0]).hike).toBeCloseTo(0.574, TENTH);
  });

  it('never stand for months beyond the calendar', () => {
    const chain = prices('2027-12-20', { '2027-12': 96, '2028-01': 96, '2028-02': 96 });
    expect(meetingsOf(chain, '2027-12-20')[0]).toMatchObject({
      kind: 'not-implied',
      meeting: { decision: '2028-01-26' },
      why: { kind: 'no-calendar', last: '2028-01' },
    });
    expect(impliedPath({ prices: chain, now: evening('2028-02-01') })).toMatchObject({ kind: 'no-calendar' });
    expect(impliedPath({ prices: [], now: evening('2015-12-15') })).toMatchObject({ kind: 'no-calendar' });
  });
});

describe("the market's rate", () => {
  const path = (rate?: number, chain: Record<string, number> = SEPTEMBER_2026) =>
    impliedPath({
      prices: prices('2026-09-18', chain),
      now: evening('2026-09-18'),
      count: 1,
      ...(rate !== undefined && { rate: percent(rate) }),
    });

  it('is no input: contracts alone make the odds', () => {
    expect(path(3.6)).toEqual(path());
  });

  it('refuses a price two points from it, which is named', () => {
    expect(path(3.88, { ...SEPTEMBER_2026, '2026-11': 4.02 })).toMatchObject({
      meetings: [{ kind: 'not-implied', why: { kind: 'implausible-price', month: '2026-11', price: 4.02 } }],
    });
    expect(path(3.88, { ...SEPTEMBER_2026, '2026-10': 100 })).toMatchObject({
      meetings: [{ kind: 'not-implied', why: { kind: 'implausible-price', month: '2026-10', price: 100 } }],
    });
  });
});

describe('whatever the prices', () => {
  const MONTHS: IsoMonth[] = ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02'];
  const chains = fc.array(fc.option(fc.integer({ min: 18_400, max: 20_000 }), { nil: undefined, freq: 8 }), {
    minLength: MONTHS.length,
    maxLength: MONTHS.length,
  });
  const chain = (ticks: readonly (number | undefined)[], shift = 0): FuturesPrice[] =>
    MONTHS.flatMap((month, at) => {
      const tick = ticks[at];
      return tick === undefined ? [] : [{ month, price: tick * 0.005 + shift, asOf: isoDate('2026-08-21') }];
    });

  it('odds lie within 0 and 1 and sum to 1, from meeting to meeting', () => {
    fc.assert(
      fc.property(chains, (ticks) => {
        for (const one of meetingsOf(chain(ticks), '2026-08-21')) {
          if (one.kind !== 'odds') continue;
          for (const { cut, hold, hike } of [one, one.fromToday ?? one]) {
            expect(Math.min(cut, hold, hike)).toBeGreaterThanOrEqual(0);
            expect(Math.max(cut, hold, hike)).toBeLessThanOrEqual(1 + 1e-12);
            expect(cut + hold + hike).toBeCloseTo(1, 12);
          }
          expect(Math.abs(one.expectedMove)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('shifting every price alike moves the rates and leaves the odds', () => {
    fc.assert(
      fc.property(chains, fc.integer({ min: -200, max: 200 }), (ticks, shift) => {
        const before = meetingsOf(chain(ticks), '2026-08-21');
        const after = meetingsOf(chain(ticks, shift * 0.005), '2026-08-21');
        for (const [at, one] of before.entries()) {
          const other = after[at];
          expect(other?.kind).toBe(one.kind);
          if (one.kind !== 'odds' || other?.kind !== 'odds') continue;
          expect(other.expectedMove).toBeCloseTo(one.expectedMove, 6);
          expect(other.start).toBeCloseTo(one.start - shift * 0.005, 8);
        }
      }),
    );
  });

  it('prices that say nothing of a later day are not changed by it', () => {
    fc.assert(
      fc.property(chains, (ticks) => {
        const later = chain(ticks).map((one) => ({ ...one, price: 90, asOf: addDays(one.asOf, 3) }));
        expect(meetingsOf([...chain(ticks), ...later], '2026-08-21')).toEqual(meetingsOf(chain(ticks), '2026-08-21'));
      }),
    );
  });
});
