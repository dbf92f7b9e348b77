import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../src/calendar/days.ts';
import { isSession } from '../../src/calendar/sessions.ts';
import { factsAt } from '../../src/market-data/market-facts.ts';
import { parseCsvCloses } from '../../src/market-data/providers/csv.ts';
import { asPlainText } from '../../src/message/index.ts';
import { CITED_PAIRS } from '../../src/record/closes.ts';
import { answer, render } from '../../src/topics/registry.ts';
import { type IsoDate, isoInstant } from '../../src/units.ts';
import { throughCited } from '../doubles/market-series.ts';

/**
 * Files that are not what they say: each is a made-up series through the cited closes with one thing wrong, and what is said
 * of it. A file that is refused gives no figure; one that is marked is marked in the reply.
 */

const NOW = isoInstant('2025-11-28T22:00:00Z');

/** The series begins and ends on cited days. */
const LAST_CITED = '2025-09-18';
const COUNT = CITED_PAIRS.filter(({ on }) => on >= '2023-10-27' && on <= LAST_CITED).length;

type Row = readonly [on: string, small: number | string, large: number | string];

const SERIES = throughCited('2023-10-27', LAST_CITED);
const ROWS: readonly Row[] = SERIES.dates.map((on, at) => [on, SERIES.numerator[at] ?? 0, SERIES.denominator[at] ?? 0]);
const lineOf = (on: string): number => ROWS.findIndex(([day]) => day === on) + 2;
const close = (on: string, leg: 1 | 2): number => Number(ROWS.find(([day]) => day === on)?.[leg]);

const file = (rows: readonly Row[], header = 'date,rut_close,spx_close'): string =>
  [header, ...rows.map((row) => row.join(','))].join('\n');
const changed = (how: (row: Row, at: number) => Row): string => file(ROWS.map(how));
const from = (on: string, how: (row: Row) => Row): string => changed((row) => (row[0] >= on ? how(row) : row));
const times =
  (small: number, large: number) =>
  ([on, one, other]: Row): Row => [
    on,
    Number((Number(one) * small).toFixed(4)),
    Number((Number(other) * large).toFixed(4)),
  ];
const dated = (how: (on: IsoDate) => string): string => changed(([on, ...rest]) => [how(on as IsoDate), ...rest]);
const nextSession = (on: IsoDate): IsoDate => {
  let day = addDays(on, 1);
  while (!isSession(day)) day = addDays(day, 1);
  return day;
};
const sessionBefore = (on: IsoDate): IsoDate => {
  let day = addDays(on, -1);
  while (!isSession(day)) day = addDays(day, -1);
  return day;
};
const everyRow = (count: number): string => file(ROWS.filter((_, at) => at % count === 0));
const lastOf = (length: number): string =>
  file(ROWS.filter(([on], at) => on.slice(0, length) !== ROWS[at + 1]?.[0].slice(0, length)));
const weekOf = (on: string): string => addDays(on as IsoDate, -weekdayOf(on as IsoDate));
const weekly = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(([on], at) => weekOf(on) !== weekOf(rows[at + 1]?.[0] ?? '1999-01-01'));

const JULY_9 = `line ${lineOf('2024-07-09')} (2024-07-09)`;
const LAST = `line ${ROWS.length + 1} (${LAST_CITED})`;
const [LAST_SMALL, LAST_LARGE] = [SERIES.numerator.at(-1) ?? 0, SERIES.denominator.at(-1) ?? 0];

const closesOf = (text: string) => parseCsvCloses('mine.csv', text, {}, NOW).closes;

/** What the reply to `/rotation` says with the file as its data. */
const reply = (text: string): string => {
  const off = { kind: 'unavailable', problems: [] } as const;
  const { closes, pairs } = parseCsvCloses('mine.csv', text, {}, NOW);
  const facts = factsAt(NOW, { takenAt: NOW, closes, rates: off, futures: off, pairs });
  return asPlainText(render(answer({ kind: 'rotation' }, facts)));
};

const REFUSED: readonly (readonly [fault: string, text: string, words: string])[] = [
  [
    'columns swapped under their headers',
    changed(([on, small, large]) => [on, large, small]),
    'CSV file: rut_close and spx_close are swapped: 4117.37 and 1636.94 on line 2 (2023-10-27), where 1636.94 and 4117.37 are cited',
  ],
  [
    'columns swapped on days none of which is cited',
    file([
      ['2025-11-10', 6800, 2450],
      ['2025-11-11', 6810, 2460],
    ]),
    'CSV file: rut_close and spx_close are swapped: 6800.00 and 2450.00 on line 2 (2025-11-10), where 2467.70 and 6631.96 are cited',
  ],
  [
    'prices of the funds IWM and SPY',
    changed(times(0.0992, 0.0996)),
    `CSV file: rut_close looks like the price of a fund, and no index: ${(LAST_SMALL * 0.0992).toFixed(2)} on ${LAST}, where ${LAST_SMALL.toFixed(2)} is cited; spx_close looks like the price of a fund, and no index: ${(LAST_LARGE * 0.0996).toFixed(2)} on ${LAST}, where ${LAST_LARGE.toFixed(2)} is cited`,
  ],
  [
    'prices of funds, adjusted for what they paid out',
    changed(([on, small, large], at) => [
      on,
      Number(small) * (0.093 + at * 1.2e-5),
      Number(large) * (0.094 + at * 1e-5),
    ]),
    'CSV file: rut_close looks like the price of a fund, and no index',
  ],
  [
    'one index and the price of a fund',
    changed(times(1, 0.0996)),
    `CSV file: spx_close looks like the price of a fund, and no index: ${(LAST_LARGE * 0.0996).toFixed(2)} on ${LAST}, where ${LAST_LARGE.toFixed(2)} is cited`,
  ],
  [
    'prices of funds on days none of which is cited',
    file([
      ['2025-11-10', 245, 679],
      ['2025-11-11', 246, 680],
    ]),
    'CSV file: rut_close and spx_close look like prices of funds, and no indexes: 245.00 and 679.00 on line 2 (2025-11-10)',
  ],
  [
    'a column that names a fund',
    file(ROWS, 'date,iwm_close,spx_close'),
    'line 1: “iwm_close” is the price of a fund, and no index',
  ],
  [
    'both rebased to 100',
    changed(times(100 / 1636.94, 100 / 4117.37)),
    'CSV file: rut_close and spx_close are rebased: both begin at 100 on line 2 (2023-10-27)',
  ],
  [
    'one rebased to 1,000',
    changed(times(1_000 / 1636.94, 1)),
    `CSV file: rut_close is rebased: 0.6109 times the index on each of the ${COUNT} cited days, such as ${((LAST_SMALL * 1_000) / 1636.94).toFixed(2)} on ${LAST}, where ${LAST_SMALL.toFixed(2)} is cited`,
  ],
  [
    'one in another currency at a fixed rate',
    changed(times(1, 0.92)),
    `CSV file: spx_close is rebased: 0.92 times the index on each of the ${COUNT} cited days`,
  ],
  [
    'a split in one',
    from('2024-07-01', times(1, 0.5)),
    `CSV file has spx_close move by more than 25% on line ${lineOf('2024-07-01')} (2024-07-01), as a split or another unit would`,
  ],
  [
    'a change of unit in both',
    from('2025-03-03', times(0.1, 0.1)),
    `CSV file has rut_close move by more than 25% on line ${lineOf('2025-03-03')} (2025-03-03), as a split or another unit would`,
  ],
  [
    'a small split, less than a day may move',
    changed((row) => (row[0] < '2024-10-01' ? times(0.85, 1)(row) : row)),
    `CSV file: rut_close changes its unit, as by a split, between line ${lineOf('2024-09-18')} (2024-09-18) and line ${lineOf('2024-11-25')} (2024-11-25): 0.85 times the index before`,
  ],
  [
    'total returns in place of prices',
    changed(([on, small, large], at) => [on, Number(small) * (1 + at * 6e-5), Number(large) * (1 + at * 6e-5)]),
    'CSV file: rut_close holds total returns, and price indexes are needed: against the cited closes it grows from 1 to 1.0',
  ],
  [
    'weekly rows',
    file(weekly(ROWS)),
    'CSV file: rows are weekly from line 2 (2023-10-27) on, and daily closes are needed',
  ],
  ['monthly rows', lastOf(7), 'CSV file: rows are monthly from line 2 (2023-10-31) on, and daily closes are needed'],
  ['a row every two weeks', everyRow(10), 'CSV file: rows are fortnightly from line 2 (2023-10-27) on'],
  ['a row a quarter', everyRow(63), 'CSV file: rows are quarterly from line 2 (2023-10-27) on'],
  [
    'daily rows with a weekly past',
    file([...weekly(ROWS.filter(([on]) => on < '2024-03-01')), ...ROWS.filter(([on]) => on >= '2024-03-01')]),
    'CSV file: rows are weekly from line 2 (2023-10-27) on',
  ],
  [
    'daily rows with a monthly end',
    file([
      ...ROWS.filter(([on]) => on < '2025-03-01'),
      ...ROWS.filter(([on], at) => on >= '2025-03-01' && at % 21 === 0),
    ]),
    'CSV file: rows are monthly from line',
  ],
  [
    'dates a day late, over weekends',
    dated((on) => addDays(on, 1)),
    'CSV file: dates are a day late: line 2 (2023-10-28) is a Saturday, and no row is of a Monday',
  ],
  [
    'dates a day early, over weekends',
    dated((on) => addDays(on, -1)),
    'CSV file: dates are a day early: line 3 (2023-10-29) is a Sunday, and no row is of a Friday',
  ],
  [
    'dates a session late',
    dated(nextSession),
    `CSV file: dates are a day late: line ${lineOf('2023-10-31')} (2023-11-01) has the closes cited for 2023-10-31`,
  ],
  [
    'dates a session early',
    dated(sessionBefore),
    'CSV file: dates are a day early: line 2 (2023-10-26) has the closes cited for 2023-10-27',
  ],
  [
    'a day twice',
    file([...ROWS, ['2024-07-09', 1, 1]]),
    `line ${ROWS.length + 2}, column 1 (date): 2024-07-09 stands in line ${lineOf('2024-07-09')} already`,
  ],
  [
    'a slip of the decimal point',
    changed((row) => (row[0] === '2024-07-09' ? [row[0], '20294.7', row[2]] : row)),
    `CSV file has rut_close move by more than 25% on ${JULY_9}, as a split or another unit would`,
  ],
  [
    'two kinds of decimals',
    file([
      ['2024-07-09', '"2,029.47"', 5576.98],
      ['2024-07-10', '"2.051,75"', 5633.91],
    ]),
    'line 2, column 2 (rut_close) has 2,029.47 and line 3, column 2 (rut_close) 2.051,75: one has a decimal point, one a comma',
  ],
  [
    'two orders of day and month',
    file([
      ['25/9/2024', 2197, 5722],
      ['9/26/2024', 2209, 5745],
    ]),
    'line 2, column 1 (date) has 25/9/2024, the day first, and line 3, column 1 (date) 9/26/2024, the month first',
  ],
  ['no date at all', '', 'line 1, column 1: “” stands where date should'],
  [
    'no header',
    file(ROWS).split('\n').slice(1).join('\n'),
    'line 1: “2023-10-27” stands where date should: no column is named so',
  ],
  ['no rows', 'date,rut_close,spx_close\n', 'the file has no rows below its header'],
  ['one column missing', 'date,rut_close\n2024-07-09,2029.47\n', 'the file has no column of spx: spx_close would be'],
  ['the same index twice', 'date,rut_close,russell 2000,spx_close\n2024-07-09,1,2,3\n', 'line 1: two columns hold rut'],
  ['a row that is too short', 'date,rut_close,spx_close\n2024-07-09,2029.47\n', 'line 2 has 2 columns, not 3'],
  ['a row that is too long', 'date,rut_close,spx_close\n2024-07-09,2,029.47,5576.98\n', 'line 2 has 4 columns, not 3'],
  [
    'a day that does not exist',
    'date,rut_close,spx_close\n2026-02-30,12,41\n',
    'line 2, column 1 (date): “2026-02-30” is no date; 2026-11-20 would be',
  ],
  [
    'words for a close',
    'date,rut_close,spx_close\n2024-07-09,n/a,41\n',
    'line 2, column 2 (rut_close): “n/a” is no close; 2222.98 would be',
  ],
  [
    'a close of zero',
    'date,rut_close,spx_close\n2024-07-09,12,0\n',
    'line 2, column 3 (spx_close): “0” is no close; 2222.98 would be',
  ],
  [
    'a negative close',
    'date,rut_close,spx_close\n2024-07-09,-12,41\n',
    'line 2, column 2 (rut_close): “-12” is no close; 2222.98 would be',
  ],
  [
    'markup in a cell',
    'date,rut_close,spx_close\n2024-07-09,<@U1>*x*,41\n',
    'line 2, column 2 (rut_close): “??U1??x?” is no close; 2222.98 would be',
  ],
  [
    'an open quotation mark',
    'date,rut_close,spx_close\n2024-07-09,"2029.47,41\n',
    'a quotation mark is opened and never closed',
  ],
  [
    'a web page',
    '<!DOCTYPE html>\n<html><body>Sign in</body></html>\n',
    'line 1: “??DOCTYPE html?” stands where date should: no column is named so',
  ],
];

const MARKED: readonly (readonly [fault: string, text: string, words: string])[] = [
  [
    'another index altogether',
    changed(([on, small, large], at) => [on, Number(small) * (0.6 + 0.05 * Math.sin(at / 40)), large]),
    `In doubt: rut_close is 982.16 on line 2 (2023-10-27), where 1636.94 is cited; so on ${COUNT} of ${COUNT} cited days`,
  ],
  [
    'one close that differs from the cited one',
    changed((row) => (row[0] === '2024-07-09' ? [row[0], 2100, row[2]] : row)),
    `In doubt: rut_close is 2100.00 on ${JULY_9}, where 2029.47 is cited`,
  ],
  [
    'a close far from those beside it',
    changed((row) => (row[0] === '2024-05-14' ? [row[0], row[1], Number(row[2]) * 0.82] : row)),
    `In doubt: spx_close: ${close('2024-05-14', 2) * 0.82} on line ${lineOf('2024-05-14')} (2024-05-14) is 1`,
  ],
  [
    'a row out of order',
    file([...ROWS.slice(0, 100), ROWS[101] as Row, ROWS[100] as Row, ...ROWS.slice(102)]),
    `In doubt: line 103 (${ROWS[100]?.[0]}) is out of order behind line 102 (${ROWS[101]?.[0]})`,
  ],
  [
    'newest first, and one row out of order',
    file([ROWS[5] as Row, ...ROWS.toSpliced(5, 1).toReversed()]),
    `is out of order behind line 2 (${ROWS[5]?.[0]})`,
  ],
  [
    'a close that is repeated',
    changed((row) => (row[0] >= '2025-08-27' && row[0] <= '2025-09-10' ? [row[0], 2380, row[2]] : row)),
    'In doubt: rut_close: unchanged for 6 rows up to line',
  ],
  [
    'a month without rows',
    file(ROWS.filter(([on]) => !on.startsWith('2025-03'))),
    `In doubt: 21 of ${ROWS.length - 1} sessions have no row, 21 in a row after line`,
  ],
  [
    'levels far from any that are cited near by',
    file([
      ['2025-11-10', 10, 40],
      ['2025-11-11', 11, 41],
    ]),
    'In doubt: rut_close is 10.00 on line 2 (2025-11-10), far from 2467.70, cited for 2025-09-18; spx_close is 40.00',
  ],
];

const COUNTED: readonly (readonly [fault: string, text: string, words: string])[] = [
  [
    'rows on closed days',
    file(
      [
        ...ROWS.slice(0, 20),
        ['2023-11-25', 1800, 4560],
        ...ROWS.slice(20),
        ['2025-07-04', 2250, 6280],
      ].toSorted() as Row[],
    ),
    'Rows: 2 days on which the exchange was shut left out, the first line 22 (2023-11-25), a Saturday',
  ],
  [
    'a close that is missing',
    changed((row) => (row[0] === '2024-05-14' || row[0] === '2024-05-15' ? [row[0], '', row[2]] : row)),
    'Rows: 2 days without a close of rut_close left out',
  ],
  [
    'a session that is missing',
    file(ROWS.filter(([on]) => on !== '2024-05-14')),
    'Rows: 1 session has no row: 2024-05-14',
  ],
  [
    'a column that is not understood',
    [`date,rut_close,spx_close,desk`, ...ROWS.map((row) => `${row.join(',')},x`)].join('\n'),
    'Rows: column “desk” of mine.csv not read',
  ],
];

describe('a file that is what it says', () => {
  it('is neither refused nor marked', () => {
    const closes = closesOf(file(ROWS));
    expect(closes).toMatchObject({ kind: 'ok', value: { ratio: SERIES, provenance: { remarks: [] } } });
    expect(closes.kind === 'ok' && closes.value.provenance.doubts).toBeUndefined();
    expect(reply(file(ROWS))).not.toMatch(/In doubt|Rows:/);
  });
});

describe('a file that is rounded, or holds the days of another exchange too', () => {
  it('is what it says in whole points', () => {
    const closes = closesOf(
      changed(([on, small, large]) => [on, Math.round(Number(small)), Math.round(Number(large))]),
    );
    expect(closes.kind === 'ok' && closes.value.provenance).toMatchObject({ remarks: [] });
    expect(closes.kind === 'ok' && closes.value.provenance.doubts).toBeUndefined();
  });

  it('counts no holiday as a close that is missing', () => {
    const rows: Row[] = [...ROWS, ['2024-07-04', '', ''] as Row].toSorted((one, other) => (one[0] < other[0] ? -1 : 1));
    const closes = closesOf(file(rows));
    expect(closes.kind === 'ok' && closes.value.provenance.remarks).toEqual([]);
  });
});

describe('a file that is not what it says', () => {
  it.each(REFUSED)('%s: is refused, and the row or column named', (_, text, words) => {
    const closes = closesOf(text);
    expect(
      closes.kind === 'ok' ? closes.value.provenance : closes.problems.map((one) => one.words).join('; '),
    ).toContain(words);
    expect(reply(text)).toContain('No live prices');
  });

  it.each(MARKED)('%s: is marked in the reply', (_, text, words) => {
    expect(reply(text)).toContain(words);
    expect(reply(text).split('\n')[0]).toContain('(in doubt)');
  });

  it.each(COUNTED)('%s: what is left out is counted in the reply', (_, text, words) => {
    expect(reply(text)).toContain(words);
    expect(reply(text)).not.toContain('In doubt');
  });

  it('is marked beside a rate move, in the market’s line, and in the table that is kept', () => {
    const off = { kind: 'unavailable', problems: [] } as const;
    const [, marked = ''] = MARKED[1] ?? [];
    const { closes, pairs } = parseCsvCloses('mine.csv', marked, {}, NOW);
    const facts = factsAt(NOW, { takenAt: NOW, closes, rates: off, futures: off, pairs });
    const cut = asPlainText(render(answer({ kind: 'rate-move', moveBps: -50 }, facts)));
    expect(cut).toContain('(in doubt)');
    expect(cut).toContain('In doubt: rut_close is 2100.00');
    const kept = answer({ kind: 'rotation', csv: true }, facts);
    expect(kept.kind === 'rotation' && kept.csv).toContain('"your file mine.csv, in doubt"');
  });

  it('is nothing that the notes are held against, where it is marked', () => {
    const off = { kind: 'unavailable', problems: [] } as const;
    const [, marked = ''] = MARKED[1] ?? [];
    const { closes, pairs } = parseCsvCloses('mine.csv', marked, {}, NOW);
    const facts = factsAt(NOW, { takenAt: NOW, closes, rates: off, futures: off, pairs });
    expect(facts.record.closes('Russell 2000', '2024-07-09' as IsoDate)?.value).toBe(2029.47);
  });
});
