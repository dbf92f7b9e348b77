import { describe, expect, it } from 'vitest';
import type { BriefTrigger } from '../../src/brief/effect.ts';
import { checkTrigger } from '../../src/brief/trigger.ts';
import type { Facts } from '../../src/facts/facts.ts';
import type { FuturesFacts } from '../../src/facts/fed.ts';
import type { RatioSeries } from '../../src/index-ratio/series.ts';
import { type IsoDate, isoDate } from '../../src/units.ts';
import { liveFacts, OCTOBER_PRICES } from '../doubles/live-facts.ts';

const SP_CLOSE = 6_000;
/** Russell closes by day. */
const closes = (days: Readonly<Record<string, number>>): RatioSeries => {
  const numerator = Object.values(days);
  return {
    dates: Object.keys(days).map(isoDate),
    numerator,
    denominator: numerator.map(() => SP_CLOSE),
    ratios: numerator.map((close) => close / SP_CLOSE),
  };
};
const EVENING = '2026-11-30T22:00:00Z';
const factsOf = (days: Readonly<Record<string, number>>, isSynthetic = false): Facts =>
  liveFacts(EVENING, { closes: closes(days), provenance: { isSynthetic } });
const noFacts: Facts = {
  ...factsOf({ '2026-11-20': 2_400 }),
  market: { kind: 'printed', readings: [], why: { kind: 'loading' } },
};

/** Looks one after the other; what each crossed. */
const looks = (trigger: BriefTrigger, all: readonly Facts[]): readonly (string | undefined)[] => {
  let stood: string | undefined;
  return all.map((facts) => {
    const crossing = checkTrigger(trigger, facts, stood);
    stood = crossing?.stood ?? stood;
    return crossing?.crossed?.slot;
  });
};

const ABOVE: BriefTrigger = { kind: 'ratio', side: 'above', level: 0.4 };
const BELOW: BriefTrigger = { kind: 'ratio', side: 'below', level: 0.4 };
const [SHORT, TOUCHED, BEYOND] = [2_394, 2_400, 2_406];

describe('a ratio', () => {
  it('crosses when it closes beyond its level after it did not, as in the example', () => {
    const all = [factsOf({ '2026-11-19': SHORT }), factsOf({ '2026-11-19': SHORT, '2026-11-20': BEYOND })];
    expect(looks(ABOVE, all)).toEqual([undefined, '2026-11-20 above']);
    expect(looks(BELOW, all)).toEqual([undefined, undefined]);
  });

  it('crosses down for those who wait for that', () => {
    const all = [factsOf({ '2026-11-19': BEYOND }), factsOf({ '2026-11-20': SHORT })];
    expect(looks(BELOW, all)).toEqual([undefined, '2026-11-20 below']);
    expect(looks(ABOVE, all)).toEqual([undefined, undefined]);
  });

  it('is only remembered at the first look, beyond its level or not, and crosses once', () => {
    const beyond = factsOf({ '2026-11-19': BEYOND });
    expect(looks(ABOVE, [beyond, beyond, factsOf({ '2026-11-20': BEYOND })])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has to come back before it can cross again, and is not beyond its level when it touches it', () => {
    const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23'];
    const levels = [TOUCHED, BEYOND, BEYOND, TOUCHED, SHORT, BEYOND];
    const all = days.map((day, index) => factsOf({ [day]: levels[index] as number }));
    expect(looks(ABOVE, all).filter((slot) => slot !== undefined)).toEqual(['2026-11-17 above', '2026-11-23 above']);
  });

  it('gives one name to the crossings of a close that is corrected to and fro', () => {
    const [short, beyond] = [factsOf({ '2026-11-20': SHORT }), factsOf({ '2026-11-20': BEYOND })];
    const before = factsOf({ '2026-11-19': SHORT });
    const crossed = looks(ABOVE, [before, beyond, short, beyond, beyond]);
    expect(crossed).toEqual([undefined, '2026-11-20 above', undefined, '2026-11-20 above', undefined]);
  });

  it('stays where it stood while there are no data, or older ones', () => {
    const [before, beyond] = [factsOf({ '2026-11-19': SHORT }), factsOf({ '2026-11-20': BEYOND })];
    expect(looks(ABOVE, [before, noFacts, beyond, before, noFacts, beyond])).toEqual([
      undefined,
      undefined,
      '2026-11-20 above',
      undefined,
      undefined,
      undefined,
    ]);
    expect(checkTrigger(ABOVE, noFacts, undefined)).toBeUndefined();
  });

  it('is looked at anew when made-up numbers give way to those of the market, or its level is another', () => {
    const [madeUp, market] = [factsOf({ '2026-11-19': SHORT }, true), factsOf({ '2026-11-20': BEYOND })];
    expect(looks(ABOVE, [madeUp, market])).toEqual([undefined, undefined]);
    const { stood } = checkTrigger(ABOVE, factsOf({ '2026-11-19': SHORT }), undefined) ?? {};
    expect(checkTrigger({ ...ABOVE, level: 0.395 }, market, stood)).not.toHaveProperty('crossed');
    expect(checkTrigger(ABOVE, market, stood)).toHaveProperty('crossed');
  });

  it('is not looked at before the close is final', () => {
    const series = closes({ '2026-11-27': SHORT, '2026-11-30': BEYOND });
    const [noon, evening] = ['2026-11-30T17:00:00Z', EVENING].map((now) => liveFacts(now, { closes: series }));
    expect(looks(ABOVE, [noon as Facts, evening as Facts])).toEqual([undefined, '2026-11-30 above']);
  });
});

describe('a record close', () => {
  const RECORD: BriefTrigger = { kind: 'record-close' };
  const HISTORY = { '2021-11-08': 2_442, '2026-11-18': 2_400 };

  it('crosses with each close above all before, and not with one that equals the record', () => {
    const all = [
      factsOf(HISTORY),
      factsOf({ ...HISTORY, '2026-11-19': 2_442 }),
      factsOf({ ...HISTORY, '2026-11-19': 2_442, '2026-11-20': 2_450 }),
      factsOf({ ...HISTORY, '2026-11-20': 2_450, '2026-11-23': 2_451 }),
      factsOf({ ...HISTORY, '2026-11-20': 2_450, '2026-11-23': 2_451, '2026-11-24': 2_300 }),
    ];
    expect(looks(RECORD, all)).toEqual([undefined, undefined, '2026-11-20 record', '2026-11-23 record', undefined]);
  });

  it('does not cross twice where it is corrected away and back', () => {
    const set = factsOf({ ...HISTORY, '2026-11-19': 2_450 });
    expect(looks(RECORD, [factsOf(HISTORY), set, factsOf(HISTORY), set])).toEqual([
      undefined,
      '2026-11-19 record',
      undefined,
      undefined,
    ]);
  });

  it('does not fire on a history that begins after the record', () => {
    const shorter = factsOf({ '2024-01-02': 2_000, '2026-11-18': 2_400 });
    const newer = factsOf({ ...HISTORY, '2026-11-20': 2_450 });
    expect(looks(RECORD, [factsOf(HISTORY), shorter, newer])).toEqual([undefined, undefined, '2026-11-20 record']);
  });
});

describe('the odds of the next meeting', () => {
  const FLIP: BriefTrigger = { kind: 'odds-flip' };
  const none = closes({ '2026-09-18': 2_400 });

  /** Odds of the coming meeting by hand, of a day. */
  const odds = (on: string, ways: { cut: number; hold: number; hike: number }, meeting = '2026-10-28'): Facts => {
    const facts = liveFacts('2026-09-18T21:00:00Z', { closes: none, futures: OCTOBER_PRICES });
    if (facts.fed.odds.kind !== 'path') throw new Error('no odds');
    const first = facts.fed.odds.meetings[0];
    if (first?.kind !== 'odds') throw new Error('no odds of the first meeting');
    const made = { ...first, ...ways, meeting: { ...first.meeting, decision: meeting as IsoDate } };
    return { ...facts, fed: { ...facts.fed, odds: { ...facts.fed.odds, asOf: isoDate(on), meetings: [made] } } };
  };
  const [HIKE, HOLD, EVEN] = [
    { cut: 0, hold: 0.45, hike: 0.55 },
    { cut: 0.1, hold: 0.6, hike: 0.3 },
    { cut: 0, hold: 0.5, hike: 0.5 },
  ];

  it('flip when another outcome becomes the likeliest, from the prices themselves', () => {
    const hold: FuturesFacts = {
      ...OCTOBER_PRICES,
      asOf: isoDate('2026-09-21'),
      prices: OCTOBER_PRICES.prices.map((one) => ({
        ...one,
        asOf: isoDate('2026-09-21'),
        ...(one.month === '2026-11' && { price: 96.05 }),
      })),
    };
    const all = [
      liveFacts('2026-09-18T21:00:00Z', { closes: none, futures: OCTOBER_PRICES }),
      liveFacts('2026-09-21T21:00:00Z', { closes: none, futures: hold }),
    ];
    expect(looks(FLIP, all)).toEqual([undefined, '2026-09-21 hold 2026-10-28']);
  });

  it('flip and flip back, each with its day, and stay where two are as likely as each other', () => {
    const all = [
      odds('2026-09-18', HIKE),
      odds('2026-09-21', EVEN),
      odds('2026-09-22', HOLD),
      odds('2026-09-23', EVEN),
      odds('2026-09-24', HIKE),
    ];
    expect(looks(FLIP, all).filter((slot) => slot !== undefined)).toEqual([
      '2026-09-22 hold 2026-10-28',
      '2026-09-24 hike 2026-10-28',
    ]);
  });

  it('are looked at anew for another meeting', () => {
    expect(looks(FLIP, [odds('2026-10-28', HIKE), odds('2026-10-28', HOLD, '2026-12-09')])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('stay where they stood while there are none, or older ones', () => {
    const missing = liveFacts('2026-09-21T21:00:00Z', { closes: none });
    const all = [odds('2026-09-18', HIKE), missing, odds('2026-09-17', HOLD), odds('2026-09-21', HIKE)];
    expect(looks(FLIP, all)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
