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
    [['odds of another hike at the dec meeting']],
    [['odds of a cut in jan']],
    [['probability of 25bp in December']],
    [['how many cuts are priced in']],
    [["what's priced in"]],
    [['next fomc?', 'and the one after?']],
    [['next fomc?', 'and january?']],
    [['next fomc?', 'odds of a hike then?']],
  ])('%j', (texts) => {
    expect(lastOf(...texts)).toEqual({ kind: 'fed' });
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
