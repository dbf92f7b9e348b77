import { describe, expect, it } from 'vitest';
import { lintLibrary } from '../../src/notes/lint.ts';
import { copiedRunFinder } from '../../src/notes/lint-texts.ts';
import { debt, figure, file, opening, problemsIn, TEXT, view } from './made-up-note.ts';

describe('checking the library', () => {
  it('finds nothing wrong in a sound one, alone and against its text, and counts it', () => {
    const sound = lintLibrary([['900.json', file()]], [{ name: '900_made_up.txt', text: TEXT }]);
    expect(sound).toEqual({ problems: [], claims: 3, figures: 3 });
  });

  it.each<[mistake: string, content: unknown, line: RegExp]>([
    [
      'a file named after another note',
      file(undefined, { id: '901-2024-01-31' }),
      /note\.id: is 901-2024-01-31 in 900/,
    ],
    ['an id of another day', file(undefined, { date: '2024-01-30' }), /note\.id: .* 2024-01-30/],
    ['an inferred date without a source', file(undefined, { dateBasis: 'inferred' }), /note\.inferredFrom/],
    ['a summary cut short', file(undefined, { summary: 'On floating' }), /note\.summary: .*full stop; add one$/],
    ['an id of another note', file([view({ id: '901-x' })]), /^900\.json: 901-x: id: .* start it 900-$/],
    ['a figure of another note', file([view({ figures: [figure({ id: '901-x' })] })]), /: figures\.0\.id: "901-x"/],
    ['a paraphrase without a full stop', file([view({ paraphrase: 'It rises' })]), /900-sample-rise: paraphrase: ends/],
    ['a short form with one', file([view({ short: 'it rises.' })]), /900-sample-rise: short: ends with a full stop/],
    ['a topic twice', file([view({ topics: ['rates', 'rates'] })]), /topics: names a topic twice/],
    ['no topic', file([view({ topics: [] })]), /^900\.json: 900-sample-rise: claims\.0\.topics: /],
    ['a mention of nobody', file([opening({ kind: 'mention' })]), /900-some: speaker: is missing/],
    ['an author who left', file([debt({ firm: 'Elsewhere' })]), /900-debt: firm: .* make it "The Sampler"$/],
    [
      'a horizon in the past',
      file([view({ horizon: { label: 'x', ends: '2024-01-31' } })]),
      /horizon\.ends: 2024-01-31/,
    ],
    ['a span that goes backwards', file([view({ locator: { paragraph: 7, through: 7 } })]), /locator\.through: 7/],
    [
      'a claim below a heading without one',
      file([view(), opening({ locator: { paragraph: 5 } })]),
      /900-some: locator\./,
    ],
    [
      'sections that cross',
      file([view(), debt({ locator: { heading: 'Second thoughts', paragraph: 5 } })]),
      /900-debt: locator\.heading: "Second thoughts" has begun at paragraph 5, and 900-sample-rise still/,
    ],
    [
      'a figure with no date',
      file([view({ figures: [figure({ asOf: undefined })] })]),
      /\(900-rise\): has no date; give/,
    ],
    ['a figure dated and undated', file([view({ figures: [figure({ undated: 'example' })] })]), /drop undated$/],
    ['a figure from the future', file([view({ figures: [figure({ asOf: '2024-02-01' })] })]), /speaks of 2024-02-01/],
    [
      'a figure without a unit',
      file([view({ figures: [figure({ unit: undefined })] })]),
      /claims\.0\.figures\.0\.unit/,
    ],
    [
      'a value not printed',
      file([view({ figures: [figure({ value: 21.5 })] })]),
      /\.value: 21\.5 % is not the printed/,
    ],
    ['a stance on a fact', file([view({ kind: 'fact' })]), /900-sample-rise: stance: a fact takes no stance/],
    [
      'a name spelled twice',
      file([view(), view({ id: '900-b', speaker: 'Bo Samble', figures: [] })]),
      /900-b: speaker: "Bo/,
    ],
    [
      'a last name alone',
      file([view(), view({ id: '900-b', speaker: 'Sample', figures: [] })]),
      /900-b: speaker: "Sample"/,
    ],
    [
      'an initial',
      file([view({ speaker: 'Robert Old' }), view({ id: '900-b', speaker: 'R. Old', figures: [] })]),
      /"R\. Old"/,
    ],
    [
      'two people made one',
      file([debt({ speaker: 'Ann Exemple' })]),
      /900-debt: speaker: "Ann Exemple" is almost "Ann/,
    ],
    [
      'a firm spelled twice',
      file([view(), view({ id: '900-b', firm: 'Sample-Bank', figures: [] })]),
      /900-b: firm: "Sample-B/,
    ],
    [
      'one person at two firms',
      file([view(), view({ id: '900-b', firm: 'Other', figures: [] })]),
      /has firm "Other" here/,
    ],
    [
      'one person in two roles',
      file([view(), view({ id: '900-b', role: 'chair', figures: [] })]),
      /has role "chair" here/,
    ],
    [
      'two short forms of a firm',
      file([view(), view({ id: '900-b', firmShort: 'SB', figures: [] })]),
      /has firmShort "SB"/,
    ],
    [
      'one short form of two firms',
      file([view(), view({ id: '900-b', speaker: undefined, firm: 'Other', figures: [] })]),
      /900-b: firm: "Sample" has firm "Other" here and "Sample Bank" in 900-sample-rise; give the same everywhere$/,
    ],
  ])('notices %s', (_mistake, content, line) => {
    expect(problemsIn(content)).toContainEqual(expect.stringMatching(line));
  });

  it('distinguishes short names of different firms, and takes years stored in months', () => {
    const firms = [opening({ firm: 'UBS' }), opening({ id: '900-b', firm: 'RBC' })];
    expect(problemsIn(file(firms))).toEqual([]);
    const span = figure({ value: 240, unit: 'months', printed: 'past 20 years' });
    expect(problemsIn(file([view({ figures: [span] })]))).toEqual([]);
    expect(problemsIn(file([view({ figures: [figure({ asOf: undefined, undated: 'not given' })] })]))).toEqual([]);
  });
});

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
