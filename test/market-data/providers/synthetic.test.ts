import { describe, expect, it } from 'vitest';
import { impliedPath } from '../../../src/fed/implied-path.ts';
import { syntheticCloses, syntheticFutures, syntheticRates } from '../../../src/market-data/providers/synthetic.ts';
import { isoInstant } from '../../../src/units.ts';

const NOW = isoInstant('2026-11-20T22:00:00Z');

const closes = (seed: number, now = NOW) => {
  const outcome = syntheticCloses(seed, now);
  if (outcome.kind !== 'ok') throw new Error('made-up closes are always there');
  return outcome.value;
};

describe('made-up market data', () => {
  it('are labelled, with their seed', () => {
    expect(closes(7).provenance).toMatchObject({
      provider: 'synthetic',
      source: 'synthetic, seed 7: made-up numbers',
      isSynthetic: true,
      asOf: '2026-11-20',
    });
    expect(syntheticRates(7, NOW)).toMatchObject({ value: { provenance: { isSynthetic: true, asOf: '2026-11-19' } } });
    expect(syntheticFutures(7, ['2026-12'], NOW)).toMatchObject({ value: { provenance: { isSynthetic: true } } });
  });

  it('are the same from the same seed and others from another', () => {
    expect(closes(1)).toEqual(closes(1));
    expect(closes(1).ratio.ratios.at(-1)).not.toBe(closes(2).ratio.ratios.at(-1));
  });

  it('grow by a day without changing the days before', () => {
    const [friday, thursday] = [closes(1).ratio, closes(1, isoInstant('2026-11-19T22:00:00Z')).ratio];
    expect(friday.dates.slice(0, -1)).toEqual(thursday.dates);
    expect(friday.ratios.slice(0, -1)).toEqual(thursday.ratios);
  });

  it('look like two indexes, whatever the seed', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { ratio } = closes(seed);
      expect(ratio.dates.length).toBeGreaterThan(9_000);
      for (const level of [...ratio.numerator, ...ratio.denominator]) expect(level).toBeGreaterThan(10);
      for (const level of ratio.ratios) expect(level > 0.02 && level < 20).toBe(true);
    }
  });

  it('imply a path of the Fed', () => {
    const months = ['2026-11', '2026-12', '2027-01', '2027-02'] as const;
    const futures = syntheticFutures(3, months, NOW);
    if (futures.kind !== 'ok') return expect.unreachable();
    const path = impliedPath({ prices: futures.value.prices, now: NOW, count: 2 });
    expect(path).toMatchObject({ kind: 'path', meetings: [{ kind: 'odds' }, { kind: 'odds' }] });
  });
});
