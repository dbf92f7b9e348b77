import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/facts/facts.ts';
import type { Message } from '../../../src/message/block-kit.ts';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import type { RotationQuestion } from '../../../src/topics/rotation/question.ts';
import { isoDate } from '../../../src/units.ts';
import { liveFacts } from '../../doubles/live-facts.ts';
import { ratioSeries, sessionsFrom, walk } from '../../doubles/market-series.ts';
import { buttonsOf } from '../../doubles/payloads.ts';
import { block, FACTS, plain, questionIn, title } from '../rendered.ts';

/** 300 sessions to 18 September 2026: level for long, then 5 % down within the last month. */
const DATES = sessionsFrom('2025-07-11', 300);
const LAST = DATES.at(-1);
const closes = ratioSeries(
  DATES.map((_, at) => (at < 285 ? 0.4 : 0.38)),
  '2025-07-11',
);
const EVENING = `${LAST}T21:30:00Z`;
const live = liveFacts(EVENING, { closes });

const draw = (question: Omit<RotationQuestion, 'kind'> = {}, facts: Facts = live): Message =>
  render(answer({ kind: 'rotation', ...question }, facts));

describe('the rotation, rendered', () => {
  it('says direction, level and change in its header', () => {
    expect(title(draw())).toBe('Small caps are losing ground: ratio 0.380, −5.00% in a month');
  });

  it('names month and trend where they disagree, and the month alone where they do not', () => {
    const at = (levels: readonly number[]) => {
      const series = ratioSeries(levels, '2025-07-11');
      return title(draw({}, liveFacts(EVENING, { closes: series })));
    };
    const shape = (early: number, late: number, last: number) =>
      DATES.map((_, day) => (day < 150 ? early : day < 285 ? late : last));
    expect(at(shape(0.4, 0.5, 0.48))).toBe(
      'Small caps are losing ground but above trend: ratio 0.480, −4.00% in a month, 1.37% over the 200-day average',
    );
    expect(at(shape(0.5, 0.4, 0.42))).toBe(
      'Small caps are gaining ground but below trend: ratio 0.420, +5.00% in a month, 1.52% under the 200-day average',
    );
    expect(at(shape(0.5, 0.4, 0.38))).toBe('Small caps are losing ground: ratio 0.380, −5.00% in a month');
    expect(at(shape(0.4, 0.4, 0.42))).toBe('Small caps are gaining ground: ratio 0.420, +5.00% in a month');
    expect(at(shape(0.5, 0.4, 0.4))).toBe('Small caps are level: ratio 0.400, 0.00% in a month');
  });

  it('says the furthest leads and what a lead is, since the chart shows every session alike', () => {
    const spiked = ratioSeries(
      DATES.map((_, day) => (day === 200 ? 0.5 : day === 280 ? 0.32 : 0.4)),
      '2025-07-11',
    );
    const text = asPlainText(draw({}, liveFacts(EVENING, { closes: spiked })));
    expect(text).toMatch(/Lead\s+Highest \+25\.00% on \d+ \w+, lowest −20\.00% on \d+ \w+/);
    expect(text).toContain('lead is its change');
  });

  it('ranks over all days and the last five years', () => {
    const long = walk(9_000, '1988-01-04');
    const text = asPlainText(draw({}, liveFacts(`${long.dates.at(-1)}T22:00:00Z`, { closes: long })));
    expect(text).toMatch(/of days since 1988, on [\d.]+% of the last 5 years’/);
  });

  it('calls the highest of a few years of closes no record, and says where they begin', () => {
    const text = asPlainText(draw());
    expect(text).toMatch(/of days since 11 Jul 2025, where these closes begin/);
    expect(text).toMatch(/Peak\s+5\.00% under its high since 11 Jul 2025 of 0\.400/);
    expect(text).toMatch(/Russell\s+Highest close since 11 Jul 2025: /);
    expect(text).not.toContain('Record close');
    const long = walk(9_000, '1988-01-04');
    const told = asPlainText(draw({}, liveFacts(`${long.dates.at(-1)}T22:00:00Z`, { closes: long })));
    expect(told).toContain('Record close');
  });

  it('counts since covid from the last high before it, and says so', () => {
    const long = walk(9_000, '1988-01-04');
    const message = draw({ sinceEvent: 'covid' }, liveFacts(`${long.dates.at(-1)}T22:00:00Z`, { closes: long }));
    expect(asPlainText(message)).toContain('Since covid from the close of 19 Feb 2020, the S&P’s last high before it');
    expect(plain(block(message, 'data_table').rows[0]?.[1]?.text ?? '')).toBe('19 Feb 2020');
  });

  it('says nothing of New Year’s Day, on which the exchange never trades', () => {
    const long = walk(9_000, '1988-01-04');
    const facts = liveFacts(`${long.dates.at(-1)}T22:00:00Z`, { closes: long });
    const text = asPlainText(draw({ from: isoDate('2008-01-01'), to: isoDate('2008-12-31') }, facts));
    expect(text).toContain('31 Dec 2007 to 31 Dec 2008');
    expect(text).not.toContain('stands for it');
  });

  it('has a table of four spans, then a line, then where it stands', () => {
    const message = draw();
    expect(message.blocks.map(({ type }) => type)).toEqual([
      'header',
      'data_table',
      'data_visualization',
      'section',
      'actions',
      'context',
    ]);
    expect(block(message, 'data_table').rows.map(([head]) => plain(head?.text ?? ''))).toEqual([
      expect.stringMatching(/^To \d+ [A-Z]/),
      '1 week',
      '1 month',
      '3 months',
      '12 months',
    ]);
    const { chart } = block(message, 'data_visualization');
    expect(chart.type).toBe('line');
    expect(chart.axis_config.categories.length).toBeLessThanOrEqual(20);
    expect(chart.series[0]?.data[0]?.value).toBe(0);
    const labels = [...block(message, 'section').text.text.matchAll(/^\*([^*]+)\*/gm)].map(([, label]) => label);
    expect(labels).toEqual(['Lead', 'Rank', 'Trend', 'Peak', 'Russell', 'To 0.4']);
  });

  it('keeps its lines to about 85 characters', () => {
    for (const question of [{}, { from: isoDate('2026-01-03') }, { level: 0.6 }, { cycles: true as const }]) {
      for (const line of block(draw(question), 'section').text.text.split('\n')) {
        if (!line.startsWith('*Cycles*')) expect(line.replace(/[*]|amp;/g, '').length).toBeLessThanOrEqual(90);
      }
    }
  });

  it('shows both days of a span that was asked for, and says which session stands for a weekend', () => {
    const message = draw({ from: isoDate('2026-08-01'), to: isoDate('2026-09-05') });
    expect(title(message)).toMatch(/^Small caps lost ground, 31 Jul to 4 Sep 2026: Russell −5\.00%, S&P 0\.00%$/);
    expect(asPlainText(message)).toContain('No close on 1 Aug 2026: 31 Jul 2026 stands for it; no close on 5 Sep 2026');
    expect(block(message, 'data_table').rows.map(([head]) => head?.text)).toEqual([
      'Close',
      'Russell',
      'S&P\u00a0500',
      'Ratio',
    ]);
  });

  it('names what is old, unconfirmed or made up before anything else is read', () => {
    expect(title(draw({}, liveFacts('2026-10-05T22:00:00Z', { closes })))).toMatch(
      /^Ratio 0\.380 at the close of \d+ Sep, \d+ sessions old$/,
    );
    const provisional = liveFacts(EVENING, {
      closes,
      provenance: { check: { kind: 'provisional', words: 'Yahoo alone: Cboe did not answer' } },
    });
    expect(title(draw({}, provisional))).toContain('ratio 0.380 (provisional)');
    expect(asPlainText(draw({}, provisional))).toContain('Provisional: Yahoo alone: Cboe did not answer');
    const made = liveFacts(EVENING, { closes, provenance: { isSynthetic: true } });
    for (const question of [{}, { cycles: true as const }, { level: 0.6 }, { from: isoDate('2026-01-02') }]) {
      const message = draw(question, made);
      expect(title(message)).toMatch(/^Synthetic data\. /);
      expect(asPlainText(message)).toContain('made-up closes');
    }
    expect(asPlainText(render(answer({ kind: 'rate-move', moveBps: -50 }, made)))).toContain('(synthetic)');
  });

  it('says without closes that there are none, and why', () => {
    expect(title(draw({}, FACTS))).toBe("No live prices. Note 002's last reading: 0.4, Jul 2024");
    expect(asPlainText(draw({}, FACTS))).toContain('No live prices are connected');
    const failed = { kind: 'unavailable', words: ['Yahoo did not answer'] } as const;
    const dead = { ...FACTS, market: { ...FACTS.market, kind: 'printed', why: failed } } as const;
    expect(asPlainText(draw({}, dead))).toContain('No provider of live prices answered: Yahoo did not answer');
  });

  it('offers the span turned round, and every button asks what can be asked', () => {
    const message = draw({ from: isoDate('2026-03-02'), to: isoDate('2026-01-05') });
    const [first] = buttonsOf(message);
    expect(first && questionIn(first)).toEqual({ kind: 'rotation', from: '2026-01-05', to: '2026-03-02' });
    for (const button of buttonsOf(draw())) expect(questionIn(button)).toBeTruthy();
  });
});

describe('the labels of a chart', () => {
  it('are never the same twice, however long the span', () => {
    const long = walk(9_000, '1988-01-04');
    const facts = liveFacts(`${long.dates.at(-1)}T22:00:00Z`, { closes: long });
    for (const from of ['1988-01-04', '1995-06-01', '2015-01-02', '2022-01-03', '2022-08-01']) {
      const { categories } = block(draw({ from: isoDate(from) }, facts), 'data_visualization').chart.axis_config;
      expect(new Set(categories).size).toBe(categories.length);
    }
  });
});
