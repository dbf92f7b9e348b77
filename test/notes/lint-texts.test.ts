import { describe, expect, it } from 'vitest';
import { lintLibrary } from '../../src/notes/lint.ts';
import { copiedRunFinder } from '../../src/notes/lint-texts.ts';
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

const NOTE = `A river that bends slowly reaches the sea long after a straight one, said Bo Sample of Sample Bank.
The Russell 2000 had fallen by 3.5% in a week, and the S&P 500 by 12 points.`;
const shared = copiedRunFinder(NOTE, ['Bo Sample', 'Sample Bank', 'Sample']);

describe('words shared with a note', () => {
  it('may be seven in a row and not eight', () => {
    expect(shared('Likes a river that bends slowly reaches the.')).toBeUndefined();
    expect(shared('Likes a river that bends slowly reaches the sea.')).toBe(
      'a river that bends slowly reaches the sea',
    );
  });

  it('are reported to the end of the run', () => {
    expect(shared('River that bends slowly reaches the sea long after dusk.')).toBe(
      'river that bends slowly reaches the sea long after',
    );
  });

  it('are found whatever the case, the punctuation and the hyphens', () => {
    expect(shared('“A RIVER, that bends: slowly reaches — the sea-long')).toBe(
      'a river that bends slowly reaches the sea long',
    );
  });

  it('do not count names and figures', () => {
    expect(shared('After a straight one, said Bo Sample of Sample Bank.')).toBeUndefined();
    expect(shared('One, said Bo Sample of Sample Bank: the Russell 2000 3.5% S&P 500 12 points 7')).toBeUndefined();
  });

  it('are not broken by a name or a figure, the same or another', () => {
    const run = 'the had fallen by in a week and the by';
    expect(shared('The Russell 2000 had fallen by 3.5% in a week, and the S&P 500 by 12 points.')).toBe(run);
    expect(shared('The Nasdaq 100 had fallen by $4 bn in a week, and the OMXS30’s by 1 160.9 million')).toBe(run);
  });

  it('need whole names, as written: a word that is part of one still counts', () => {
    const other = copiedRunFinder('sample after sample was taken from the north bank of it', ['Sample', 'Bank']);
    expect(other('Sample after sample was taken from the north bank of it')).toBe(
      'after sample was taken from the north bank of it',
    );
  });

  it('are broken by any other word', () => {
    expect(shared('A river that bends slowly and reaches the sea long after')).toBeUndefined();
  });

  it('are none where there are too few words', () => {
    expect(shared('')).toBeUndefined();
    expect(copiedRunFinder('', [])('A river that bends slowly reaches the sea')).toBeUndefined();
  });
});
