import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewsCommand } from '../../commands/views.ts';
import { NOTE_TOPICS, STANCES } from '../../src/notes/format.ts';
import { NOTES } from '../../src/notes/library.ts';
import { QuestionSchema } from '../../src/topics/questions.ts';
import type { NamedQuestion } from '../../src/topics/turn.ts';
import type { ViewsQuestion } from '../../src/topics/views/question.ts';
import { namesOf } from '../../src/topics/views/read-subjects.ts';
import { readerOf, readLine } from '../doubles/asked.ts';

const readViewsWords = readerOf(viewsCommand);

const asked = (words: string): Omit<ViewsQuestion, 'kind'> => {
  const reading = readViewsWords(words);
  if (reading.kind !== 'question' || reading.question.kind !== 'views') throw new Error(JSON.stringify(reading));
  const { kind: _, ...filters } = reading.question;
  return filters;
};
const BOFA = { who: ['Bank of America'] };
const CALVASINA = { who: ['Lori Calvasina'] };
const DESANTIS = { who: ['Steven DeSanctis'] };
const WILSON = { who: ['Michael Wilson'] };

describe('who says what', () => {
  it.each([
    ['', {}],
    ['all', {}],
    ['who says what about small caps?', {}],
    ['bullish', { stances: ['bullish'] }],
    ['BULLS', { stances: ['bullish'] }],
    ['bearish', { stances: ['bearish'] }],
    ['who is bearish?', { stances: ['bearish'] }],
    ['the sceptics', { stances: ['bearish'] }],
    ['bearsh', { stances: ['bearish'] }],
    ['neutral', { stances: ['neutral'] }],
    ['on the fence', { stances: ['mixed'] }],
    ['bullish bearish', { stances: ['bullish', 'bearish'] }],
    ['Calvasina', CALVASINA],
    ['calvasina', CALVASINA],
    ['CALVASINA', CALVASINA],
    ['calvesina', CALVASINA],
    ['Lori Calvasina', CALVASINA],
    ["what's Calvasina's view?", CALVASINA],
    ['desantis', DESANTIS],
    ['DeSanctis', DESANTIS],
    ['de sanctis', DESANTIS],
    ['jeffries', { who: ['Jefferies'] }],
    ['goldman', { who: ['Goldman Sachs'] }],
    ['goldmann', { who: ['Goldman Sachs'] }],
    ['rbc', { who: ['RBC Capital Markets'] }],
    ['bofa', BOFA],
    ['b of a', BOFA],
    ['US Bank', BOFA],
    ['Bank of America', BOFA],
    ['mike wilson', WILSON],
    ['Wilson', WILSON],
    ['J.P. Morgan', { who: ['JPMorgan'] }],
    ['J', { who: ['J'] }],
    ['the wire', { who: ['News wire (unnamed)'] }],
    ['author of note 003', { who: ['Julian West'] }],
    ['Kostin vs Calvasina', { who: ['David Kostin', 'Lori Calvasina'] }],
    ['michael', { who: ['Michael Casper', 'Michael Wilson'] }],
    ['tariffs', { topics: ['tariffs'] }],
    ['trade war', { topics: ['tariffs'] }],
    ['forward P/E', { topics: ['valuation'] }],
    ['M&A', { topics: ['mergers'] }],
    ['M&amp;A', { topics: ['mergers'] }],
    ['risk appetite', { topics: ['momentum'] }],
    ['nordic', { topics: ['Sweden'] }],
    ['note 002', { notes: ['002'] }],
    ['Note 2', { notes: ['002'] }],
    ['002', { notes: ['002'] }],
    ['002-2024-07-25', { notes: ['002'] }],
    ['001 and 002', { notes: ['001', '002'] }],
    ['bearish on tariffs', { stances: ['bearish'], topics: ['tariffs'] }],
    ['kostin bearish', { stances: ['bearish'], who: ['David Kostin'] }],
    ['tariffs in note 001', { topics: ['tariffs'], notes: ['001'] }],
    ['*bearish*', { stances: ['bearish'] }],
    ['_bearish_', { stances: ['bearish'] }],
    ['“bearish”', { stances: ['bearish'] }],
    [':bear: bearish', { stances: ['bearish'] }],
    ['<@U012ABCDEF> bearish', { stances: ['bearish'] }],
    ['<@U012ABCDEF>', {}],
    ['b\u200bearish', { stances: ['bearish'] }],
    ['ｂｅａｒｉｓｈ', { stances: ['bearish'] }],
    ['Calvasína', CALVASINA],
    ['note 002 page 2', { notes: ['002'], page: 2 }],
    ['page 3 note 002', { notes: ['002'], page: 3 }],
    ['note 002 page 1', { notes: ['002'] }],
    ['note 002 page 0', { notes: ['002'] }],
  ])('reads %j', (words, filters) => {
    expect(asked(words)).toEqual(filters);
  });

  it('never takes one word for things of two kinds, which would narrow one another', () => {
    const kinds = [...namesOf(NOTES).lexicon.phrases].map(([phrase, entries]) => [
      phrase,
      new Set(entries.map(({ tag }) => tag)).size,
    ]);
    expect(kinds.length).toBeGreaterThan(200);
    expect(kinds.filter(([, several]) => several !== 1)).toEqual([]);
    expect(asked('fed')).toEqual({ topics: ['rates'] });
  });

  it.each(['bearish private', 'private bearish', 'privately: who is bearish'])(
    'answers %j to the asker alone',
    (words) => {
      expect(readViewsWords(words)).toMatchObject({ question: { stances: ['bearish'] }, private: true });
    },
  );

  it.each(['help', 'HELP', '?', ' help '])('explains itself privately on %j', (words) => {
    expect(readViewsWords(words)).toEqual({ kind: 'question', question: { kind: 'help' }, private: true });
  });

  it('takes no more values of a kind than a question holds', () => {
    const everybody = [...new Set(NOTES.claims.flatMap(({ speaker }) => speaker ?? []))].join(', ');
    expect(asked(everybody).who).toHaveLength(6);
    expect(asked(NOTE_TOPICS.join(', ')).topics).toHaveLength(6);
    expect(asked(STANCES.join(' '))).toEqual({});
  });

  it('is what a line with the command in front is read as', () => {
    expect(readLine('/views bearish')).toEqual(readViewsWords('bearish'));
    expect(readLine('/VIEWS bearish')).toEqual(readViewsWords('bearish'));
    expect(readLine('/views')).toEqual(readViewsWords(''));
  });
});

describe('properties', () => {
  it('never throws, and gives only questions that survive a button', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
        const reading = readViewsWords(words);
        if (reading.kind === 'unclear') return;
        expect(QuestionSchema.parse(JSON.parse(JSON.stringify(reading.question)))).toEqual(reading.question);
      }),
      { numRuns: 2_000 },
    );
  });

  const PIECES = [
    'bearish',
    'bullish',
    'Kostin',
    'goldman',
    'tariffs',
    'note 002',
    'page 2',
    'private',
    'dimon',
    '&lt;!here&gt;',
  ];

  it('reads the words that mean something in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PIECES), (words) => {
        const reading = readViewsWords(words.join(' '));
        const isUnknown = words.includes('dimon') || words.includes('&lt;!here&gt;');
        expect(reading.kind).toBe(isUnknown ? 'unclear' : 'question');
        if (reading.kind !== 'question') return;
        expect(QuestionSchema.safeParse(reading.question).error).toBeUndefined();
        expect(reading.private).toBe(words.includes('private'));
        expect(new Set(asked(words.join(' ')).stances)).toEqual(
          new Set(words.filter((word) => word === 'bearish' || word === 'bullish')),
        );
      }),
    );
  });

  it('finds every person and every firm by the name the library prints', () => {
    for (const { voice, firm } of NOTES.claims) {
      for (const name of [voice, firm]) {
        if (name !== 'Firm not named') expect(asked(name).who).toContain(name);
      }
    }
  });

  it('finds every person with one letter wrong', () => {
    const people = [...new Set(NOTES.claims.flatMap(({ speaker }) => speaker ?? []))].filter((name) =>
      name.includes(' '),
    );
    for (const name of people) {
      const last = name.split(' ').at(-1) as string;
      if (last.length < 6) continue;
      const at = Math.floor(last.length / 2);
      expect(asked(`${last.slice(0, at)}${last.slice(at + 1)}`)).toEqual({ who: [name] });
    }
  });
});

describe('what is not in the notes', () => {
  const refused = (words: string) => {
    const reading = readViewsWords(words);
    if (reading.kind !== 'unclear' || reading.reason !== 'not-in-notes') throw new Error(JSON.stringify(reading));
    return reading;
  };

  it.each([
    ['dimon', 'dimon'],
    ['Jamie Dimon', 'Jamie Dimon'],
    ['bearish dimon', 'dimon'],
    ['uberbullish', 'uberbullish'],
    ['hawkish', 'hawkish'],
    ['bitcoin', 'bitcoin'],
    ['&lt;!here&gt;', 'here'],
    ['漢字', '漢字'],
  ])('%j is asked back as %j, with the nearest names', (words, shown) => {
    const { words: unread, nearest } = refused(words);
    expect(unread).toBe(shown);
    expect(nearest.length).toBeLessThanOrEqual(3);
    for (const { question } of nearest) expect(QuestionSchema.safeParse(question).error).toBeUndefined();
  });

  it.each(['<!channel>', '<https://evil.example|click>', ':bear:'])('%j asks nothing', (words) => {
    expect(readViewsWords(words)).toMatchObject({ kind: 'unclear', reason: 'not-understood' });
  });

  it.each(['漢字', 'x'.repeat(40)])('%j resembles nobody, and nobody is offered', (words) => {
    expect(refused(words).nearest).toEqual([]);
  });

  it.each([
    ['calvasinovich', 'Lori Calvasina'],
    ['tunkelmann', 'Irene Tunkel'],
    ['goldstein', 'Goldman Sachs'],
    ['bullishness', 'bullish'],
  ])('%j is nearest to %s', (words, name) => {
    expect(refused(words).nearest.map((one: NamedQuestion) => one.name)).toContain(name);
  });

  it('does not take a word of the notes for the misspelt name it looks like', () => {
    for (const words of ['years', 'power', 'members', 'fixed']) expect(readViewsWords(words).kind).toBe('unclear');
  });

  it.each(['005', 'note 007', 'note 12', '999'])('%j is no note', (words) => {
    const number = words.replace('note ', '');
    expect(readViewsWords(words)).toEqual({ kind: 'unclear', reason: 'unknown-note', words: number });
  });

  it('echoes no more than a line of what was typed', () => {
    expect(refused('x'.repeat(500)).words.length).toBeLessThanOrEqual(60);
  });
});
