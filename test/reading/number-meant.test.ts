import { describe, expect, it } from 'vitest';
import { cut, lastOf, lastTurn } from './asked-turns.ts';

const past = (asked: object) => ({ kind: 'fed-history', ...asked });
const hedged = (share: number) => ({ small: { hedgedShare: share }, large: { hedgedShare: share } });
const year = (one: number) => ({ from: `${one}-01-01`, to: `${one}-12-31` });

describe('a size whose direction nobody said', () => {
  it.each(['50', '60bp?', '25 in dec for both', 'half a point'])(
    '%s is a cut, and the turn says that it was taken for one',
    (text) => {
      expect(lastTurn(text)).toMatchObject({ how: 'way assumed', question: { kind: 'rate-move' } });
    },
  );

  it.each([['cut 50'], ['+50'], ['two hikes of 25'], ['hike 25', '50'], ['to 3.5%']])('%j says its own', (...texts) => {
    expect(lastTurn(...texts)).not.toHaveProperty('how');
  });
});

describe('a number that is no size of the move', () => {
  it.each([
    [['50 cut', 'with twice the cash']],
    [['2 cuts by 12/9']],
    [['three hikes by 6/18']],
    [['150 in 3']],
    [['odds of a hold in dec', 'what about 27']],
    [['fed odds dec', 'and 28?']],
    [['and 22']],
    [['50 cut', 'ebitda 20 lower']],
    [['50 cut', 'net income 15 higher']],
    [['50 cut', 'debt 4x', 'three turns lower']],
    [['25 in dec, 25 in jan', 'make march 50']],
    [['what if fed does 3 this yr']],
    [['two cuts of 25', 'drop those 2']],
    [['vs a hold']],
    [['50 cut', '25 below that']],
    [['no. 3 cuts, not 4']],
    [['three cuts, not two']],
  ])('%j is asked back', (texts) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'unclear' });
  });

  it.each([
    [['50 cut', 'double the cut'], cut(100)],
    [
      ['half a point off then a quarter back on, net'],
      { kind: 'rate-move', moveBps: -25, parts: [{ moveBps: -50 }, { moveBps: 25 }] },
    ],
    [['50 off then 25 on again'], { kind: 'rate-move', moveBps: -25, parts: [{ moveBps: -50 }, { moveBps: 25 }] }],
    [
      ['how many times did they go up in 22 and 23 altogether'],
      past({ ask: 'moves', way: 'hike', from: '2022-01-01', to: '2023-12-31' }),
    ],
    [['cut to 3.25', '25 below that'], cut(100)],
    [['50 cut', 'vs a hold'], { kind: 'compare-moves', moves: [-50, 0] }],
    [['50 cut', 'vs a hold', 'and vs 25 hike'], { kind: 'compare-moves', moves: [-50, 0, 25] }],
    [['25 vs 50', 'vs 75'], { kind: 'compare-moves', moves: [-25, -50, -75] }],
    [['cut 25/50'], { kind: 'compare-moves', moves: [-25, -50] }],
    [['100 cut 30% hedged', 'all of it hedged'], cut(100, hedged(100))],
    [['100 cut fully hedged'], cut(100, hedged(100))],
    [['100 cut', 'all of the floating debt is hedged'], cut(100, hedged(100))],
    [['three cuts, not two', '50 each'], cut(150, { parts: [{ moveBps: -50 }, { moveBps: -50 }, { moveBps: -50 }] })],
    [['meetings next year', 'and 28'], { kind: 'fed', calendar: { ask: 'all', year: 2028 } }],
    [['how many cuts by 27'], { kind: 'fed', ask: 'path' }],
    [['russell 2000 since 24'], { kind: 'rotation', from: '2024-01-01' }],
    [['hikes since 23'], past({ ask: 'moves', way: 'hike', from: '2023-01-01' })],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });
});

describe('the record, net and of another way', () => {
  it.each([
    [['net of hikes since 2024'], past({ ask: 'moves', from: '2024-01-01' })],
    [['cuts since 2024', 'with hikes included'], past({ ask: 'moves', from: '2024-01-01' })],
    [['cuts since 2024', 'hike included, net figure'], past({ ask: 'moves', from: '2024-01-01' })],
    [['cuts since 2024 net of hikes'], past({ ask: 'moves', from: '2024-01-01' })],
    [['hikes 22', 'how many of them were 75s', 'cuts 24'], past({ ask: 'moves', way: 'cut', ...year(2024) })],
    [['hikes 2022', 'any 75s', 'and 2023'], past({ ask: 'moves', way: 'hike', sizeBps: 75, ...year(2023) })],
    [
      ['how much has the fed cut since sept 24', 'n how many were 50s', 'n the others'],
      past({ ask: 'moves', way: 'cut', from: '2024-09-01', except: { sizeBps: 50 } }),
    ],
    [['range end 23', 'and 22', 'difference between the two'], past({ ask: 'moves', ...year(2023) })],
    [['when did they last hike 25', 'which meeting'], past({ ask: 'last', way: 'hike', sizeBps: 25 })],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });
});
