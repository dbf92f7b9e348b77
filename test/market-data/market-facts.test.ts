import { describe, expect, it } from 'vitest';
import { type Facts, shippedFacts } from '../../src/facts/facts.ts';
import { fedAt } from '../../src/facts/fed.ts';
import { factsAt, factsNow } from '../../src/market-data/market-facts.ts';
import { openMarketData } from '../../src/market-data/open-market-data.ts';
import type { Snapshot } from '../../src/market-data/port.ts';
import { answer } from '../../src/topics/registry.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { closesOn, ratioOf, ratioSeries } from '../doubles/market-series.ts';
import { testTools } from '../doubles/market-tools.ts';

const NOW = isoInstant('2026-11-20T14:30:00Z');
const off = await openMarketData({ kind: 'off' }, testTools(NOW));
const synthetic = await openMarketData({ kind: 'synthetic', seed: 3 }, testTools(NOW));

const problem = { provider: 'Yahoo', kind: 'refused', words: 'Yahoo refused the request (429)' } as const;
const failed = { kind: 'unavailable', problems: [problem, problem] } as const;

const checkOf = (facts: Facts) => {
  const answered = answer({ kind: 'check', findings: ['002-ratio-2020'] }, facts);
  return answered.kind === 'check' ? answered.flagged.shown[0] : undefined;
};

describe('facts from what is known of the market', () => {
  it('are the shipped ones, where market data are off', () => {
    const { market, fed, now } = factsAt(NOW, off.snapshot());
    const shipped = shippedFacts(NOW);
    expect({ market, fed, now }).toEqual({ market: shipped.market, fed: shipped.fed, now: NOW });
    expect(fed).toEqual(fedAt(NOW, { futures: { kind: 'off' } }));
  });

  it('have the reason why nothing is known, each one once', () => {
    const closes: Snapshot['closes'] = failed;
    expect(factsAt(NOW, { ...off.snapshot(), closes }).market).toMatchObject({
      kind: 'printed',
      why: { kind: 'unavailable', words: ['Yahoo refused the request (429)'] },
    });
    const loading = { kind: 'loading', since: NOW } as const;
    expect(factsAt(NOW, { ...off.snapshot(), closes: loading, futures: loading })).toMatchObject({
      market: { why: { kind: 'loading' } },
      fed: { odds: { kind: 'none', why: { kind: 'loading' } } },
    });
  });

  it('are the same objects from the same data, so that nothing is worked out twice', () => {
    const [one, other] = [factsAt(NOW, synthetic.snapshot()), factsAt(NOW, synthetic.snapshot())];
    expect(one.market).toBe(other.market);
    expect(one.record).toBe(other.record);
    expect(one.fed).toBe(other.fed);
  });

  it('are made once a minute, and anew once anything else is known', () => {
    const [first, last, next] = ['14:30:00', '14:30:59', '14:31:00'].map((time) => isoInstant(`2026-11-20T${time}Z`));
    if (first === undefined || last === undefined || next === undefined) return expect.unreachable();
    const { facts } = factsNow(synthetic, first);
    expect(factsNow(synthetic, last).facts).toBe(facts);
    expect(factsNow(synthetic, next).facts).toEqual(factsAt(next, synthetic.snapshot()));
    expect(factsNow(off, next).facts.market.kind).toBe('printed');
  });

  it('hold no note against made-up numbers', () => {
    const facts = factsAt(NOW, synthetic.snapshot());
    expect(facts.market).toMatchObject({ kind: 'live', provenance: { isSynthetic: true } });
    expect(facts.record.closes).toBe(shippedFacts(NOW).record.closes);
  });

  it('hold the notes against the closes at hand, and against the cited ones on days these lack', () => {
    const { closes } = synthetic.snapshot();
    if (closes.kind !== 'ok') return expect.unreachable();
    const provenance = { ...closes.value.provenance, source: 'a provider', isSynthetic: false };
    const of = (ratio: typeof closes.value.ratio): Facts =>
      factsAt(NOW, { ...off.snapshot(), closes: { kind: 'ok', value: { ...closes.value, ratio, provenance } } });
    const dates = [isoDate('2020-12-30'), isoDate('2020-12-31')];
    const wrong = of(ratioOf(closesOn(dates, [1_974, 1_974.86]), closesOn(dates, [3_756, 3_756.07])));
    expect(checkOf(wrong)).toMatchObject({ verdict: 'disagrees', sources: expect.arrayContaining(['a provider']) });
    const right = of(ratioOf(closesOn(dates, [2_250, 2_253.6]), closesOn(dates, [3_756, 3_756])));
    expect(checkOf(right)).toBeUndefined();
    expect(checkOf(of(ratioSeries([0.4, 0.5])))?.sources).toEqual(checkOf(shippedFacts(NOW))?.sources);
  });
});
