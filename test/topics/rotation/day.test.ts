import { describe, expect, it } from 'vitest';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import type { RotationQuestion } from '../../../src/topics/rotation/question.ts';
import { isoDate } from '../../../src/units.ts';
import { liveFacts } from '../../doubles/live-facts.ts';
import { closesOn, ratioOf, ratioSeries, sessionsFrom } from '../../doubles/market-series.ts';
import { FACTS, plain, title } from '../rendered.ts';

type Asked = Omit<RotationQuestion, 'kind'>;

const day = isoDate;
const DATES = sessionsFrom('2024-07-01', 6);
const CLOSES = ratioOf(
  closesOn(DATES, [2_000, 2_100, 2_200, 2_310, 2_200, 2_200]),
  closesOn(DATES, [5_000, 5_000, 5_500, 5_500, 5_500, 5_000]),
);
/** The morning after the last of them, 9 Jul 2024. */
const facts = liveFacts('2024-07-10T13:00:00Z', { closes: CLOSES });

const ask = (asked: Asked, at = facts) => answer({ kind: 'rotation', ...asked }, at);
const heading = (asked: Asked, at = facts): string => title(render(ask(asked, at)));
const lines = (asked: Asked, at = facts): readonly string[] =>
  asPlainText(render(ask(asked, at)))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => plain(line).replace(/ · Answer \w+$/, ''));
const figure = (asked: Asked, id: string): number | undefined => ask(asked).figures.find((one) => one.id === id)?.value;

describe('the closes of a day', () => {
  it('are shown with the ratio, beside the newest', () => {
    expect(DATES.at(-1)).toBe('2024-07-09');
    expect(lines({ at: day('2024-07-02') })).toMatchInlineSnapshot(`
      [
        "Ratio 0.420 at the close of 2 Jul 2024: Russell 2,100.00, S&P 5,000.00",
        "Close     2 Jul 2024   9 Jul 2024   Change",
        "Russell     2,100.00     2,200.00   +4.76%",
        "S&P 500     5,000.00     5,000.00    0.00%",
        "Ratio          0.420        0.440   +4.76%",
        "Ratio is Russell 2000 ÷ S&P 500, price indexes, not total return · Closes 9 Jul 2024, Yahoo · Not investment advice",
      ]
    `);
    expect(figure({ at: day('2024-07-02') }, 'ratio.level')).toBeCloseTo(0.42, 12);
    expect(figure({ at: day('2024-07-02') }, 'rut.close')).toBe(2_100);
    expect(figure({ at: day('2024-07-02') }, 'spx.close')).toBe(5_000);
    expect(figure({ at: day('2024-07-02') }, 'rut.return.since')).toBeCloseTo(4.761905, 6);
  });

  it('of a day without a session are those before it, and the reply says so', () => {
    const told = lines({ at: day('2024-07-04'), index: 'rut' });
    expect(told[0]).toBe('Russell 2000 closed at 2,200.00 on 3 Jul 2024; ratio 0.400');
    expect(told).toContain('Read  No close on 4 Jul 2024: 3 Jul 2024 stands for it');
  });

  it.each<[Asked, string]>([
    [{ at: { count: 1, unit: 'week' }, index: 'spx' }, 'S&P 500 closed at 5,500.00 on 3 Jul 2024; ratio 0.400'],
    [{ at: day('2024-07-10') }, 'Ratio 0.440 at the close of 9 Jul 2024: Russell 2,200.00, S&P 5,000.00'],
    [{ at: day('2024-07-11') }, '11 Jul 2024 has not come yet'],
    [{ at: day('2024-06-28') }, 'The closes begin on 1 Jul 2024, after 28 Jun 2024'],
  ])('%j: %s', (asked, words) => {
    expect(heading(asked)).toBe(words);
  });

  it('need closes: without any, the notes’ own readings are offered', () => {
    expect(lines({ at: day('2024-07-09') }, FACTS)).toContain(
      'Missing  The closes of a day need a source of daily closes',
    );
    expect(lines({ distance: { of: 'high' } }, FACTS)).toContain(
      'Missing  A distance from a high, a low or an average needs daily closes',
    );
  });
});

describe('the distance', () => {
  it('from the high is given for the ratio and both indexes, with the day of each high', () => {
    expect(lines({ distance: { of: 'high' }, index: 'rut' })).toMatchInlineSnapshot(`
      [
        "Russell 2000 is 4.76% under its high since 2024: 2,200.00 on 9 Jul, high 2,310.00 on 5 Jul",
        "Index        Close       High   Distance",
        "Russell   2,200.00   2,310.00     −4.76%",
        "S&P 500   5,000.00   5,500.00     −9.09%",
        "Ratio        0.440      0.440      0.00%",
        "Dated  Highs: Russell 5 Jul 2024, S&P 500 3 Jul 2024, Ratio 9 Jul 2024",
        "Basis  Closes only: highs and lows within a session are not in the data; the closes begin on 1 Jul 2024",
        "Ratio is Russell 2000 ÷ S&P 500, price indexes, not total return · Closes 9 Jul 2024, Yahoo · Not investment advice",
      ]
    `);
    expect(figure({ distance: { of: 'high' } }, 'rut.high.distance')).toBeCloseTo(-4.761905, 6);
  });

  it.each<[Asked, string]>([
    [{ distance: { of: 'high' } }, 'Ratio is at its high since 2024: 0.440 on 9 Jul'],
    [{ distance: { of: 'low' } }, 'Ratio is 10.00% over its low since 2024: 0.440 on 9 Jul, low 0.400 on 1 Jul'],
    [
      { distance: { of: 'low' }, index: 'spx', from: day('2024-07-03') },
      'S&P 500 is at its low since 3 Jul 2024: 5,000.00 on 9 Jul',
    ],
    [
      { distance: { of: 'average', sessions: 2 }, index: 'spx' },
      'S&P 500 is 4.76% under its 2-day average: 5,000.00 on 9 Jul, average 5,250.00',
    ],
    [{ distance: { of: 'average' } }, 'An average of 200 sessions needs as many closes: there are 6'],
  ])('%j: %s', (asked, words) => {
    expect(heading(asked)).toBe(words);
  });
});

describe('a span counted back', () => {
  const year = liveFacts('2026-11-20T14:30:00Z', {
    closes: ratioSeries(
      Array.from({ length: 301 }, (_, at) => 0.3 + at / 1_000),
      '2025-09-11',
    ),
  });
  const since = (asked: Asked): string | undefined => {
    const { result } = ask(asked, year);
    return result.kind === 'measured' ? result.asked?.change.from : result.kind;
  };

  it.each<[Asked, string]>([
    [{ back: { count: 6, unit: 'month' } }, '2026-05-19'],
    [{ back: { count: 1, unit: 'year' } }, '2025-11-19'],
    [{ back: { count: 2, unit: 'week' } }, '2026-11-05'],
    [{ back: { count: 10, unit: 'day' } }, '2026-11-09'],
    [{ sessions: 1 }, '2026-11-18'],
    [{ toDate: 'month' }, '2026-10-30'],
    [{ toDate: 'quarter' }, '2026-09-30'],
    [{ sinceLast: 'cut' }, '2025-12-10'],
    [{ sinceLast: 'hike' }, '2026-09-16'],
    [{ sinceLast: 'move' }, '2026-09-16'],
    [{ back: { count: 5, unit: 'year' } }, 'before-first'],
  ])('%j begins on %s', (asked, from) => {
    expect(year.market.kind === 'live' && year.market.ratio.dates.at(-1)).toBe('2026-11-19');
    expect(since(asked)).toBe(from);
  });

  it('from the last move of the Fed names that day, and the outcome that is not known', () => {
    const told = lines({ sinceLast: 'cut' }, year);
    expect(told).toContain('Read  Since the last cut, of 10 Dec 2025');
    expect(told.join('\n')).toContain('The outcome of 28 Oct 2026 is not in my data');
  });
});
