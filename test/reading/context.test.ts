import { describe, expect, it } from 'vitest';
import { contextAfter } from '../../src/reading/context-after.ts';
import { ContextSchema } from '../../src/topics/context.ts';
import { contextOf, cut, HOLD, lastOf, turnOf } from './asked-turns.ts';

describe('the context of a conversation', () => {
  it('is read as it was stored before it knew more than the last question and move', () => {
    const stored = { last: cut(50, { small: { floatingShare: 60 } }), move: cut(50, { small: { floatingShare: 60 } }) };
    const context = ContextSchema.parse(JSON.parse(JSON.stringify(stored)));
    const turn = turnOf('and 75?', context);
    expect(turn.kind === 'question' && turn.question).toEqual(cut(75, { small: { floatingShare: 60 } }));
  });

  it.each([
    [['50bp with 60% floating', '25 v 50', 'how big a cut to lift small 5%', 'who is bullish', 'asdf']],
    [['25 in december and 50 in march', 'without the march one', 'undo']],
    [['3 cuts', 'cut rates', '2 cuts 50bp', 'double it', 'only the small one']],
  ])('survives the store after each of %j', (typed) => {
    typed.forEach((_, at) => {
      const context = contextOf(...typed.slice(0, at + 1));
      if (context) expect(ContextSchema.parse(JSON.parse(JSON.stringify(context)))).toEqual(context);
    });
  });

  it('is left alone by help and what is declined', () => {
    const before = contextOf('50bps');
    expect(contextAfter(turnOf('help', before), before)).toBe(before);
  });

  it('is marked after words that were not read, so that what goes on from them is asked', () => {
    expect(contextOf('50bps', 'hgfd zxcv')).toMatchObject({ stale: true });
    expect(lastOf('50bps', 'hgfd zxcv', 'that')).toMatchObject({ kind: 'unclear' });
    expect(lastOf('50bps', 'hgfd zxcv', 'double it')).toMatchObject({ kind: 'rate-move', moveBps: -100 });
    expect(lastOf('50bps', 'hgfd zxcv', 'hold')).toEqual(HOLD);
  });
});
