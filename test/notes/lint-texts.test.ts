import { describe, expect, it } from 'vitest';
import { lintLibrary } from '../../src/notes/lint.ts';
import { debt, figure, file, opening, problemsIn, TEXT, view } from './made-up-note.ts';

const at = (place: object) => ({ locator: place });

describe('checking the library against a text', () => {
  it('finds nothing wrong in a sound one', () => {
    expect(problemsIn(file(), TEXT)).toEqual([]);
  });

  it.each<[mistake: string, claims: readonly object[], line: RegExp]>([
    ['a paragraph the note does not have', [debt(at({ paragraph: 9 }))], /is 9, and the note has 8 paragraphs/],
    ['an end the note does not have', [debt(at({ paragraph: 7, through: 9 }))], /is 9, and the note has 8 paragraphs/],
    ['a heading the note does not have', [view(at({ heading: 'Third', paragraph: 5 }))], /is "Third", and none stands/],
    ['a heading further down', [view(at({ heading: 'Second thoughts', paragraph: 5 }))], /and none stands above/],
    [
      'a heading passed by',
      [debt(), opening(at({ heading: 'First things', paragraph: 8 })), view()],
      /^900\.json: 900-some: locator\.heading: is "First things", and "Second thoughts" stands above paragraph 8;/,
    ],
    ['a figure in another paragraph', [view(at({ paragraph: 3 }))], /"12\.5 per cent" is not printed in paragraph 3/],
    ['a part of a figure', [view({ figures: [figure({ printed: '5 per cent' })] })], /"5 per cent" is not printed/],
    [
      'a copied sentence, its name and figure changed',
      [view({ paraphrase: 'Expects the S&P 500 to rise by 9% before the leaves have gone.' })],
      /^900\.json: 900-sample-rise: paraphrase: "expects the to rise by before the leaves have" is word for word in 900_made/,
    ],
    [
      'a copied short form',
      [view({ short: 'a heavy load to carry. It floats for nearly' })],
      /short: "a heavy load to/,
    ],
    [
      'a copied condition',
      [view({ condition: 'a heavy load to carry. It floats for all' })],
      /condition: "a heavy load to/,
    ],
  ])('notices %s', (_mistake, claims, line) => {
    expect(problemsIn(file(claims), TEXT)).toContainEqual(expect.stringMatching(line));
  });

  it('reads a text whatever its line ends, quotes and spaces', () => {
    const typeset = TEXT.replaceAll('\n', '\r\n').replaceAll('1 160.9 ', '1\u00a0160.9\u202f').replace('Do', '  Do');
    expect(problemsIn(file(), typeset)).toEqual([]);
  });

  it('notices a title not in the text, a text not there, and a copied summary', () => {
    expect(problemsIn(file(undefined, { title: 'Another' }), TEXT)).toContainEqual(
      expect.stringMatching(/note\.title/),
    );
    expect(lintLibrary([['900.json', file()]], []).problems).toEqual([
      expect.stringMatching(/no text starts with 900/),
    ]);
    const copied = file(undefined, { summary: 'Debt of 9 is a heavy load to carry, it floats.' });
    expect(problemsIn(copied, TEXT)).toEqual([expect.stringMatching(/note\.summary: "debt of is a heavy load/)]);
  });
});
