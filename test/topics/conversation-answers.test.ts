import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../src/facts/facts.ts';
import type { Question } from '../../src/topics/questions.ts';
import { type Answer, answer } from '../../src/topics/registry.ts';
import { isoInstant } from '../../src/units.ts';

const FACTS = shippedFacts(isoInstant('2026-11-20T14:30:00Z'));
const ask = (question: Question): Answer => answer(question, FACTS);
const numbers = ({ figures }: Answer): Record<string, number> =>
  Object.fromEntries(figures.map(({ id, value }) => [id, value]));
const close = (value: number) => expect.closeTo(value, 6);
const notesIn = ({ sources }: Answer): string[] => sources.flatMap((source) => /^\d{3}(?=-)/.exec(source) ?? []);

describe('a rate move at one company', () => {
  it('states that company and leaves the other out', () => {
    const large = ask({ kind: 'rate-move', moveBps: -100, only: 'large' });
    expect(numbers(large)).toMatchObject({ 'largecap.saving': close(17.7399), 'largecap.lift': close(0.466839) });
    expect(Object.keys(numbers(large)).filter((id) => id.startsWith('smallcap') || id === 'lift.ratio')).toEqual([]);
    const small = ask({ kind: 'rate-move', moveBps: -200, only: 'small', large: { rate: 9 } });
    expect(numbers(small)).toMatchObject({ 'smallcap.lift': close(17.559832), 'smallcap.low.lift': close(11.706555) });
    expect(small).toMatchObject({ changed: [], slip: { printed: '17.55%' } });
  });
});

describe('several moves side by side', () => {
  it('state each move under its own ids', () => {
    expect(numbers(ask({ kind: 'compare-moves', moves: [-25, -50] }))).toEqual({
      'smallcap.lift@-25': close(2.194979),
      'smallcap.saving@-25': close(1.3060125),
      'largecap.lift@-25': close(0.11671),
      'largecap.saving@-25': close(4.434975),
      'lift.ratio@-25': close(18.807141),
      'smallcap.lift@-50': close(4.389958),
      'smallcap.saving@-50': close(2.612025),
      'largecap.lift@-50': close(0.23342),
      'largecap.saving@-50': close(8.86995),
      'lift.ratio@-50': close(18.807141),
    });
  });

  it('name the floor, and take a move asked twice once', () => {
    expect(numbers(ask({ kind: 'compare-moves', moves: [-300, -600, -600] }))).toMatchObject({
      'largecap.lift@-600': close(1.867358),
      'lift.ratio@-600': close(28.210712),
      'largecap.floor': -400,
    });
  });
});

describe('the move for a wanted change', () => {
  it('is stated for both companies, with the floor where it is out of reach', () => {
    expect(numbers(ask({ kind: 'solve', target: { of: 'lift', percent: 10 } }))).toEqual({
      target: 10,
      'smallcap.move': close(-113.896307),
      'smallcap.lift': close(10),
      'smallcap.saving': close(5.95),
      'largecap.move': close(-2_142.063935),
      'largecap.floor': -400,
      'largecap.most.lift': close(1.867358),
      'largecap.most.saving': close(70.9596),
    });
  });

  it('is stated for one company where one was asked about, and beyond the range in full', () => {
    const only = ask({ kind: 'solve', only: 'small', target: { of: 'saving', millions: 5 } });
    expect(numbers(only)).toMatchObject({ target: 5, 'smallcap.move': close(-95.711182) });
    expect(Object.keys(numbers(only)).filter((id) => id.startsWith('largecap'))).toEqual([]);
    const far = ask({ kind: 'solve', target: { of: 'lift', percent: -60 } });
    if (far.kind !== 'solve') return expect.unreachable();
    expect(far.solved.large).toMatchObject({ isBeyondRange: true });
    expect(far.solved.large).not.toHaveProperty('steps');
  });
});

describe('how the model works', () => {
  it.each([
    ['tax', { 'tax.rate': 21, 'smallcap.aftertax.lift': close(6.936134), 'largecap.aftertax.lift': close(0.368803) }],
    ['hedges', { 'smallcap.hedged.lift': close(4.389958) }],
    ['cash', { 'largecap.debt.floating': close(1_773.99) }],
    ['refinancing', { 'smallcap.debt.fixed': close(638.495), 'largecap.debt.fixed': close(17_937.01) }],
    ['lift ratio', { 'lift.ratio': close(18.807141), 'lift.ratio.rounded': close(18.680851) }],
    ['coverage', { 'smallcap.coverage.before': close(2.564103), 'largecap.coverage.before': close(10.869565) }],
    ['floor', { 'smallcap.floor': -600, 'largecap.floor': -400, 'largecap.most.lift': close(1.867358) }],
    ['rounding', { 'smallcap.lift': close(17.559832), 'smallcap.lift.printed': 17.55 }],
    ['why', { 'factor.leverage': close(2.826087), 'factor.floating': close(5), 'factor.thinness': close(1.330967) }],
    ['growth', { 'smallcap.ebitda.undoing': close(-2.925), 'largecap.ebitda.undoing': close(-0.207) }],
    ['assumptions', { 'smallcap.floatingshare': 45, 'largecap.netincome': 3_800 }],
  ] as const)('is told of %s with its numbers, for 100 bp where no move was asked about', (aspect, expected) => {
    const answered = ask({ kind: 'method', aspect });
    expect(numbers(answered)).toMatchObject(expected);
    expect(notesIn(answered)).toContain('000');
  });

  it('is told on the move asked about, with its assumptions; a hold is told on 100 bp', () => {
    const of = { kind: 'rate-move', moveBps: -50, small: { floatingShare: 60 } } as const;
    expect(numbers(ask({ kind: 'method', aspect: 'tax', of }))).toMatchObject({
      'smallcap.aftertax.lift': close(4.624089),
    });
    expect(numbers(ask({ kind: 'method', aspect: 'why', of: { kind: 'rate-move', moveBps: 0 } }))).toMatchObject({
      'smallcap.lift': close(8.779916),
    });
  });
});

describe('one multiple against another', () => {
  it.each([
    ['000-rut-forward-pe', '000-spx-forward-pe', 18.181818, 22.222222],
    ['000-rut-forward-pe', '000-ndx-forward-pe', 35.714286, 55.555556],
    ['000-ndx-forward-pe', '000-spx-forward-pe', -27.272727, 27.272727],
  ])('%s against %s is a discount', (of, against, discount, premium) => {
    const answered = ask({ kind: 'valuation', of, against });
    expect(numbers(answered)).toMatchObject({ discount: close(discount), premium: close(premium) });
    expect(notesIn(answered)).toContain('000');
  });

  it('says that note 003 contradicts the discount to the S&P 500, and none other', () => {
    const at = (against: string) => ask({ kind: 'valuation', of: '000-rut-forward-pe', against });
    expect(at('000-spx-forward-pe')).toMatchObject({ conflict: { id: 'conflict-forward-discount' } });
    expect(notesIn(at('000-spx-forward-pe'))).toEqual(['000', '003']);
    expect(at('000-ndx-forward-pe')).not.toHaveProperty('conflict');
  });

  it('is refused for unlike bases, for what is no multiple of price, and for what no note prints', () => {
    const kindOf = (of: string, against: string) => {
      const answered = ask({ kind: 'valuation', of, against });
      expect(numbers(answered)).not.toHaveProperty('discount');
      return answered.kind === 'valuation' ? answered.comparison.kind : answered.kind;
    };
    expect(kindOf('002-spx-reported-pe', '000-spx-forward-pe')).toBe('unlike');
    expect(kindOf('000-smallcap-leverage', '000-largecap-leverage')).toBe('not-multiples');
    expect(kindOf('000-rut-forward-pe', '003-rut-forward-discount')).toBe('not-multiples');
    expect(kindOf('no such figure', '000-spx-forward-pe')).toBe('not-in-notes');
  });
});

describe('the ratio', () => {
  it('is what the notes print, beside the record', () => {
    const answered = ask({ kind: 'ratio' });
    expect(numbers(answered)).toMatchObject({
      'ratio.level': 0.4,
      'ratio.change': close(11.111111),
      'ratio.inverse': close(2.5),
      'record.ratio-2020': close(0.525778),
      '002-ratio-2020': 0.6,
    });
    expect(notesIn(answered)).toEqual(['002']);
  });

  it('says by how much the Russell 2000 must lead to reach a level', () => {
    expect(numbers(ask({ kind: 'ratio', to: 0.6 }))).toMatchObject({
      'ratio.target': 0.6,
      'ratio.outperformance': close(50),
      'ratio.outperformance.recorded': close(45.729246),
    });
    expect(numbers(ask({ kind: 'ratio', to: 0.3 }))).toMatchObject({ 'ratio.outperformance': close(-25) });
  });

  it('is not known before the first reading', () => {
    const early = answer({ kind: 'ratio', to: 0.6 }, shippedFacts(isoInstant('2019-01-01T00:00:00Z')));
    expect(early).toMatchObject({ figures: [], rows: [], sources: [] });
  });
});

describe('the notes', () => {
  it('are listed newest first, or shown one in short', () => {
    expect(notesIn(ask({ kind: 'notes' }))).toEqual(['001', '004', '003', '000', '002']);
    const one = ask({ kind: 'notes', note: '002' });
    expect(one.views.map(({ person }) => person)).toEqual(['Tom Stevenson']);
    expect(notesIn(one)).toEqual(['002']);
    expect(ask({ kind: 'notes', note: '007' })).toMatchObject({ notes: [], sources: [] });
  });
});

describe('the sources of an answer', () => {
  it('are its notes with the passages, what was published, and the law', () => {
    const answered = ask({ kind: 'source', of: { kind: 'rate-move', moveBps: -50 } });
    if (answered.kind !== 'source') return expect.unreachable();
    expect(answered.notes.map(({ note, places }) => [note.number, places.map(({ from, to }) => [from, to])])).toEqual([
      ['000', [[25, 94]]],
      ['002', [[11, 11]]],
      ['001', expect.any(Array)],
      ['004', [[16, 16]]],
    ]);
    expect(answered.publications.map(({ name }) => name)).toEqual(['Goldman Sachs', 'Apollo']);
    expect(answered.laws.map(({ name }) => name)).toEqual(['26 U.S.C. § 11(b)']);
  });

  it('name the record for a check, and nothing for help', () => {
    expect(ask({ kind: 'source', of: { kind: 'check', note: '002' } })).toMatchObject({
      records: expect.arrayContaining(['Yahoo, daily price closes']),
    });
    expect(ask({ kind: 'source', of: { kind: 'help' } })).toMatchObject({ notes: [], records: [], sources: [] });
  });
});

describe('what is refused or not known', () => {
  it('counts both sides where advice is asked for, and states nothing elsewhere', () => {
    expect(numbers(ask({ kind: 'refusal', reason: 'advice' }))).toMatchObject({
      'voices.bullish': 13,
      'voices.bearish': 4,
    });
    for (const reason of ['off topic', 'instruction', 'secrets', 'adding a note', 'single stocks'] as const) {
      expect(ask({ kind: 'refusal', reason })).toMatchObject({ figures: [], views: [], sources: [] });
    }
  });

  it('gives what the notes do say of Powell, and no view of his', () => {
    const answered = ask({ kind: 'not-known', what: 'Powell' });
    expect(notesIn(answered)).toEqual(['001', '004']);
    expect(answered).toMatchObject({ figures: [], views: [] });
  });

  it("gives the examples' coverage for the index's", () => {
    expect(numbers(ask({ kind: 'not-known', what: 'coverage of the index' }))).toEqual({
      'smallcap.coverage.before': close(2.564103),
      'largecap.coverage.before': close(10.869565),
    });
    expect(ask({ kind: 'not-known', what: 'Bitcoin' })).toMatchObject({ figures: [], views: [], sources: [] });
  });
});

describe('views that need something', () => {
  const voices = (question: Omit<Extract<Question, { kind: 'views' }>, 'kind'>): string[] => {
    const answered = ask({ kind: 'views', ...question });
    return answered.kind === 'views' ? (answered.claims?.shown.map(({ claim }) => claim.voice) ?? []) : [];
  };

  it('finds a soft landing, no recession and a stronger economy as one family, the one asked for first', () => {
    const family = ['Michael Casper', 'J', 'Bank of America', 'Lori Calvasina', 'News wire (unnamed)', 'Tom Stevenson'];
    for (const needs of ['soft landing', 'no recession', 'stronger economy'] as const) {
      expect(voices({ needs }).sort()).toEqual([...family].sort());
    }
    expect(voices({ needs: 'soft landing' })[0]).toBe('Michael Casper');
    expect(voices({ needs: 'no recession' })[0]).toBe('J');
    expect(voices({ needs: 'stronger economy' })[0]).toBe('Lori Calvasina');
  });

  it('narrows other filters, and finds other conditions', () => {
    expect(voices({ needs: 'falling rates' })).toEqual(['Bank of America', 'Tom Stevenson']);
    expect(voices({ needs: 'soft landing', stances: ['bearish'] })).toEqual(['Lori Calvasina']);
    expect(voices({ needs: 'anything', who: ['Mark Hackett'] })).toEqual([]);
    expect(new Set(voices({ needs: 'anything' })).size).toBe(6);
  });

  it('finds how far ahead a view looks', () => {
    expect(new Set(voices({ horizon: 'long term' }))).toEqual(new Set(['J', 'Bank of America', 'UBS']));
    expect(voices({ horizon: 'about a year' })).toContain('David Kostin');
    expect(voices({ horizon: 'near term', stances: ['bullish'] })).toEqual(
      expect.arrayContaining(['J', 'David Kostin']),
    );
  });
});
