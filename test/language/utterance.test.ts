import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { withPlainManners } from '../../src/language/courtesies.ts';
import { asTyped, lexiconOf, matcherOf, phrasesOf, type Slot, slotsOf, utteranceOf } from '../../src/language/index.ts';
import { tokensOf } from '../../src/language/tokens.ts';
import { NOTES } from '../../src/notes/index.ts';
import { namesOf } from '../../src/topics/views/read-subjects.ts';

const NAMES = namesOf(NOTES);
const read = (typed: string) => utteranceOf(typed, NAMES);

/** A slot in short: `50bp amount 50 bp`. */
const short = (typed: string, slot: Slot): string => {
  const words = typed.slice(slot.start, slot.end);
  switch (slot.kind) {
    case 'amount':
      return `${words}: ${slot.sign}${slot.value}${slot.unit ? ` ${slot.unit}` : ''}`;
    case 'count':
      return `${words}: ${slot.value} ${slot.of}s`;
    case 'direction':
      return `${words}: ${slot.way} of ${slot.of}`;
    case 'clock':
      return `${words}: ${slot.time}`;
    case 'who':
    case 'note':
      return `${words}: ${slot.value}`;
    default:
      return `${words}: ${slot.kind}`;
  }
};

const slots = (typed: string): readonly string[] =>
  read(typed)
    .slots.filter(({ kind }) => kind !== 'topic')
    .map((slot) => short(typed, slot));

describe('the slots of a text', () => {
  it.each([
    ['50bp', ['50bp: 50 bp']],
    ['-0,5 %', ['-0,5 %: -0.5 %']],
    ['three quarters of a percentage point', ['three quarters of a percentage point: 0.75 %']],
    ['4-1/2 to 4¼', ['4-1/2: 4.5', '4¼: 4.25']],
    ['leverage 6x, ebitda $1.2bn', ['6x: 6 x', '$1.2bn: 1200 money']],
    ['three more cuts', ['three more cuts: 3 cuts']],
    ['two 25s', ['two: 2', '25s: 25']],
    ['25 people at 7:30am', ['25 people: 25 things', '7:30am: 07:30']],
    [
      'Russell 2000, S&P 500, Mag 7, 163(j), COVID-19, FTSE 250',
      [
        'Russell 2000: ignored',
        'S&P 500: ignored',
        'Mag 7: ignored',
        '163(j): ignored',
        'COVID-19: ignored',
        'FTSE 250: ignored',
      ],
    ],
    ['page 3 of note 002', ['3: ignored', 'note 002: 002']],
    ['since the sept 24 cut', ['since the sept 24 cut: span']],
    ['halloween to xmas 23', ['halloween to xmas 23: span']],
    ['ytd, last 6 months, in june', ['ytd: span', 'last 6 months: span', 'june: date']],
    [
      'fed cuts, small caps drop, raise a question',
      ['cuts: cut of rate', 'drop: cut of company', 'raise: hike of other'],
    ],
    ['calvasnia says', ['calvasnia: Lori Calvasina']],
    ['<@U12345> see https://x.com/50bp :100: 25bp', ['25bp: 25 bp']],
  ])('%s', (typed, found) => {
    expect(slots(typed)).toEqual(found);
  });
});

describe('places in a text', () => {
  const pieces = fc
    .array(
      fc.constantFrom(' ', '🙂', '“', '”', '*', '&amp;', '\u200b', '…', '½ ', '<@U123> ', ':wave: ', 'ﬁne ', 'é '),
      { maxLength: 8 },
    )
    .map((all) => all.join(''));

  it('are those of the words as they were typed, whatever was made of them', () => {
    fc.assert(
      fc.property(pieces, pieces, (before, behind) => {
        const typed = `${before} cuts ５０ｂｐ ${behind}`;
        const utterance = read(typed);
        const words = utterance.slots.map((slot) => asTyped(utterance, slot));
        expect(words).toContain('５０ｂｐ');
      }),
    );
  });
});

describe('long texts', () => {
  it.each([
    ['digits', '1 '.repeat(2_000)],
    ['sizes', '25bp '.repeat(800)],
    ['slashes', '1/'.repeat(2_000)],
    ['unknown words', 'asdfgh qwerty '.repeat(280)],
    ['assumptions', '60% floating '.repeat(300)],
    ['signs', '<'.repeat(4_000)],
    ['colons', ':a'.repeat(2_000)],
  ])('of %s are taken apart in time', (_, typed) => {
    // the best of five: the machine may be busy
    const times = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      read(typed);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

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

const LEXICON = lexiconOf({ trade: { buy: 'buy|pick up', hold: 'hold' }, asks: { asks: 'should we' } });

const matches = (typed: string, pattern: string): boolean => {
  const utterance = utteranceOf(typed, NAMES);
  return matcherOf(utterance, phrasesOf(utterance, LEXICON), new Map([['whole', [{ from: 0, to: 1 }]]]))(pattern);
};

describe('patterns', () => {
  it.each([
    ['should we buy it', 'asks trade'],
    ['should we buy it', 'trade:buy'],
    ['should we hold it', 'trade:buy,hold'],
    ['should we buy it', 'asks>0>trade'],
    ['should we ever buy it', 'asks>1>trade'],
    ['buy it', '^trade'],
    ['please buy it', '^trade'],
    ['buy it', '^=buy'],
    ['buy it', '-asks'],
    ['buy it', 'asks|trade'],
    ['buy it?', '?'],
    ['does kostin buy it', '#who'],
    ['cut 50', '#number'],
    ['will the fed buy it', '@fed:fed'],
    ['buy it', 'whole'],
  ])('%s says %s', (typed, pattern) => {
    expect(matches(typed, pattern)).toBe(true);
  });

  it.each([
    ['should we wait', 'asks trade'],
    ['should we hold it', 'trade:buy'],
    ['should we ever buy it', 'asks>0>trade'],
    ['buy what should we', 'asks>3>trade'],
    ['should we buy it', '^trade'],
    ['should we buy it', '-asks'],
    ['hold it', 'asks|trade:buy'],
    ['buy it', '?'],
    ['buy it', '#who'],
    ['buy it', '@fed:fed'],
    ['buying it', '=buy'],
  ])('%s does not say %s', (typed, pattern) => {
    expect(matches(typed, pattern)).toBe(false);
  });
});

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
