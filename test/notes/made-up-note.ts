import { lintLibrary } from '../../src/notes/lint.ts';

/** A made-up note and a library file that says of it what it says. */
export const TEXT = `Sign up
Do small caps float?

By Ann Example
Some think so.
First things
Bo Sample of Sample Bank expects the Russell 2000 to rise by 12.5 per cent before the leaves have fallen again.
Second thoughts
Debt of 1 160.9 million is a heavy load to carry.
It floats for nearly half of all members.
`;

export const figure = (change: object = {}) => ({
  id: '900-rise',
  label: 'Russell 2000, expected rise',
  value: 12.5,
  unit: '%',
  printed: '12.5 per cent',
  basis: 'price index',
  asOf: '2024-01-31',
  ...change,
});

export const view = (change: object = {}) => ({
  id: '900-sample-rise',
  speaker: 'Bo Sample',
  firm: 'Sample Bank',
  firmShort: 'Sample',
  role: 'chief strategist',
  kind: 'view',
  stance: 'bullish',
  bearsOn: 'any',
  horizon: { label: 'by autumn', ends: '2024-11-30' },
  topics: ['momentum'],
  paraphrase: 'Expects small caps to gain an eighth by autumn.',
  short: 'a gain of an eighth by autumn',
  figures: [figure()],
  locator: { heading: 'First things', paragraph: 5 },
  ...change,
});

export const debt = (change: object = {}) => ({
  id: '900-debt',
  speaker: 'Ann Example',
  firm: 'The Sampler',
  kind: 'fact',
  topics: ['floating debt'],
  paraphrase: 'The debt weighs a lot, and much of it floats.',
  figures: [
    figure({ id: '900-debt-total', value: 1160.9, unit: 'US$ m', printed: '1 160.9 million' }),
    figure({ id: '900-members', value: 50, printed: 'nearly half' }),
  ],
  locator: { heading: 'Second thoughts', paragraph: 7, through: 8 },
  ...change,
});

export const opening = (change: object = {}) => ({
  id: '900-some',
  firm: 'Analysts (unnamed)',
  kind: 'view',
  topics: ['momentum'],
  paraphrase: 'There are people who believe it.',
  locator: { paragraph: 3 },
  ...change,
});

export const file = (claims: readonly object[] = [opening(), view(), debt()], note: object = {}) => ({
  note: {
    id: '900-2024-01-31',
    title: 'Do small caps float?',
    author: { name: 'Ann Example', kind: 'person' },
    publisher: 'The Sampler',
    date: '2024-01-31',
    dateBasis: 'printed',
    summary: 'On floating debt.',
    ...note,
  },
  claims,
});

export const problemsIn = (content: unknown, text?: string): readonly string[] =>
  lintLibrary([['900.json', content]], text === undefined ? undefined : [{ name: '900_made_up.txt', text }]).problems;
