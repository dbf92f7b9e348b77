import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fedCommand } from '../../commands/fed.ts';
import { ratecutCommand } from '../../commands/ratecut.ts';
import { rotationCommand } from '../../commands/rotation.ts';
import { QuestionSchema } from '../../src/topics/questions.ts';
import { readerOf, readLine } from '../doubles/asked.ts';

const readFedWords = readerOf(fedCommand);
const readRatecut = readerOf(ratecutCommand);
const readRotationWords = readerOf(rotationCommand);

const asked = (words: string) => {
  const reading = readRotationWords(words);
  if (reading.kind !== 'question') throw new Error(JSON.stringify(reading));
  return reading.question;
};

describe('the rotation', () => {
  it.each([
    ['', {}],
    ['today', {}],
    ['small caps vs large caps', {}],
    ['since 2024-07-09', { from: '2024-07-09' }],
    ['since 9 Jul 2024', { from: '2024-07-09' }],
    ['since July 9 2024', { from: '2024-07-09' }],
    ['since July 9th, 2024', { from: '2024-07-09' }],
    ['since the 9th of July 2024', { from: '2024-07-09' }],
    ['since 2024/7/9', { from: '2024-07-09' }],
    ['2024-07-09', { from: '2024-07-09' }],
    ['since July 2024', { from: '2024-07-01' }],
    ['since 2024-07', { from: '2024-07-01' }],
    ['since 2023', { from: '2023-01-01' }],
    ['2023', { from: '2023-01-01', to: '2023-12-31' }],
    ['from 2023 to 2024', { from: '2023-01-01', to: '2024-12-31' }],
    ['2008', { from: '2008-01-01', to: '2008-12-31' }],
    ['july 2024', { from: '2024-06-30', to: '2024-07-31' }],
    ['6m', { back: { count: 6, unit: 'month' } }],
    ['1y', { back: { count: 1, unit: 'year' } }],
    ['5y', { back: { count: 5, unit: 'year' } }],
    ['10y', { back: { count: 10, unit: 'year' } }],
    ['1m', { back: { count: 1, unit: 'month' } }],
    ['last 3 months', { back: { count: 3, unit: 'month' } }],
    ['mtd', { toDate: 'month' }],
    ['since covid', { sinceEvent: 'covid' }],
    ['since the pandemic', { sinceEvent: 'covid' }],
    ['since covid to 2021-12-31', { sinceEvent: 'covid', to: '2021-12-31' }],
    ['last 6 months', { back: { count: 6, unit: 'month' } }],
    ['qtd', { toDate: 'quarter' }],
    ['since the start of 2024', { from: '2024-01-01' }],
    ['since the beginning of Sept 2024', { from: '2024-09-01' }],
    ['since 2023 until 2023-12-26', { from: '2023-01-01', to: '2023-12-26' }],
    ['since the start of the year', { ytd: true }],
    ['from 2023-10-27 to 2023-12-26', { from: '2023-10-27', to: '2023-12-26' }],
    ['27 Oct 2023 – 26 Dec 2023', { from: '2023-10-27', to: '2023-12-26' }],
    ['between 27 October 2023 and 26 December 2023', { from: '2023-10-27', to: '2023-12-26' }],
    ['to 2023-12-26', { to: '2023-12-26' }],
    ['from 2023-12-26 to 2023-10-27', { from: '2023-12-26', to: '2023-10-27' }],
    ['ytd', { ytd: true }],
    ['year to date', { ytd: true }],
    ['to 0.6', { level: 0.6 }],
    ['.6', { level: 0.6 }],
    ['back to 0.45?', { level: 0.45 }],
    ['after cuts', { cycles: true }],
    ['after past cuts', { cycles: true }],
    ['cycles', { cycles: true }],
    ['after first rate cuts', { cycles: true }],
    ['rates', { rates: true }],
    ['rate moves', { rates: true }],
    ['after rate moves', { rates: true }],
    ['after hikes', { rates: true }],
    ['in recessions', { rates: true }],
    ['1', { level: 1 }],
    ['csv', { csv: true }],
    ['csv since 2024-07-09', { csv: true, from: '2024-07-09' }],
    ['s&amp;p 600', { benchmark: 'S&P 600' }],
    ['equal weight', { benchmark: 'equal weight' }],
    ['total return since 2024-07-09', { benchmark: 'total return' }],
    ['IWM/SPY', { benchmark: 'IWM and SPY' }],
    ['OMXSSCPI', { benchmark: 'OMXSSCPI' }],
  ])('reads %j', (words, question) => {
    expect(asked(words)).toEqual({ kind: 'rotation', ...question });
  });

  it.each([
    ['2024-02-30', 'no-such-date'],
    ['since 31 june 2024', 'no-such-date'],
    ['since 3/4/2024', 'ambiguous-date'],
    ['abc', 'not-a-rotation'],
    ['since', 'not-a-rotation'],
    ['since yesterday', 'not-a-rotation'],
    ['since 9 jul', 'not-a-rotation'],
    ['since july', 'not-a-rotation'],
    ['since 2024-13', 'not-a-rotation'],
    ['after cuts since 2024-07-09', 'not-a-rotation'],
    ['rates since 2024-07-09', 'not-a-rotation'],
    ['rates to 0.6', 'not-a-rotation'],
    ['ytd since 2024-07-09', 'not-a-rotation'],
    ['2024-01-02 2024-02-01 2024-03-01', 'not-a-rotation'],
    ['0.6 0.7', 'not-a-rotation'],
    ['50bps', 'not-a-rotation'],
  ])('asks back on %j', (words, reason) => {
    expect(readRotationWords(words)).toMatchObject({ kind: 'unclear', reason });
  });

  it('answers to the asker alone where asked to, and explains itself', () => {
    expect(readRotationWords('private ytd')).toMatchObject({ private: true, question: { ytd: true } });
    expect(readRotationWords('help')).toEqual({ kind: 'question', question: { kind: 'help' }, private: true });
    expect(readLine('/rotation ytd')).toEqual(readRotationWords('ytd'));
  });

  it('never throws, and gives only questions that survive a button', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (words) => {
        for (const read of [readRotationWords, readFedWords]) {
          const reading = read(words);
          if (reading.kind === 'unclear') continue;
          expect(QuestionSchema.parse(JSON.parse(JSON.stringify(reading.question)))).toEqual(reading.question);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the Fed', () => {
  it.each(['', 'odds', 'next meeting', 'when is the next FOMC meeting?', 'funds rate'])('reads %j', (words) => {
    expect(readFedWords(words)).toEqual({ kind: 'question', question: { kind: 'fed' }, private: false });
  });

  it('asks back on what it does not know, and leaves moves to the other readers', () => {
    expect(readFedWords('unemployment')).toMatchObject({ kind: 'unclear', reason: 'not-about-the-fed' });
    expect(readLine('fed cuts 50')).toMatchObject({ question: { kind: 'rate-move', moveBps: -50 } });
    expect(readLine('fed')).toMatchObject({ question: { kind: 'fed' } });
  });
});

describe('the move the market prices in', () => {
  it.each([
    ['market', {}],
    ['priced', {}],
    ["what's priced in", {}],
    ['market implied path', {}],
    ['implied floating=60%', { small: { floatingShare: 60 } }],
  ])('reads %j', (words, more) => {
    expect(readRatecut(words)).toEqual({
      kind: 'question',
      question: { kind: 'rate-move-market', ...more },
      private: false,
    });
  });

  it.each(['50bps market', 'market hike', 'market hold', 'stock market'])('asks back on %j', (words) => {
    expect(readRatecut(words)).toMatchObject({ kind: 'unclear' });
  });
});
