import { describe, expect, it } from 'vitest';
import { contextAfter } from '../../src/reading/index.ts';
import { contextOf, cut, HOLD, hike, lastOf, method, turnOf, views } from './asked-turns.ts';

const floating = (share: number) => ({ small: { floatingShare: share } });

describe('what goes on from a move', () => {
  it.each([
    // another size or direction
    [['50bps', 'and 75?'], cut(75)],
    [['hike 25', 'and 50?'], hike(50)],
    [['50bps', '25 more'], cut(75)],
    [['50bps', '20bp less'], cut(30)],
    [['60bps', 'another 15'], cut(75)],
    [['50bps', 'double that'], cut(100)],
    [['50bps', 'half of it'], cut(25)],
    [['50bps', 'the other way round'], hike(50)],
    [['50bps', 'and a hike?'], hike(50)],
    [['hike 75', 'sorry i meant a cut'], cut(75)],
    [['50bps', 'what if they hold'], HOLD],
    // other assumptions
    [['50bps', 'what if 60% floats'], cut(50, floating(60))],
    [['50bps floating=60%', 'and 25?'], cut(25, floating(60))],
    [['50bps floating=60%', 'and 100bp with a 7% rate'], cut(100, { small: { floatingShare: 60, rate: 7 } })],
    [['50bps floating=60%', 'and with leverage of 5x'], cut(50, { small: { floatingShare: 60, debtToEbitda: 5 } })],
    [['50bps floating=60%', 'start over'], cut(50)],
    [['50bps floating=60% debt=5x', 'back to the default leverage'], cut(50, floating(60))],
    // one company or both
    [['50bps', 'only the large one'], cut(50, { only: 'large' })],
    [['50bps', 'just smallcap', 'now the other one'], cut(50, { only: 'large' })],
    [['50bps', 'only large', 'both again'], cut(50)],
    [['50bps', 'only large', 'what if 20% floats'], cut(50, { only: 'large', large: { floatingShare: 20 } })],
    [['50bps', 'only large', 'and 75?'], cut(75, { only: 'large' })],
    // side by side with it
    [['50bps', 'put that next to 100bp'], { kind: 'compare-moves', moves: [-50, -100] }],
    [['hike 25', 'compare it to 50'], { kind: 'compare-moves', moves: [25, 50] }],
    // and of the model
    [['50bps', 'why?'], method('why', cut(50))],
    [['50bps', 'is that after tax'], method('tax', cut(50))],
    [['50bps floating=60%', 'show the working'], method('formula', cut(50, floating(60)))],
    [['50bps', 'and in dollars?'], cut(50)],
    // a wanted change, then for the other company
    [
      ['what cut lifts smallcap net income by 10%', 'and for large?'],
      { kind: 'solve', target: { of: 'lift', percent: 10 }, only: 'large' },
    ],
  ])('%j', (typed, question) => {
    expect(lastOf(...typed)).toEqual(question);
  });

  it.each([
    [['50bps', 'bullish views', 'and 75?'], cut(75)],
    [['50bps', 'russell to s&p ratio', 'only large'], cut(50, { only: 'large' })],
    [['50bps floating=60%', 'help', 'and 25?'], cut(25, floating(60))],
  ])('is still there after something else: %j', (typed, question) => {
    expect(lastOf(...typed)).toEqual(question);
  });

  it('is not there where no move was asked about', () => {
    expect(lastOf('double that')).toMatchObject({ kind: 'unclear' });
    expect(lastOf('bullish views', 'what if 60% floats')).toMatchObject({ kind: 'unclear', reason: 'which' });
  });
});

describe('the context after a turn', () => {
  it('is the question answered, with the move asked about last', () => {
    const bullish = views({ stances: ['bullish'] });
    expect(contextOf('50bps')).toMatchObject({ last: cut(50), move: cut(50) });
    expect(contextOf('50bps', 'bullish views')).toMatchObject({ last: bullish, move: cut(50), views: bullish });
    expect(contextOf('bullish views')).toEqual({ last: bullish, views: bullish });
  });

  it.each([
    ['help', 'help'],
    ['a refusal', 'should we buy small caps'],
    ['what is not known', 'where is the russell trading now'],
    ['an effect', 'stop'],
  ])('is the one before after %s', (_, typed) => {
    const before = contextOf('50bps', 'bullish views');
    expect(contextAfter(turnOf(typed, before), before)).toBe(before);
    expect(contextAfter(turnOf(typed), undefined)).toBeUndefined();
  });
});
