import { describe, expect, it } from 'vitest';
import { lastTurn } from './asked-turns.ts';

const namesOf = (...typed: readonly string[]): readonly string[] => {
  const turn = lastTurn(...typed);
  return turn.kind === 'unclear' && turn.reason === 'which' ? turn.readings.map(({ name }) => name) : [turn.kind];
};

describe('a conversation that was asked back', () => {
  it('goes on from what was offered, and only offers', () => {
    const words = ['3 cuts', 'double it', 'only the small one', 'with 60% floating', 'undo'];
    expect(words.map((_, at) => namesOf(...words.slice(0, at + 1)).slice(0, 2))).toEqual([
      ['3 × 25: 75 bp', '3 × 50: 150 bp'],
      ['Cut 150 bp', 'Cut 300 bp'],
      ['Cut 150 bp, SmallCap', 'Cut 300 bp, SmallCap'],
      ['Cut 150 bp, 60% floating, SmallCap', 'Cut 300 bp, 60% floating, SmallCap'],
      ['Cut 150 bp, SmallCap', 'Cut 300 bp, SmallCap'],
    ]);
  });

  it('keeps what was offered through words that are not understood', () => {
    expect(namesOf('2 cuts', 'qwertz uiop', 'the opposite').slice(0, 2)).toEqual(['Hike 50 bp', 'Hike 100 bp']);
  });

  it('answers what asks a whole question', () => {
    expect(lastTurn('a jumbo cut', 'hike 25')).toMatchObject({ kind: 'question', question: { moveBps: 25 } });
    expect(lastTurn('a jumbo cut', 'which notes do you have')).toMatchObject({ question: { kind: 'notes' } });
  });

  it('offers what goes on from it beside what would answer the words alone', () => {
    const asked = 'wotcha squire, russell gone wonky v spx since the last cut';
    expect(namesOf(asked, 'since the hike in sept rather').slice(0, 2)).toEqual([
      'Ratio since 16\u00a0Sep\u00a02026',
      'Moves since 16\u00a0Sep\u00a02026',
    ]);
    expect(namesOf(asked, 'this yr so far then')[0]).toBe('Ratio this year');
    expect(lastTurn(asked, 'what did the fed do in september')).toMatchObject({ question: { kind: 'fed-history' } });
  });

  it('forgets it after an answer', () => {
    expect(lastTurn('a jumbo cut', 'hike 25', 'double it')).toMatchObject({ question: { moveBps: 50 } });
  });
});

describe('words that say more than can be read', () => {
  it.each([
    [['cut 50', 'could you maybe redo the picture for largecap sometime'], 'Cut 50 bp, LargeCap'],
    [['how many cuts in 2024', 'grand job, and what story for 2023 pal'], 'Cuts in 2023'],
    [['fwd pe of the russell?', 'how cheap is small vs nasdaq', 'vs the S&P i mean'], 'P/E: Russell against S&P'],
  ])('%j change the question before, and are offered', (texts, name) => {
    expect(namesOf(...texts)[0]).toBe(name);
  });

  it.each([
    [['cut 100 for large', 'bro my fantasy team is down 30 pts']],
    [['how many 75s have they done', 'brb 50 page deck to print']],
    [['last six months small vs big', 'who closed higher friday, dax or cac']],
  ])('%j change nothing where they are of something else', (texts) => {
    expect(namesOf(...texts)).toEqual(['question']);
    expect(lastTurn(...texts)).toMatchObject({ question: { kind: expect.stringMatching('refusal|not-known') } });
  });
});
