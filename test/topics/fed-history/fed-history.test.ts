import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../../src/facts/facts.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import type { FedHistoryQuestion } from '../../../src/topics/fed-history/question.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import { isoDate, isoInstant, percent } from '../../../src/units.ts';
import { liveFacts } from '../../doubles/live-facts.ts';
import { walk } from '../../doubles/market-series.ts';
import { FACTS, plain, title } from '../rendered.ts';

type Asked = Omit<FedHistoryQuestion, 'kind'>;

const ask = (asked: Asked, facts = FACTS) => answer({ kind: 'fed-history', ...asked }, facts);
const heading = (asked: Asked, facts = FACTS): string => title(render(ask(asked, facts)));
const lines = (asked: Asked, facts = FACTS): readonly string[] =>
  asPlainText(render(ask(asked, facts)))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => plain(line).replace(/ · Answer \w+$/, ''));
const figure = (asked: Asked, id: string): number | undefined => ask(asked).figures.find((one) => one.id === id)?.value;

const day = isoDate;
const IN_2023 = { from: day('2023-01-01'), to: day('2023-12-31') };
const IN_2024 = { from: day('2024-01-01'), to: day('2024-12-31') };

describe('moves of a span', () => {
  it('are counted, added up and listed, a row a move', () => {
    expect(lines({ ask: 'moves', way: 'cut', ...IN_2024 })).toMatchInlineSnapshot(`
      [
        "Three cuts in 2024, 100 bp in all: 5.25–5.50% to 4.25–4.50%",
        "Decision           Move   Range after",
        "18 Dec 2024   25 bp cut    4.25–4.50%",
        "7 Nov 2024    25 bp cut    4.50–4.75%",
        "18 Sep 2024   50 bp cut    4.75–5.00%",
        "Held  At five other meetings",
        "Before  25 bp hike on 26 Jul 2023, to 5.25–5.50%",
        "Decisions: Federal Reserve, as of 16 Sep 2026 · Not investment advice",
      ]
    `);
    expect(figure({ ask: 'moves', way: 'cut', ...IN_2024 }, 'fed.moves.count')).toBe(3);
    expect(figure({ ask: 'moves', way: 'cut', ...IN_2024 }, 'fed.moves.sum')).toBe(-100);
    expect(figure({ ask: 'moves', way: 'cut', ...IN_2024 }, 'fed.move.2024-09-18')).toBe(-50);
    expect(figure({ ask: 'moves', way: 'cut', ...IN_2024 }, 'fed.upper')).toBe(4.5);
  });

  it('that there were none of are answered with those there were', () => {
    expect(lines({ ask: 'moves', way: 'cut', ...IN_2023 })).toMatchInlineSnapshot(`
      [
        "No cut in 2023: four hikes, 100 bp in all",
        "Decision            Move   Range after",
        "26 Jul 2023   25 bp hike    5.25–5.50%",
        "3 May 2023    25 bp hike    5.00–5.25%",
        "22 Mar 2023   25 bp hike    4.75–5.00%",
        "1 Feb 2023    25 bp hike    4.50–4.75%",
        "Held  At four other meetings",
        "Before  50 bp hike on 14 Dec 2022, to 4.25–4.50%",
        "Decisions: Federal Reserve, as of 16 Sep 2026 · Not investment advice",
      ]
    `);
  });

  it.each<[Asked, string]>([
    [
      { ask: 'moves', from: day('2021-01-01'), to: day('2021-12-31') },
      'No move in 2021: the range stayed at 0.00–0.25%',
    ],
    [
      { ask: 'moves', from: day('2024-09-01') },
      'Seven moves since 1 Sep 2024: six cuts, 175 bp, and one hike, 25 bp; net 150 bp down',
    ],
    [
      { ask: 'moves', way: 'hold', from: day('2015-01-01'), to: day('2016-12-31') },
      'Holds are on record here from 26 Jan 2022: before it, only cuts and hikes',
    ],
    [{ ask: 'moves', yearsAgo: 1 }, 'Three cuts in 2025, 75 bp in all: 4.25–4.50% to 3.50–3.75%'],
    [{ ask: 'moves', way: 'hold', yearsAgo: 1 }, 'Five holds in 2025, and three cuts, 75 bp in all'],
    [
      { ask: 'moves', way: 'hike', from: day('2022-01-01'), to: day('2023-12-31') },
      '11 hikes from 2022 to 2023, 525 bp in all: 0.00–0.25% to 5.25–5.50%',
    ],
    [
      { ask: 'moves', from: day('2020-03-01'), to: day('2020-03-31') },
      'Two cuts in Mar 2020, 150 bp in all: 1.50–1.75% to 0.00–0.25%',
    ],
    [
      { ask: 'moves', back: { count: 12, unit: 'month' } },
      'Two moves since 20 Nov 2025: one cut, 25 bp, and one hike, 25 bp; net 0 bp',
    ],
    [{ ask: 'moves', from: day('2024-12-31'), to: day('2024-01-01') }, '31 Dec 2024 to 1 Jan 2024 runs backwards'],
    [{ ask: 'moves', from: day('2027-01-01') }, '1 Jan 2027 has not come yet'],
    [
      { ask: 'moves', way: 'cut', from: day('2026-10-01'), to: day('2026-10-31') },
      'The outcome of 28 Oct 2026 is not in my data',
    ],
    [{ ask: 'moves', to: day('1988-01-01') }, 'The Fed’s decisions are on record here from 5 Jan 1989'],
  ])('%j: %s', (asked, words) => {
    expect(heading(asked)).toBe(words);
  });

  it('of a year with a meeting whose outcome is not known are as of the last that is', () => {
    expect(heading({ ask: 'moves', way: 'cut', yearsAgo: 0 })).toBe('No cut in 2026 as of 16 Sep: one hike, 25 bp');
    expect(lines({ ask: 'moves', yearsAgo: 0 }).join('\n')).toContain('The outcome of 28 Oct 2026 is not in my data');
    expect(lines({ ask: 'moves', ...IN_2024 }).join('\n')).not.toContain('not in my data');
  });

  it('of all time are too many to list, and the rest is counted', () => {
    const told = lines({ ask: 'moves' });
    expect(told[0]).toBe('121 moves on record: 64 cuts, 2,281.25 bp, and 57 hikes, 1,812.5 bp; net 468.75 bp down');
    expect(told).toContain('Left out  The 101 before 3 Mar 2020');
  });
});

describe('the last and the first', () => {
  it.each<[Asked, string]>([
    [{ ask: 'last' }, 'Last move on record: 25 bp hike on 16 Sep 2026, to 3.75–4.00%'],
    [{ ask: 'last', way: 'cut' }, 'Last cut on record: 25 bp on 10 Dec 2025, to 3.50–3.75%'],
    [{ ask: 'last', way: 'hold' }, 'Last hold on record: held at 3.50–3.75% on 29 Jul 2026'],
    [
      { ask: 'last', way: 'hike', yearsAgo: 1, orEarlier: true },
      'Last hike up to the end of 2025: 25 bp on 26 Jul 2023, to 5.25–5.50%',
    ],
    [{ ask: 'first', way: 'cut', ...IN_2024 }, 'First cut in 2024: 50 bp on 18 Sep 2024, to 4.75–5.00%'],
    [{ ask: 'last', way: 'cut', ...IN_2023 }, 'No cut in 2023: four hikes, 100 bp in all'],
  ])('%j: %s', (asked, words) => {
    expect(heading(asked)).toBe(words);
  });
});

describe('one meeting', () => {
  it.each<[Asked, string]>([
    [{ ask: 'meeting', way: 'hike', meeting: { month: 9 } }, 'Yes: 25 bp hike on 16 Sep 2026, to 3.75–4.00%'],
    [{ ask: 'meeting', way: 'cut', meeting: { month: 9 } }, 'No: 25 bp hike on 16 Sep 2026, to 3.75–4.00%'],
    [
      { ask: 'meeting', way: 'cut', meeting: { month: 7, year: 2025 } },
      'No: the Fed held at 4.25–4.50% on 30 Jul 2025',
    ],
    [{ ask: 'meeting', meeting: { month: 9, year: 2024, day: 17 } }, '50 bp cut on 18 Sep 2024, to 4.75–5.00%'],
    [{ ask: 'meeting', meeting: { month: 6, year: 2023 } }, 'The Fed held at 5.00–5.25% on 14 Jun 2023'],
    [
      { ask: 'meeting', meeting: { month: 3, year: 2020 } },
      '50 bp cut on 3 Mar 2020, to 1.00–1.25%; 100 bp cut on 15 Mar 2020, to 0.00–0.25%',
    ],
    [
      { ask: 'meeting' },
      'The outcome of the last meeting, 28 Oct 2026, is not in my data; before it, a 25 bp hike on 16 Sep 2026, to 3.75–4.00%',
    ],
    [{ ask: 'meeting', meeting: { month: 12, year: 2026 } }, 'The meeting of 9 Dec is still to come'],
    [{ ask: 'meeting', way: 'cut', meeting: { month: 11 } }, 'No: no decision in Nov 2026'],
    [{ ask: 'meeting', meeting: { month: 8, year: 2015 } }, 'No change in Aug 2015: the range stood at 0.00–0.25%'],
    [
      { ask: 'meeting', way: 'hold', meeting: { month: 9, year: 2015 } },
      'No change in Sep 2015: the range stood at 0.00–0.25%',
    ],
    [{ ask: 'meeting', meeting: { month: 3, year: 2029 } }, '1 Mar 2029 has not come yet'],
    [{ ask: 'meeting', meeting: { month: 8, year: 1970 } }, 'The Fed’s decisions are on record here from 5 Jan 1989'],
  ])('%j: %s', (asked, words) => {
    expect(heading(asked)).toBe(words);
  });

  it('is the newest of its month that has begun: in August, September is last year’s', () => {
    const august = shippedFacts(isoInstant('2026-08-10T12:00:00Z'));
    expect(heading({ ask: 'meeting', meeting: { month: 9 } }, august)).toBe('25 bp cut on 17 Sep 2025, to 4.00–4.25%');
  });

  it('has no outcome before its statement, and one after it', () => {
    const at = (now: string) => heading({ ask: 'meeting', meeting: { month: 9 } }, shippedFacts(isoInstant(now)));
    expect(at('2026-09-16T17:59:00Z')).toBe('The meeting of 16 Sep is still to come');
    expect(at('2026-09-16T18:01:00Z')).toBe('25 bp hike on 16 Sep 2026, to 3.75–4.00%');
  });
});

describe('the last meeting, its outcome unknown', () => {
  it('is said once, in the header, and the next one is named', () => {
    expect(lines({ ask: 'meeting' }).slice(1, 2)).toEqual([
      'Next  The next decision is on 9 Dec 2026, 14:00 New York time',
    ]);
    expect(lines({ ask: 'meeting' }).join('\n')).not.toContain('Missing');
  });
});

describe('the cycle, and the range on a day', () => {
  it('gives the last moves that went one way, and those before', () => {
    expect(lines({ ask: 'cycle' })).toMatchInlineSnapshot(`
      [
        "Hiking since 16 Sep 2026: one hike, 25 bp; before it six cuts, 175 bp in all",
        "Decision            Move   Range after",
        "16 Sep 2026   25 bp hike    3.75–4.00%",
        "10 Dec 2025    25 bp cut    3.50–3.75%",
        "29 Oct 2025    25 bp cut    3.75–4.00%",
        "17 Sep 2025    25 bp cut    4.00–4.25%",
        "18 Dec 2024    25 bp cut    4.25–4.50%",
        "7 Nov 2024     25 bp cut    4.50–4.75%",
        "18 Sep 2024    50 bp cut    4.75–5.00%",
        "Catch  One move is no cycle yet: the record says what was done, not what comes next",
        "Missing  The outcome of 28 Oct 2026 is not in my data; the range is as of 16 Sep 2026",
        "Decisions: Federal Reserve, as of 16 Sep 2026 · Not investment advice",
      ]
    `);
  });

  it.each<[Asked, string]>([
    [{ ask: 'range', to: day('2020-03-31') }, 'Fed at 0.00–0.25% on 31 Mar 2020, after a 100 bp cut on 15 Mar 2020'],
    [
      { ask: 'range', back: { count: 1, unit: 'year' } },
      'Fed at 3.75–4.00% on 20 Nov 2025, after a 25 bp cut on 29 Oct 2025',
    ],
    [{ ask: 'range', to: day('2001-01-02') }, 'Fed at 6.50% on 2 Jan 2001, after a 50 bp hike on 16 May 2000'],
  ])('%j: %s', (asked, words) => {
    expect(heading(asked)).toBe(words);
  });
});

describe('with market data', () => {
  const rates = {
    days: [
      ['2026-10-27', 3.75, 4],
      ['2026-10-28', 3.75, 4],
      ['2026-10-29', 4, 4.25],
      ['2026-11-19', 4, 4.25],
    ].map(([on, lower, upper]) => ({
      on: day(String(on)),
      lower: percent(Number(lower)),
      upper: percent(Number(upper)),
      rate: percent(Number(lower) + 0.13),
    })),
    source: 'Federal Reserve Bank of New York',
    isSynthetic: false,
  };
  const live = liveFacts('2026-11-20T14:30:00Z', { closes: walk(1_000, '2022-12-01'), rates });

  it('a provider’s newest change is part of the history, under its own source', () => {
    expect(heading({ ask: 'meeting' }, live)).toBe('25 bp hike on 28 Oct 2026, to 4.00–4.25%');
    expect(heading({ ask: 'moves', yearsAgo: 0 }, live)).toBe(
      'Two hikes in 2026, 50 bp in all: 3.50–3.75% to 4.00–4.25%',
    );
    expect(ask({ ask: 'meeting' }, live).sources).toContain('Federal Reserve Bank of New York');
  });

  it('says what the indexes did since the first of the moves', () => {
    expect(lines({ ask: 'last', way: 'cut' }, live).find((line) => line.startsWith('Market'))).toMatch(
      /^Market {2}Ratio [+−]\d+\.\d\d%, 10 Dec 2025 to \d+ \w+ 2026: Russell .+%, S&P .+%$/,
    );
  });
});

describe('moves of one size, between meetings, and times without a move', () => {
  it.each<readonly [Asked, string]>([
    [
      { ask: 'moves', way: 'cut', sizeBps: 50, orMore: true, from: day('2010-01-01') },
      'Three cuts of 50 bp or more since 1 Jan 2010, 200 bp in all',
    ],
    [
      { ask: 'moves', way: 'hike', sizeBps: 75, ...{ from: day('2022-01-01'), to: day('2022-12-31') } },
      'Four hikes of 75 bp in 2022, 300 bp in all',
    ],
    [{ ask: 'moves', unscheduled: true, ...IN_2023 }, 'No move between meetings in 2023'],
    [{ ask: 'last', way: 'move', unscheduled: true }, '100 bp cut on 15 Mar 2020'],
    [
      { ask: 'moves', unscheduled: true, to: day('1993-12-31') },
      'Moves between meetings are marked here from 1 Jan 1994',
    ],
    [{ ask: 'largest', way: 'cut', from: day('2000-01-01') }, '100 bp on 15 Mar 2020'],
    [
      { ask: 'largest', way: 'hike', from: day('2022-01-01'), to: day('2022-12-31') },
      'the newest of four of that size',
    ],
    [{ ask: 'stay', level: 5.5 }, 'Fed at 5.25–5.50% for 420 days, 26 Jul 2023 to 18 Sep 2024'],
    [{ ask: 'stay', level: 0 }, 'for 731 days, 15 Mar 2020 to 16 Mar 2022'],
    [{ ask: 'stay', to: day('2024-09-17') }, 'Fed at 5.25–5.50% for 420 days'],
    [{ ask: 'stay' }, 'since 16 Sep 2026'],
    [{ ask: 'stay', level: 19 }, 'never stood at that level on record'],
    [{ ask: 'moves', way: 'hike', month: 12 }, 'in a December'],
  ])('%j', (asked, expected) => {
    expect(heading(asked)).toContain(expected);
  });

  it('says how the range stands now against a day', () => {
    expect(lines({ ask: 'range', to: day('2025-12-31') })).toContain(
      'Change  25 bp higher on 16 Sep 2026, at 3.75–4.00%',
    );
    expect(figure({ ask: 'stay', level: 5.5 }, 'fed.stay.2023-07-26')).toBe(420);
  });
});

describe('gaps, runs, claims, and how long ago', () => {
  // 280 days: 21 of December, 243 of January to August, 16 of September
  it.each<readonly [Asked, string]>([
    [
      { ask: 'gap', from: day('2025-12-10'), to: day('2026-09-16') },
      '280 days: 25 bp cut on 10 Dec 2025, to 3.50–3.75%, then 25 bp hike on 16 Sep 2026, to 3.75–4.00%',
    ],
    [
      { ask: 'moves', way: 'hold', from: day('2025-12-10'), to: day('2026-09-16'), inARow: true },
      'Five holds in a row, 28 Jan 2026 to 29 Jul 2026, ended by a 25 bp hike on 16 Sep 2026',
    ],
    [
      { ask: 'moves', way: 'hold', inARow: true },
      'Eight holds in a row at most, 20 Sep 2023 to 31 Jul 2024, ended by a 50 bp cut on 18 Sep 2024',
    ],
    [
      { ask: 'last', way: 'hike', ago: true },
      '65 days since the last hike on record: 25 bp on 16 Sep 2026, to 3.75–4.00%',
    ],
    [
      { ask: 'range', claimed: 3.75 },
      'As far as I know 3.75–4.00% since 16 Sep 2026, not 3.50–3.75%; the outcome of 28 Oct 2026 is not in my data',
    ],
    [
      { ask: 'range', claimed: 4 },
      'As far as I know 3.75–4.00% since 16 Sep 2026; the outcome of 28 Oct 2026 is not in my data',
    ],
    [
      { ask: 'range', to: day('2026-11-15') },
      'Fed at 3.75–4.00% as of 16 Sep 2026; the outcome of 28 Oct 2026 is not in my data',
    ],
  ])('%j: %s', (asked, words) => {
    expect(heading(asked)).toBe(words);
  });

  it('counts what came after the first of a span within the span, and says so', () => {
    const in2022 = { from: day('2022-01-01'), to: day('2022-12-31') };
    expect(lines({ ask: 'first', way: 'hike', ...in2022 })).toContain(
      'Change  After it, up to the end of 2022: six hikes, 400 bp in all',
    );
    expect(lines({ ask: 'first', way: 'hike', from: day('2022-03-16'), to: day('2023-07-26') })).toContain(
      'Change  After it, up to 26 Jul 2023: 10 hikes, 500 bp in all',
    );
    expect(figure({ ask: 'gap', from: day('2025-12-10'), to: day('2026-09-16') }, 'fed.gap.days')).toBe(280);
  });
});
