import { describe, expect, test } from 'vitest';
import { withMeant } from '../../src/language/mending.ts';
import { tokensOf } from '../../src/language/tokens.ts';

const said = (text: string, known: readonly string[] = []): string =>
  withMeant(tokensOf(text).all, new Set(known))
    .map(({ word }) => word)
    .join(' ');

describe('words that are none, read as what was meant', () => {
  test.each([
    ['for the samll company', 'for the small company'],
    ['comapre wtih 25', 'compare with 25'],
    ['pasue the breif utnil 4 january', 'pause the brief until 4 january'],
    ['the bullls and goldmna', 'the bulls and goldman'],
    ['over 12 monhs', 'over 12 months'],
  ])('%s', (typed, meant) => expect(said(typed)).toBe(meant));

  test.each(['a brie and a lager', 'moths in the mouth', 'mall barges', 'goldmine', 'cuts of 50'])(
    'left as it is: %s',
    (typed) => expect(said(typed)).toBe(typed),
  );

  test('a name that is known is no misspelling', () => expect(said('larg', ['larg'])).toBe('larg'));
});
