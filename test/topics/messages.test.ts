import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/topics/questions.ts';
import { block, labelsOf, plain, rendered, shown, title } from './rendered.ts';

const lines = (question: Question): string[] => plain(block(rendered(question), 'section').text.text).split('\n');
const cells = (question: Question): string[][] =>
  block(rendered(question), 'data_table').rows.map((row) => row.map(({ text }) => plain(text)));

describe('the header', () => {
  it.each<[Question, string]>([
    [{ kind: 'rate-move', moveBps: -100, only: 'large' }, '100 bp cut: LargeCap net income +0.47%'],
    [{ kind: 'rate-move', moveBps: 0, only: 'small' }, 'Hold: net income unchanged at SmallCap'],
    [
      { kind: 'rate-move', moveBps: -50, only: 'small', small: { netIncome: -10 } },
      "50 bp cut: SmallCap's loss narrows by $2.61m",
    ],
    [
      { kind: 'compare-moves', moves: [-25, -50] },
      '25 bp or 50 bp cut: SmallCap net income +2.19% or +4.39%, LargeCap +0.12% or +0.23%',
    ],
    [
      { kind: 'compare-moves', moves: [-25, 0, 25] },
      '25 bp cut, hold or 25 bp hike: SmallCap net income +2.19, 0.00 or −2.19%, LargeCap +0.12, 0.00 or −0.12%',
    ],
    [
      { kind: 'solve', target: { of: 'lift', percent: 10 } },
      'Net income +10%: SmallCap a 113.9 bp cut, LargeCap out of reach',
    ],
    [
      { kind: 'solve', only: 'small', target: { of: 'saving', millions: -5 } },
      '$5m more interest a year: SmallCap a 95.7 bp hike',
    ],
    [
      { kind: 'solve', target: { of: 'lift', percent: 5 }, small: { netIncome: -5 }, large: { floatingShare: 0 } },
      'Net income +5%: SmallCap no profit to lift, LargeCap no floating debt',
    ],
    [
      { kind: 'method', aspect: 'formula' },
      'Lift = floating debt × fall in rate ÷ net income: +8.78% for a 100 bp cut',
    ],
    [
      { kind: 'method', aspect: 'tax', of: { kind: 'rate-move', moveBps: -50 } },
      'Before tax. After 21% a 50 bp cut leaves SmallCap +3.47%, LargeCap +0.18%',
    ],
    [{ kind: 'method', aspect: 'lift ratio' }, "SmallCap's lift is 18.81× LargeCap's by the note's floating shares"],
    [
      { kind: 'method', aspect: 'lift ratio', of: { kind: 'rate-move', moveBps: -600 } },
      "SmallCap's lift is 18.81× LargeCap's by the note's floating shares",
    ],
    [{ kind: 'method', aspect: 'coverage' }, 'Interest cover before any move: SmallCap 2.56×, LargeCap 10.87×'],
    [{ kind: 'method', aspect: 'floor' }, "A cut stops where the Fed's rate is zero: 400 bp from today's range"],
    [{ kind: 'method', aspect: 'rounding' }, '17.56%, not 17.55%: nothing is rounded before it is shown'],
    [{ kind: 'method', aspect: 'why' }, 'Debt 2.83×, floating share 5.00×, thin profit 1.33×: together 18.81×'],
    [
      { kind: 'method', aspect: 'growth' },
      'An EBITDA fall of 2.93% at SmallCap, 0.21% at LargeCap undoes a 100 bp cut',
    ],
    [
      { kind: 'valuation', of: '000-rut-forward-pe', against: '000-spx-forward-pe' },
      "Russell 2000 at 18× forward P/E: 18.18% below the S&P 500's 22×",
    ],
    [
      { kind: 'valuation', of: '000-ndx-forward-pe', against: '000-spx-forward-pe' },
      "NASDAQ-100 at 28× forward P/E: 27.27% above the S&P 500's 22×",
    ],
    [
      { kind: 'valuation', of: '002-spx-reported-pe', against: '000-spx-forward-pe' },
      'Not comparable: S&P 500 at 25× reported earnings, S&P 500 at 22× forward price to earnings',
    ],
    [{ kind: 'ratio' }, 'Russell 2000 ÷ S&P 500 at 0.4 about 25 Jul 2024, +11.11% from 0.36 on 10 Jul 2024'],
    [{ kind: 'ratio', to: 0.6 }, 'From 0.4 to 0.6 the Russell 2000 would have to outperform the S&P 500 by 50.00%'],
    [{ kind: 'ratio', to: 0.3 }, 'From 0.4 to 0.3 the Russell 2000 could lag the S&P 500 by 25.00%'],
    [{ kind: 'ratio', to: 0.4 }, 'From 0.4 to 0.4 no lead is needed: the ratio is there'],
    [{ kind: 'notes' }, expect.stringMatching(/^Five notes, 14 to 27 months old, with \d+ flags$/)],
    [
      { kind: 'notes', note: '002' },
      expect.stringMatching(/^Note 002, Tom Stevenson, Fidelity International: 1 voice mixed; 1 statement wrong/),
    ],
    [{ kind: 'notes', note: 'T7' }, 'There is no note T7. Those of your own: /note list'],
    [{ kind: 'notes', note: '007' }, 'There is no note 007. The notes are 000 to 004'],
    [
      { kind: 'source', of: { kind: 'rate-move', moveBps: -50 } },
      'That answer rests on 4 notes, 3 publications and 1 law',
    ],
    [{ kind: 'source', of: { kind: 'help' } }, 'That answer rests on no source: it states no figure and no view'],
    [{ kind: 'refusal', reason: 'advice' }, 'I do not say what to buy or sell; the notes have views on both sides'],
    [{ kind: 'refusal', reason: 'instruction' }, 'I cannot change what the notes say or how I answer'],
    [{ kind: 'refusal', reason: 'adding a note' }, 'A note is added with /note add: words alone change nothing'],
    [{ kind: 'not-known', what: 'price' }, 'Not in the data: a live price'],
    [{ kind: 'not-known', what: 'Powell' }, "Not in the notes: Powell's view on small caps"],
    [
      { kind: 'not-known', what: 'coverage of the index' },
      "Not in the notes: interest cover of an index. The example's is 2.56×",
    ],
    [
      { kind: 'views', needs: 'soft landing' },
      'Six depend on a soft landing, no recession or a stronger economy: Casper, News wire, J, BofA, Calvasina and Stevenson',
    ],
    [{ kind: 'views', needs: 'falling rates' }, 'Two depend on falling rates: BofA and Stevenson'],
    [
      { kind: 'views', needs: 'soft landing', stances: ['bullish'] },
      'Three lean bullish given a soft landing: BofA, Casper and J',
    ],
    [{ kind: 'views', horizon: 'long term' }, '3 voices in the notes for the long term: 2 bullish, 1 mixed'],
  ])('of %j is the answer, with its numbers', (question, expected) => {
    expect(title(rendered(question))).toEqual(expected);
  });
});

describe('the tables', () => {
  it('set moves side by side, a row a move', () => {
    expect(cells({ kind: 'compare-moves', moves: [-25, 50], small: { netIncome: -10 } })).toEqual([
      ['Move', 'SmallCap', 'LargeCap'],
      ['25 bp cut', '+$1.31m', '+$4.43m'],
      ['50 bp hike', '−$2.61m', '−$8.87m'],
    ]);
  });

  it('split the ratio of the lifts, and mark what was changed', () => {
    expect(cells({ kind: 'method', aspect: 'why' })).toEqual([
      ['Factor', 'SmallCap', 'LargeCap', 'Times'],
      ['Debt ÷ EBITDA', '6.5×', '2.3×', '2.83×'],
      ['Floating share', '45%', '9%', '5.00×'],
      ['EBITDA ÷ profit', '3.00×', '2.26×', '1.33×'],
    ]);
    const of = { kind: 'rate-move', moveBps: -50, small: { floatingShare: 60 } } as const;
    expect(cells({ kind: 'method', aspect: 'assumptions', of })).toContainEqual([
      'Floating share',
      '60% (was 45%)',
      '9%',
    ]);
  });

  it('hold the printed ratios against the record', () => {
    expect(cells({ kind: 'ratio' })).toEqual([
      ['Day', 'Note 002', 'Record'],
      ['31 Dec 2020', '0.6', '0.526'],
      ['10 Jul 2024', '0.36', '0.364'],
      ['25 Jul 2024', '0.4', '0.412'],
    ]);
  });

  it('name one company where one was asked about, without the other anywhere in the text', () => {
    const message = rendered({ kind: 'rate-move', moveBps: -100, only: 'large' });
    expect(block(message, 'data_table').rows).toHaveLength(2);
    expect(message.text).not.toContain('SmallCap');
    expect(shown(message)).not.toContain('SmallCap');
    expect(labelsOf(message)).toEqual(['50 bp', 'Hike 100 bp', 'Both companies', 'All views']);
  });
});

describe('the lines', () => {
  it('say how two moves relate, and where one reaches a floor', () => {
    expect(lines({ kind: 'compare-moves', moves: [-25, -50] })).toContain(
      "*Why*  Proportional until the Fed's rate is zero: unrounded, 50 bp brings 2× what 25 bp does",
    );
    expect(lines({ kind: 'compare-moves', moves: [-300, -600] })[0]).toBe(
      "*Floor*  The Fed's range ends at 4.00%, as of 16 Sep 2026; a larger cut brings no more",
    );
  });

  it('say why a change is out of reach, and which whole steps reach one', () => {
    const said = lines({ kind: 'solve', target: { of: 'lift', percent: 10 } });
    expect(said).toContain(
      "*LargeCap*  The Fed's rate is zero from 400 bp, which brings +1.87%; the sum alone asks for 2,142.1 bp",
    );
    expect(said).toContain('*Steps*  In whole steps of 25 bp: SmallCap 5 cuts, +10.97%');
  });

  it('name who says what of the model, and the note that contradicts a discount', () => {
    expect(lines({ kind: 'method', aspect: 'growth' }).at(-1)).toBe(
      '*Said*  Lori Calvasina, RBC: the weakness behind a cut hurts small caps (004, Aug 2025, para 15; record: small caps ahead in 3 of 4 recessions)',
    );
    expect(lines({ kind: 'valuation', of: '000-rut-forward-pe', against: '000-spx-forward-pe' }).at(-1)).toContain(
      '*Conflict*  Note 003 has it 40% below the S&amp;P 500',
    );
  });

  it('flag the ratio that the record contradicts', () => {
    expect(lines({ kind: 'ratio' })).toContainEqual(
      expect.stringContaining('*Flag*  0.6 for 31 Dec 2020 is wrong. Record: 0.526 (1,974.86 ÷ 3,756.07).'),
    );
  });

  it('quote no view on Bitcoin, and none of Powell', () => {
    expect(lines({ kind: 'not-known', what: 'Bitcoin' })).toHaveLength(1);
    const said = lines({ kind: 'not-known', what: 'Powell' });
    expect(said.map((line) => line.slice(0, 10))).toEqual(['*Note 001*', '*Note 004*']);
  });
});
