import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type GoldClaim, scoredFolder, scoreOf, summed } from './score.ts';

const SCORES = scoredFolder(join(import.meta.dirname, 'made-up'));

describe('the made-up notes', () => {
  it.each(SCORES)('%s: most claims are found, with their voices', (_, { gold, found, speaker }) => {
    expect(found / gold).toBeGreaterThanOrEqual(0.8);
    expect(speaker / found).toBeGreaterThanOrEqual(0.85);
  });

  // their sentences are none of those that the model was trained on
  it('have the right side in half, and the opposite one in few', () => {
    const { sided, right, opposite } = summed(SCORES.map(([, score]) => score));
    expect(right / sided).toBeGreaterThanOrEqual(0.5);
    expect(opposite / sided).toBeLessThanOrEqual(0.14);
  });
});

describe('the scorer', () => {
  const gold: GoldClaim = {
    sentence: 'We like small caps a great deal here.',
    speaker: 'Ann Berg',
    firm: null,
    stance: 'bullish',
  };
  const claim = {
    text: gold.sentence,
    paragraph: 1,
    speaker: 'Ann Berg',
    firm: null,
    title: null,
    role: 'speaker',
    stance: 'bullish',
    horizon: null,
    horizonEnds: null,
    condition: null,
    topics: [],
    figures: [],
    confidence: 1,
  } as const;

  it('counts what is found, right, opposite and left open', () => {
    expect(scoreOf([gold], [claim], '')).toMatchObject({ found: 1, speaker: 1, right: 1, opposite: 0 });
    expect(scoreOf([gold], [{ ...claim, stance: 'bearish' }], '')).toMatchObject({ right: 0, opposite: 1 });
    expect(scoreOf([gold], [{ ...claim, stance: 'unclear' }], '')).toMatchObject({ right: 0, opposite: 0, unclear: 1 });
    expect(scoreOf([gold], [{ ...claim, speaker: 'Raj Patel' }], '')).toMatchObject({ found: 1, speaker: 0 });
    expect(scoreOf([gold], [{ ...claim, text: 'Bread is made of flour.' }], '')).toMatchObject({ found: 0, met: 0 });
  });
});
