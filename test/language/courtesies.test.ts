import { describe, expect, test } from 'vitest';
import { withPlainManners } from '../../src/language/courtesies.ts';
import { tokensOf } from '../../src/language/tokens.ts';

const said = (text: string): string =>
  withPlainManners(tokensOf(text).all)
    .map(({ word }) => word)
    .join(' ');

describe('manners before and behind a question', () => {
  test.each([
    ['heya team fed cuts 50', 'please please fed cuts 50'],
    ['quick question for you: fed cuts 50', 'please please please please : fed cuts 50'],
    ['fed cuts 50bps when you get a sec', 'fed cuts 50 bps please please please please please'],
    ['my pm wants to know, 75 cut', 'please please please please please , 75 cut'],
    ['kill the 7am, nobody reads it', 'kill the 7 am , please please please'],
  ])('%s', (text, plain) => expect(said(text)).toBe(plain));

  test.each([
    'the big guys',
    'cut 25 guys',
    'cut 50 team',
    'what does the client pay',
    'hey team',
    'lovely',
    'no good question goes unasked at 50',
    'and for the small one',
    'my boss is 50',
  ])('left as it is: %s', (text) =>
    expect(said(text)).toBe(
      tokensOf(text)
        .all.map(({ word }) => word)
        .join(' '),
    ),
  );
});
