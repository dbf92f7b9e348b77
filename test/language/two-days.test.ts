import { describe, expect, it } from 'vitest';
import { slotsOf, utteranceOf } from '../../src/language/index.ts';
import { NOTES } from '../../src/notes/index.ts';
import { namesOf } from '../../src/topics/views/read-subjects.ts';

const read = (text: string) => utteranceOf(text, namesOf(NOTES));

describe('the two days of a meeting', () => {
  it.each([
    ['wait is the 27/28 oct meeting in there yet', 10, 28],
    ['is the 15-16 september meeting over', 9, 16],
    ['8–9 dec', 12, 9],
  ])('are one date, and no number is left over: %s', (text, month, day) => {
    expect(slotsOf(read(text), 'date')).toMatchObject([{ month, day }]);
    expect(slotsOf(read(text), 'amount')).toEqual([]);
  });

  it('are two days in a row, or the first number is one of its own', () => {
    expect(slotsOf(read('cut 25 26 dec'), 'amount')).toMatchObject([{ value: 25 }]);
    expect(slotsOf(read('25/50 in dec'), 'amount')).toMatchObject([{ value: 25 }, { value: 50 }]);
  });
});
