import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/facts/facts.ts';
import { DECISIONS } from '../../../src/fed/decisions.ts';
import type { RatioSeries } from '../../../src/index-ratio/series.ts';
import { messageProblems } from '../../../src/message/message-problems.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import type { RotationQuestion } from '../../../src/topics/rotation/question.ts';
import { liveFacts } from '../../doubles/live-facts.ts';
import { ratioSeries, sessionsFrom, walk } from '../../doubles/market-series.ts';
import { buttonsOf } from '../../doubles/payloads.ts';
import { block, FACTS, plain, questionIn, title } from '../rendered.ts';

type Asked = Omit<RotationQuestion, 'kind'>;

const ask = (asked: Asked, facts: Facts) => {
  const answered = answer({ kind: 'rotation', ...asked }, facts);
  if (answered.kind !== 'rotation') throw new Error(answered.kind);
  return answered;
};
const factsOf = (series: RatioSeries, now = `${series.dates.at(-1)}T21:30:00Z`): Facts =>
  liveFacts(now, { closes: series });
const textOf = (asked: Asked, facts: Facts): string => plain(asPlainText(render(ask(asked, facts))));

/** Sessions from 1989 to September 2026. */
const DATES = sessionsFrom('1989-01-03', 9_500).filter((date) => date <= '2026-09-18');

/**
 * A ratio whose logarithm moves by so many percent over the twelve months after each point of rate, for cuts and for hikes,
 * with a wave on top so that something is left to chance.
 */
const answering = (afterCut: number, afterHike: number): RatioSeries => {
  let level = Math.log(0.45);
  let month = '';
  const levels = DATES.map((date, at) => {
    if (date.slice(0, 7) !== month) {
      month = date.slice(0, 7);
      const since = DECISIONS.filter(({ on }) => {
        const months =
          (Number(date.slice(0, 4)) - Number(on.slice(0, 4))) * 12 + Number(date.slice(5, 7)) - Number(on.slice(5, 7));
        return months >= 1 && months <= 12;
      });
      for (const { change } of since) level += ((change < 0 ? afterCut : afterHike) * (change / 100)) / 12 / 100;
    }
    return Math.exp(level + 0.02 * Math.sin(at / 90));
  });
  return ratioSeries(levels, '1989-01-03');
};

describe('small caps after first cuts', () => {
  const facts = factsOf(walk(9_800));

  it('stand beside every window, with what eight cycles leave open and which of them overlap', () => {
    const text = textOf({ cycles: true }, facts);
    expect(text).toMatch(/Base\s+In \d+\.\d% of all [\d,]+ windows of 252 sessions they led; these overlap too/);
    expect(text).toMatch(
      /Interval\s+\d of 8 may be a true share of \d+% to \d+% \(95%\): (?:too few to tell from|other than) any year/,
    );
    expect(text).toMatch(/Catch\s+8 cycles are an anecdote, and first cuts a choice; Sep 2024 and Sep 2025 overlap/);
    expect(text).toContain('lead is the ratio’s change');
  });

  it('lead by the change of the ratio, as everywhere', () => {
    const message = render(ask({ cycles: true }, facts));
    for (const [, small, large, lead] of block(message, 'data_table').rows.slice(1)) {
      if (small?.type !== 'raw_number' || large?.type !== 'raw_number' || lead?.type !== 'raw_number') continue;
      expect(lead.value).toBeCloseTo(((1 + small.value / 100) / (1 + large.value / 100) - 1) * 100, 9);
    }
  });

  it('have the base rate and the interval as figures', () => {
    const { figures, result } = ask({ cycles: true }, facts);
    if (result.kind !== 'cycles') return expect.unreachable();
    const year = result.study.tally.at(-1);
    const value = (id: string) => figures.find((one) => one.id === id)?.value;
    expect(value('cycles.base.12m')).toBeCloseTo(((year?.base.led ?? 0) / (year?.base.of ?? 1)) * 100, 9);
    expect(value('cycles.base.of.12m')).toBe(9_800 - 252);
    expect([value('cycles.low.12m'), value('cycles.high.12m')]).toEqual([year?.interval?.low, year?.interval?.high]);
  });
});

describe('small caps around rate moves', () => {
  const facts = factsOf(answering(-12, -5));

  it('are one plain sentence and a table of six rows, with standard error, t and n in each', () => {
    const message = render(ask({ rates: true }, facts));
    expect(messageProblems(message)).toEqual([]);
    expect(title(message)).toMatch(
      /^Per point of higher rates, small caps lost \d+\.\d\d% against large ones in the next 12 months \(t −\d+\.\d\d\)$/,
    );
    const { rows } = block(message, 'data_table');
    expect(rows[0]?.map(({ text }) => text)).toEqual(['Per +1 point', 'Relative', 'Std. error', 't']);
    expect(rows.slice(1).map(([name]) => name?.text.replace(/\d+/g, '#'))).toEqual([
      'Same month, n #',
      '# months after, n #',
      'After cuts, n #',
      'After hikes, n #',
      'In recessions, n #',
      'Outside, n #',
    ]);
    const numbers = rows
      .slice(1)
      .map((row) => row.slice(1).map((one) => (one.type === 'raw_number' ? one.value : Number.NaN)));
    for (const [coefficient = 0, error = 0, t = 0] of numbers) expect(t).toBeCloseTo(coefficient / error, 9);
  });

  it('say what t means, what is no link, the recessions and whose they are, and how it was done', () => {
    const text = textOf({ rates: true }, facts);
    expect(text).toMatch(/t\s+Estimate ÷ standard error: beyond ±2, chance alone shows it once in 20/);
    expect(text).toMatch(/Read\s+Rows are per \+1 point; for a cut turn the signs\. In the month itself/);
    expect(text).toMatch(/Average\s+12 months after cuts [+−]\d/);
    expect(text).toMatch(/Recession\s+The Russell led in \d of 4, from peak to trough/);
    expect(text).toMatch(/a link is no cause/i);
    expect(text).toMatch(/Basis\s+Whole months, Jan 1990 to Aug 2026; log of the ratio, price only; Newey-West/);
    expect(text).toContain('Dec 2007 to Jun 2009');
    expect(text).toMatch(/Moves: Federal Reserve.*Recessions: NBER/);
  });

  it('give every number in full precision, with both sources', () => {
    const { figures, result, sources } = ask({ rates: true }, facts);
    if (result.kind !== 'rates') return expect.unreachable();
    const value = (id: string) => figures.find((one) => one.id === id)?.value;
    for (const [name, link] of [
      ['same', result.study.same],
      ['12m', result.study.after],
    ] as const) {
      expect(value(`rates.${name}.coefficient`)).toBe(link.all?.coefficient);
      expect(value(`rates.${name}.error`)).toBe(link.all?.standardError);
      expect(value(`rates.${name}.t`)).toBe(link.all?.t);
      expect(value(`rates.${name}.n`)).toBe(link.all?.n);
      for (const part of ['cuts', 'hikes', 'recession', 'outside']) {
        expect(value(`rates.${name}.${part}.coefficient`)).toBeTypeOf('number');
      }
    }
    expect(value('rates.12m.coefficient')).toBeLessThan(-5);
    expect(value('recession.2020-02.lead')).toBe(result.recessions[3]?.lead);
    expect(sources).toEqual(expect.arrayContaining(['Federal Reserve', 'NBER']));
  });

  it('say which way tells where one alone is clear, and that recessions take the link away where they do', () => {
    const seen = new Set<boolean>();
    for (const [afterCut, afterHike] of [
      [-30, 0],
      [0, -30],
      [-12, 5],
      [-3, 0],
      [0, 0],
    ] as const) {
      const made = factsOf(answering(afterCut, afterHike));
      const { result } = ask({ rates: true }, made);
      if (result.kind !== 'rates') return expect.unreachable();
      const { cuts, hikes, inRecession, outside } = result.study.after;
      const isClear = (link: typeof cuts) => Math.abs(link?.t ?? 0) >= 2;
      const text = textOf({ rates: true }, made);
      const isAlone = isClear(cuts) !== isClear(hikes);
      expect(text.includes(isClear(cuts) ? 'Cuts alone tell' : 'Hikes alone tell')).toBe(isAlone);
      expect(text.toLowerCase().includes('with recessions set apart neither part is clear')).toBe(
        !isClear(inRecession) && !isClear(outside),
      );
      seen.add(isAlone);
    }
    expect(seen.size).toBe(2);
  });

  it('are no clear link where there is none', () => {
    const message = render(ask({ rates: true }, factsOf(answering(0, 0))));
    expect(title(message)).toMatch(
      /^No clear link between rate moves and small against large caps over 12 months \(t /,
    );
  });

  it('leave out months from a meeting on whose outcome is not known, and say so', () => {
    const known = ask({ rates: true }, factsOf(walk(9_900), '2026-11-20T21:30:00Z'));
    if (known.result.kind !== 'rates') return expect.unreachable();
    expect(known.result.study.months.at(-1)?.month).toBe('2026-09');
    expect(plain(asPlainText(render(known)))).toContain(
      'What the meeting of 28 Oct 2026 decided is not in my data: months before it',
    );
  });

  it('say that a few months are too few, that made-up closes are, and that there are none', () => {
    const few = render(ask({ rates: true }, factsOf(walk(60, '2026-01-02'))));
    expect(title(few)).toMatch(/^Rate moves need months of closes with a move among them: there are \d+$/);
    const made = liveFacts('2026-09-18T21:30:00Z', { closes: walk(9_800), provenance: { isSynthetic: true } });
    expect(title(render(ask({ rates: true }, made)))).toMatch(/^Synthetic data\. /);
    expect(title(render(ask({ rates: true }, FACTS)))).toContain('No live prices');
  });

  it('are a table to keep, a month a row, and lead on to what else can be asked', () => {
    const { csv } = ask({ rates: true, csv: true }, facts);
    const [head, first] = csv?.split('\n') ?? [];
    expect(head).toBe('month,move_points,recession,ratio_log_percent,ratio_log_percent_12m_after,source');
    expect(first).toMatch(/^1990-01,0,0,-?\d+\.\d+,-?\d+\.\d+,"/);
    for (const button of buttonsOf(render(ask({ rates: true }, facts)))) expect(questionIn(button)).toBeTruthy();
  });
});
