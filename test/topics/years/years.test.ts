import { describe, expect, it } from 'vitest';
import { ratecutCommand } from '../../../commands/ratecut.ts';
import { fedAt } from '../../../src/facts/fed.ts';
import { messageProblems } from '../../../src/message/message-problems.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { renderTurn } from '../../../src/surface/answer-turn.ts';
import { answer } from '../../../src/topics/registry.ts';
import type { YearsQuestion } from '../../../src/topics/years/question.ts';
import { isoInstant } from '../../../src/units.ts';
import { readerOf } from '../../doubles/asked.ts';
import { OCTOBER_PRICES } from '../../doubles/live-facts.ts';
import { lastOf } from '../../reading/asked-turns.ts';
import { block, FACTS, plain, rendered, title } from '../rendered.ts';

const YEARS: YearsQuestion = { kind: 'years', moveBps: -100, years: 3 };
const PRICED = { kind: 'years', moveBps: 0, path: 'priced', years: 3 } as const;
const THIRD = [{ year: 1, share: expect.closeTo(33.333333, 5), rate: 8 }];
const each = (years: number, share: number, rate: number) =>
  Array.from({ length: years }, (_, at) => ({ year: at + 1, share, rate }));
const read = readerOf(ratecutCommand);

describe('the words that ask for time', () => {
  it.each<[readonly string[], object]>([
    [['cut 100', 'year by year?'], YEARS],
    [['cut 100', 'what if a third matures next year at 8%'], { ...YEARS, matures: THIRD }],
    [['cut 100 over 2 years, 15% matures each year at 6.5%'], { ...YEARS, matures: each(2, 15, 6.5) }],
    [['cut 100', '15% a year matures at 7%'], { ...YEARS, matures: each(3, 15, 7) }],
    [['75% due over 5 years at 6.5%, cut 100'], { ...YEARS, years: 5, matures: each(5, 15, 6.5) }],
    [['cut 100 year by year'], YEARS],
    [['100 down, 3 years, lags 6 mths'], { ...YEARS, lagMonths: 6 }],
    [['cut 100 yr by yr', '5 yrs', 'loans lag a quarter'], { ...YEARS, years: 5, lagMonths: 3 }],
    [['cut 100 with a 6 month lag', 'no lag'], YEARS],
    [['cut 100 yr by yr', 'a fifth of the fixed rolls every yr', 'at 7'], { ...YEARS, matures: each(3, 20, 7) }],
    [
      ['a fifth of the fixed rolls each yr at 7, fed 100 lower, 5 yrs', '6.5 on the new paper'],
      { ...YEARS, years: 5, matures: each(5, 20, 6.5) },
    ],
    [['cut 100', 'year by year', 'with a 3 month lag'], { ...YEARS, lagMonths: 3 }],
    [
      ['cut 100, a fifth of the fixed rolls each yr at 8', 'reprice at 7 instead'],
      { ...YEARS, matures: each(3, 20, 7) },
    ],
    [['cut 100 over 5 yrs year by year', '3 yrs will do'], YEARS],
    [['cut 100 year by year', 'w a 3 mth lag before loans pay it'], { ...YEARS, lagMonths: 3 }],
    [['cut 100 year by year', 'whole thing for a hike now'], { ...YEARS, moveBps: 100 }],
    [['cut 50 over 5 years year by year'], { ...YEARS, moveBps: -50, years: 5 }],
    [
      ['25 in dec and 25 in jan, year by year'],
      {
        ...YEARS,
        moveBps: -50,
        parts: [
          { moveBps: -25, month: 12 },
          { moveBps: -25, month: 1 },
        ],
      },
    ],
  ])('%j', (texts, asked) => {
    expect(lastOf(...texts)).toEqual(asked);
  });

  it.each<[readonly string[], object]>([
    [['year by year on the futures’ path'], PRICED],
    [['year by year as priced'], PRICED],
    [['path as priced with a 3 month lag'], { ...PRICED, lagMonths: 3 }],
    [['cut 100 with 60% floating', 'year by year as priced'], { ...PRICED, small: { floatingShare: 60 } }],
    [['cut 100', 'what if a third matures next year at 8%', 'as priced'], { ...PRICED, matures: THIRD }],
    [
      ['path as priced for the small one', 'a third matures next year at 8%'],
      { ...PRICED, only: 'small', matures: THIRD },
    ],
  ])('take the moves of futures: %j', (texts, asked) => {
    expect(lastOf(...texts)).toEqual(asked);
  });

  it('leave the odds to the Fed', () => {
    expect(lastOf('what is the path')).not.toMatchObject({ kind: 'years' });
    expect(lastOf('apply the priced-in path to the two firms')).toEqual({ kind: 'rate-move-market' });
  });

  it('stand behind the command too', () => {
    expect(read('path as priced')).toMatchObject({ question: PRICED });
    expect(read('100bps a third matures next year at 8%')).toMatchObject({ question: { ...YEARS, matures: THIRD } });
  });

  it.each([['how many cuts each year'], ['when does the bond mature'], ['cut 100'], ['in the first year after cuts']])(
    'are not found in %s',
    (words) => {
      expect(lastOf(words)).not.toMatchObject({ kind: 'years' });
    },
  );
});

const rows = (question: YearsQuestion): string[] =>
  block(rendered(question), 'data_table').rows.map((row) => row.map(({ text }) => plain(text)).join(' | '));

describe('a move year by year', () => {
  it('is the note’s sum in every year while nothing matures', () => {
    expect(title(rendered(YEARS))).toBe('100 bp cut: SmallCap +8.78%, LargeCap +0.47% in every year');
  });

  it('is eaten by maturing debt: 3.0957 of 5.2241 in the first year, 4.2566 from the second on', () => {
    const question = { ...YEARS, matures: [{ year: 1, share: 100 / 3, rate: 8 }] };
    // SmallCap: 638.495 × 1/3 × 2 % = 4.2566, half of it in year 1: 5.22405 − 2.12832 = 3.09573, 5.2029 %
    expect(rows(question)).toEqual([
      'Year | SmallCap | LargeCap',
      '1 | +5.20% | −2.68%',
      '2 | +1.63% | −5.83%',
      '3 | +1.63% | −5.83%',
    ]);
    expect(asPlainText(rendered(question))).toContain('Replaced of it: 33.3% in year 1 at 8%');
    const figures = Object.fromEntries(answer(question, FACTS).figures.map(({ id, value }) => [id, value]));
    expect(figures['smallcap.saving.year-1']).toBeCloseTo(3.095733, 6);
    expect(messageProblems(rendered(question))).toEqual([]);
  });

  it('counts a lag and the month of each move', () => {
    expect(rows({ ...YEARS, lagMonths: 6, years: 2 })).toEqual([
      'Year | SmallCap | LargeCap',
      '1 | +4.39% | +0.23%',
      '2 | +8.78% | +0.47%',
    ]);
  });

  it('is in dollars where there is no profit', () => {
    expect(title(rendered({ ...YEARS, only: 'small', small: { netIncome: -5 } }))).toBe(
      '100 bp cut: SmallCap +$5.22m in every year',
    );
  });

  it('names what is counted that the note leaves out', () => {
    const counted = { taxRate: 21, interestCap: 30 };
    const question = { ...YEARS, small: { ...counted, cash: 300 }, large: counted };
    expect(plain(asPlainText(rendered(question)))).toContain('Changed  SmallCap Cash $300m, Tax 21% and 163(j) cap');
    expect(plain(asPlainText(rendered(question)))).toContain('with time, after 21% tax');
  });

  it('says why a company loses while the Fed cuts', () => {
    const question = { ...YEARS, matures: [{ year: 1, share: 100 / 3, rate: 8 }] };
    // LargeCap: 17,937.01 × 1/3 × 4 % = 239.16 from year 2 on, against 17.74 saved
    expect(plain(asPlainText(rendered(question)))).toContain(
      'Why  In year 3 the cut saves LargeCap $17.74m; debt that is replaced costs $239.16m',
    );
  });
});

describe('a path of futures', () => {
  const now = isoInstant('2026-09-20T14:30:00Z');
  const drawn = renderTurn(answer(PRICED, { ...FACTS, now, fed: fedAt(now, { futures: OCTOBER_PRICES }) }));

  it('has each meeting’s average in its month', () => {
    // 57.4 % of 25 bp in October, one month away: 522.405 × 0.1435 % × 11/12 of year 1
    expect(plain(asPlainText(drawn))).toContain('Average by meeting, bp: Oct +14');
    expect(title(drawn)).toMatch(/^Path as priced: year 1 SmallCap −/);
    expect(messageProblems(drawn)).toEqual([]);
  });

  it('says so where no futures are connected, and computes nothing', () => {
    expect(title(rendered(PRICED))).toBe('No odds: no futures prices are connected');
    expect(answer(PRICED, FACTS).figures).toEqual([]);
    expect(messageProblems(rendered(PRICED))).toEqual([]);
  });
});
