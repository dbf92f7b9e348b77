import { describe, expect, it } from 'vitest';
import { cut, HOLD, hike, questionOf } from './asked-turns.ts';

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
