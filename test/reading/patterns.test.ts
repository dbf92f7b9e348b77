import { describe, expect, it } from 'vitest';
import {
  everywhere,
  fragments,
  holdsOnly,
  opening,
  whole,
  words,
} from '../../src/reading/ordered-rules/conversation/patterns.ts';

describe('a pattern', () => {
  it('finds whole words, one of several alternatives', () => {
    expect(words`cuts? | hikes?`.source).toBe('\\b(?:cuts?|hikes?)\\b');
    expect(words`rate (cut|hike)`.source).toBe('\\b(?:rate (?:cut|hike))\\b');
  });

  it.each([
    ['what may be missing before', whole`[the|a] note`, ['the note', 'a note', 'note'], ['the the note', 'thenote']],
    ['what may be missing behind', whole`stop [now] [please]`, ['stop', 'stop now', 'stop please'], ['stop ']],
    ['any number of words', whole`[and|so]* why`, ['why', 'so why', 'and so why'], ['andwhy']],
    ['up to so many words', whole`which ~2 notes`, ['which notes', 'which of the notes'], ['which of all the notes']],
    ['any words between', whole`who ... bullish`, ['who is bullish', 'who of them is bullish'], ['whoisbullish']],
    ['an ending', whole`cut[s|ting]`, ['cut', 'cuts', 'cutting'], ['cut s']],
    ['a space that may be missing', whole`small ?cap`, ['smallcap', 'small cap'], ['small  cap']],
    ['brackets within brackets', whole`is [it|that [really]] so`, ['is so', 'is that really so'], ['is really so']],
    ['the edges of the text', words`^[please] stop$`, ['stop', 'please stop'], ['stop it', 'do stop']],
    ['a look ahead', words`back\b(?! to)`, ['get back'], ['back to it']],
  ])('knows %s', (_, pattern, fits, misses) => {
    expect(fits.filter((text) => !pattern.test(text))).toEqual([]);
    expect(misses.filter((text) => pattern.test(text))).toEqual([]);
  });

  it('goes over lines, with comments', () => {
    const pattern = words`
      # how it is asked
      what is | which
      is it (right
        |wrong)
      says
        who
    `;
    expect(pattern.source).toBe('\\b(?:what is|which|is it (?:right|wrong)|says who)\\b');
  });

  it('is made of parts, which are patterns too', () => {
    const index = 'russell|s&p [500]';
    expect('the s&p 500 ratio').toMatch(words`(${index}) ratio`);
  });

  it('names what it finds', () => {
    expect(/x/.exec('x')?.groups).toBeUndefined();
    expect(words`page (?<page>\d+)`.exec('see page 12')?.groups).toEqual({ page: '12' });
  });

  it('may be bound to the start, or be replaced wherever it stands', () => {
    expect([opening`and`.test('and so'), opening`and`.test('so and')]).toEqual([true, false]);
    expect('cut and cuts, uncut'.replace(everywhere`cuts?`, 'move')).toBe('move and move, uncut');
    expect('4%->5%'.replace(fragments`\d%->`, 'to ')).toBe('to 5%');
  });

  it.each([
    ['an open bracket', () => words`what (is`],
    ['an empty alternative', () => words`what | | is`],
    ['what may be missing and nothing else', () => words`[the|a]`],
    ['what may be missing glued to a word', () => words`[the]note`],
  ])('refuses %s', (_, build) => {
    expect(build).toThrow('pattern');
  });
});

describe('a text of known words only', () => {
  it('holds no other', () => {
    const known = new Set(['and', 'both', 'sides']);
    expect([holdsOnly(known, 'both sides and both'), holdsOnly(known, 'both ends'), holdsOnly(known, '')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
