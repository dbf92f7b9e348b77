import { describe, expect, it } from 'vitest';
import { cut, HOLD, hike, lastOf, lastTurn, questionOf } from './asked-turns.ts';

const floating = (share: number) => ({ small: { floatingShare: share } });

describe('a move in free words', () => {
  it.each([
    ['what if they cut by 35 basis points', cut(35)],
    ['suppose the committee trims rates by sixty bp', cut(60)],
    ['half a point off, what changes', cut(50)],
    ['three quarters of a percentage point lower', cut(75)],
    ['rates down 40bps', cut(40)],
    ['1.1% cut please', cut(110)],
    ['cut of 0.3 percentage points', cut(30)],
    ['the fed lowers its rate from 4% to 3.2%', cut(80, { levels: { from: 4, to: 3.2 } })],
    ['3.9 -> 3.4', cut(50, { levels: { from: 3.9, to: 3.4 } })],
    ['four 25bp cuts', cut(100, { parts: Array.from({ length: 4 }, () => ({ moveBps: -25 })) })],
    ['an 85bp cut next week, effect on both companies?', cut(85)],
    ['powell eases 15bps, bottom line?', cut(15)],
    ['no, 65bp', cut(65)],
    ['45bp, not 50', cut(45)],
    ['30bps lower, over the whole year', cut(30)],
    ['hike of 20bps', hike(20)],
    ['what does a 90 basis point hike cost them', hike(90)],
    ['they raise by a quarter point', hike(25)],
    ['rates up 55bp', hike(55)],
    ['lifts the target range by 25bps', hike(25)],
    ['from 3.5 up to 3.75', hike(25, { levels: { from: 3.5, to: 3.75 } })],
    ['tighten by 110bps', hike(110)],
    ['they stand pat', HOLD],
    ['fed on hold', HOLD],
    ['no change in rates', HOLD],
    ['the committee leaves rates where they are', HOLD],
  ])('%s', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });
});

describe('a move under other assumptions', () => {
  it.each([
    ['50bp cut with 55% of its debt floating', cut(50, floating(55))],
    ['50bps if sixty percent floats', cut(50, floating(60))],
    ['75bps, all of its debt is fixed', cut(75, floating(0))],
    ['75bps, fully floating', cut(75, floating(100))],
    ['25bps with half of its debt floating', cut(25, floating(50))],
    ['100bps, largecap 20% floating', cut(100, { large: { floatingShare: 20 } })],
    ['100bps with leverage of 4x', cut(100, { small: { debtToEbitda: 4 } })],
    ['100bps, 5x levered', cut(100, { small: { debtToEbitda: 5 } })],
    ['100bps, it borrows at 8%', cut(100, { small: { rate: 8 } })],
    ['50bps and ebitda of 210m', cut(50, { small: { ebitda: 210 } })],
    ['50bps with a loss of 14m', cut(50, { small: { netIncome: -14 } })],
    ['hike 50bps, large.floating=15%', hike(50, { large: { floatingShare: 15 } })],
  ])('%s', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });
});

describe('moves side by side', () => {
  it.each([
    ['20bps vs 40bps', [-20, -40]],
    ['compare a 30bp hike with a 60bp cut', [30, -60]],
    ['10, 20 and 30bps', [-10, -20, -30]],
    ['hold versus a 25bp cut', [0, -25]],
  ])('%s', (typed, moves) => {
    expect(questionOf(typed)).toEqual({ kind: 'compare-moves', moves });
  });
});

describe('a move that is asked back', () => {
  it.each([
    ['cut rates', 'no-amount'],
    ['what if they hike', 'no-amount'],
    ['cut by 900bps', 'out-of-range'],
    ['50bps floating=170%', 'assumption-out-of-range'],
  ])('%s', (typed, reason) => {
    expect(questionOf(typed)).toMatchObject({ kind: 'unclear', reason });
  });
});

const parts = (...moves: readonly (readonly [moveBps: number, month?: number])[]) => ({
  parts: moves.map(([moveBps, month]) => ({ moveBps, ...(month !== undefined && { month }) })),
});

describe('two digits of a year', () => {
  it.each([
    ['first meeting of 27 is when', { kind: 'fed', calendar: { ask: 'date', on: '2027-01-27' } }],
    ['whens the second meeting of 27', { kind: 'fed', calendar: { ask: 'date', on: '2027-03-17' } }],
    [
      'total tightening 04 thru 06',
      { kind: 'fed-history', ask: 'moves', way: 'hike', from: '2004-01-01', to: '2006-12-31' },
    ],
    [
      'total easing 07 thru 08',
      { kind: 'fed-history', ask: 'moves', way: 'cut', from: '2007-01-01', to: '2008-12-31' },
    ],
    ['hikes during 22', { kind: 'fed-history', ask: 'moves', way: 'hike', from: '2022-01-01', to: '2022-12-31' }],
    [
      'hikes between 22 and 23',
      { kind: 'fed-history', ask: 'moves', way: 'hike', from: '2022-01-01', to: '2023-12-31' },
    ],
    ['cuts in 05', { kind: 'fed-history', ask: 'moves', way: 'cut', from: '2005-01-01', to: '2005-12-31' }],
    ['three 25s down over 27', cut(75, parts([-25], [-25], [-25]))],
    ['two 25s up during 26', hike(50, parts([25], [25]))],
    ['75 down by end 27', cut(75)],
    ['cut 25 by the end of 26', cut(25)],
    ['50 cut in 27', cut(50)],
  ])('%s', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });

  it.each([
    ['27 bp cut', cut(27)],
    ['a cut of 27', cut(27)],
    ['cut 26', cut(26)],
    ['over 25 bps', cut(25)],
    ['all in 75', cut(75)],
    ['in 25 bp steps', cut(25)],
    ['between 25 and 50', { kind: 'compare-moves', moves: [-25, -50] }],
    ['cut between 10 and 20', { kind: 'compare-moves', moves: [-10, -20] }],
    ['22 and 25', { kind: 'compare-moves', moves: [-22, -25] }],
  ])('%s has sizes and no year', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });
});

describe('the projections by their initials', () => {
  it.each([
    ['which mtgs next yr have the SEP', { ask: 'all', year: 2027, projections: true }],
    ['which meetings next year have an sep', { ask: 'all', year: 2027, projections: true }],
    ['which meetings have the SEP', { ask: 'all', projections: true }],
  ])('%s', (typed, calendar) => {
    expect(questionOf(typed)).toEqual({ kind: 'fed', calendar });
  });

  it.each([
    ['did they cut in sep', { month: 9 }],
    ['the sep 24 cut', { month: 9, year: 2024, day: 18 }],
  ])('%s is of September', (typed, meeting) => {
    expect(questionOf(typed)).toMatchObject({ kind: 'fed-history', ask: 'meeting', meeting });
  });
});

describe('sizes by month, and what is taken back', () => {
  it.each([
    ['they hike 25 dec and 25 jan then reverse 50 by summer, net?', HOLD, parts([25, 12], [25, 1], [-50])],
    ['25 dec and 25 jan then reverse 50 by summer, net?', HOLD, parts([-25, 12], [-25, 1], [50])],
    ['cut 25 dec and 25 jan', cut(50), parts([-25, 12], [-25, 1])],
    ['hike 25 dec then 25 jan', hike(50), parts([25, 12], [25, 1])],
    ['they cut 50 then reverse 25', cut(25), parts([-50], [25])],
  ])('%s', (typed, question, moves) => {
    expect(questionOf(typed)).toEqual({ ...question, ...moves });
  });

  it.each([
    ['reverse 50', cut(50)],
    ['cut 25 dec', cut(25)],
  ])('%s is one move', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });

  it.each(['between 25 dec and 25 jan', 'meeting of 25 jan'])('%s is of days', (typed) => {
    expect(questionOf(typed)?.kind).not.toBe('rate-move');
  });
});

describe('a figure beside a bound', () => {
  it.each(['what do u do when NI<0', 'what if net income < 0', 'ni<0?', 'what do you do when ni is below zero'])(
    '%s asks how a loss is worked out',
    (typed) => {
      expect(questionOf(typed)).toEqual({ kind: 'method', aspect: 'formula' });
    },
  );

  it.each([
    ['0 bp', HOLD],
    ['cut > 25', cut(25)],
    ['rate 3.75 > 3.5', cut(25, { levels: { from: 3.75, to: 3.5 } })],
    ['small cap net income = -5, cut 25', cut(25, { small: { netIncome: -5 } })],
  ])('%s is a move', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });
});

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
