import { describe, expect, it } from 'vitest';
import { lastTurn } from './asked-turns.ts';

const ONE = 'fed cuts 50 wibble';
const TWO = 'emergency 100 tmrw';
const THREE = 'jumbo cut';

describe('one of the readings that were asked back', () => {
  it.each([
    [ONE, 'yes please', -50],
    [ONE, "that's it", -50],
    [ONE, 'correct', -50],
    [ONE, 'go ahead', -50],
    [TWO, 'the first one', -100],
    [TWO, 'option two', 100],
    [TWO, 'the latter', 100],
    [THREE, 'number 2', -75],
    [THREE, 'the middle one', -75],
    [THREE, 'the biggest please', -100],
    [THREE, 'smallest', -50],
    [THREE, 'go with the last one', -100],
  ])('%s, then %s', (asked, said, moveBps) => {
    expect(lastTurn(asked, said)).toMatchObject({ kind: 'question', question: { kind: 'rate-move', moveBps } });
  });

  it.each([
    [TWO, 'yes'],
    [ONE, 'no'],
    [ONE, 'yes but at 60% floating'],
    [THREE, 'back to the first question'],
    [ONE, 'thanks'],
  ])('none is chosen: %s, then %s', (asked, said) => {
    expect(lastTurn(asked, said)).not.toMatchObject({ kind: 'question', question: { kind: 'rate-move' } });
  });
});
