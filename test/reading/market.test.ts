import { describe, expect, it } from 'vitest';
import { figure, questionOf, turnOf, views } from './asked-turns.ts';

describe('the market in free words', () => {
  it.each(['what is the fed funds rate now', 'target range', 'what is priced in?'])('%s is about the Fed', (typed) => {
    expect(questionOf(typed)).toEqual({ kind: 'fed' });
  });

  it.each([
    'odds of a cut in December?',
    'what are the odds of a hike at the next meeting',
    'probability of 25bp in December',
    'how likely is a quarter point cut in January 2027',
    'what are the chances the Fed holds?',
    'odds of two more cuts this year',
    'what odds do futures imply',
    'odds',
  ])('%s asks for what futures imply', (typed) => {
    expect(questionOf(typed)).toMatchObject({ kind: 'fed' });
  });

  it.each([
    'odds of a recession',
    'odds of small caps outperforming',
    'will the fed cut in december?',
    'chance of rain',
  ])('%s asks for a forecast', (typed) => {
    expect(questionOf(typed)).toEqual({ kind: 'not-known', what: 'forecast' });
  });

  it('names whose odds are asked for', () => {
    expect(turnOf('probability of a cut per Kostin')).toMatchObject({
      question: { kind: 'fed' },
      notUsed: { words: 'Kostin' },
    });
  });

  it.each([
    ['small vs large ytd', { ytd: true }],
    ['how has the ratio done this year', { ytd: true }],
    ['russell vs s&p since 2024-07-09', { from: '2024-07-09' }],
    ['small caps vs large caps since July 2024', { from: '2024-07-01' }],
    ['how has the ratio moved since the start of 2024?', { from: '2024-01-01' }],
    ['how have small caps done against large caps since 2023', { from: '2023-01-01' }],
    ['russell vs s&p since the start of the year', { ytd: true }],
    ['russell 2000 against the s&p 500 from 9 jul 2024 to 25 jul 2024', { from: '2024-07-09', to: '2024-07-25' }],
  ])('%s is a span between two closes', (typed, span) => {
    expect(questionOf(typed)).toEqual({ kind: 'rotation', ...span });
  });

  it.each(['was the sept cut priced in', 'who is bullish on the fed funds rate', 'does the target range matter to J'])(
    '%s asks for something else',
    (typed) => {
      expect(questionOf(typed)).not.toMatchObject({ kind: 'fed' });
    },
  );
});

describe('words that must not be guessed at', () => {
  it.each([
    ['8.78', figure('000-smallcap-lift-100')],
    ['who is not bullish', views({ stances: ['bearish', 'mixed', 'neutral'] })],
    ["who isn't bearish", views({ stances: ['bullish', 'mixed', 'neutral'] })],
    ['who else except Lee is bullish', views({ stances: ['bullish'], withoutWho: ['Tom Lee'] })],
  ])('%s', (typed, question) => {
    expect(questionOf(typed)).toEqual(question);
  });

  it.each([
    'what does casey think',
    'what does stevens think',
    'what does Lee Cooperman think',
    'what does Tom Brady think',
  ])('%s is about nobody in the notes', (typed) => {
    expect(questionOf(typed)).toMatchObject({ kind: 'unclear', reason: 'not-in-notes' });
  });

  it.each(['what does Lee really think', 'what does Lee still say', 'what does Lee usually say'])(
    '%s is Lee',
    (typed) => {
      expect(questionOf(typed)).toMatchObject({ kind: 'views', who: ['Tom Lee'] });
    },
  );

  it.each(['note 003 cut', 'note 3 on rates', '003 cut'])('the number in %s is no size', (typed) => {
    expect(questionOf(typed)).not.toMatchObject({ kind: 'rate-move' });
  });

  it('takes no adjective of the size for a company', () => {
    expect(questionOf('how big a cut for +10% net income')).toEqual({
      kind: 'solve',
      target: { of: 'lift', percent: 10 },
    });
  });
});
