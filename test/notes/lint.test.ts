import { describe, expect, it } from 'vitest';
import { lintLibrary } from '../../src/notes/lint.ts';
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
