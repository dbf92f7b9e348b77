import { describe, expect, it } from 'vitest';
import { NOTES } from '../../src/notes/index.ts';
import { readOverheard } from '../../src/reading/overheard.ts';
import { contextOf, KNOWN } from './asked-turns.ts';

const isTaken = (typed: string, ...before: readonly string[]): boolean =>
  readOverheard(typed, contextOf(...before), NOTES, KNOWN) !== undefined;

const CONVERSATIONS = [
  ['50bps'],
  ['bullish views'],
  ['what does tom lee think'],
  ['forward pe of the russell'],
  ['ratio'],
];

describe('a message that names nobody', () => {
  it.each([
    ...[
      '50bps',
      'and 75?',
      'what if they hike 25',
      'floating=60%',
      'only large',
      'why?',
      'source?',
      'is that after tax?',
    ],
    ...['bears?', 'which notes do you have', 'double that', 'both again', 'make it 75', '9bps', 'stop', '25 v 50'],
    ...['two cuts by spring, 25 each', 'the large one as well', 'and for the big one too please'],
  ])('is taken up where it asks: %s', (typed) => {
    expect(isTaken(typed, '50bps')).toBe(true);
  });

  it.each([
    ...[
      'thanks john',
      'ok thanks',
      'nice one',
      'lunch at 12?',
      'see you at 3',
      'call me at 4',
      '+1',
      'at 5',
      'make it 3',
    ],
    ...['back in 10', 'how about 3pm?', '12:30', 'is the meeting at 2?', 'I think we should meet at 50', '25 people'],
    ...[
      'ok so 25 people are coming?',
      'we have 50 of them left in the office',
      'hold on a sec',
      'bear with me',
      'up to you',
    ],
    ...[
      'ask Lee',
      'can Julian join?',
      'let me check',
      "I'll check",
      'check your email',
      'wrong channel',
      'is it done?',
    ],
    ...[
      'are they back?',
      'does it work?',
      'site is up',
      'done',
      'no',
      'later',
      'with pleasure',
      'how was your weekend?',
    ],
    ...[
      'where is the file?',
      'hello',
      'happy birthday!',
      'he is 50 today',
      'first 50',
      'target is 250',
      '2 vs 1',
      '10/12',
    ],
    ...['they asked for small cap exposure again', '40x for that? no thanks', 'fed will go 25 imo'],
    ...['no change on my side', 'steady as she goes', 'skip lunch', 'ease into it', 'rut up 25 points', 'ecb cuts 25'],
    ...['Goldman says 50bp', 'cut costs by 25%', 'the 10-year is at 4.25', 'cpi came in 25bp hotter', 'nvda down 5%'],
  ])('is left alone where people talk: %s', (typed) => {
    expect(CONVERSATIONS.map((before) => isTaken(typed, ...before))).toEqual(CONVERSATIONS.map(() => false));
  });

  it('is left alone where something would be named as not used, or asked back', () => {
    expect(isTaken('50bps in december')).toBe(false);
    expect(isTaken('3 cuts 75')).toBe(false);
    expect(isTaken('cut rates')).toBe(false);
  });
});
