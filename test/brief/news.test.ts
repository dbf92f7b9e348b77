import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BriefChange, LastTold } from '../../src/brief/brief.ts';
import { buildBrief } from '../../src/brief/build-brief.ts';
import { lastToldBy } from '../../src/brief/news.ts';
import { type Facts, shippedFacts } from '../../src/facts/facts.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { autumnFacts, ratiosTo } from '../doubles/brief-facts.ts';
import { anyFacts } from '../topics/arbitraries.ts';

const BEFORE = '2026-11-27T12:30:00Z';
const NOW = '2026-11-30T12:30:00Z';

const marked = (facts: Facts): LastTold => lastToldBy(buildBrief(facts), facts.now);
const changes = (facts: Facts, since: LastTold): readonly BriefChange[] => {
  const { news } = buildBrief(facts, { since });
  if (news.kind !== 'since') throw new Error('nothing to compare with');
  return news.changes;
};

const closes = ratiosTo('2026-11-27', [0.402, 0.401]);
const friday = marked(autumnFacts(BEFORE, '2026-11-25', { closes }));

describe('what changed since the last brief', () => {
  it('is nothing right after it, whatever it said', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(changes(facts, marked(facts))).toEqual([]);
      }),
    );
  });

  it('is not known before the first', () => {
    expect(buildBrief(autumnFacts(NOW, '2026-11-27')).news).toEqual({ kind: 'first' });
  });

  it('counts from the day and time of the last one, in the zone of this one', () => {
    const { news } = buildBrief(autumnFacts(NOW, '2026-11-27', { closes }), { since: friday, zone: 'Asia/Tokyo' });
    expect(news).toMatchObject({ on: '2026-11-27', time: '21:30' });
  });

  it('is a session that has closed: 0.402 on Wednesday, 0.401 on Friday', () => {
    expect(changes(autumnFacts(NOW, '2026-11-27', { closes }), friday)).toEqual([
      { kind: 'close', to: expect.closeTo(0.401, 9), from: { ratio: expect.closeTo(0.402, 9), sessions: 1 } },
    ]);
  });

  it('is nothing on Friday morning after Thanksgiving: Wednesday’s close was posted on Thursday', () => {
    const thursday = marked(autumnFacts('2026-11-26T12:30:00Z', '2026-11-25', { closes }));
    expect(changes(autumnFacts(BEFORE, '2026-11-25', { closes }), thursday)).toEqual([]);
  });

  it('is a record close of the Russell, also one between two briefs', () => {
    const higher = ratiosTo('2026-12-01', [0.403, 0.41, 0.404]);
    const mark = { ...friday, closes: { on: isoDate('2026-11-27'), ratio: 0.403, russell: 2_015, sp: 5_000 } };
    expect(changes(autumnFacts('2026-12-02T12:30:00Z', '2026-12-01', { closes: higher }), mark)).toEqual([
      { kind: 'record', on: '2026-11-30', close: expect.closeTo(2_050, 6) },
      expect.objectContaining({ kind: 'close', from: { ratio: 0.403, sessions: 2 } }),
    ]);
  });

  it('is a close that was corrected, where the figure shown is another', () => {
    const facts = autumnFacts(BEFORE, '2026-11-25', { closes });
    const mark = (ratio: number): LastTold => ({
      ...friday,
      closes: { on: isoDate('2026-11-25'), ratio, russell: 2_010, sp: 5_000 },
    });
    expect(changes(facts, mark(0.4021))).toEqual([]);
    expect(changes(facts, mark(0.4035))).toEqual([expect.objectContaining({ kind: 'revised', from: 0.4035 })]);
  });

  it('is nothing of the closes where newer ones were posted before', () => {
    const { closes: told } = friday;
    const ahead = { ...friday, ...(told && { closes: { ...told, on: isoDate('2026-11-27') } }) };
    expect(changes(autumnFacts(BEFORE, '2026-11-25', { closes }), ahead)).toEqual([]);
  });

  it('is closes again after a brief that had none', () => {
    const { closes: _, ...without } = friday;
    expect(changes(autumnFacts(NOW, '2026-11-27', { closes }), without)).toEqual([
      { kind: 'close', to: expect.closeTo(0.401, 9) },
    ]);
  });
});

describe('odds', () => {
  const at = (hike: number) => autumnFacts(BEFORE, '2026-11-25', { closes, hike });

  it.each([
    [0.1, 0.149, []],
    [0.1, 0.151, [{ kind: 'odds', outcome: 'hold', from: 90, to: 84.9 }]],
    [0.8, 0.7, [{ kind: 'odds', outcome: 'hike', from: 80, to: 70 }]],
    [0.49, 0.51, [{ kind: 'odds-flip', from: 'hold', to: 'hike', percent: 51 }]],
    [0.1, -0.7, [{ kind: 'odds-flip', from: 'hold', to: 'cut', percent: 70 }]],
  ])('of a hike from %d to %d', (before, now, told) => {
    const close = (value: unknown) => (typeof value === 'number' ? expect.closeTo(value, 4) : value);
    expect(changes(at(now), marked(at(before)))).toEqual(
      told.map((one) => ({
        ...Object.fromEntries(Object.entries(one).map(([key, value]) => [key, close(value)])),
        meeting: '2026-12-09',
      })),
    );
  });

  it('of another meeting are not compared', () => {
    const before = marked(autumnFacts('2026-12-09T12:30:00Z', '2026-12-08', { hike: 0.9 }));
    const after = changes(autumnFacts('2026-12-10T12:30:00Z', '2026-12-09', { hike: 0.1 }), before);
    expect(after.filter(({ kind }) => kind.startsWith('odds'))).toEqual([]);
  });
});

describe('the Fed’s range', () => {
  const eve = marked(autumnFacts('2026-12-09T12:30:00Z', '2026-12-08'));
  const changedBy = (last: string, range?: readonly [number, number]) =>
    changes(autumnFacts('2026-12-11T12:30:00Z', last, range ? { range } : {}), eve);

  it('has changed, and that comes before the closes', () => {
    expect(changedBy('2026-12-10', [4, 4.25])).toEqual([
      { kind: 'range', from: { from: 3.75, to: 4 }, to: { from: 4, to: 4.25 } },
      expect.objectContaining({ kind: 'close' }),
    ]);
  });

  it('was held, where the outcome is known', () => {
    expect(changedBy('2026-12-10')[0]).toEqual({ kind: 'held', on: '2026-12-09' });
  });

  it('is not said to have been held where the outcome is not known', () => {
    expect(changedBy('2026-12-09').map(({ kind }) => kind)).toEqual(['close']);
  });

  it('is said to have been held once the outcome is known, however many briefs later, and once only', () => {
    const unknown = autumnFacts('2026-12-10T12:30:00Z', '2026-12-09');
    const dayAfter = lastToldBy(buildBrief(unknown, { since: eve }), unknown.now, eve);
    expect(dayAfter.range?.through).toBe('2026-10-28');
    const known = autumnFacts('2026-12-11T12:30:00Z', '2026-12-10');
    expect(changes(known, dayAfter)[0]).toEqual({ kind: 'held', on: '2026-12-09' });
    const told = lastToldBy(buildBrief(known, { since: dayAfter }), known.now, dayAfter);
    const later = changes(autumnFacts('2026-12-14T12:30:00Z', '2026-12-11'), told);
    expect(later.map(({ kind }) => kind)).toEqual(['close']);
  });

  it('counts what had passed as posted, where the last record does not say how far it was known', () => {
    const at = isoInstant('2026-12-10T12:30:00Z');
    const older: LastTold = { ...eve, at, range: { from: 3.75, to: 4 } };
    const kinds = changes(autumnFacts('2026-12-11T12:30:00Z', '2026-12-10'), older).map(({ kind }) => kind);
    expect(kinds).toEqual(['close']);
  });

  it('is no news where the record ends before what was posted: the old decisions say 3.75 to 4.00', () => {
    const facts = autumnFacts('2026-12-11T12:30:00Z', '2026-12-10', { range: [4, 4.25] });
    const raised = marked(facts);
    const blank = shippedFacts(isoInstant('2026-12-14T12:30:00Z'));
    expect(changes(blank, raised)).toEqual([]);
    expect(lastToldBy(buildBrief(blank, { since: raised }), blank.now, raised).range).toEqual(raised.range);
  });
});

describe('a mark', () => {
  it('holds what was posted, and when', () => {
    expect(
      lastToldBy(buildBrief(autumnFacts(BEFORE, '2026-11-25', { closes })), isoInstant('2026-11-27T12:52:00Z')),
    ).toEqual({
      at: '2026-11-27T12:52:00.000Z',
      closes: { on: '2026-11-25', ratio: expect.closeTo(0.402, 9), russell: expect.closeTo(2_010, 6), sp: 5_000 },
      range: { from: 3.75, to: 4, through: '2026-10-28' },
      odds: { meeting: '2026-12-09', outcome: 'hold', percent: expect.closeTo(60, 6) },
      views: [
        { id: '001-bofa-next-decade', on: '2026-11-27' },
        { id: '001-beath-tariffs', on: '2026-11-27' },
      ],
      notes: 0,
    });
  });

  it('carries over what an earlier brief said where this one has no data, and nothing that the earlier one lacked', () => {
    const without = buildBrief(shippedFacts(isoInstant(NOW)), { since: friday });
    expect(lastToldBy(without, isoInstant(NOW), friday)).toEqual({ ...friday, at: isoInstant(NOW) });
    expect(Object.keys(lastToldBy(without, isoInstant(NOW))).toSorted()).toEqual(['at', 'notes', 'range']);
  });

  it('of a morning without data leaves the next one its news', () => {
    const wednesday = marked(autumnFacts('2026-11-25T12:30:00Z', '2026-11-24', { closes }));
    const blank = shippedFacts(isoInstant(BEFORE));
    const mark = lastToldBy(buildBrief(blank, { since: wednesday }), blank.now, wednesday);
    expect(changes(autumnFacts(NOW, '2026-11-27', { closes, hike: 0.8 }), mark)).toEqual([
      { kind: 'odds-flip', meeting: '2026-12-09', from: 'hold', to: 'hike', percent: expect.closeTo(80, 4) },
      expect.objectContaining({ kind: 'record', on: '2026-11-25' }),
      { kind: 'close', to: expect.closeTo(0.401, 9), from: { ratio: 0.4, sessions: 2 } },
    ]);
  });

  it('is replaced where this brief has the data', () => {
    const facts = autumnFacts(NOW, '2026-11-27', { closes, range: [4, 4.25], hike: 0.8 });
    const { views: _, ...told } = lastToldBy(buildBrief(facts), facts.now, friday);
    const { views: __, ...alone } = marked(facts);
    expect(told).toEqual(alone);
  });
});
