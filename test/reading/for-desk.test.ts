import { describe, expect, it } from 'vitest';
import { isForDesk } from '../../src/reading/ordered-rules/conversation/for-desk.ts';
import { readTurn } from '../../src/reading/ordered-rules/conversation/turn.ts';
import { contextOf } from './asked.ts';

const isTaken = (typed: string, ...before: readonly string[]): boolean =>
  isForDesk(typed, readTurn(typed, contextOf(...before)));

const CONVERSATIONS = [
  ['50bps'],
  ['bullish views'],
  ['what does tom lee think'],
  ['forward pe of the russell'],
  ['ratio'],
];

describe('a message that names nobody', () => {
  it.each([
    '50bps',
    'and 75?',
    'what if they hike 25',
    'floating=60%',
    'only large',
    'why?',
    'source?',
    'is that after tax?',
    'bears?',
    'what does kostin say about valuation',
    'which notes do you have',
    'is that true?',
    'double that',
    'both again',
    'make it 75',
    '9bps',
    'stop',
  ])('is for the desk where it asks: %s', (typed) => {
    expect(isTaken(typed, '50bps')).toBe(true);
  });

  it.each([
    'thanks john',
    'ok thanks',
    'nice one',
    'lunch at 12?',
    'see you at 3',
    'call me at 4',
    '+1',
    'at 5',
    'make it 3',
    'back in 10',
    'how about 3pm?',
    '12:30',
    'is the meeting at 2?',
    'I think we should meet at 50',
    'ok so 25 people are coming?',
    '25 people',
    'we have 50 of them left in the office',
    'hold on a sec',
    'bear with me',
    'up to you',
    'ask Lee',
    'can Julian join?',
    'let me check',
    "I'll check",
    'check your email',
    'wrong channel',
    'is it done?',
    'are they back?',
    'does it work?',
    'site is up',
    'done',
    'same',
    'no',
    'later',
    'with pleasure',
    'how was your weekend?',
    'where is the file?',
    'hello',
    'happy birthday!',
  ])('is not for the desk where people talk: %s', (typed) => {
    expect(CONVERSATIONS.map((before) => isTaken(typed, ...before))).toEqual(CONVERSATIONS.map(() => false));
  });

  it('is not for the desk where it would be refused, or is a long tale without a question', () => {
    expect(isTaken('should we buy small caps?')).toBe(false);
    expect(
      isTaken('I told the client that a cut of 50bps lifts net income of the small company by some four percent'),
    ).toBe(false);
  });
});
