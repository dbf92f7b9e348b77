import { describe, expect, it } from 'vitest';
import { utteranceOf } from '../../src/language/index.ts';
import { NOTES } from '../../src/notes/index.ts';
import { canonicalOf } from '../../src/reading/operations/canonical.ts';
import operations from '../../src/reading/operations/operations.json' with { type: 'json' };
import texts from '../../src/reading/operations/texts.json' with { type: 'json' };
import { namesOf } from '../../src/topics/views/read-subjects.ts';
import { cut, hike, lastTurn } from './asked-turns.ts';

const NAMES = namesOf(NOTES);
const filled = (template: string, text: string, before?: 'cut' | 'hike') =>
  canonicalOf(template, utteranceOf(text, NAMES), before);

describe('a plain phrase filled with what is said', () => {
  it.each([
    ['{way} {size} {whom}', 'whats half a pt lower do to the small one', ['cut 50bp for SmallCap']],
    ['{way} {size} {whom}', 'fifty beeps?', ['cut 50bp', 'hike 50bp']],
    ['{percent} hedged {whom}', 'n hedge 30', ['30% hedged']],
    ['{percent} floating {whom}', 'half of largecap floats', ['50% floating for LargeCap']],
    ['{times} leverage {whom}', 'five turns', ['5x leverage']],
    ['{money} cash {whom}', '10bn in t-bills', ['$10000m cash']],
    ['{way} {size} after {percent} tax {whom}', '25 tax, 50 lower', ['cut 50bp after 25% tax']],
    ['{way} {size} after {percent} tax {whom}', '50 lower, tax at 25', ['cut 50bp after 25% tax']],
    ['{moves} {whom}', '25 up in dec, 25 up in jan, then 75 back down', ['hike 25bp then hike 25bp then cut 75bp']],
    ['only {company}', 'just the wee one', ['only SmallCap']],
    ['double it', 'dbl it', ['double it']],
  ])('%s: %s', (template, text, phrases) => {
    expect(filled(template, text)).toEqual(phrases);
  });

  it('goes the way that was said before', () => {
    expect(filled('{way} {size}', 'oh, 25 of course', 'hike')).toEqual(['hike 25bp']);
  });

  it.each([
    ['double it', 'double it, and 60% floating'],
    ['{percent} hedged', 'hedge 30 or 40'],
    ['{percent} hedged', 'hedge it'],
    ['{times} leverage', 'half as levered'],
    ['{money} cash', '3x cash'],
    ['only {company}', 'only the other one'],
  ])('leaves no number out and puts none in: %s, %s', (template, text) => {
    expect(filled(template, text)).toEqual([]);
  });
});

const HEDGED = { small: { hedgedShare: 30 }, large: { hedgedShare: 30 } };

describe('what no rule reads', () => {
  it.each([
    [['cut 50', 'and its bigger sibling, the other company'], cut(50, { only: 'large' })],
    [['hike 25', 'supposing thirty pct of the floaters is locked by swaps'], hike(25, HEDGED)],
  ] as const)('is offered: %j', (typed, question) => {
    const turn = lastTurn(...typed);
    const offered = turn.kind === 'unclear' && turn.reason === 'which' ? turn.readings.map((one) => one.question) : [];
    if (question)
      expect(offered.length === 0 ? [turn.kind === 'question' && turn.question] : offered).toContainEqual(question);
    else expect(JSON.stringify(offered.length === 0 ? turn : offered)).toContain('"hedgedShare":75');
  });

  it.each([
    [['cut 50', 'the printer on two jammed again']],
    [['hike 25', 'who took my charger, the 65w one']],
    [['fish and chips for seven please']],
  ] as const)('and is nothing of ours gets no such offer: %j', (typed) => {
    expect(lastTurn(...typed)).not.toMatchObject({ reason: 'which' });
  });

  it('is never answered by resemblance where it moves a rate', () => {
    for (const id of ['double', 'triple', 'halve', 'times', 'add', 'less'] as const)
      for (const text of texts[id])
        expect(lastTurn('hike 25', text)).not.toMatchObject({ how: 'ranked', question: hike(25) });
  });
});

describe('the operations', () => {
  it('have ids and texts of their own', () => {
    const all = Object.values(texts).flat();
    expect(Object.keys(texts)).toEqual(operations.map(({ id }) => id));
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    expect(all.length - new Set(all).size).toBeLessThan(all.length / 50);
  });
});
