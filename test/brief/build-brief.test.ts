import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Brief, type BriefCloses, hasStaleCloses } from '../../src/brief/brief.ts';
import { buildBrief } from '../../src/brief/build-brief.ts';
import { shippedFacts } from '../../src/facts/facts.ts';
import { isoInstant } from '../../src/units.ts';
import { autumnFacts, closesTo, ratiosTo, sessionsTo } from '../doubles/brief-facts.ts';
import { liveFacts, OCTOBER_PRICES } from '../doubles/live-facts.ts';
import { closesOn, ratioOf } from '../doubles/market-series.ts';

const MONDAY = '2026-11-30T12:30:00Z';
const FRIDAY = '2026-11-27';

const closesIn = ({ closes }: Brief): BriefCloses => {
  if (closes.kind !== 'closes') throw new Error('no closes');
  return closes;
};
const figure = ({ figures }: Brief, id: string): number | undefined => figures.find((one) => one.id === id)?.value;
const told = (newest: readonly number[], before?: number) =>
  closesIn(buildBrief(autumnFacts(MONDAY, FRIDAY, { closes: ratiosTo(FRIDAY, newest, before) })));

describe('closes and their changes', () => {
  // 26 sessions to 27 November: 23 October to 25 November alike, then one day on
  const russell = [...Array.from({ length: 25 }, () => 2_000), 1_990];
  const sp = [...Array.from({ length: 25 }, () => 5_000), 5_010];
  const told = buildBrief(autumnFacts(MONDAY, FRIDAY, { closes: closesTo(FRIDAY, russell, sp) }));

  it('are those of the last session, in full precision', () => {
    // 1,990 ÷ 5,010 = 0.397206; 0.397206 ÷ 0.4 − 1 = −0.698603 %
    expect(figure(told, 'rut.close')).toBe(1_990);
    expect(figure(told, 'spx.close')).toBe(5_010);
    expect(figure(told, 'ratio.level')).toBeCloseTo(0.397206, 6);
    expect(figure(told, 'rut.return.1d')).toBeCloseTo(-0.5, 9);
    expect(figure(told, 'spx.return.1d')).toBeCloseTo(0.2, 9);
    expect(figure(told, 'ratio.change.1d')).toBeCloseTo(-0.698603, 6);
    expect(figure(told, 'ratio.change.1m')).toBeCloseTo(-0.698603, 6);
  });

  it('come with the two example companies, the Fed and its odds', () => {
    expect(figure(told, 'smallcap.lift@-25')).toBeCloseTo(2.194979, 6);
    expect(figure(told, 'largecap.lift@-50')).toBeCloseTo(0.23342, 6);
    expect(figure(told, 'smallcap.lift@50')).toBeCloseTo(-4.389958, 6);
    expect(figure(told, 'fed.upper')).toBe(4);
    expect(figure(told, 'fed.days-to-next')).toBe(9);
    expect(figure(told, 'fed.odds.2026-12-09.hike')).toBeCloseTo(40, 6);
    for (const { source } of told.figures) expect(told.sources).toContain(source);
  });

  it('have no change of a day where the session before has no close', () => {
    const dates = sessionsTo(FRIDAY, 30).filter((date) => date !== '2026-11-25');
    const closes = ratioOf(
      closesOn(
        dates,
        dates.map(() => 2_000),
      ),
      closesOn(
        dates,
        dates.map(() => 5_000),
      ),
    );
    const gap = closesIn(buildBrief(autumnFacts(MONDAY, FRIDAY, { closes })));
    expect(gap).not.toHaveProperty('day');
    expect(gap).not.toHaveProperty('direction');
    expect(gap.month?.from).toBe('2026-10-27');
  });

  it('say nothing of later closes', () => {
    const closes = ratiosTo('2026-12-18', [0.41, 0.42, 0.43]);
    expect(closesIn(buildBrief(autumnFacts(MONDAY, FRIDAY, { closes }))).measured.end.on).toBe(FRIDAY);
  });
});

describe('the headline of a day', () => {
  it.each([
    [0.4 * 1.0051, 'gained'],
    [0.4 * 1.0049, 'held'],
    [0.4, 'held'],
    [0.4 * 0.9951, 'held'],
    [0.4 * 0.9949, 'slipped'],
  ])('from 0.4 to %d: small caps %s', (ratio, direction) => {
    expect(told([0.4, ratio]).direction).toBe(direction);
  });

  it('is a low or a high only from a month on', () => {
    const month = Array.from({ length: 30 }, () => 0.4);
    // 30 sessions at one ratio lie between the newest and 14 October
    expect(told([...month, 0.38], 0.39).extreme).toEqual({ way: 'lowest' });
    expect(told([...month, 0.39], 0.39).extreme).toEqual({ way: 'lowest', since: '2026-10-14' });
    expect(told([...month, 0.41], 0.42).extreme).toEqual({ way: 'highest', since: '2026-10-14' });
    expect(told([0.39, 0.4, 0.4, 0.391], 0.4).extreme).toBeUndefined();
    expect(told([...month.slice(0, 15), 0.39], 0.38).extreme).toBeUndefined();
    expect(told([], 0.4).extreme).toBeUndefined();
  });

  it('names the last session that stood as low, on any series', () => {
    const ratios = fc.array(fc.double({ min: 0.35, max: 0.45, noNaN: true }), { minLength: 40, maxLength: 80 });
    fc.assert(
      fc.property(ratios, (all) => {
        const { extreme, measured } = told(all, 0.4);
        if (extreme === undefined) return;
        const closes = ratiosTo(FRIDAY, all);
        const after = closes.dates.flatMap((date, at) =>
          date > (extreme.since ?? '') && date < measured.end.on ? [closes.ratios[at] as number] : [],
        );
        const isBetter = (one: number) =>
          extreme.way === 'lowest' ? one > measured.end.ratio : one < measured.end.ratio;
        expect(after.every(isBetter)).toBe(true);
        expect(after.length).toBeGreaterThan(18);
      }),
    );
  });

  it('mentions a run where six of the last eight sessions went one way', () => {
    expect(told([0.4, 0.399, 0.398, 0.397, 0.398, 0.397, 0.396, 0.397, 0.396]).run).toEqual({
      way: 'down',
      count: 6,
      of: 8,
    });
    expect(told([0.4, 0.401, 0.402, 0.403, 0.404, 0.405, 0.406, 0.407, 0.408]).run).toMatchObject({
      way: 'up',
      count: 8,
    });
    expect(told([0.4, 0.399, 0.4, 0.399, 0.4, 0.399, 0.4, 0.399, 0.4])).not.toHaveProperty('run');
  });
});

describe('data that are old or missing', () => {
  const facts = (now: string, last: string) => autumnFacts(now, last);

  it.each([
    ['2026-11-27T12:30:00Z', '2026-11-25', false],
    // an early close is final at 13:15, and wanted from then on
    ['2026-11-27T18:14:00Z', '2026-11-25', false],
    ['2026-11-27T18:15:00Z', '2026-11-25', true],
    ['2026-11-27T18:15:00Z', '2026-11-27', false],
    ['2026-11-30T12:30:00Z', '2026-11-25', true],
    ['2026-11-26T12:30:00Z', '2026-11-24', true],
    ['2026-11-26T12:30:00Z', '2026-11-25', false],
    // no calendar: four days are the longest that a weekend and a holiday keep a close from coming
    ['2029-01-02T12:30:00Z', '2028-12-29', false],
    ['2029-01-04T12:30:00Z', '2028-12-29', true],
  ])('at %s with closes to %s: stale is %s', (now, last, stale) => {
    expect(hasStaleCloses(facts(now, last))).toBe(stale);
  });

  it('are stale where there are none, and not for want of futures', () => {
    const shipped = shippedFacts(isoInstant(MONDAY));
    expect(hasStaleCloses(shipped)).toBe(true);
    expect(
      hasStaleCloses({ ...shipped, market: { ...shipped.market, kind: 'printed', why: { kind: 'loading' } } }),
    ).toBe(true);
    expect(hasStaleCloses(liveFacts(MONDAY, { closes: ratiosTo(FRIDAY, []) }))).toBe(false);
  });

  it('leave the notes’ last reading, which is never shown as a close', () => {
    const none = buildBrief(shippedFacts(isoInstant(MONDAY)));
    expect(none.closes).toMatchObject({ kind: 'no-closes', why: { kind: 'off' }, reading: { printed: '0.4' } });
    expect(figure(none, 'rut.close')).toBeUndefined();
    expect(none.figures.find(({ id }) => id === 'ratio.level')?.source).toBe('002-2024-07-25');
  });

  it('leave the Fed without odds where futures are old', () => {
    const old = buildBrief(
      liveFacts('2026-09-28T11:30:00Z', { closes: ratiosTo('2026-09-25', []), futures: OCTOBER_PRICES }),
    );
    expect(old.fed).not.toHaveProperty('odds');
    expect(old.fed).toMatchObject({ daysToNext: 30 });
  });
});

describe('the Fed', () => {
  it.each([
    ['2026-12-08T21:00:00Z', 'Australia/Sydney', 0],
    ['2026-12-08T21:00:00Z', 'America/New_York', 1],
    ['2026-12-09T18:00:00Z', 'Australia/Sydney', -1],
    ['2026-12-09T07:00:00Z', 'Pacific/Honolulu', 1],
  ])('decides so many days from the brief’s own date: at %s in %s', (now, zone, days) => {
    expect(buildBrief(autumnFacts(now, '2026-12-07'), { zone }).fed.daysToNext).toBe(days);
  });

  it('decides today until two in the afternoon, then the next meeting counts', () => {
    const before = buildBrief(autumnFacts('2026-12-09T12:30:00Z', '2026-12-08'));
    expect(before.fed.daysToNext).toBe(0);
    const after = buildBrief(autumnFacts('2026-12-09T19:00:00Z', '2026-12-08'));
    expect(after.fed.fed.next).toMatchObject({ kind: 'meeting', meeting: { decision: '2027-01-27' } });
    expect(after.fed.fed.outcomes).toMatchObject({ kind: 'unknown', meetings: [{ decision: '2026-12-09' }] });
  });
});
