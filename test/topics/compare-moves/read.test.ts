import { describe, expect, it } from 'vitest';
import { lastTurn, turnOf } from '../../reading/asked-turns.ts';

const summed = (...parts: readonly number[]) => ({
  kind: 'rate-move',
  moveBps: parts.reduce((sum, bps) => sum + bps, 0),
  parts: parts.map((moveBps) => ({ moveBps })),
});
const compared = (...moves: readonly number[]) => ({ kind: 'compare-moves', moves });

describe('a move at once against moves in steps', () => {
  it.each<readonly [string, object]>([
    ['cut of 50 now or 25 and 25, is there a diff in your model', summed(-25, -25)],
    ['50 at once or two 25s, same thing?', summed(-25, -25)],
    ['100 in one go vs 4x25', summed(-25, -25, -25, -25)],
    ['25 twice vs 50', summed(-25, -25)],
    ['a 75 cut or 25 then 50', summed(-25, -50)],
    ['hike 50 vs 25 in dec and 25 in jan', summed(25, 25)],
  ])('is one move, added up, where it comes to the same: %s', (typed, question) => {
    expect(turnOf(typed)).toMatchObject({ question });
  });

  it.each<readonly [string, object]>([
    ['75 now or two 25s', compared(-75, -50)],
    ['two 25s in a row vs one 75, as cuts', compared(-50, -75)],
    // a list is no sum
    ['25 or 50 and 75', compared(-25, -50, -75)],
    ['25, 50 or 75', compared(-25, -50, -75)],
    ['cut 50 or 75', compared(-50, -75)],
  ])('is compared where it does not: %s', (typed, question) => {
    expect(turnOf(typed)).toMatchObject({ question });
  });
});

describe('another move instead of the last one', () => {
  it.each(['and if its another 25 up instead', 'what about another 25 higher instead', 'and if they go 25 up instead'])(
    'stands alone: %s',
    (typed) => {
      expect(lastTurn('cut 25 next month', typed)).toMatchObject({ question: { kind: 'rate-move', moveBps: 25 } });
    },
  );
});
