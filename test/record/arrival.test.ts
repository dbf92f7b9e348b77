import { describe, expect, it } from 'vitest';
import { NOTES, withNotes } from '../../src/notes/index.ts';
import { arrivalFindings } from '../../src/record/arrival.ts';
import { CITED_RECORD, conflictsIn } from '../../src/record/index.ts';
import type { DraftClaim } from '../../src/team-notes/index.ts';
import { isoDate } from '../../src/units.ts';
import { phraseText } from '../../src/wording/index.ts';
import { DRAFT, keptNote } from '../team-notes/made-draft.ts';

type Figures = DraftClaim['figures'];

/** With a note of 18 September 2026 that has one sentence. */
const libraryWith = (sentence: string, figures: Figures) => {
  const claim: DraftClaim = { ...(DRAFT.claims[1] as DraftClaim), sentence, figures, number: 1 };
  return withNotes([keptNote({ claims: [claim] })], NOTES);
};
const found = (sentence: string, figures: Figures = []) =>
  arrivalFindings(libraryWith(sentence, figures), CITED_RECORD).map(({ verdict, record, sources }) => ({
    verdict,
    record: phraseText(record).replaceAll('\u00a0', ' '),
    sources,
  }));
const one = (...asked: Parameters<typeof found>) => {
  const [first, ...more] = found(...asked);
  expect(more).toEqual([]);
  return first;
};

const points = (value: number, asOf?: string): Figures => [
  {
    label: 'Russell 2000',
    value,
    unit: 'index points',
    printed: String(value),
    ...(asOf !== undefined && { asOf: isoDate(asOf) }),
  },
];
const percent = (value: number, label = 'return'): Figures[number] => ({
  label,
  value,
  unit: '%',
  printed: `${value}%`,
});
const times = (value: number): Figures[number] => ({ label: 'P/E', value, unit: '×', printed: `${value}x` });

describe('moves of the Fed that a note tells of', () => {
  it.each([
    ['The half-point cut of December 2024 came too late.', 'disagrees', 'a cut of 25 bp on 18 Dec 2024.'],
    ['The Fed cut rates by 50 basis points in September 2024.', 'agrees', 'a cut of 50 bp on 18 Sep 2024.'],
    ['On 18 December 2024 the Fed lowered rates by a quarter point.', 'agrees', 'a cut of 25 bp on 18 Dec 2024.'],
    ['The Fed hiked rates in July 2024.', 'disagrees', 'held at 5.25–5.50%.'],
    ['The Fed held rates in July 2024.', 'agrees', 'held at 5.25–5.50%.'],
    ['The Fed held rates in September 2025.', 'disagrees', 'a cut of 25 bp on 17 Sep 2025.'],
    [
      'Cuts of 100 basis points in total in 2024 by the Fed: it eased rates.',
      'agrees',
      'a cut of 50 bp on 18 Sep 2024, a cut of 25 bp on 7 Nov 2024, a cut of 25 bp on 18 Dec 2024.',
    ],
  ])('%s', (sentence, verdict, record) => {
    expect(one(sentence)).toEqual({ verdict, record, sources: ['Federal Reserve'] });
  });

  it.each([
    'We expect the Fed to cut by 50 basis points in December 2026.',
    'The ECB cut rates by 25 basis points in June 2024.',
    'Small caps were cut down in 2024.',
    'The Riksbank lowered its policy rate in May 2024.',
  ])('are none: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  it('are held against the range too', () => {
    expect(one('The target range stood at 5.00–5.25% on 31 July 2024.')).toMatchObject({
      verdict: 'disagrees',
      record: '5.25–5.50% on 31 Jul 2024.',
    });
    expect(one('The target range stood at 4.75 to 5.00 percent in September 2024.')).toMatchObject({
      verdict: 'agrees',
    });
  });
});

describe('closes that a note prints', () => {
  it.each([
    [2206.34, 'agrees'],
    [2206.3, 'agrees'],
    [2207, 'rounding'],
    [2215, 'loose'],
    [2450, 'disagrees'],
  ])('a level of %d', (value, verdict) => {
    const sentence = `The Russell 2000 closed at ${value} on 18 September 2024.`;
    expect(one(sentence, points(value, '2024-09-18'))).toMatchObject({
      verdict,
      record: '2,206.34 at the close of 18 Sep 2024.',
      sources: ['Yahoo, daily price closes'],
    });
  });

  it('cannot be checked without a day, or without its close', () => {
    expect(one('The Russell 2000 stands at 2450.', points(2450))).toMatchObject({
      verdict: 'cannot be checked',
      record: 'it names no day to hold it against.',
    });
    expect(one('The Russell 2000 closed at 2,450 on 3 March 2025.', points(2450, '2025-03-03'))).toMatchObject({
      verdict: 'cannot be checked',
      record: 'no close of 3 Mar 2025 is at hand to hold it against.',
    });
  });

  it('returns between two days', () => {
    const sentence = 'The Russell 2000 rose 30.8% from 30 December 2022 to 25 July 2025, before dividends.';
    expect(one(sentence, [percent(28.4)])).toMatchObject({
      verdict: 'agrees',
      record: '+28.38% by the closes, price only.',
    });
    expect(one(sentence, [percent(30)])).toMatchObject({ verdict: 'loose' });
    expect(one(sentence, [percent(41)])).toMatchObject({ verdict: 'disagrees' });
    // the end of 2022 was a Saturday
    const year = 'The S&P 500 fell 19.4% in 2022, before dividends.';
    expect(one(year, [percent(19.4)])).toMatchObject({ verdict: 'cannot be checked' });
    const since = 'The Russell 2000 has gained 28.4% from 31 December 2022 to 25 July 2025.';
    expect(one(since, [percent(28.4)])).toMatchObject({ verdict: 'agrees' });
  });
});

describe('sums and multiples of a note’s own', () => {
  it('are worked out again', () => {
    expect(
      one('At 18x against 22x, small caps trade at a 30% discount.', [times(18), times(22), percent(30)]),
    ).toMatchObject({ verdict: 'disagrees', record: 'its 18× and 22× make it 18.18%.' });
    expect(
      one('At 18x against 22x, small caps trade at an 18% discount.', [times(18), times(22), percent(18)]),
    ).toMatchObject({ verdict: 'agrees' });
    // a multiple that is no figure of the claim is one all the same, and what adds up is not held against another note
    const discount = percent(30, 'while the S&P 500 trades at 22 times, a discount of about 30%');
    const sentence =
      'Small caps trade at 15.5 times forward earnings, while the S&P 500 trades at 22 times, a discount of about 30%.';
    expect(one(sentence, [times(15.5), discount])).toMatchObject({
      verdict: 'agrees',
      record: 'its 15.5× and 22× make it 29.55%.',
    });
    expect(one('Earnings went from 2,000 to 2,300, a gain of 12%.', [percent(12)])).toMatchObject({
      verdict: 'disagrees',
      record: 'its own two numbers make it 15.00%.',
    });
  });
});

describe('figures beside those of other notes', () => {
  it('differ where another note has another number for the same thing, which is no record and flags nothing', () => {
    const sentence = 'Roughly 33% of the Russell 2000’s debt carries a floating rate.';
    expect(one(sentence, [percent(33, 'Russell 2000 debt with a floating rate')])).toMatchObject({
      verdict: 'differs',
      record: 'note 000: 45% for “SmallCap Industries, floating-rate share of debt” (18 Sep 2024).',
    });
  });

  it.each([
    ['Companies in our small-cap universe carry 3.4 times EBITDA in net debt.', 3.4],
    ['Small caps carry 3.4 times EBITDA in net debt, the Russell 2000 being used for all.', 3.4],
    ['The median Russell 2000 company has debt to EBITDA of 3.4x, which is used here.', 3.4],
    ['Russell 2000 debt to EBITDA was 3.4x in 2021, used for small caps.', 3.4],
  ])('are not held together on another basis: %s', (sentence, value) => {
    const figure = { label: sentence, value, unit: '×' as const, printed: '3.4x' };
    expect(one(sentence, [figure])).toMatchObject({ verdict: 'cannot be checked' });
    const same = 'Russell 2000 debt to EBITDA is 3.4x, used for small caps.';
    expect(one(same, [{ ...figure, label: same }])).toMatchObject({ verdict: 'differs' });
  });

  it('stand before the conflicts of the house, once', () => {
    const sentence = 'Roughly 33% of the Russell 2000’s debt carries a floating rate.';
    const library = libraryWith(sentence, [percent(33, 'Russell 2000 debt with a floating rate')]);
    const [own, ...house] = conflictsIn(library, CITED_RECORD);
    expect(house).toEqual(conflictsIn(NOTES, CITED_RECORD));
    expect(own?.sides.map(({ claims, says }) => [claims[0], phraseText(says)])).toEqual([
      ['T1-1', '33%'],
      [expect.stringMatching(/^000-/), '45%'],
    ]);
  });

  it('cannot be checked where nobody has it, or its time is not up', () => {
    expect(one('Some 12% of small firms hedge their loans.', [percent(12)])).toMatchObject({
      verdict: 'cannot be checked',
      record: 'no free record of it is at hand.',
    });
    expect(one('We expect earnings to grow 14% in 2027.', [percent(14)])).toMatchObject({
      record: 'a forecast: its time is not up.',
    });
  });
});
