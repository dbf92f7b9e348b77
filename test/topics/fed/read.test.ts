import { describe, expect, it } from 'vitest';
import { lastOf, lastTurn } from '../../reading/asked-turns.ts';

describe('the range, the calendar and the odds', () => {
  it.each([
    [['next fomc?']],
    [['wheres fed funds rn']],
    [['where do rates stand']],
    [['current target range pls']],
    [['when does the fomc meet next']],
    [['list me the 2027 fomc dates would you']],
    [['is there a dot plot in december']],
    [['days until the fed']],
    [['odds']],
    [["what's priced in"]],
    [['next fomc?', 'and the one after?']],
    [['next fomc?', 'and january?']],
  ])('%j', (texts) => {
    expect(lastOf(...texts)).toEqual({ kind: 'fed' });
  });

  it.each<readonly [readonly string[], object]>([
    [['how likely is a quarter point cut'], { ask: 'odds', way: 'cut', sizeBps: 25 }],
    [['odds of another hike at the dec meeting'], { ask: 'odds', way: 'hike', month: '2026-12' }],
    [['odds of a cut in jan'], { ask: 'odds', way: 'cut', month: '2027-01' }],
    [['probability of 25bp in December'], { ask: 'odds', sizeBps: 25, month: '2026-12' }],
    [['odds of a hold'], { ask: 'odds', way: 'hold' }],
    [['what does the market price for march'], { ask: 'odds', month: '2027-03' }],
    [['what is priced for the next meeting'], { ask: 'odds' }],
    [['how many cuts are priced in'], { ask: 'count', way: 'cut' }],
    [['how many hikes by june'], { ask: 'count', way: 'hike', month: '2027-06' }],
    [['where are rates priced by march'], { ask: 'rate', month: '2027-03' }],
    [['odds of two more cuts this year'], {}],
    [['odds of a cut this year'], {}],
    [['cuts priced for 2027'], {}],
    [['next fomc?', 'odds of a hike then?'], { ask: 'odds', way: 'hike' }],
    [['how likely is a cut', 'and a 50bp one?'], { ask: 'odds', way: 'cut', sizeBps: 50 }],
    [['chance of a hike', 'in january?'], { ask: 'odds', way: 'hike', month: '2027-01' }],
  ])('%j asks one thing of futures', (texts, asks) => {
    expect(lastOf(...texts)).toEqual({ kind: 'fed', ...asks });
  });

  it.each([
    ['odds of a soft landing'],
    ['odds of small caps outperforming'],
    ['where was fed funds in 2019'],
    ['fed funds at 5%'],
    ['was the sept cut priced in'],
    ['next meeting with john at 3pm in room 4'],
    ['and january?'],
    ['did they hike in september'],
    ['who is bullish on the fed funds rate'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('fed');
  });
});
