import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Brief, LastTold } from '../../src/brief/brief.ts';
import { buildBrief } from '../../src/brief/build-brief.ts';
import { lastToldBy } from '../../src/brief/news.ts';
import { hasExpired, voicesByStance } from '../../src/notes/selection.ts';
import { isoInstant, utcDateOf } from '../../src/units.ts';
import { autumnFacts, ratiosTo } from '../doubles/brief-facts.ts';
import { anyFacts } from '../topics/arbitraries.ts';

const FRIDAY = '2026-11-27T12:30:00Z';
const MONDAY = '2026-11-30T12:30:00Z';

interface Days {
  /** The ratio of Wednesday the 25th, and of Friday the 27th. */
  readonly ratios?: readonly [number, number];
  /** Odds of a hike then and now; negative for a cut. */
  readonly hike?: readonly [number, number];
  readonly range?: readonly [number, number];
  readonly now?: string;
}

/** Monday's brief after Friday's. */
const told = ({ ratios = [0.4, 0.4], hike = [0.2, 0.2], range, now = MONDAY }: Days): Brief => {
  const closes = ratiosTo('2026-11-27', ratios, 0.42);
  const before = autumnFacts(FRIDAY, '2026-11-25', { closes, hike: hike[0] });
  const facts = autumnFacts(now, '2026-11-27', { closes, hike: hike[1], ...(range && { range }) });
  return buildBrief(facts, { since: lastToldBy(buildBrief(before), before.now) });
};

const sides = ({ opposingViews }: Brief) => opposingViews && [opposingViews.bullish, opposingViews.bearish];

describe('what is worth reading', () => {
  it('is nothing on a day on which the ratio held and the odds barely moved', () => {
    const quiet = told({ ratios: [0.4, 0.4015], hike: [0.2, 0.24] });
    expect(quiet.news).toMatchObject({ changes: [{ kind: 'close' }] });
    expect(sides(quiet)).toBeUndefined();
    expect(quiet.flag).toBeUndefined();
    expect(quiet.views).toEqual([]);
  });

  it('is a view a side on where prices run, once small caps have slipped or gained', () => {
    for (const ratio of [0.39, 0.41]) {
      const moved = told({ ratios: [0.4, ratio] });
      for (const { claim } of sides(moved) ?? expect.unreachable()) {
        expect(claim.topics.some((one) => ['momentum', 'index levels', 'breadth', 'quality'].includes(one))).toBe(true);
        // no cut is priced
        expect(claim.bearsOn).toBe('any');
      }
      expect(moved.flag).toBeUndefined();
    }
  });

  it.each([
    ['a hold to a hike', [0.4, 0.6], 'any'],
    ['a hold to a cut', [-0.4, -0.6], 'cut'],
    ['a cut to a hold', [-0.6, -0.4], 'any'],
  ] as const)('is what stands with the likeliest outcome, once that goes from %s', (_, hike, bearsOn) => {
    const flipped = told({ hike });
    expect(flipped.news).toMatchObject({ changes: [{ kind: 'odds-flip' }, { kind: 'close' }] });
    expect(sides(flipped)?.map(({ claim }) => claim.bearsOn)).toEqual([bearsOn, bearsOn]);
    expect(flipped.flag).toMatchObject({ note: '003-2025-08-13', verdict: 'disagrees' });
  });

  it('is views alone where the odds have only moved', () => {
    const moved = told({ hike: [0.2, 0.3] });
    expect(sides(moved)).toHaveLength(2);
    expect(moved.flag).toBeUndefined();
  });

  it('is what the record says of the Fed’s moves, once it has moved', () => {
    expect(told({ range: [4, 4.25] }).flag?.claims[0]).toMatch(/^003-/);
  });

  it('is what the record says of records, once there is a new one', () => {
    const record = told({ ratios: [0.4, 0.43] });
    expect(record.news).toMatchObject({ changes: [{ kind: 'record' }, { kind: 'close' }] });
    expect(record.flag?.id).toBe('001-first-time-above');
  });

  it('is nothing while the exchange is closed', () => {
    const closed = told({ ratios: [0.4, 0.39], hike: [0.4, 0.6], now: '2026-11-28T12:30:00Z' });
    expect(sides(closed)).toBeUndefined();
    expect(closed.flag).toBeUndefined();
  });

  it('counts the voices of the whole library', () => {
    const facts = autumnFacts(MONDAY, '2026-11-27');
    const voices = voicesByStance(facts.notes.views);
    expect(told({ ratios: [0.4, 0.39] }).opposingViews?.stanceCounts).toEqual({
      bullish: voices.bullish.length,
      bearish: voices.bearish.length,
    });
  });

  it('takes turns: a view that was told waits until the others of its side have been', () => {
    const day = (at: number) => new Date(Date.UTC(2026, 10, 30 + at)).toISOString();
    let since: LastTold = { at: isoInstant(FRIDAY) };
    const shown: (readonly string[])[] = [];
    for (let at = 0; at < 14; at += 1) {
      const facts = { ...autumnFacts(MONDAY, '2026-11-27', { closes: ratiosTo('2026-11-27', [0.4, 0.39], 0.42) }) };
      const one = buildBrief({ ...facts, now: isoInstant(day(at)) }, { since: { ...since, closes: undefined } });
      const ids = sides(one)?.map(({ claim }) => claim.id);
      if (ids) shown.push(ids);
      // the same day and the same told views give the same ones
      expect(
        sides(buildBrief({ ...facts, now: isoInstant(day(at)) }, { since: { ...since, closes: undefined } })),
      ).toEqual(sides(one));
      since = lastToldBy(one, isoInstant(day(at)), since);
    }
    expect(shown.length).toBeGreaterThan(7);
    for (const side of [0, 1]) {
      const told = shown.map((ids) => ids[side]);
      const all = new Set(told).size;
      expect(all).toBeGreaterThan(1);
      for (let at = 0; at + all <= told.length; at += 1) expect(new Set(told.slice(at, at + all)).size).toBe(all);
    }
    expect(since.views?.length).toBe(new Set(shown.flat()).size);
  });

  it('takes turns by the day where nothing is known of what was told', () => {
    const on = (now: string) =>
      sides(buildBrief(autumnFacts(now, '2026-11-27', { closes: ratiosTo('2026-11-27', [0.4, 0.39], 0.42) })))?.map(
        ({ claim }) => claim.id,
      );
    expect(on('2026-11-30T12:30:00Z')).not.toEqual(on('2026-12-01T12:30:00Z'));
    expect(on('2026-11-30T12:30:00Z')).toEqual(on('2026-11-30T18:30:00Z'));
  });

  it('is always both sides or none, each of them running and cited, whatever changed', () => {
    const odds = fc.record({
      meeting: fc.constantFrom('2026-12-09', '2026-10-28'),
      outcome: fc.constantFrom('cut', 'hold', 'hike'),
      percent: fc.integer({ min: 34, max: 100 }),
    });
    const marks = fc.record({ at: fc.constant('2026-08-27T12:30:00.000Z'), odds }) as fc.Arbitrary<unknown>;
    fc.assert(
      fc.property(anyFacts, fc.option(marks as fc.Arbitrary<LastTold>, { nil: undefined }), (facts, since) => {
        const one = buildBrief(facts, { since });
        const both = sides(one) ?? [];
        expect(both.map(({ claim }) => claim.stance)).toEqual(both.length === 0 ? [] : ['bullish', 'bearish']);
        expect(both.some(({ claim }) => hasExpired(claim, utcDateOf(facts.now)))).toBe(false);
        expect(one.views.map(({ claim }) => claim)).toEqual(both.map(({ claim }) => claim.id));
        for (const { note } of one.views) expect(one.sources).toContain(note);
      }),
    );
  });
});
