import { describe, expect, it } from 'vitest';
import { readTyped } from '../../../commands/typed.ts';
import { addDays } from '../../../src/calendar/days.ts';
import { isStockholmSession } from '../../../src/calendar/stockholm.ts';
import type { Facts } from '../../../src/facts/facts.ts';
import { factsAt } from '../../../src/market-data/market-facts.ts';
import { parseCsvCloses } from '../../../src/market-data/providers/csv.ts';
import { asPlainText } from '../../../src/message/index.ts';
import { contextAfter, knownIn } from '../../../src/reading/index.ts';
import type { Context } from '../../../src/topics/context.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import type { RotationQuestion } from '../../../src/topics/rotation/question.ts';
import { isoDate, isoInstant } from '../../../src/units.ts';
import { throughCited } from '../../doubles/market-series.ts';

/** Another pair, from columns of a person's own file: made-up closes. */

// the Friday after Thanksgiving, after the bell in Stockholm
const NOW = isoInstant('2025-11-28T20:00:00Z');

const swedishFile = (): string => {
  const rows = ['date,omxsspi_close,omxs30_close'];
  for (let on = isoDate('2012-01-02'), at = 0; on <= '2025-11-28'; on = addDays(on, 1)) {
    if (!isStockholmSession(on)) continue;
    at += 1;
    const [small, large] = [
      150 * Math.exp(at * 5e-4 + 0.03 * Math.sin(at)),
      950 * Math.exp(at * 2e-4 + 0.02 * Math.sin(at / 3)),
    ];
    rows.push(`${on},${small.toFixed(2)},${large.toFixed(2)}`);
  }
  return rows.join('\n');
};

const off = { kind: 'unavailable', problems: [] } as const;
const factsFrom = (text: string): Facts => {
  const { closes, pairs } = parseCsvCloses('mine.csv', text, {}, NOW);
  return factsAt(NOW, { takenAt: NOW, closes, rates: off, futures: off, pairs });
};

const SWEDEN = factsFrom(swedishFile());
const US = throughCited('2020-12-31', '2025-11-28');
const BOTH = factsFrom(
  [
    'date,rut_close,spx_close,sp600_close,ndx_close,spx_ew_close,rut_tr,spx_tr',
    ...US.dates.map((on, at) => {
      const [rut, spx] = [US.numerator[at] ?? 0, US.denominator[at] ?? 0];
      return [on, rut, spx, rut * 0.6, spx * 3.4, spx * 1.1, rut * 5, spx * 2].join(',');
    }),
  ].join('\n'),
);

const ask = (words: string, facts: Facts, context?: Context) => {
  const turn = readTyped(words, context, facts.notes, knownIn(facts));
  if (turn.kind !== 'question' || turn.question.kind !== 'rotation') throw new Error(JSON.stringify(turn));
  const question: RotationQuestion = turn.question;
  const answered = answer(question, facts);
  if (answered.kind !== 'rotation') throw new Error(answered.kind);
  const message = render(answered);
  return { question, answered, message, text: asPlainText(message), after: contextAfter(turn, context) };
};

const SWEDISH: readonly (readonly [words: string, question: object, said: RegExp])[] = [
  ['/rotation sweden', {}, /^OMXSSCPI small caps (?:have|are) .*ratio 0\.\d{3}/],
  ['/rotation omxsscpi', {}, /Ratio is OMXSSCPI ÷ OMXS30, price indexes/],
  [
    '/rotation sweden since 2015-01-02',
    { from: '2015-01-02' },
    /^OMXSSCPI small caps have gained ground since 2 Jan 2015/,
  ],
  ['/rotation sweden ytd', { ytd: true }, /^OMXSSCPI small caps have gained ground since 30 Dec 2024/],
  ['/rotation sweden last 6 months', { back: { count: 6, unit: 'month' } }, /^OMXSSCPI small caps/],
  [
    '/rotation sweden from 2015-01-02 to 2019-12-30',
    { from: '2015-01-02', to: '2019-12-30' },
    /^OMXSSCPI small caps gained ground, .*: OMXSSCPI \+\d/,
  ],
  ['/rotation sweden to 0.5', { level: 0.5 }, /^To 0\.5 OMXSSCPI (?:would have to outperform|could lag) OMXS30 by/],
  ['/rotation sweden after cuts', { cycles: true }, /^After the Fed’s first cuts, OMXSSCPI small caps led/],
  ['/rotation sweden rates', { rates: true }, /OMXSSCPI/],
  ['/rotation sweden since last cut', { sinceLast: 'cut' }, /Read +OMXSSCPI ÷ OMXS30: Since the Fed’s last cut/],
  ['/rotation sweden below its high', { distance: { of: 'high' } }, /^OMXSSCPI ÷ OMXS30 is .* its high since 2012/],
  [
    '/rotation omxs30 below its 200 day',
    { distance: { of: 'average', sessions: 200 }, index: 'spx' },
    /^OMXS30 is .* its 200-day average/,
  ],
  ['/rotation sweden csv', { csv: true }, /OMXSSCPI/],
  ['how have swedish small caps done since 2020', { from: '2020-01-01' }, /^OMXSSCPI small caps have/],
];

describe('the Swedish pair', () => {
  it.each(SWEDISH)('%s is answered under its own names, and nothing of it is of the US', (words, question, said) => {
    const { question: read, text, answered, message } = ask(words, SWEDEN);
    expect(read).toEqual({ kind: 'rotation', benchmark: 'OMXSSCPI', ...question });
    expect(text).toMatch(said);
    expect(text).not.toMatch(/Russell|S&P|No live|note 00/);
    expect(JSON.stringify(message.blocks)).not.toMatch(/Russell|S&amp;P|S&P/);
    for (const { id, label } of answered.figures) {
      expect(id).toMatch(/^omxs/);
      expect(label).not.toMatch(/Russell|S&P/);
    }
    expect(answered.sources).not.toContain('002-2024-07-25');
    expect(answered.csv ?? 'date,omxsscpi_close,omxs30_close').toMatch(/omxsscpi_close,omxs30_close/);
  });

  it('each labelled line says whose it is', () => {
    const lines = ask('/rotation sweden', SWEDEN)
      .text.split('\n')
      .filter((line) => /^(?:Lead|Rank|Trend|Peak|Record|Read|Base) {2}/.test(line));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/OMXSSCPI|OMXS30/);
  });

  it('goes by the days of Stockholm: Thanksgiving is a session, Midsummer Eve none', () => {
    expect(ask('/rotation sweden since 2025-11-27', SWEDEN).answered.result).toMatchObject({
      asked: { change: { from: '2025-11-27', to: '2025-11-28' } },
      stamp: { freshness: { kind: 'current' } },
    });
    expect(ask('/rotation sweden since 2025-06-20', SWEDEN).text).toContain(
      'No close on 20 Jun 2025: 19 Jun 2025 stands for it',
    );
  });

  it('stays in its thread until the Russell is named', () => {
    const first = ask('/rotation sweden', SWEDEN);
    expect(ask('and since 2020?', SWEDEN, first.after).question).toMatchObject({
      benchmark: 'OMXSSCPI',
      from: '2020-01-01',
    });
    expect(ask('how far is the ratio from its high?', SWEDEN, first.after).question).toMatchObject({
      benchmark: 'OMXSSCPI',
    });
    expect(ask('how has the russell done since 2020?', SWEDEN, first.after).question.benchmark).toBeUndefined();
  });

  it('is offered again by its buttons', () => {
    const { message } = ask('/rotation sweden', SWEDEN);
    const asked = JSON.stringify(message.blocks).match(/\{\\"kind\\":\\"rotation\\"[^}]*\}/g) ?? [];
    expect(asked.length).toBeGreaterThan(0);
    for (const question of asked) expect(question).toContain('OMXSSCPI');
  });

  it('is never put beside the US pair: a file of it alone has no Russell', () => {
    expect(ask('/rotation', SWEDEN).text).toContain('the file has no column of rut');
    expect(ask('/rotation sweden', BOTH).text).toContain('Not in the data: OMXSSCPI');
    expect(ask('/rotation sweden', BOTH).text).toContain('omxsscpi_close and omxs30_close');
  });

  it('says where its closes begin, and keeps the pair behind its buttons', () => {
    const { text } = ask('/rotation sweden since 2001-01-02', SWEDEN);
    expect(text).toContain('OMXSSCPI: The closes begin on 2 Jan 2012');
  });
});

describe('further columns beside the Russell and the S&P', () => {
  it.each([
    ['russell 2000 vs s&p 600 ytd', 'S&P 600', /^S&P 600 small caps/, 'sp600.return.since'],
    ['small caps vs nasdaq since 2023', 'Nasdaq', /^Against the Nasdaq-100 small caps/, 'rut_ndx.ratio.level'],
    ['/rotation equal weight', 'equal weight', /^Against equal weight small caps/, 'spx_ew.return.1m'],
    [
      '/rotation total return since 2024-07-09',
      'total return',
      /^With dividends small caps have/,
      'rut_tr.return.since',
    ],
  ])('%s can be asked for', (words, benchmark, said, id) => {
    const { question, text, answered } = ask(words, BOTH);
    expect(question.benchmark).toBe(benchmark);
    expect(text).toMatch(said);
    expect(answered.figures.map((figure) => figure.id)).toContain(id);
    expect(answered.figures.map((figure) => figure.id)).not.toContain('ratio.level');
  });

  it('total return says that dividends are in it', () => {
    expect(ask('/rotation total return', BOTH).text).toContain('dividends reinvested');
  });

  it('are not given where the columns are refused, and the reply says why', () => {
    const rows = US.dates.map((on, at) => [on, US.numerator[at], US.denominator[at], at === 900 ? 1 : 1_000].join(','));
    const facts = factsFrom(['date,rut_close,spx_close,sp600_close', ...rows].join('\n'));
    const { text } = ask('/rotation s&p 600', facts);
    expect(text).toContain('Not used: the closes of S&P 600');
    expect(text).toContain('sp600_close move by more than 25% on line 902');
  });
});
