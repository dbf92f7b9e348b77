import { describe, expect, it } from 'vitest';
import { cut, lastOf, lastTurn } from './asked-turns.ts';

const past = (asks: object) => ({ kind: 'fed-history', ...asks });

describe('a word that ties a question to something else', () => {
  it.each([
    [
      ['what did the fed do in september', 'and before that, when had it last raised?'],
      past({ ask: 'last', way: 'hike', to: '2026-09-15' }),
    ],
    [
      ['last hike?', 'and the one before that', 'how many cuts between the two'],
      past({ ask: 'moves', way: 'cut', from: '2023-07-26', to: '2026-09-16' }),
    ],
    [
      ['small vs large from 31 oct 2023 to 31 jan 2024', 'what did the fed do in between'],
      past({ ask: 'moves', from: '2023-10-31', to: '2024-01-31' }),
    ],
    [
      ['what was the ratio on 9 july 2024?', 'and the 25th', 'so between those two days how did they do'],
      { kind: 'rotation', from: '2024-07-09', to: '2024-07-25' },
    ],
    [['odds of a hike next week?', 'at the march mtg'], { kind: 'fed', ask: 'odds', way: 'hike', month: '2027-03' }],
    [
      ['how many cuts in 2024 other than september'],
      past({ ask: 'moves', way: 'cut', except: { month: 9 }, from: '2024-01-01', to: '2024-12-31' }),
    ],
    [['cut 50 except for the large one'], cut(50, { only: 'small' })],
    [['cut 50 for all but the small cap'], cut(50, { only: 'large' })],
  ])('%j takes account of it', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    ['cut 50 except 60% floating'],
    ['ratio since 2020, excluding march'],
    ['4 cuts of 25 not counting the one in december'],
    ['hike 100 apart from the coupon'],
  ])('%s is answered by nothing that passes over it', (typed) => {
    expect(lastTurn(typed).kind).toBe('unclear');
  });

  it.each([
    ['before this september when was the last hike', { to: '2026-09-15' }],
    ['cuts between 2024 and 2025', { from: '2024-01-01' }],
    ['any hikes between meetings', { unscheduled: true }],
  ])('%s has no such word', (typed, asks) => {
    expect(lastOf(typed)).toMatchObject(asks);
  });
});
