import { expect, it } from 'vitest';
import { ratecutCommand } from '../../../commands/ratecut.ts';
import { readShorthand } from '../../../src/topics/rate-move/read-shorthand.ts';
import { readerOf } from '../../doubles/asked.ts';

const readWords = readerOf(ratecutCommand);

const HEADS = ['', '-', '+', 'cut ', 'hike ', 'raise '];
const SIZES = [
  '0',
  '1',
  '5',
  '25',
  '37',
  '050',
  '100',
  '275',
  '599',
  '600',
  '601',
  '0.07',
  '0.29',
  '0.5',
  '2.25',
  '12.5',
];
const UNITS = ['', 'bp', 'bps', ' bp', ' bps', '%', ' %'];
const SETTINGS = [
  '',
  ' floating=60%',
  ' floating=100.5%',
  ' floating=45%',
  ' debt=7x',
  ' debt=7%',
  ' rate=5% rate=6%',
  ' large.rate=4.5%',
  ' large.rate=4.5% small.floating=33.3%',
  ' debt=7x floating=60% rate=5.25%',
];

/** White space before it changes nothing, and is none of the shorthand's. */
const inWords = (typed: string): string => ` ${typed}`;

it('comes to what the same words come to where they are understood one by one', () => {
  const typed = HEADS.flatMap((head) =>
    SIZES.flatMap((size) => UNITS.flatMap((unit) => SETTINGS.map((set) => `${head}${size}${unit}${set}`))),
  );
  const read = typed.flatMap((one) => {
    const [short, long] = [readShorthand(one), readWords(inWords(one))];
    return short && long.kind === 'question' ? [{ one, short, long }] : [];
  });
  expect(read.length).toBeGreaterThan(3_000);
  // as JSON, since the order of its fields names an answer
  const differing = read.filter(({ short, long }) => JSON.stringify(short) !== JSON.stringify(long));
  expect(differing).toEqual([]);
});

it.each(['50', 'cut 50', '-25bp', '0.5% floating=60%', 'hike 25 large.debt=3x'])('reads %j', (typed) => {
  expect(readShorthand(typed)).toBeDefined();
  expect(readWords(typed)).toEqual(readShorthand(typed));
});

it.each([
  ['0.5', 'a number without a unit that may be points'],
  ['-0.5%', 'a sign before percent'],
  ['0', 'no move'],
  ['601', 'more than is answered'],
  ['50 floating=60', 'a value without its unit'],
  ['50 debt=60%', 'a value in another unit'],
  ['50 floating=100.5%', 'more than there can be'],
  ['50 rate=5% small.rate=5%', 'one assumption, twice'],
  ['cut -50', 'a verb and a sign'],
  ['Cut 50', 'a capital'],
  ['50bp.', 'a full stop'],
])('leaves %j to the reader of words: %s', (typed) => {
  expect(readShorthand(typed)).toBeUndefined();
});
