import { describe, expect, it } from 'vitest';
import { type Facts, shippedFacts } from '../../../src/facts/facts.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import type { CalendarAsked } from '../../../src/topics/fed/question.ts';
import type { MarketMoveAnswer } from '../../../src/topics/market-move/answer.ts';
import type { Question } from '../../../src/topics/questions.ts';
import { type Answer, answer, render } from '../../../src/topics/registry.ts';
import { isoDate, isoInstant, percent } from '../../../src/units.ts';
import { liveFacts, OCTOBER_PRICES } from '../../doubles/live-facts.ts';
import { ratioSeries } from '../../doubles/market-series.ts';
import { plain, title } from '../rendered.ts';

const closes = ratioSeries(
  Array.from({ length: 300 }, (_, at) => 0.36 + (at % 7) / 1_000),
  '2025-07-11',
);
const NOW = '2026-09-21T14:00:00Z';
const priced = liveFacts(NOW, { closes, futures: OCTOBER_PRICES });
const unpriced = shippedFacts(isoInstant('2026-11-20T14:30:00Z'));

const figure = ({ figures }: Answer, id: string): number | undefined => figures.find((one) => one.id === id)?.value;
const told = (question: Question, facts: Facts): string => render(answer(question, facts)).text;
const marketMove = (facts: Facts, more = {}): MarketMoveAnswer => {
  const answered = answer({ kind: 'rate-move-market', ...more }, facts);
  if (answered.kind !== 'rate-move-market') throw new Error(answered.kind);
  return answered;
};

describe('the Fed', () => {
  it('stands where its last known decision left it; a meeting that has passed since is said to be unknown', () => {
    const text = told({ kind: 'fed' }, unpriced);
    expect(text).toContain('Fed at 3.75 to 4.00% as of 16 Sep 2026; the outcome of 28 Oct is not in my data');
    expect(text).toContain('Next: 9 Dec 2026, 14:00 New York time, in 19 days, with projections');
    expect(text).toContain('No odds: no futures prices are connected');
  });

  it('knows the outcome where a provider has the range of the days after', () => {
    const day = (on: string, lower: number) => ({
      on: isoDate(on),
      lower: percent(lower),
      upper: percent(lower + 0.25),
      effective: percent(lower + 0.13),
    });
    const rates = {
      days: [day('2026-10-28', 3.75), day('2026-10-29', 4), day('2026-11-19', 4)],
      source: 'New York Fed',
      isSynthetic: false,
    };
    const text = told({ kind: 'fed' }, liveFacts('2026-11-20T14:30:00Z', { closes, rates }));
    expect(text).toContain('Fed at 4.00 to 4.25% since 28 Oct 2026; next decision 9 Dec');
    expect(text).toContain('when it rose by 25 bp');
    expect(text).not.toContain('not in my data');
  });

  it('gives the odds of a meeting in whole percents, and in full as figures', () => {
    const answered = answer({ kind: 'fed' }, priced);
    expect(figure(answered, 'fed.odds.2026-10-28.hike')).toBeCloseTo(57.4, 1);
    expect(figure(answered, 'fed.odds.2026-10-28.hike25')).toBeCloseTo(57.4, 1);
    expect(figure(answered, 'fed.rate.2026-10-28')).toBeCloseTo(4.02, 9);
    expect(figure(answered, 'fed.tick.2026-10-28')).toBeCloseTo(2.3, 2);
    expect(figure(answered, 'fed.odds.2026-10-28.cut')).toBe(0);
    expect(render(answered).text).toMatch(/^Futures imply 57% for a 25 bp hike on 28 Oct\./);
  });

  it('names a contract that is missing or old, and fills nothing in', () => {
    const old = liveFacts('2026-10-05T14:00:00Z', { closes, futures: OCTOBER_PRICES });
    expect(told({ kind: 'fed' }, old)).toContain('the newest price for the Oct 2026 contract is of 18 Sep 2026');
    const none = liveFacts(NOW, { closes, futures: { ...OCTOBER_PRICES, prices: OCTOBER_PRICES.prices.slice(0, 2) } });
    expect(told({ kind: 'fed' }, none)).toContain('there is no price for the Nov 2026 contract');
    for (const facts of [old, none]) {
      expect(answer({ kind: 'fed' }, facts).figures.filter(({ id }) => id.startsWith('fed.odds'))).toEqual([]);
    }
  });

  it('does not know the decision before its statement is out, nor years without a calendar', () => {
    expect(told({ kind: 'fed' }, shippedFacts(isoInstant('2026-09-16T17:00:00Z')))).toMatch(/^Fed at 3\.50 to 3\.75%/);
    expect(told({ kind: 'fed' }, shippedFacts(isoInstant('2026-09-16T18:05:00Z')))).toMatch(/^Fed at 3\.75 to 4\.00%/);
    expect(told({ kind: 'fed' }, shippedFacts(isoInstant('2029-01-05T12:00:00Z')))).toContain(
      'My calendar of meetings runs from Jan 2022 to Jan 2028 only',
    );
    expect(told({ kind: 'fed' }, shippedFacts(isoInstant('1980-01-05T12:00:00Z')))).toContain('Not in the data');
  });
});

describe('what the market prices in', () => {
  it('is weighed by its odds, move by move', () => {
    const answered = marketMove(priced);
    const hike = figure(answered, 'fed.odds.2026-10-28.hike') as number;
    expect(figure(answered, 'smallcap.lift')).toBeCloseTo((hike / 100) * -2.194979, 6);
    expect(figure(answered, 'largecap.lift')).toBeCloseTo((hike / 100) * -0.11671, 5);
    expect(figure(answered, 'fed.expected.2026-10-28')).toBeCloseTo(hike / 4, 9);
  });

  it('keeps changed assumptions, and gives a company without a profit dollars only', () => {
    const answered = marketMove(priced, { small: { netIncome: -10 } });
    expect(figure(answered, 'smallcap.lift')).toBeUndefined();
    expect(figure(answered, 'smallcap.saving')).toBeLessThan(0);
    expect(render(answered).text).not.toMatch(/NaN|undefined/);
  });

  it('is refused in words without odds', () => {
    const answered = marketMove(unpriced);
    expect(answered).toMatchObject({ figures: [], sources: [] });
    expect(render(answered).text).toMatch(/^No odds: no futures prices are connected\./);
  });
});

describe('a rate move beside the market', () => {
  const text = (moveBps: number, facts = priced): string => told({ kind: 'rate-move', moveBps }, facts);

  it('says at once that the market prices the opposite', () => {
    expect(text(-50)).toContain(
      'Priced: Not a cut. Fed at 3.75 to 4.00%; futures imply 57% for a 25 bp hike, 43% for a hold on 28 Oct.',
    );
    expect(text(-50).indexOf('Priced:')).toBeLessThan(text(-50).indexOf('Why:'));
    expect(text(25)).toContain('Priced: Fed at 3.75 to 4.00%; futures imply 57% for a 25 bp hike');
    expect(text(-50, unpriced)).not.toContain('Priced');
  });

  it('takes the ratio from the closes, where there are any', () => {
    const answered = answer({ kind: 'rate-move', moveBps: -50 }, priced);
    expect(figure(answered, 'ratio.level')).toBe(closes.ratios.at(-1));
    expect(answered.figures.find(({ id }) => id === 'ratio.level')?.source).toBe('Yahoo Finance, ^RUT and ^GSPC');
    expect(text(-50)).toMatch(/Market: Russell 2000 over S&amp;P 500 at 0\.3\d\d on 18 Sep/);
  });

  it('floors a cut larger than the policy rate, and no other', () => {
    const floor = "Floor: The Fed's range ends at 4.00%, as of 16 Sep 2026";
    expect(text(-401)).toContain(floor);
    expect(text(-401, unpriced)).toContain(floor);
    for (const move of [-400, -50, 500]) expect(text(move)).not.toContain('Floor:');
  });
});

describe('the ratio, asked for in words', () => {
  it('is the newest close where there is one, with what the notes print beside it', () => {
    const answered = answer({ kind: 'ratio' }, priced);
    expect(figure(answered, 'ratio.level')).toBe(closes.ratios.at(-1));
    expect(figure(answered, 'ratio.printed.level')).toBe(0.4);
    expect(render(answered).text).toMatch(/^Russell 2000 over S&amp;P 500 at 0\.3\d\d on 18 Sep/);
  });

  it('starts from the newest close where a level is asked for, unless a start is named', () => {
    const level = closes.ratios.at(-1) as number;
    expect(figure(answer({ kind: 'ratio', to: level * 2 }, priced), 'ratio.outperformance')).toBeCloseTo(100, 9);
    expect(figure(answer({ kind: 'ratio', from: 0.4, to: 0.6 }, priced), 'ratio.outperformance')).toBeCloseTo(50, 9);
  });
});

/** Nine days before the decision of 9 December 2026. */
const FACTS = shippedFacts(isoInstant('2026-11-30T12:00:00Z'));
const ask = (calendar: CalendarAsked, facts = FACTS) => answer({ kind: 'fed', calendar }, facts);
const heading = (calendar: CalendarAsked, facts = FACTS): string => title(render(ask(calendar, facts)));

describe('the calendar of meetings', () => {
  it.each<readonly [CalendarAsked, string]>([
    [{ ask: 'date' }, '9 days: the next Fed decision is on 9 Dec 2026, 14:00 New York time'],
    // 31 + 27 days
    [{ ask: 'date', on: isoDate('2027-01-27') }, '27 Jan 2027: the Fed decides in 58 days, 14:00 New York time'],
    [
      { ask: 'date', on: isoDate('2026-10-28') },
      '28 Oct 2026: the Fed decided 33 days ago; its outcome is not in my data',
    ],
    [{ ask: 'date', month: '2026-09' }, '16 Sep 2026: the Fed decided 75 days ago'],
    [{ ask: 'date', month: '2027-02' }, 'No meeting is scheduled in Feb 2027; the next decision is on 17 Mar 2027'],
    [
      { ask: 'date', month: '2027-03', projections: true },
      'Projections come with the decision of 17 Mar 2027, in 107 days',
    ],
    [
      { ask: 'date', month: '2027-01', projections: true },
      'No projections on 27 Jan 2027; the next come on 17 Mar 2027',
    ],
    [{ ask: 'left' }, 'One Fed meeting left in 2026: 9 Dec 2026, in 9 days'],
    [{ ask: 'left', projections: true }, 'One Fed meeting with projections left in 2026: 9 Dec 2026, in 9 days'],
    [
      { ask: 'all', year: 2027 },
      'Eight Fed meetings in 2027, decisions on 27 Jan, 17 Mar, 28 Apr, 9 Jun, 28 Jul, 15 Sep, 27 Oct and 8 Dec',
    ],
    [
      { ask: 'all', year: 2027, projections: true },
      'Four Fed meetings with projections in 2027, decisions on 17 Mar, 9 Jun, 15 Sep and 8 Dec',
    ],
    [{ ask: 'all', year: 2029 }, 'My calendar of meetings runs from Jan 2022 to Jan 2028 only'],
    [{ ask: 'date', month: '2030-01' }, 'My calendar of meetings runs from Jan 2022 to Jan 2028 only'],
  ])('%j: %s', (calendar, words) => {
    expect(heading(calendar)).toBe(words);
  });

  it('counts the last decision of a year out once its statement is out', () => {
    const after = shippedFacts(isoInstant('2026-12-09T19:01:00Z'));
    expect(heading({ ask: 'left' }, after)).toBe('No Fed meeting left in 2026; the next decides on 27 Jan 2027');
    const before = shippedFacts(isoInstant('2026-12-09T18:59:00Z'));
    expect(heading({ ask: 'date' }, before)).toBe('Today: the Fed decides at 14:00 New York time');
  });

  it('lists a year with both days, and names its source', () => {
    const told = asPlainText(render(ask({ ask: 'all', year: 2027 })))
      .split('\n')
      .map(plain);
    expect(told.join('\n')).toContain('26 Jan 2027');
    expect(told.join('\n')).toContain('Calendar: Federal Reserve');
    expect(told.join('\n')).toContain('The Board calls its dates from 2027 on tentative');
    expect(ask({ ask: 'all', year: 2027 }).figures).toMatchObject([{ id: 'fed.meetings.count', value: 8 }]);
  });
});
