import { describe, expect, it } from 'vitest';
import { lastOf, lastTurn } from '../../reading/asked-turns.ts';

const market = (rest: object = {}) => ({ kind: 'rate-move-market', ...rest });

describe('the move that is priced in', () => {
  it.each([
    [['use the market move'], market()],
    [['run it with what the market prices in'], market()],
    [['use the implied move for smallcap'], market()],
    [['50bp cut', 'use the market move'], market()],
    [['use the market move', 'if sixty percent floats at the small one'], market({ small: { floatingShare: 60 } })],
    [
      ['run what the market prices in with 60% floating', 'and debt at 4x for large'],
      market({ small: { floatingShare: 60 }, large: { debtToEbitda: 4 } }),
    ],
    [
      ['use the market move', 'with 60% floating', 'ok forget the pricing say they do nothing'],
      { kind: 'rate-move', moveBps: 0, small: { floatingShare: 60 } },
    ],
    [
      ['use the market move', 'with 60% floating', 'or a quarter up'],
      { kind: 'rate-move', moveBps: 25, small: { floatingShare: 60 } },
    ],
    [['50bp cut small floating=60%', "what's priced in"], market({ small: { floatingShare: 60 } })],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it('stands beside the odds where no move was asked about', () => {
    expect(lastTurn("what's priced in")).toMatchObject({ question: { kind: 'fed' }, others: [{ question: market() }] });
  });

  it.each([
    ['market up 5%'],
    ['what moves the market'],
    ['was the sept cut priced in'],
    ['the market moved'],
    ['use 50'],
    ['whats priced in for december'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('rate-move-market');
  });
});
